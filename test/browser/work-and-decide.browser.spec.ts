import fs from 'node:fs';
import type { Server } from 'node:net';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser, phone, visit, walk } from '#test/browser';
import { House } from '#test/house';
import { samplePdf } from '../../libs/documents/src/samples/sample-pdf';
import { eicar, openClamd, portOf } from '../../libs/documents/testing/clamd-server';
import { catalog, docxWith, pages, pdfOf, streamOf } from '../../libs/documents/testing/hostile-files';

let house: House;
let browser: Browser;
let base: string;
let scanner: Server;
const filed = { process: 'rpik', programmeYear: 2027, planYears: { from: 2028, to: 2047 } };

beforeAll(async () => {
  scanner = await openClamd((content) => (content.includes(eicar) ? 'stream: Eicar-Signature FOUND' : 'stream: OK'));
  house = await House.open('screens', { CLAMD_ADDRESS: `127.0.0.1:${portOf(scanner)}` });
  base = house.url;
  for (const regionCode of ['1705', '1701']) await house.as(`drafter-${regionCode}`).must('POST', '/v1/cases', { ...filed, regionCode, title: `RPIK ${regionCode} 2028–2047` });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
  scanner?.close();
});

const routes = ['/kerja', '/kerja?tampilan=menunggu', '/kasus', '/kasus/rpik-1705-2027', '/kasus/rpik-1705-2027/dokumen', '/kasus/rpik-1705-2027/diskusi', '/kasus/rpik-1705-2027/riwayat', '/kasus/rpik-1705-2027/siapa', '/kasus/rpik-1705-2027/keputusan/record-programme', '/notifikasi', '/preferensi', '/lainnya', '/pantau/tidak-ada'];

