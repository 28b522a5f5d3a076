import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { fromBufferPromise } from 'yauzl';
import { desk, openBrowser, phone, visit, walk } from '#test/browser';
import { House } from '#test/house';
import { draftRegulation } from '../../libs/documents/src/samples/draft-regulation';
import { samplePdf } from '../../libs/documents/src/samples/sample-pdf';
import { writeZip, type ZipPart } from '../../libs/documents/src/samples/write-zip';
import { png } from '../../libs/documents/testing/hostile-files';
import { castOf } from '../story/tell-region';

const caseId = 'rpik-1705-2027';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
let house: House;
let browser: Browser;
let sha256: string;

const draft = (articlesSeed: number) => draftRegulation({ regionName: 'Seluma', kind: 'kabupaten', headTitle: 'Bupati', year: 2027, products: ['tenun bumpak'], zone: 'Sentra IKM Tais', articlesSeed });

/** The same text with a map of five megabytes in it. */
async function withMap(document: Buffer): Promise<Buffer> {
  const zip = await fromBufferPromise(document);
  const parts: ZipPart[] = [];
  for await (const entry of zip.eachEntry()) {
    const content: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) content.push(part as Buffer);
    parts.push({ name: entry.fileName, content: Buffer.concat(content) });
  }
  return writeZip([...parts, { name: 'word/media/peta.png', content: Buffer.concat([png, randomBytes(5 * 1024 * 1024)]) }]);
}

