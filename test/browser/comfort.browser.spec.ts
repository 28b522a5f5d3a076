import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { barriers, desk, hindrances, openBrowser, overflow, phone, visit } from '#test/browser';
import { eventually, House } from '#test/house';
import { samplePdf } from '../../libs/documents/src/samples/sample-pdf';
import { providerToken, storyOf } from '../journeys/hostile-asking';

jest.setTimeout(180_000);

let house: House;
let browser: Browser;
let base: string;
const seluma = 'rpik-1705-2027';
const remark = (as: string, caseId: string, text: string, visibility = 'counterpart') => house.as(as).must('POST', `/v1/cases/${caseId}/remarks`, { text, visibility });
/** As the owner of the database sees it. */
async function rowsOf<T>(of: House, sql: string, values: unknown[]): Promise<T[]> {
  const client = new Client({ connectionString: of.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}
const live = (page: Page) => page.locator('.live-line');

beforeAll(async () => {
  house = await House.open('comfort');
  base = house.url;
  const story = storyOf(house, '1705', 2027);
  await story.file();
  await story.draft();
  await story.harmonize();
  for (const regionCode of ['1701', '1702']) await house.as(`drafter-${regionCode}`).must('POST', '/v1/cases', { process: 'rpik', programmeYear: 2027, planYears: { from: 2028, to: 2047 }, regionCode, title: `RPIK ${regionCode} 2028–2047` });
  await house.as('drafter-1702').upload('rpik-1702-2027', 'council-programme-decision', await samplePdf('Keputusan DPRD', ['Propemperda 2027']), 'keputusan.pdf', 'application/pdf');
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe('what others do meanwhile', () => {
  it('K9: is told in one line, and never takes what somebody is typing', async () => {
    const { page, complaints, close } = await visit(browser, base, `/kasus/${seluma}/diskusi`, { persona: 'planner-1700' });
    const field = page.locator('#catatan');
    await field.fill('Pasal 7 belum menyebut');
    // What comes within the first look of the stream the page has read already: then the colleague says it once more.
    await eventually(async () => {
      await remark('coordinator-1700', seluma, 'Lampiran peta belum terbaca.');
      await live(page).filter({ hasText: /\d pembaruan\. Tampilkan/ }).waitFor({ timeout: 5_000 });
    }, 30_000);
    expect(await page.getByText('Lampiran peta belum terbaca.').count()).toBe(0);
    expect(await field.inputValue()).toBe('Pasal 7 belum menyebut');
    await live(page).getByRole('button', { name: 'Tampilkan' }).click();
    await page.getByText('Lampiran peta belum terbaca.').first().waitFor();
    expect(await field.inputValue()).toBe('Pasal 7 belum menyebut');
    expect(await live(page).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('K10: is laid beside what somebody has entered before it is recorded, and nothing is lost', async () => {
    const { page, close } = await visit(browser, base, '/kasus/rpik-1702-2027/keputusan/record-programme', { persona: 'drafter-1702' });
    const answers: number[] = [];
    page.on('response', (response) => response.url().endsWith('/transitions') && answers.push(response.status()));
    await page.getByLabel('Nomor keputusan Propemperda').fill('188/02/DPRD/2026');
    await page.getByLabel('Tahun Propemperda').fill('2027');
    await page.getByRole('button', { name: 'Lanjut: periksa jawaban' }).click();
    await house.as('drafter-1702').upload('rpik-1702-2027', 'council-programme-decision', await samplePdf('Keputusan DPRD', ['Propemperda 2027, dibetulkan']), 'keputusan-2.pdf', 'application/pdf');
    await page.getByRole('button', { name: /^Catat keputusan/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Sudah diubah orang lain' });
    await dialog.getByText('Dokumen diunggah').first().waitFor();
    expect(await dialog.innerText()).toContain('188/02/DPRD/2026');
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Lanjutkan dengan isian saya' }).click();
    await page.getByRole('button', { name: /^Catat keputusan/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Keputusan tercatat' }).waitFor();
    expect(answers).toEqual([412, 200]);
    await close();
  });

  it('D2: does not hold up a file that was dropped and whose line broke: it is tried again and stored once', async () => {
    const { page, context, close } = await visit(browser, base, '/kasus/rpik-1702-2027/dokumen', { persona: 'drafter-1702' });
    let tries = 0;
    await context.route('**/v1/cases/*/documents/*', (route) => (route.request().method() === 'PUT' && tries++ === 0 ? route.abort() : route.continue()));
    const line = page.locator('.doc', { hasText: 'SK tim penyusun' });
    await line.waitFor();
    const pdf = Buffer.from(await samplePdf('SK tim', ['Data contoh'])).toString('base64');
    const files = await page.evaluateHandle(`(() => { const files = new DataTransfer(); files.items.add(new File([Uint8Array.from(atob('${pdf}'), (letter) => letter.charCodeAt(0))], 'sk-tim.pdf', { type: 'application/pdf' })); return files; })()`);
    await line.dispatchEvent('drop', { dataTransfer: files });
    await line.getByRole('button', { name: 'Coba lagi' }).click();
    await line.getByText('Ada', { exact: true }).waitFor();
    const { body } = await house.as('drafter-1702').get<{ documents: { type: string }[] }>('/v1/cases/rpik-1702-2027');
    expect([tries, body.documents.filter(({ type }) => type === 'team-decree').length]).toEqual([2, 1]);
    await close();
  });

  it('W7: has taken a task first, by name and without a reload', async () => {
    const admin = house.as('admin');
    const { person } = await admin.must<{ person: { id: string } }>('POST', '/v1/people', { subject: 'rekan-1701', name: 'Sari Utami (contoh)' });
    await admin.must('POST', '/v1/holders', { person: person.id, role: 'regency-drafter', scope: '1701', capacity: 'definitive', from: '2025-01-01', decree: 'SK contoh' });
    const { page, context, close } = await visit(browser, base, '/kasus', { persona: 'drafter-1701' });
    // Without the stream the page learns of it by the refusal alone.
    await context.route('**/v1/stream', (route) => route.abort());
    await page.goto(`${base}/kerja`);
    const take = page.getByRole('button', { name: /^Ambil: Catat Propemperda/ });
    await take.waitFor();
    const claimed = await fetch(`${base}/v1/tasks/${encodeURIComponent('rpik-1701-2027/programme.regency-drafter')}/claim`, { method: 'POST', headers: { authorization: `Bearer ${await providerToken(house, 'rekan-1701')}`, 'idempotency-key': 'rekan-1', 'content-type': 'application/json' }, body: '{}' });
    expect([claimed.status, (await claimed.text()).slice(0, 200)]).toEqual([200, expect.any(String)]);
    await take.click();
    await page.getByRole('status').filter({ hasText: 'Sudah diambil oleh Sari Utami (contoh).' }).waitFor();
    await close();
  });

  it('K9: comes all the same while the line is broken, which is said, and again by itself when the line is back', async () => {
    const { page, context, close } = await visit(browser, base, '/kasus', { persona: 'legal-1700' });
    let lines = 0;
    await context.route('**/v1/stream', (route) => (lines++ === 0 ? route.fulfill({ contentType: 'text/event-stream', body: 'event: ready\ndata: {}\n\n' }) : route.abort()));
    await page.goto(`${base}/kasus/${seluma}/diskusi`);
    const field = page.locator('#catatan');
    await field.fill('Rumusan Pasal 9');
    const broken = page.getByRole('status').filter({ hasText: 'Pembaruan langsung terputus' });
    await broken.waitFor({ timeout: 30_000 });
    expect(await barriers(page)).toEqual([]);
    await remark('coordinator-1700', seluma, 'Ditulis selagi saluran terputus.');
    await context.unroute('**/v1/stream');
    await broken.waitFor({ state: 'detached', timeout: 60_000 });
    await page.getByText('Ditulis selagi saluran terputus.').waitFor();
    expect([await field.inputValue(), lines > 1]).toEqual(['Rumusan Pasal 9', true]);
    await close();
  });

  it('K9, R4, R5, D4, A6: a house that is away, a dead link and an ended session lose nothing and say what to do', async () => {
    const { page, context, close } = await visit(browser, base, `/kasus/${seluma}/diskusi`, { persona: 'legal-1700' });
    await page.locator('#catatan').fill('Isian yang tidak boleh hilang');
    await page.getByText(/Draf tersimpan di perangkat ini/).waitFor();
    await house.kill('api');
    const away = page.getByRole('status').filter({ hasText: 'Server tidak menjawab' });
    await away.waitFor({ timeout: 40_000 });
    expect(await page.locator('#catatan').inputValue()).toBe('Isian yang tidak boleh hilang');
    house.start('api');
    await house.answers();
    // Said before the page has its line back: it was not told, and has it all the same.
    await remark('coordinator-1700', seluma, 'Ditulis sebelum saluran tersambung lagi.');
    await away.waitFor({ state: 'detached', timeout: 60_000 });
    await page.getByText('Ditulis sebelum saluran tersambung lagi.').first().waitFor({ timeout: 30_000 });
    await eventually(async () => {
      await remark('coordinator-1700', seluma, 'Ditulis setelah saluran tersambung lagi.');
      await live(page).filter({ hasText: /\d pembaruan\. Tampilkan/ }).waitFor({ timeout: 10_000 });
    }, 40_000);
    await live(page).getByRole('button', { name: 'Tampilkan' }).click();
    await page.getByText('Ditulis setelah saluran tersambung lagi.').first().waitFor();
    expect(await page.locator('#catatan').inputValue()).toBe('Isian yang tidak boleh hilang');

    const admin = house.as('admin');
    const { body } = await admin.get<{ items: { id: string; person: string }[] }>('/v1/sessions');
    for (const { id, person } of body.items) if (person === 'p_legal-1700') await admin.command('DELETE', `/v1/sessions/${id}`);
    await page.getByRole('button', { name: 'Simpan catatan' }).click();
    await page.locator('.session-over').waitFor();
    const again = await context.newPage();
    await again.goto(`${base}/auth/sign-in?persona=legal-1700&returnTo=/kerja`);
    await again.locator('main h1').waitFor();
    await again.close();
    await page.locator('.session-over').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Simpan catatan' }).click();
    await page.getByText('Catatan tersimpan.').waitFor();
    expect(await page.locator('.said').allInnerTexts()).toContain('Isian yang tidak boleh hilang');

    const response = await page.goto(`${base}/v1/documents/${'0'.repeat(64)}`);
    expect(response?.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: 'Tidak ditemukan' }).waitFor();
    expect(await page.title()).toMatch(/^Galat: /);
    await page.goto(`${base}/tidak/ada`);
    await page.getByRole('button', { name: 'Salin nomor jejak' }).waitFor();
    const [, trace = '?'] = /jejak: ([0-9a-f]{32})/.exec(await page.locator('main').innerText()) ?? [];
    expect(house.log('api')).toContain(trace);
    expect(await barriers(page)).toEqual([]);
    // A page that breaks says so, under a number of its own.
    await context.route(`**/v1/cases/${seluma}`, (route) => route.fulfill({ json: { id: seluma } }));
    await page.goto(`${base}/kasus/${seluma}`);
    await page.getByRole('alert').getByRole('button', { name: 'Salin nomor jejak' }).waitFor();
    expect(await hindrances(page, 'a page that broke')).toEqual([]);
    const [, fault = '?'] = /([0-9a-f]{32})/.exec(await page.getByRole('alert').innerText()) ?? [];
    expect(house.log('api')).toContain(fault);
    await close();
  }, 240_000);
});

describe('getting about', () => {
  it('A1, A4: Ctrl K finds what was mistyped, Enter opens it, and Esc goes back to where one was', async () => {
    const { page, close } = await visit(browser, base, '/kerja', { persona: 'coordinator-1700' });
    const skip = page.getByRole('link', { name: 'Langsung ke isi' });
    await skip.focus();
    expect((await skip.boundingBox())!.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('isi');
    const opener = page.getByRole('button', { name: /^Cari/ });
    await opener.focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Kasus, daerah, halaman, atau tindakan' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate<string>('document.activeElement.className')).toContain('find');
    await page.keyboard.press('Control+k');
    const found = page.getByRole('dialog').getByRole('option');
    await found.filter({ hasText: 'Seluma' }).first().waitFor();
    const all = await found.count();
    await page.keyboard.type('slma');
    await eventually(async () => expect(await found.count()).toBeLessThan(all), 10_000);
    expect(await found.first().innerText()).toContain('Seluma');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/kasus/${seluma}`));
    await close();
  });

  it('A2: single keys move, open and lead to a decision, are listed, are dead in fields, and can be switched off', async () => {
    const { page, close } = await visit(browser, base, '/kerja', { persona: 'coordinator-1700' });
    const onFirstRow = async () => {
      await page.locator('[data-row]').first().waitFor();
      await page.keyboard.press('j');
    };
    await onFirstRow();
    expect(await page.evaluate<boolean>(`document.querySelector('[data-row]').contains(document.activeElement)`)).toBe(true);
    await page.keyboard.press('a');
    await page.waitForURL(/\/keputusan\//);
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.waitForURL(/\/kerja$/);
    await onFirstRow();
    await page.keyboard.press('o');
    await page.waitForURL(/\/kasus\/[^/]+$/);
    await page.locator('[data-shortcut=r]').waitFor();
    await page.keyboard.press('r');
    await page.waitForURL(/\/keputusan\/return-incomplete$/);
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.waitForURL(/\/kerja$/);
    await onFirstRow();
    await page.keyboard.press('c');
    await eventually(async () => expect(await page.evaluate<string>('document.activeElement.id')).toBe('catatan'), 10_000);
    await page.keyboard.type('jago?');
    expect([await page.locator('#catatan').inputValue(), await page.locator('dialog[open]').count()]).toEqual(['jago?', 0]);
    await page.locator('#catatan').fill('');
    await page.locator('main h1').focus();
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Pintasan papan ketik' });
    await list.waitFor();
    expect(await list.locator('kbd').allInnerTexts()).toEqual(expect.arrayContaining(['j', 'k', 'o', 'a', 'r', 'c', 'g', '?', 'Esc']));
    expect(await barriers(page)).toEqual([]);
    await list.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await page.goto(`${base}/kerja`);
    await page.locator('[data-row]').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    expect([await page.locator('dialog[open]').count(), await page.evaluate<boolean>(`document.activeElement.closest('[data-row]') !== null`)]).toEqual([0, false]);
    await close();
  });

  it('W2, W4, W5, W6, W8, W9: the worklist groups, says whose desk it is, keeps its filters in the address, and decides nothing in bulk', async () => {
    const { page, close } = await visit(browser, base, '/kerja?tampilan=menunggu', { persona: 'coordinator-1700' });
    await page.locator('.rows .m', { hasText: /di Penyusun kabupaten\/kota sejak/ }).first().waitFor();
    const all = await page.locator('[data-row]').count();
    await page.getByRole('combobox', { name: 'Daerah' }).selectOption('1701');
    await page.waitForURL(/daerah=1701/);
    const chip = page.getByRole('button', { name: /^Hapus saringan/ });
    await chip.waitFor();
    const some = await page.locator('[data-row]').count();
    expect(some).toBeLessThan(all);
    await page.reload();
    await chip.waitFor();
    await eventually(async () => expect(await page.locator('[data-row]').count()).toBe(some), 10_000);
    await page.getByRole('checkbox', { name: /^Pilih: / }).first().check();
    const bulk = page.getByRole('group', { name: '1 dipilih' });
    expect(await bulk.getByRole('button').allInnerTexts()).toEqual(['Ingatkan', 'Batalkan pilihan']);
    await bulk.getByRole('button', { name: 'Ingatkan' }).click();
    await page.getByRole('status').filter({ hasText: /1 berhasil|tidak\./ }).waitFor();
    await chip.click();
    await page.waitForURL((url) => !url.search.includes('daerah'));
    await eventually(async () => expect(await page.locator('[data-row]').count()).toBe(all), 10_000);
    await page.goto(`${base}/kerja`);
    expect(await page.locator('.rows .row .t').first().innerText()).toMatch(/ — Kab\. Seluma$/);
    expect(await page.locator('.grp h2').allInnerTexts()).toEqual([expect.stringMatching(/^(Belum jatuh tempo|Segera)/)]);
    await close();
    const admin = await visit(browser, base, '/kerja?tampilan=menunggu', { persona: 'admin' });
    await admin.page.getByRole('checkbox', { name: /^Pilih: / }).nth(1).waitFor();
    for (const n of [0, 1]) await admin.page.getByRole('checkbox', { name: /^Pilih: / }).nth(n).check();
    await admin.page.getByRole('group', { name: '2 dipilih' }).getByRole('button', { name: 'Alihkan' }).click();
    await admin.page.getByRole('dialog').getByLabel('Kepada').waitFor();
    expect([await hindrances(admin.page, 'reassigning several'), admin.complaints]).toEqual([[], []]);
    await admin.close();
    const idle = await visit(browser, base, '/kerja', { persona: 'drafter-1706' });
    await idle.page.getByText('Tidak ada tugas untuk Anda hari ini.').waitFor();
    expect(await idle.page.getByRole('link', { name: 'Lihat kasus' }).count()).toBe(1);
    await idle.close();
  });

  it('R2, B3, B5, A8: offers the tour once, explains words, writes the zone of the region, and keeps still for those who ask for it', async () => {
    const { page, close } = await visit(browser, base, '/kerja', { persona: 'coordinator-1700' });
    await page.getByRole('button', { name: 'Mulai' }).click();
    for (let n = 1; n < 5; n++) await page.getByRole('button', { name: 'Lanjut' }).click();
    await page.getByText('Langkah 5 dari 5').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Selesai' }).click();
    await page.reload();
    await page.locator('main h1').waitFor();
    expect(await page.getByRole('button', { name: 'Mulai' }).count()).toBe(0);

    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
    await page.goto(`${base}/kasus/${seluma}`);
    const term = page.getByRole('button', { name: /^RPIK\b/ }).first();
    await term.focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('tooltip').innerText()).toContain('Rencana Pembangunan Industri');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('tooltip').count()).toBe(0);
    expect(await page.evaluate<number>(`document.getAnimations().length`)).toBe(0);
    expect(await page.evaluate<string[]>(`[...document.querySelectorAll('.chip')].map((chip) => getComputedStyle(chip).borderTopStyle)`)).not.toContain('none');
    await page.goto(`${base}/kasus/${seluma}/riwayat`);
    await page.locator('.tl time').first().waitFor();
    expect(await page.locator('.tl time').first().innerText()).toMatch(/^\S+, \d+ \S+ 2026 pukul \d\d\.\d\d WIB$/);
    await close();
  });
});

describe('what one is told', () => {
  it('N1, N2: the bell is grouped and can be read away, and what is switched off stays in the outbox', async () => {
    const { page, close } = await visit(browser, base, '/notifikasi', { persona: 'drafter-1705' });
    const unread = async () => Number(/\((\d+)/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[1]);
    await page.getByRole('button', { name: /^Tandai dibaca: / }).first().waitFor();
    const group = page.getByRole('region', { name: 'RPIK Seluma 2028–2047' });
    expect([await group.count(), (await group.locator('li').count()) > 1]).toEqual([1, true]);
    const before = await unread();
    await page.getByRole('button', { name: /^Tandai dibaca: / }).first().click();
    await eventually(async () => expect(await unread()).toBeLessThan(before));

    await page.goto(`${base}/preferensi`);
    const mail = page.getByRole('checkbox', { name: 'catatan dan suara lewat Surel' });
    await mail.uncheck();
    const locked = page.getByRole('checkbox', { name: 'pemberitahuan kepada atasan lewat Surel' });
    await locked.press('Space');
    expect([await locked.isChecked(), await locked.getAttribute('aria-disabled')]).toEqual([true, 'true']);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Tersimpan.').waitFor();
    await remark('coordinator-1700', seluma, 'Catatan yang tidak dikirim lewat surel.');
    const { body } = await house.as('admin').get<{ items: { state: string; recipientRole: string }[] }>(`/v1/outbox?channel=mail&subject=${seluma}&state=muted`);
    expect(body.items.map(({ recipientRole }) => recipientRole)).toContain('regency-drafter');

    await house.as('drafter-1705').must('PUT', '/v1/me/preferences', { digest: { on: false, at: '07:30' } });
    await page.getByRole('checkbox', { name: 'hasil dan keputusan lewat Surel' }).uncheck();
    await page.getByRole('button', { name: 'Simpan' }).click();
    const clash = page.getByRole('dialog', { name: 'Sudah diubah orang lain' });
    await clash.waitFor();
    expect(await barriers(page)).toEqual([]);
    await clash.getByRole('button', { name: 'Pakai isian saya' }).click();
    await page.getByText('Tersimpan.').waitFor();
    expect((await house.as('drafter-1705').get<{ digest: { on: boolean } }>('/v1/me/preferences')).body.digest.on).toBe(true);
    await close();
  });

  it('K4, K6, K8, K12: the history can be narrowed, an internal note stays inside, and an act that is shut says why', async () => {
    await remark('coordinator-1700', seluma, 'Hanya untuk provinsi.', 'internal');
    const { page, context, close } = await visit(browser, base, `/kasus/${seluma}/diskusi`, { persona: 'drafter-1705' });
    await page.getByText('Lampiran peta belum terbaca.').first().waitFor();
    expect(await page.content()).not.toContain('Hanya untuk provinsi.');
    await page.goto(`${base}/kasus/${seluma}/riwayat`);
    await page.locator('.tl li').first().waitFor();
    const all = await page.locator('.tl li').count();
    await page.getByRole('button', { name: 'Keputusan', exact: true }).click();
    const some = await page.locator('.tl li').count();
    expect([some > 2, some < all]).toEqual([true, true]);
    const seqs = (await page.locator('.tl li .small').allInnerTexts()).map((text) => Number(text.replace('#', '')));
    expect(seqs).toEqual([...seqs].sort((one, other) => other - one));
    await page.getByText('rantai utuh').waitFor();
    // The same history with one word changed on its way to the reader.
    await context.route(`**/v1/cases/${seluma}/events?*`, async (route) => {
      const answer = await route.fetch();
      const { items, ...rest } = (await answer.json()) as { items: { seq: number; body: object }[] };
      await route.fulfill({ response: answer, json: { ...rest, items: items.map((event) => (event.seq === 3 ? { ...event, body: { ...event.body, altered: true } } : event)) } });
    });
    await page.reload();
    await page.getByText('rusak pada #3').waitFor();
    expect(await page.getByText('rantai utuh').count()).toBe(0);
    await close();
    const own = await visit(browser, base, '/kasus/rpik-1701-2027', { persona: 'drafter-1701' });
    const shut = own.page.locator('[data-utama][aria-disabled]');
    const why = await shut.getAttribute('aria-describedby');
    expect(await own.page.locator(`[id="${why}"]`).innerText()).toMatch(/^Belum dapat: ./);
    await own.close();
  });

  it('P1, P2: a return says where it leads, names every gap, and is a list to work off for whoever gets it back', async () => {
    const { page, close } = await visit(browser, base, `/kasus/${seluma}/keputusan/return-incomplete`, { persona: 'coordinator-1700' });
    await page.getByText(/^Setelah ini: .*Penyusun/).waitFor();
    const next = page.getByRole('button', { name: 'Lanjut: periksa jawaban' });
    await next.click();
    const summary = page.getByRole('alert').filter({ hasText: 'Ada 2 yang perlu diperbaiki' });
    await summary.waitFor();
    expect([await page.evaluate<string>('document.activeElement.className'), await summary.getByRole('link').count()]).toEqual(['errsum', 2]);
    await summary.getByRole('link').last().click();
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('remark-0');
    await page.keyboard.type('Tambahkan peta kawasan.');
    await page.locator('#remark-0-unit').fill('Pasal 7');
    await page.locator('#reason').selectOption({ index: 1 });
    await next.click();
    await page.getByRole('button', { name: /^Catat keputusan: Kembalikan karena tidak lengkap/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Keputusan tercatat' }).waitFor();
    await close();
    const drafter = await visit(browser, base, `/kasus/${seluma}/diskusi`, { persona: 'drafter-1705' });
    const asked = drafter.page.locator('li.card', { hasText: 'Tambahkan peta kawasan.' });
    await asked.getByText('Pasal 7', { exact: false }).first().waitFor();
    await asked.getByRole('button', { name: /^Jawab/ }).waitFor();
    await drafter.page.getByText('dikembalikan 1', { exact: false }).first().waitFor();
    await drafter.close();
    const story = storyOf(house, '1705', 2027);
    await story.answerRemarks(story.cast.drafter);
    await story.pdf(story.cast.drafter, 'response-matrix');
    await story.take(story.cast.drafter, 'resubmit');
  });

  it('K3, A3, A7, M: the rail says of each stage behind the case when it left it, and draws what sent it back with how often; on a phone the stages stand below one another', async () => {
    const stored = await rowsOf<{ stage: string; on: string }>(house, `select distinct on (stage) stage, to_char(left_at at time zone 'Asia/Jakarta', 'FMDD FMMM YYYY') as on from stage_stay where case_id = $1 order by stage, seq desc`, [seluma]);
    const month = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];
    const days = new Set(stored.map(({ on }) => on.split(' ')).map(([day, number, year]) => `${day} ${month[Number(number) - 1]} ${year}`));
    for (const size of [desk, phone]) {
      const { page, complaints, close } = await visit(browser, base, `/kasus/${seluma}`, { persona: 'coordinator-1700', size });
      await page.locator('.vrail summary').click();
      const stages = page.locator('.vrail li');
      // Programme, team, academic paper, drafting, consultation and harmonization lie behind it; the intake had sent it back to its drafting.
      const behind = (await stages.allInnerTexts()).slice(0, 6);
      for (const text of behind) expect([...days].some((day) => new RegExp(`selesai \\S+ ${day}`).test(text.replace(/\s+/g, ' ')))).toBe(true);
      const now = await stages.nth(6).innerText();
      expect(await stages.nth(6).getAttribute('aria-current')).toBe('step');
      expect(now).toMatch(/dikembalikan 1× ke Penyusunan/);
      expect(await page.locator('.vrail [aria-current=step]').count()).toBe(1);
      const tops = await page.evaluate<number[]>(`[...document.querySelectorAll('.vrail li')].map((one) => one.getBoundingClientRect().top)`);
      if (size === phone) expect(tops).toEqual([...new Set(tops)].sort((one, other) => one - other));
      expect(await page.locator('.map').isVisible()).toBe(size === desk);
      if (size === desk) expect([await page.locator('.map .loop').count(), await page.locator('.map .loop').textContent(), await page.locator('.map .on').count()]).toEqual([1, 'dikembalikan 1×', 1]);
      expect(await hindrances(page, 'the rail')).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    }
  });

  it('P1, P3, P5: a pass says where it leads, waits for what has to be read, and the receipt says who was told', async () => {
    const { page, close } = await visit(browser, base, `/kasus/${seluma}/keputusan/accept-intake`, { persona: 'coordinator-1700' });
    await page.getByText(/^Setelah ini: .*[Pp]enelaahan/).waitFor();
    const next = page.getByRole('button', { name: 'Lanjut: periksa jawaban' });
    const reason = await next.getAttribute('aria-describedby');
    expect([await next.getAttribute('aria-disabled'), await page.locator(`[id="${reason}"]`).innerText()]).toEqual(['true', expect.stringMatching(/./)]);
    await next.press('Enter');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toContain('Periksa jawaban');
    const papers = page.getByRole('link', { name: /^Buka / });
    expect(await papers.count()).toBeGreaterThan(1);
    await papers.first().click();
    for (const field of await page.getByLabel(/^Alasan tidak membuka/).all()) await field.fill('Sama dengan berkas yang diperiksa di Kanwil.');
    await next.click();
    await page.getByRole('heading', { level: 1, name: 'Periksa jawaban sebelum mencatat keputusan' }).waitFor();
    expect(await page.locator('.ans').innerText()).toContain('Sama dengan berkas yang diperiksa di Kanwil.');
    await page.getByRole('button', { name: /^Catat keputusan/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Keputusan tercatat' }).waitFor();
    const reference = await page.locator('dd.mono').innerText();
    const since = Number(reference.replace(`${seluma}/`, ''));
    const { body } = await house.as('coordinator-1700').get<{ items: { seq: number; type: string }[]; texts: Record<string, { text: string }> }>(`/v1/cases/${seluma}/events?limit=100`);
    expect(body.items.find(({ seq }) => seq === since)?.type).toMatch(/^(transfer-started|case-moved)$/);
    expect(Object.values(body.texts).map(({ text }) => text)).toContainEqual(expect.stringContaining('Sama dengan berkas yang diperiksa di Kanwil.'));
    const told = page.getByRole('heading', { level: 2, name: /^Yang diberi tahu \(\d+\)/ });
    await told.waitFor();
    await eventually(async () => {
      const stored = await rowsOf<{ offices: number; lines: number }>(house, 'select count(distinct role)::int as offices, count(distinct (role, channel, state))::int as lines from notice where subject_id = $1 and seq >= $2 and role is not null', [seluma, since]);
      const shown = await page.locator('section[aria-labelledby=told] li span.small').allInnerTexts();
      expect([Number(/\((\d+)\)/.exec(await told.innerText())?.[1]), shown.join(' · ').split(' · ').length]).toEqual([stored[0]!.offices, stored[0]!.lines]);
    }, 20_000);
    await close();
  });
});

describe('hostile words', () => {
  it('never run and never break the layout, in names, notes, remarks and file names', async () => {
    const evil = [`<img src=x onerror="window.__ran=1"><svg onload="window.__ran=1">`, `javascript:window.__ran=1`, `${'\u202e'}fdp.exe ${'\u2066'}x`, 'x'.repeat(9_900), `{{constructor.constructor('window.__ran=1')()}}`];
    for (const text of evil) await house.as('drafter-1701').must('POST', '/v1/cases/rpik-1701-2027/remarks', { text, unit: text.slice(0, 180), visibility: 'counterpart' });
    await house.as('drafter-1701').upload('rpik-1701-2027', 'council-programme-decision', await samplePdf('Keputusan', ['Isi']), `<img src=x onerror=window.__ran=1>${'y'.repeat(120)}.pdf`, 'application/pdf');
    // What stands beside the way of a case: the note of a hold, and a letter with its number.
    const drafter = house.as('drafter-1701');
    await drafter.upload('rpik-1701-2027', 'hold-evidence', await samplePdf('Bukti', ['Isi']), 'bukti.pdf', 'application/pdf');
    for (const text of [evil[0]!, evil[3]!]) await drafter.must('POST', '/v1/cases/rpik-1701-2027/extensions', { clock: 'programme#1', days: 2, reason: 'election', note: text });
    for (const text of evil) await drafter.must('POST', '/v1/cases/rpik-1701-2027/external-events', { kind: text.slice(0, 60), letterNumber: text.slice(0, 60), note: text });
    await house.as('drafter-1706').must('POST', '/v1/cases', { process: 'rpik', programmeYear: 2027, planYears: { from: 2028, to: 2047 }, regionCode: '1706', title: `<b onmouseover=window.__ran=1>${'Z'.repeat(150)}</b>` });
    const { page, complaints, close } = await visit(browser, base, '/kasus', { persona: 'coordinator-1700', size: phone });
    const found: string[] = [];
    for (const route of ['/kasus', '/kerja?tampilan=menunggu', '/kasus/rpik-1706-2027', '/kasus/rpik-1701-2027', '/kasus/rpik-1701-2027/diskusi', '/kasus/rpik-1701-2027/dokumen', '/kasus/rpik-1701-2027/riwayat', '/kasus/rpik-1701-2027/urusan', '/notifikasi']) {
      await page.goto(base + route);
      await page.locator('main h1').waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      if (await page.evaluate<boolean>('window.__ran !== undefined')) found.push(`${route} ran it`);
      const wide = await overflow(page);
      if (wide > 0) found.push(`${route} is ${wide} px too wide`);
    }
    expect([found, complaints]).toEqual([[], []]);
    await close();

    // Typed into the forms themselves, and read back at the check, before anything is recorded.
    const own = await visit(browser, base, '/kasus/rpik-1701-2027/urusan', { persona: 'drafter-1701', size: phone });
    await own.page.getByRole('button', { name: 'Catat surat', exact: true }).click();
    await own.page.getByLabel('Jenis').fill(evil[0]!);
    await own.page.getByLabel('Nomor surat (boleh kosong)').fill(evil[2]!);
    await own.page.getByLabel('Catatan (boleh kosong)').fill(evil[3]!);
    await own.page.getByRole('button', { name: 'Lanjut: periksa' }).click();
    await own.page.getByRole('button', { name: 'Catat: Catat surat' }).waitFor();
    expect(await hindrances(own.page, 'the check of a letter')).toEqual([]);
    expect([await own.page.evaluate<boolean>('window.__ran !== undefined'), (await overflow(own.page)) > 0, own.complaints]).toEqual([false, false, []]);
    await own.close();
  });
});