describe('the screens', () => {
  it('W1: greet a drafter with what is to be done, for them and their unit', async () => {
    const { page, complaints, close } = await visit(browser, base, '/', { persona: 'drafter-1705' });
    await page.getByRole('heading', { level: 1, name: 'Yang harus Anda kerjakan (1)' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/kerja');
    expect(await page.locator('.rows .row').allInnerTexts()).toEqual([expect.stringContaining('Catat Propemperda — Kab. Seluma')]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('A3, A7: raise no barrier and scroll only downwards, on every route, in both themes, down to 320 pixels', async () => {
    const found: string[] = [];
    for (const scheme of ['light', 'dark'] as const) {
      const { page, complaints, close } = await visit(browser, base, '/kerja', { persona: 'drafter-1705', scheme });
      found.push(...(await walk(page, base, routes)).map((one) => `${scheme} ${one}`));
      expect(complaints).toEqual([]);
      await close();
    }
    expect(found).toEqual([]);
  }, 180_000);

  it('B1: speak Indonesian first and English by a switch that is remembered, with no raw key anywhere', async () => {
    const { page, close } = await visit(browser, base, '/kerja', { persona: 'drafter-1705' });
    expect(await page.evaluate<string>('document.documentElement.lang')).toBe('id');
    await page.getByRole('button', { name: /Switch to English/ }).click();
    await page.getByRole('heading', { level: 1, name: 'What you need to do (1)' }).waitFor();
    for (const route of routes) {
      await page.goto(base + route);
      await page.locator('main h1').waitFor();
      expect(await page.evaluate<string>('document.documentElement.lang')).toBe('en');
      expect((await page.locator('body').innerText()).match(/\b(?:app|nav|demo|work|due|cases|case|why|doc|remark|history|who|decide|told|notices|err|common|live|find|keys|more|prefs|clash|tour|term|filter|bulk|act)\.[a-z][A-Za-z-]+/g)).toBeNull();
    }
    await close();
  });

  it('W7: let one of two take a task, and tell the other without a reload', async () => {
    const [one, other] = [await visit(browser, base, '/kerja', { persona: 'drafter-1701' }), await visit(browser, base, '/kerja', { persona: 'drafter-1701' })];
    const take = (page: typeof one.page) => page.getByRole('button', { name: 'Ambil: Catat Propemperda — Kab. Bengkulu Selatan' });
    await take(other.page).waitFor();
    await take(one.page).click();
    await one.page.getByText('Anda', { exact: true }).waitFor();
    await one.close();
    await other.close();
  });

  it('K1, K2, K3: show on a case one primary act, who has to act otherwise, and where it stands', async () => {
    const drafter = await visit(browser, base, '/kasus/rpik-1705-2027', { persona: 'drafter-1705' });
    expect(await drafter.page.locator('[data-utama]').allInnerTexts()).toEqual(['Catat Propemperda']);
    await drafter.page.locator('[aria-current="step"]').first().waitFor({ state: 'attached' });
    expect(await drafter.page.locator('[aria-current="step"]').count()).toBe(1);
    const head = await visit(browser, base, '/kasus/rpik-1705-2027', { persona: 'head-1705' });
    await head.page.getByText('Menunggu Penyusun kabupaten/kota', { exact: false }).first().waitFor();
    expect(await head.page.locator('[data-utama]').count()).toBe(0);
    await drafter.close();
    await head.close();
  });

  it("shows nothing of another region's case", async () => {
    const { page, close } = await visit(browser, base, '/kasus', { persona: 'drafter-1701' });
    expect(await page.locator('main').innerText()).not.toContain('rpik-1705-2027');
    await page.goto(`${base}/kasus/rpik-1705-2027`);
    await page.getByRole('alert').filter({ hasText: 'Tidak ditemukan' }).waitFor();
    await close();
  });
});

describe('an act through the browser', () => {
  it('D3, M: is told of a file of another kind, too large, with macros or infected each what is wrong and what to do', async () => {
    const { page, complaints, close } = await visit(browser, base, '/kasus/rpik-1701-2027/dokumen', { persona: 'drafter-1701', size: phone });
    const line = page.locator('.doc', { hasText: 'Naskah akademik' });
    const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const large = path.join(house.home, 'besar.pdf');
    fs.writeFileSync(large, pdfOf([catalog, pages]));
    fs.truncateSync(large, 101 * 1024 * 1024);
    const said: string[] = [];
    for (const [file, message] of [
      [{ name: 'naskah.docm', mimeType: 'application/vnd.ms-word.document.macroEnabled.12', buffer: docxWith() }, 'Dokumen ini diterima sebagai: '],
      [large, 'Batas satu dokumen adalah 100 MB. Perkecil gambar atau bagi berkas.'],
      [{ name: 'naskah.docx', mimeType: docx, buffer: docxWith({ name: 'word/vbaProject.bin', content: 'x' }) }, 'Simpan sebagai dokumen tanpa makro (.docx atau .xlsx), lalu unggah ulang.'],
      [{ name: 'naskah.pdf', mimeType: 'application/pdf', buffer: pdfOf([catalog, pages, streamOf('', Buffer.from(eicar))]) }, 'Pemindai menemukan virus. Bersihkan komputer Anda dan unggah berkas yang bersih.'],
    ] as const) {
      await line.locator('input[type=file]').setInputFiles(file);
      await line.getByRole('status').filter({ hasText: message }).waitFor({ timeout: 60_000 });
      said.push(await line.getByRole('status').innerText());
      expect(await line.getByRole('button', { name: 'Coba lagi' }).count()).toBe(0);
    }
    expect(new Set(said).size).toBe(4);
    expect((await house.as('drafter-1701').get<{ documents: object[] }>('/v1/cases/rpik-1701-2027')).body.documents).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  it('D2, D3, D5, P4, P5, P6, P10: is uploaded, explained, kept, checked, recorded once, and confirmed', async () => {
    const { page, complaints, close } = await visit(browser, base, '/kasus/rpik-1705-2027/dokumen', { persona: 'drafter-1705', size: phone });
    const line = page.locator('.doc', { hasText: 'Keputusan DPRD tentang Propemperda' });
    await line.locator('input[type=file]').setInputFiles({ name: '<img src=x onerror=alert(1)>.pdf', mimeType: 'application/pdf', buffer: Buffer.from('bukan pdf') });
    await line.getByRole('status').filter({ hasText: 'Isi berkas berbeda' }).waitFor();
    await line.locator('input[type=file]').setInputFiles({ name: 'Keputusan DPRD <b>.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await samplePdf('Keputusan DPRD', ['Propemperda 2027'])) });
    await line.getByText('Ada', { exact: true }).waitFor();

    await page.goto(`${base}/kasus/rpik-1705-2027/keputusan/record-programme`);
    await page.getByRole('button', { name: 'Lanjut: periksa jawaban' }).click();
    await page.getByRole('alert').filter({ hasText: 'Ada 2 yang perlu diperbaiki' }).waitFor();
    expect(await page.title()).toMatch(/^Galat: /);
    expect(await page.evaluate<string>('document.activeElement.className')).toBe('errsum');
    await page.getByLabel('Nomor keputusan Propemperda').fill('188/7/DPRD/2026');
    await page.reload();
    expect(await page.getByLabel('Nomor keputusan Propemperda').inputValue()).toBe('188/7/DPRD/2026');
    await page.getByLabel('Tahun Propemperda').fill('2027');
    await page.getByLabel('Tahun Propemperda').press('Enter');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Catat Propemperda');
    await page.getByRole('button', { name: 'Lanjut: periksa jawaban' }).click();
    await page.getByRole('heading', { level: 1, name: 'Periksa jawaban sebelum mencatat keputusan' }).waitFor();
    await page.getByRole('button', { name: /^Catat keputusan/ }).dblclick();
    await page.getByRole('heading', { level: 1, name: 'Keputusan tercatat' }).waitFor();
    expect(await page.locator('dd.mono').innerText()).toMatch(/^rpik-1705-2027\/\d+$/);

    const { body } = await house.as('drafter-1705').get<{ items: { type: string }[] }>('/v1/cases/rpik-1705-2027/events');
    expect(body.items.filter(({ type }) => type === 'transfer-started')).toHaveLength(1);
    await page.goto(`${base}/kasus/rpik-1705-2027/riwayat`);
    await page.getByText('rantai utuh').waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);
});
