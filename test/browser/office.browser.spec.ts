import { rename } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { longDate } from '#process';
import { barriers, openBrowser, visit, walk } from '#test/browser';
import { eventually, House } from '#test/house';

const filed = { process: 'rpik', programmeYear: 2027, planYears: { from: 2028, to: 2047 } };

let house: House;
let browser: Browser;
let base: string;

beforeAll(async () => {
  house = await House.open('office', { SMTP_URL: 'smtp://127.0.0.1:1' });
  base = house.url;
  await house.as('admin').must('POST', '/v1/demo/clock', { to: '2026-11-24T03:12:00.000Z' });
  for (const regionCode of ['1705', '1701']) await house.as(`drafter-${regionCode}`).must('POST', '/v1/cases', { ...filed, regionCode, title: `RPIK ${regionCode} 2028–2047` });
  await house.as('admin').must('POST', '/v1/cases/rpik-1705-2027/reminders', { note: 'Contoh.' });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const dialog = (page: Page) => page.getByRole('dialog');

describe('the rooms of the administrator', () => {
  it('R6: say in words how database, engine, mail and storage are, and since when', async () => {
    const { page, complaints, close } = await visit(browser, base, '/pengelola', { persona: 'admin' });
    const part = (name: string) => page.getByRole('listitem', { name, exact: true });
    for (const name of ['Basis data', 'Mesin alur (Temporal)', 'Penyimpanan dokumen']) await part(name).getByText('Baik').waitFor();
    await part('Surel').getByText('Gangguan').waitFor({ timeout: 60_000 });
    // By the clock of the machine: what is out of order is so whatever day the demo plays.
    const { body } = await house.as('admin').get<{ parts: { part: string; since: string }[] }>('/v1/health');
    const { since } = body.parts.find((one) => one.part === 'mail')!;
    await part('Surel').getByText(`sejak ${longDate(since, 'WIB', 'id')}`).waitFor();
    await rename(house.documents, `${house.documents}.away`);
    try {
      await part('Penyimpanan dokumen').getByText('Gangguan').waitFor({ timeout: 40_000 });
    } finally {
      await rename(`${house.documents}.away`, house.documents);
    }
    await part('Penyimpanan dokumen').getByText('Baik').waitFor({ timeout: 40_000 });
    expect(complaints).toEqual([]);
    await close();
  }, 180_000);

  it('register a person, an office and an acting official, and say beforehand what would lose its holder', async () => {
    const { page, complaints, close } = await visit(browser, base, '/pengelola/register?jabatan=regency-drafter&daerah=1705', { persona: 'admin' });
    await page.getByRole('button', { name: 'Catat orang' }).click();
    await dialog(page).getByRole('button', { name: 'Catat orang' }).click();
    expect(await dialog(page).getByText('Wajib diisi.').count()).toBe(2);
    await dialog(page).getByLabel('Nama').fill('<b>Ratna</b> Dewi');
    await dialog(page).getByLabel('Nomor akun').fill('ratna.dewi');
    await dialog(page).getByRole('button', { name: 'Catat orang' }).click();
    await dialog(page).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: /^Akhiri masa jabatan/ }).click();
    await dialog(page).getByText('Jabatan kosong mulai Rab 25 Nov 2026: tidak ada yang dapat bertindak.').waitFor();
    await dialog(page).getByText('Tugas terbuka tanpa pemegang: 1.').waitFor();
    await dialog(page).getByRole('link', { name: 'rpik-1705-2027' }).waitFor();
    await dialog(page).press('Escape');

    await page.getByRole('button', { name: 'Catat pemegang jabatan' }).click();
    await dialog(page).getByLabel('Cari orang').fill('ratna.dewi');
    await dialog(page).getByLabel('Orang', { exact: true }).selectOption({ label: '<b>Ratna</b> Dewi (ratna.dewi)' });
    await dialog(page).getByLabel('Sifat').selectOption('Plt');
    await dialog(page).getByLabel('Mulai').fill('24/11/2026');
    await dialog(page).getByLabel('Dasar (SK)').fill('SK Bupati 45/2026');
    await dialog(page).getByRole('button', { name: 'Catat pemegang jabatan' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: '<b>Ratna</b> Dewi' }).getByText('Plt').waitFor();

    // Somebody else is there now: the office would stay held.
    await page.getByRole('row').filter({ hasText: 'SK contoh' }).getByRole('button', { name: /^Akhiri masa jabatan/ }).click();
    await dialog(page).getByText('Jabatan tetap terisi: <b>Ratna</b> Dewi.').waitFor();
    await dialog(page).getByRole('button', { name: 'Akhiri pada Sel 24 Nov 2026' }).click();
    await dialog(page).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Tunjuk Plh. untuk <b>Ratna</b> Dewi' }).click();
    await dialog(page).getByLabel('Cari orang').fill('secretary-1705');
    await dialog(page).getByLabel('Orang', { exact: true }).selectOption({ index: 1 });
    await dialog(page).getByLabel('Sampai').fill('4/12/2026');
    await dialog(page).getByLabel('Dasar (SK)').fill('Surat perintah 7/2026');
    await dialog(page).getByRole('button', { name: 'Catat Plh.' }).click();
    await page.getByRole('heading', { name: 'Pelaksana harian (1)' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 90_000);

  it('show every notice with its state, office and channel', async () => {
    const { page, close } = await visit(browser, base, '/pengelola/kotak-keluar?jalur=in-app', { persona: 'admin' });
    await page.getByRole('row').filter({ hasText: 'rpik-1705-2027' }).first().getByText('terkirim').waitFor();
    await page.getByLabel('Keadaan').selectOption('bounced');
    await page.getByText('Tidak ada pemberitahuan dengan saringan ini.').waitFor();
    expect(new URL(page.url()).search).toBe('?jalur=in-app&keadaan=bounced');
    await close();
  });

  it('end the session of somebody, who has to sign in again', async () => {
    const other = await visit(browser, base, '/kerja', { persona: 'head-1701' });
    const { page, close } = await visit(browser, base, '/pengelola/sesi', { persona: 'admin' });
    const { body } = await house.as('admin').get<{ items: { person: string; name: string }[] }>('/v1/sessions');
    const { name } = body.items.find(({ person }) => person === 'p_head-1701')!;
    await page.getByRole('region', { name }).getByRole('button', { name: 'Akhiri sesi' }).first().click();
    await dialog(page).getByRole('button', { name: 'Akhiri 1 sesi' }).click();
    await page.getByRole('region', { name }).waitFor({ state: 'detached' });
    await other.page.reload();
    await other.page.getByRole('heading', { level: 1, name: 'Masuk ke Selaras' }).waitFor();
    await other.close();
    await close();
  });

  it('show what another table of free days would move before it is published, and how far it has come then', async () => {
    const { page, complaints, close } = await visit(browser, base, '/pengelola/kalender', { persona: 'admin' });
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Unduh tabel berlaku (JSON)' }).click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const table = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { days: object[] };
    expect(table.days.length).toBeGreaterThan(20);
    const choose = (name: string, text: string) => page.getByLabel('Berkas CSV atau JSON').setInputFiles({ name, mimeType: name.endsWith('csv') ? 'text/csv' : 'application/json', buffer: Buffer.from(text) });
    await choose('tabel.csv', 'date,kind,name_id,name_en,decree,issued_on,note\r\n2026-13-40,national-holiday,x,x,x,2026-11-01,\r\n');
    await page.getByRole('button', { name: 'Periksa dahulu' }).click();
    await page.getByRole('alert').waitFor();
    const leave = { date: '2026-12-09', kind: 'collective-leave', name: { id: 'Cuti contoh', en: 'Sample leave' }, decree: 'SKB contoh', issuedOn: '2026-11-23' };
    await choose('tabel.json', JSON.stringify({ ...table, days: [...table.days, leave] }));
    await page.getByRole('button', { name: 'Periksa dahulu' }).click();
    await page.getByText('1 hari ditambah, 0 dihapus, 0 diubah.').waitFor();
    await page.getByText('+ Rab 9 Des 2026 Cuti contoh').waitFor();
    await page.getByText('2 tenggat pada 2 dari 2 kasus terbuka bergeser; 0 menjadi lewat; 0 kohor.').waitFor();
    await page.getByRole('button', { name: 'Terbitkan versi 2' }).click();
    await page.getByText('Versi 2 terbit.', { exact: false }).waitFor();
    await page.getByText('Selesai: 2 dari 2 kasus.').waitFor({ timeout: 60_000 });
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  it('are closed to everybody else, by the house and not by the menu alone', async () => {
    const { page, close } = await visit(browser, base, '/kerja', { persona: 'drafter-1701' });
    expect(await page.getByRole('link', { name: 'Pengelola' }).count()).toBe(0);
    for (const route of ['/pengelola', '/pengelola/register', '/pengelola/sesi', '/pengelola/kotak-keluar', '/tersendat']) {
      await page.goto(base + route);
      await page.getByRole('alert').first().waitFor();
    }
    await close();
  }, 120_000);
});

describe('for everybody', () => {
  it('counts a due day and prints how', async () => {
    const { page, close } = await visit(browser, base, '/hitung', { persona: 'drafter-1705' });
    await page.getByLabel('Hari mulai (hari ke-0)').fill('21/12/2026');
    await page.getByLabel('Lama').fill('3');
    await page.getByRole('button', { name: 'Hitung' }).click();
    // 22 and 23 December; 24 is collective leave, 25 Christmas, then a weekend; 28 December.
    const answer = page.getByRole('region', { name: 'Jatuh tempo' });
    await answer.getByText('Sen 28 Des 2026', { exact: true }).waitFor();
    await answer.getByText('Jum 25 Des 2026', { exact: false }).first().waitFor();
    await close();
  });

  it('draws the process with where a case stands, and its time with the days that do not count', async () => {
    const { page, complaints, close } = await visit(browser, base, '/kasus/rpik-1701-2027', { persona: 'drafter-1701' });
    await page.locator('.clock-bar svg rect[opacity]').first().waitFor({ state: 'attached' });
    await page.getByText('Sebagai tabel').click();
    expect(Number(await page.locator('.clock-bar').first().locator('svg rect[opacity]').count())).toBeGreaterThan(15);
    await page.getByRole('link', { name: 'Gambar proses' }).click();
    await page.getByText('Kab. Bengkulu Selatan sekarang di tahap Propemperda.').waitFor();
    expect(await page.locator('tr[aria-current="step"] th').innerText()).toContain('1. Propemperda');
    await eventually(async () => expect(await page.evaluate<number>('document.querySelector(".process-sheet img").naturalWidth')).toBeGreaterThan(1000), 10_000);
    expect(complaints).toEqual([]);
    await close();
  });

  it('A3, A7: raises no barrier in either theme and down to 320 pixels', async () => {
    const found: string[] = [];
    for (const scheme of ['light', 'dark'] as const) {
      const { page, complaints, close } = await visit(browser, base, '/pengelola', { persona: 'admin', scheme });
      found.push(...(await walk(page, base, ['/pengelola/kesehatan', '/pengelola/register', '/pengelola/sesi', '/pengelola/kotak-keluar', '/pengelola/kalender', '/hitung', '/proses/rpik', '/kasus/rpik-1701-2027'])).map((one) => `${scheme} ${one}`));
      await page.goto(`${base}/pengelola/register`);
      await page.getByRole('button', { name: 'Catat pemegang jabatan' }).click();
      await dialog(page).waitFor();
      found.push(...(await barriers(page)).map((barrier) => `${scheme} dialog ${barrier}`));
      expect(complaints).toEqual([]);
      await close();
    }
    expect(found).toEqual([]);
  }, 240_000);
});
