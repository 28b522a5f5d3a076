import { rename } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { barriers, openBrowser, phone, visit, walk } from '#test/browser';
import { House } from '#test/house';
import { samplePdf } from '../../libs/documents/src/samples/sample-pdf';

const begins = '2026-10-01T03:12:00.000Z';
const filed = { process: 'rpik', programmeYear: 2027, planYears: { from: 2028, to: 2047 } };
const caseOf = (region: string) => `rpik-${region}-2027`;

let house: House;
let browser: Browser;
let base: string;

const upload = async (region: string, type: string) =>
  house.as(`drafter-${region}`).must('PUT', `/v1/cases/${caseOf(region)}/documents/${type}`, await samplePdf(type, ['Isi contoh.']), { headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${type}.pdf"` } });

/**
 * Six regencies and a city that record no programme. The term is 60 working days from Thursday 1 October 2026; until Monday
 * 28 December nothing but weekends, 24 December (collective leave) and 25 December is free, so that Monday is its day.
 */
beforeAll(async () => {
  house = await House.open('radar');
  base = house.url;
  const admin = house.as('admin');
  const move = (to: string) => admin.must('POST', '/v1/demo/clock', { to });
  await move(begins);
  for (const regionCode of ['1701', '1702', '1704', '1705', '1707', '1708', '1709']) await house.as(`drafter-${regionCode}`).must('POST', '/v1/cases', { ...filed, regionCode, title: `RPIK ${regionCode} 2028–2047` });
  await move('2026-10-02T03:12:00.000Z');
  await upload('1709', 'hold-evidence');
  await house.as('drafter-1709').must('POST', `/v1/cases/${caseOf('1709')}/holds`, { clock: 'programme#1', reason: 'election', first: '2026-10-02' });
  await house.as('secretary-1709').must('POST', `/v1/cases/${caseOf('1709')}/holds/1/confirm`, { accepted: true });
  await move('2026-12-18T03:12:00.000Z');
  const { items } = (await admin.get<{ items: { id: string; person: string }[] }>('/v1/holders?role=regency-drafter')).body;
  for (const [region, on] of [['1707', '2026-11-30'], ['1708', '2026-12-14']]) await admin.must('POST', `/v1/holders/${items.find(({ person }) => person === `p_drafter-${region}`)!.id}/end`, { on });
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const column = (page: Page, name: string) => page.getByRole('region', { name });
const card = (page: Page, name: string) => page.getByRole('article', { name });
const typesOf = async (region: string) => (await house.as('admin').get<{ items: { type: string }[] }>(`/v1/cases/${caseOf(region)}/events?limit=100`)).body.items.map(({ type }) => type);

describe('the radar of cases that do not move', () => {
  it('M1, M2: names the cause, the days beside their limit, who can open the way, and what another rule would find', async () => {
    const { page, complaints, close } = await visit(browser, base, '/tersendat', { persona: 'admin' });
    await page.getByRole('heading', { level: 1, name: 'Kasus tersendat (1)' }).waitFor();
    await page.getByText('7 kasus terbuka · 6 bergerak wajar').waitFor();
    // Vacant since 1 December: 2 to 4, 7 to 11 and 14 to 18 December are 13 working days.
    await column(page, 'Jabatan kosong').getByText('13 hari kerja tanpa pemegang · batas 5').waitFor();
    expect(await column(page, 'Jabatan kosong').locator('h2 .c').innerText()).toBe('1');
    const why = page.getByRole('region', { name: 'Kab. Lebong 2027: mengapa tidak bergerak?' });
    await why.getByText('Tidak ada yang dapat bertindak (Kab. Lebong): peran Penyusun kabupaten/kota kosong', { exact: false }).first().waitFor();
    await why.getByRole('link', { name: 'Tunjuk pemegang jabatan' }).waitFor();
    await why.getByText('Bentuk mesin').click();
    expect(await why.locator('pre').innerText()).toContain('nobody=regency-drafter@1707 since=2026-12-01');
    // Kepahiang is vacant since 15 December: 16, 17 and 18 December.
    await page.getByText('Coba aturan lain').click();
    await page.getByLabel('Hari tanpa pemegang').fill('2');
    await page.getByText('Menjadi 2 kasus: +1, −0.').waitFor();
    await page.getByText('+ Kab. Kepahiang').waitFor();
    expect((await house.as('admin').get<{ items: object[] }>('/v1/stalled')).body.items).toHaveLength(1);
    expect(complaints).toEqual([]);
    await close();
  }, 60_000);

  it('M7, N4: follows the clock of the demo: reminders on the third and the last working day before, on the day, and then to the superior', async () => {
    const admin = await visit(browser, base, '/tersendat', { persona: 'admin' });
    await admin.page.getByRole('button', { name: 'Majukan 5 hari kerja' }).click();
    await admin.page.getByText('Sel 29 Des 2026, 10.12 WIB').first().waitFor({ timeout: 60_000 });
    // 61 working days of silence are more than the 60 of the term.
    await column(admin.page, 'Menunggu kabupaten/kota').getByText('61 hari kerja diam · batas 60').first().waitFor({ timeout: 40_000 });
    const told = async (persona: string) => {
      const { page, close } = await visit(browser, base, '/notifikasi', { persona });
      await page.locator(`section[aria-label="RPIK 1705 2028–2047"]`).waitFor();
      const dates = await page.evaluate<string[]>(`[...document.querySelectorAll('section[aria-label="RPIK 1705 2028–2047"] time')].map((time) => time.dateTime.slice(0, 10)).sort()`);
      await close();
      return dates.filter((date) => date > '2026-12-01');
    };
    expect(await told('drafter-1705')).toEqual(['2026-12-21', '2026-12-23', '2026-12-28']);
    expect(await told('secretary-1705')).toEqual(['2026-12-29']);
    await admin.close();
  }, 120_000);

  it('M3, M6: reminds, escalates and reassigns, one or many, and says of each how it ended', async () => {
    const { page, complaints, close } = await visit(browser, base, `/tersendat?kasus=${caseOf('1705')}`, { persona: 'admin' });
    const why = page.getByRole('region', { name: 'Kab. Seluma 2027: mengapa tidak bergerak?' });
    const dialog = page.getByRole('dialog');
    const act = async (name: string) => {
      await dialog.getByRole('button', { name: new RegExp(`^${name}: `) }).click();
      await dialog.getByText('Berhasil').first().waitFor();
      await dialog.getByRole('button', { name: 'Selesai' }).click();
    };
    await why.getByRole('button', { name: 'Ingatkan' }).click();
    await dialog.getByLabel('Pesan (boleh kosong)').fill('Menjelang rapat.');
    await act('Ingatkan');
    await why.getByRole('button', { name: 'Naikkan ke atasan' }).click();
    await act('Naikkan ke atasan');
    await why.getByRole('button', { name: 'Alihkan' }).click();
    await dialog.getByRole('button', { name: /^Alihkan: / }).click();
    await dialog.getByText('Pilih seseorang.').waitFor();
    await dialog.getByLabel('Kepada').selectOption({ value: 'p_drafter-1705' });
    await act('Alihkan');
    expect((await typesOf('1705')).slice(-3)).toEqual(['desk-reminded', 'desk-escalated', 'task-assigned']);

    for (const name of ['Bengkulu Selatan', 'Rejang Lebong', 'Kaur', 'Seluma']) await page.getByRole('checkbox', { name: `Pilih Kab. ${name} 2027` }).check();
    const bulk = page.getByRole('region', { name: 'Tindakan atas kasus yang dipilih' });
    await bulk.getByText('4 kasus dipilih').waitFor();
    expect((await bulk.getByRole('button').allInnerTexts()).join(' ')).not.toMatch(/setuju|dukung/i);
    await bulk.getByRole('button', { name: 'Ingatkan' }).click();
    await dialog.getByRole('button', { name: 'Ingatkan: 4 kasus' }).click();
    await dialog.getByText('3 berhasil, 1 tidak').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: 'Kab. Seluma' }).getByText('sudah diingatkan', { exact: false }).waitFor();
    await dialog.press('Escape');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toContain('Ingatkan');
    expect((await typesOf('1701')).filter((type) => type === 'desk-reminded')).toHaveLength(1);
    expect(complaints).toEqual([]);
    await close();
  }, 90_000);

  it('M3: ends a hold that has lasted longer than the term it holds', async () => {
    const { page, close } = await visit(browser, base, '/tersendat', { persona: 'admin' });
    await page.getByRole('button', { name: 'Majukan 5 hari kerja' }).click();
    const held = column(page, 'Jeda terlalu lama');
    await held.getByRole('button', { name: 'Kab. Bengkulu Tengah 2027' }).click({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    await page.getByLabel('Hari terakhir jeda').fill('31/12/2026');
    await page.getByText('Kam 31 Des 2026').waitFor();
    await page.getByRole('button', { name: 'Lanjutkan: 1 kasus' }).click();
    await page.getByText('1 berhasil, 0 tidak').waitFor();
    await held.waitFor({ state: 'detached' });
    expect((await typesOf('1709')).at(-1)).toBe('hold-lifted');
    await close();
  }, 120_000);

  it('leaves a coordinator their own province and the reminder', async () => {
    const { page, close } = await visit(browser, base, '/tersendat', { persona: 'coordinator-1700', size: phone });
    await card(page, 'Kab. Kaur 2027').waitFor();
    await page.getByRole('checkbox', { name: 'Pilih Kab. Kaur 2027' }).check();
    expect(await page.getByRole('region', { name: 'Tindakan atas kasus yang dipilih' }).getByRole('button').allInnerTexts()).toEqual(['Ingatkan', 'Batalkan pilihan']);
    expect(await page.getByRole('heading', { name: /^Gangguan sistem \(/ }).count()).toBe(0);
    const small = await page.evaluate<string[]>(`[...document.querySelectorAll('main button, main select, main input')].map((one) => [one.textContent || one.type, one.closest('label') || one]).filter(([, box]) => box.getBoundingClientRect().height < 44).map(([name]) => name)`);
    expect(small).toEqual([]);
    await close();
  });

  it("M4, M5: keeps the machine's faults apart, with attempt, cause and workflow, and clears them when they are over", async () => {
    await upload('1702', 'council-programme-decision');
    await rename(house.documents, `${house.documents}.away`);
    const { page, close } = await visit(browser, base, '/tersendat', { persona: 'admin' });
    const faults = page.getByRole('region', { name: /^Gangguan sistem \(/ });
    try {
      await house.as('drafter-1702').send('POST', `/v1/cases/${caseOf('1702')}/transitions`, { transition: 'record-programme', facts: { programmeDecisionNumber: '188', programmeYear: '2027' } }, { prefer: 'wait=0', 'idempotency-key': 'record-1702' });
      await faults.getByText(/percobaan \d+: penyimpanan berkas tidak dapat dibaca\./).waitFor({ timeout: 120_000 });
      await faults.getByRole('link', { name: caseOf('1702') }).waitFor();
      await faults.getByRole('button', { name: `Salin nomor alur ${caseOf('1702')}` }).waitFor();
      await column(page, 'Gangguan sistem').filter({ has: page.getByRole('article') }).getByText('Kab. Rejang Lebong', { exact: false }).first().waitFor({ timeout: 60_000 });
      await faults.getByRole('button', { name: 'Coba lagi sekarang' }).click();
      await faults.getByText('Diminta.', { exact: false }).waitFor();
    } finally {
      await rename(`${house.documents}.away`, house.documents);
    }
    await page.getByRole('heading', { name: 'Gangguan sistem (0)' }).waitFor({ timeout: 120_000 });
    await close();
  }, 300_000);

  it('A3, A7: raises no barrier in either theme, with its dialog open and down to 320 pixels', async () => {
    const found: string[] = [];
    for (const scheme of ['light', 'dark'] as const) {
      const { page, complaints, close } = await visit(browser, base, '/tersendat', { persona: 'admin', scheme });
      found.push(...(await walk(page, base, ['/tersendat', '/tersendat?tampilan=tabel', '/tersendat?daerah=tidak-ada'])).map((one) => `${scheme} ${one}`));
      await page.goto(`${base}/tersendat`);
      await page.getByRole('button', { name: 'Alihkan' }).click();
      await page.getByRole('dialog').waitFor();
      found.push(...(await barriers(page)).map((barrier) => `${scheme} dialog ${barrier}`));
      expect(complaints).toEqual([]);
      await close();
    }
    expect(found).toEqual([]);
  }, 120_000);
});