/** Seluma at its drafting, with two versions of the draft and remarks on Pasal 2 and Pasal 400. */
beforeAll(async () => {
  house = await House.open('compare');
  const { drafter, coordinator } = castOf(house.url, '1705');
  await drafter.must('POST', '/v1/cases', { process: 'rpik', regionCode: '1705', programmeYear: 2027, title: 'RPIK Seluma 2028–2047', planYears: { from: 2028, to: 2047 } });
  const pdf = async (type: string) => drafter.upload(caseId, type, await samplePdf(type, ['Data contoh']), `${type}.pdf`, 'application/pdf');
  await pdf('council-programme-decision');
  await drafter.take(caseId, 'record-programme', { facts: { programmeDecisionNumber: '188/1705/DPRD', programmeYear: '2027' } });
  for (const type of ['team-decree', 'plan-document']) await pdf(type);
  await drafter.take(caseId, 'complete-preparation');
  await pdf('academic-paper');
  await drafter.take(caseId, 'complete-academic-paper');
  await drafter.upload(caseId, 'draft-regulation', await draft(1), 'raperda-v1.docx', docx);
  ({ sha256 } = await drafter.upload(caseId, 'draft-regulation', await draft(3), '<img src=x onerror=alert> v2.docx', docx));
  await coordinator.must('POST', `/v1/cases/${caseId}/remarks`, { text: 'Jelaskan maksudnya.', unit: await firstChanged(), visibility: 'counterpart' });
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

interface Compared {
  from: number;
  to: number;
  comparison: { units: number; unchanged: number; changes: { label: string; change: string; remarks: number[] }[] };
}
const compared = async () => (await house.as('drafter-1705').get<Compared>(`/v1/cases/${caseId}/documents/draft-regulation/comparison`)).body;
const firstChanged = async () => `${(await compared()).comparison.changes.find(({ label, change }) => change === 'changed' && label.startsWith('Pasal'))!.label} ayat (1)`;

describe('two versions of a draft', () => {
  it('K7: are compared Pasal by Pasal, with the keys n and p, the remark beside its Pasal, and every change announced', async () => {
    const { comparison, from, to } = await compared();
    expect([from, to]).toEqual([1, 2]);
    expect(comparison.changes.length).toBeGreaterThan(1);
    const { page, complaints, close } = await visit(browser, house.url, `/kasus/${caseId}`, { persona: 'drafter-1705' });
    await page.getByRole('link', { name: 'Banding', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Rancangan Perda: banding v1 dan v2' }).waitFor();
    await page.getByRole('heading', { level: 2, name: `Perubahan (${comparison.changes.length})` }).waitFor();
    expect(await page.locator('.pnav li').count()).toBe(comparison.changes.length);
    expect(await page.locator('.change ins').count()).toBeGreaterThan(0);
    expect(await page.locator('.change del').count()).toBeGreaterThan(0);
    expect(await page.evaluate<string>('getComputedStyle(document.querySelector(".change del")).textDecorationLine')).toBe('line-through');

    const [first, second] = comparison.changes;
    const said = async () => (await page.locator('main p.sr[role=status]').first().innerText()).trim();
    await page.keyboard.press('n');
    expect(await page.evaluate<string>('document.activeElement.innerText')).toBe(first!.label);
    expect(await said()).toContain(first!.label);
    await page.keyboard.press('n');
    expect(await said()).toContain(second!.label);
    await page.keyboard.press('p');
    expect(await said()).toContain(first!.label);
    await page.getByLabel('Ke versi').focus();
    await page.keyboard.press('n');
    expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('SELECT');

    const remarked = comparison.changes.find(({ remarks }) => remarks.includes(1))!;
    const section = page.getByRole('region', { name: remarked.label, exact: true });
    await section.getByText('Jelaskan maksudnya.').waitFor();
    await section.getByText('catatan 1 terbuka').waitFor();
    await page.goto(`${house.url}/kasus/${caseId}/banding?jenis=draft-regulation&dari=2&ke=2`);
    await page.getByText('Tidak ada kata yang berubah').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('are shown to nobody who may not read the case, and only where there is text to compare', async () => {
    for (const [as, path, status] of [
      ['drafter-1701', `/v1/cases/${caseId}/documents/draft-regulation/comparison`, 404], ['ministry-reviewer', `/v1/cases/${caseId}/documents/draft-regulation/comparison`, 403], ['drafter-1701', `/v1/documents/${sha256}/preview`, 404],
      ['drafter-1705', `/v1/cases/${caseId}/documents/draft-regulation/comparison?from=7`, 404], ['drafter-1705', `/v1/cases/${caseId}/documents/no-such/comparison`, 422],
    ] as const) expect([as, path, (await house.as(as).get(path)).status]).toEqual([as, path, status]);
    const { body } = await house.as('drafter-1705').get<{ comparison: unknown; versions: unknown[] }>(`/v1/cases/${caseId}/documents/plan-document/comparison`);
    expect([body.comparison, body.versions.length]).toEqual([null, 1]);
  });
});

describe('a document', () => {
  it('K5: that is missing blocks the submission, and the summary leads to where it is put', async () => {
    const { page, close } = await visit(browser, house.url, `/kasus/${caseId}/keputusan/open-consultation`, { persona: 'drafter-1705' });
    await page.getByRole('link', { name: 'Lampiran RPIK' }).waitFor();
    await page.getByRole('link', { name: 'Matriks rencana' }).waitFor();
    // Shut, it still answers: why, and where one goes.
    await page.getByRole('button', { name: 'Lanjut: periksa jawaban' }).press('Enter');
    expect(await page.evaluate<string>('document.activeElement.innerText')).toContain('Lampiran RPIK');
    await page.getByRole('link', { name: 'Lampiran RPIK' }).click();
    await page.locator('#doc-plan-annex').waitFor();
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('doc-plan-annex');
    await page.locator('#doc-plan-annex').getByText('Kurang').waitFor();
    await close();
  });

  it('D6: that is there already is told so, and kept once', async () => {
    const { page, close } = await visit(browser, house.url, `/kasus/${caseId}/dokumen`, { persona: 'drafter-1705' });
    const line = page.locator('.doc', { hasText: 'Rancangan Perda' }).first();
    await line.locator('input[type=file]').setInputFiles({ name: 'salinan.docx', mimeType: docx, buffer: await draft(3) });
    await line.getByRole('status').getByText('sudah ada sebagai Rancangan Perda versi 2').waitFor();
    expect((await compared()).to).toBe(2);
    await close();
  });

  it('D7, M: is read without a download, and a PDF opens beside the page', async () => {
    const { page, complaints, close } = await visit(browser, house.url, `/kasus/${caseId}/dokumen`, { persona: 'drafter-1705', size: phone });
    const line = page.locator('.doc', { hasText: 'Rancangan Perda' }).first();
    await line.getByRole('link', { name: 'Baca Rancangan Perda' }).click();
    await page.getByRole('heading', { level: 2, name: 'Pasal 1', exact: true }).waitFor();
    await page.getByText('RENCANA PEMBANGUNAN INDUSTRI KABUPATEN SELUMA').first().waitFor();
    await page.goto(`${house.url}/kasus/${caseId}/dokumen`);
    const look = page.getByRole('link', { name: 'Baca Dokumen RPIK' });
    expect(await look.getAttribute('target')).toBe('_blank');
    const shown = await page.context().request.get(`${house.url}${await look.getAttribute('href')}`);
    expect([shown.status(), shown.headers()['content-type'], shown.headers()['content-disposition']]).toEqual([200, 'application/pdf', expect.stringMatching(/^inline/)]);
    const asText = await page.context().request.get(`${house.url}/v1/documents/${sha256}?inline=1`);
    expect([asText.headers()['content-disposition'], asText.headers()['content-security-policy']]).toEqual([expect.stringMatching(/^attachment/), "default-src 'none'; sandbox"]);
    expect(complaints).toEqual([]);
    await close();

    // Five megabytes, at a desk and on a phone.
    const heavy = await withMap(await draft(3));
    expect(heavy.length).toBeGreaterThan(5 * 1024 * 1024);
    await house.as('drafter-1705').upload(caseId, 'plan-annex', heavy, 'lampiran.docx', docx);
    for (const size of [desk, phone]) {
      const own = await visit(browser, house.url, `/kasus/${caseId}/dokumen`, { persona: 'drafter-1705', size });
      const began = Date.now();
      await own.page.locator('#doc-plan-annex').getByRole('link', { name: /^Baca / }).click();
      await own.page.getByRole('heading', { level: 2, name: 'Pasal 1', exact: true }).waitFor();
      console.log(`${heavy.length} bytes of DOCX, ${size.width} px wide: the first page after ${Date.now() - began} ms`);
      expect(own.complaints).toEqual([]);
      await own.close();
    }
  });
});

describe('the plan matrix', () => {
  const fill = async (page: Page) => {
    await page.getByRole('button', { name: 'Tambah: Produk unggulan' }).click();
    await page.getByLabel('Kode KBLI').fill('13121');
    await page.getByLabel('Komoditas').fill('tenun bumpak');
    await page.locator('#flagships-1-from').fill('2028');
    await page.locator('#flagships-1-to').fill('2047');
    await page.getByLabel('Satuan target').fill('lembar');
    await page.locator('#flagships-1-target_value').fill('12.000');
    await page.getByRole('button', { name: 'Tambah: Sentra' }).click();
    await page.locator('#sentra-1-name').fill('Sentra tenun Tais');
    await page.locator('#sentra-1-product').fill('kain tenun');
  };

  it('D4, D5: is filled in as a form that keeps what is typed, names what is wrong, and is saved', async () => {
    const { page, complaints, close } = await visit(browser, house.url, `/kasus/${caseId}/rencana`, { persona: 'drafter-1705' });
    await fill(page);
    await page.locator('#sentra-1-units').fill('enam');
    await page.reload();
    expect(await page.locator('#flagships-1-commodity').inputValue()).toBe('tenun bumpak');
    await page.getByRole('button', { name: 'Simpan matriks' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'yang perlu diperbaiki' });
    await summary.waitFor();
    expect(await page.title()).toMatch(/^Galat: /);
    expect(await page.evaluate<string>('document.activeElement.className')).toBe('errsum');
    await summary.getByRole('link').first().click();
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('sentra-1-units');
    await page.locator('#sentra-1-units').fill('6');
    await page.getByRole('button', { name: 'Tambah: Kawasan dan lahan' }).click();
    await page.locator('#zones-1-name').fill('Sentra IKM Tais');
    await page.locator('#zones-1-areaHa').fill('0,5');
    await page.locator('#zones-1-polygon').fill('102.5200, -4.0800\n102.5207, -4.0800\n102.5207, -4.0806\n102.5200, -4.0806');
    await page.getByText('4 titik, kira-kira 0,52 ha').waitFor();
    await page.getByRole('button', { name: 'Simpan matriks' }).click();
    await page.getByText('Tersimpan sebagai versi 1.').first().waitFor();
    const { body } = await house.as('drafter-1705').get<{ valid: boolean; matrix: { flagships: { target: { value: number } }[]; zones: { areaHa: number }[] } }>(`/v1/cases/${caseId}/plan-matrix`);
    expect([body.valid, body.matrix.flagships[0]!.target.value, body.matrix.zones[0]!.areaHa]).toEqual([true, 12_000, 0.5]);
    await page.reload();
    await page.getByText('versi 1, lengkap').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('takes a table from a CSV after showing what it would change, and shows mistakes by line', async () => {
    const { page, close } = await visit(browser, house.url, `/kasus/${caseId}/rencana`, { persona: 'drafter-1705' });
    const choose = (csv: string) => page.locator('[data-import=sentra]').setInputFiles({ name: 'sentra.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await choose('name,units,product\r\nSentra tenun Tais,6,kain tenun\r\nSentra kopi,nol,kopi\r\n');
    await page.getByText('Belum dapat diimpor').waitFor();
    await page.getByText('Galat, baris 3, Unit usaha').waitFor();
    await choose('name,units,product\r\nSentra tenun Tais,8,kain tenun\r\nSentra kopi,7,kopi\r\n');
    await page.getByText('Bila diganti: 1 baris baru, 1 berubah, 0 hilang, 0 tetap.').waitFor();
    await page.getByRole('button', { name: 'Ganti tabel Sentra' }).click();
    await page.getByText('Tabel diganti.').waitFor();
    expect(await page.locator('#sentra-2-name').inputValue()).toBe('Sentra kopi');
    await close();
  });

  it('K10: loses nothing when somebody else has saved meanwhile', async () => {
    const { page, close } = await visit(browser, house.url, `/kasus/${caseId}/rencana`, { persona: 'drafter-1705' });
    await page.locator('#sentra-1-name').fill('Sentra saya');
    await house.as('drafter-1705').must('PUT', `/v1/cases/${caseId}/plan-matrix`, { flagships: [], zones: [], materials: [], links: [], sentra: [{ name: 'Sentra lain', units: 5, product: 'kain' }] });
    await page.getByRole('button', { name: 'Simpan matriks' }).click();
    await page.getByText('diubah orang lain').waitFor();
    expect(await page.locator('#sentra-1-name').inputValue()).toBe('Sentra saya');
    await page.getByRole('button', { name: 'Simpan isian saya' }).click();
    await page.getByText(/Tersimpan sebagai versi \d+\./).first().waitFor();
    await close();
  });
});

describe('these pages', () => {
  it('A3, A7, B1: raise no barrier and scroll only downwards, in both themes and languages, down to 320 pixels', async () => {
    const found: string[] = [];
    for (const scheme of ['light', 'dark'] as const) {
      const { page, complaints, close } = await visit(browser, house.url, '/kerja', { persona: 'drafter-1705', scheme });
      if (scheme === 'dark') await page.getByRole('button', { name: /Switch to English/ }).click();
      found.push(...(await walk(page, `${house.url}/kasus/${caseId}/`, ['banding', `baca/${sha256}`, 'rencana'], { atDesk: async () => expect((await page.locator('body').innerText()).match(/\b(?:compare|plan|case|doc|remark|nav|app)\.[a-z][A-Za-z-]+/g)).toBeNull() })).map((one) => `${scheme} ${one}`));
      expect(complaints).toEqual([]);
      await close();
    }
    expect(found).toEqual([]);
  }, 120_000);
});
