import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, phone, visit, walk } from '#test/browser';
import { House } from '#test/house';
import { storyRegions } from '../story/regions';
import { castOf, RegionStory } from '../story/tell-region';

const caseId = 'rpik-1705-2027';
const cohortId = 'cohort-17-2027';
let house: House;
let browser: Browser;
let story: RegionStory;
let draft: Buffer;
let code: string;

beforeAll(async () => {
  house = await House.open('open');
  await house.as('coordinator-1700').must('POST', '/v1/cohorts', { province: '17', programmeYear: 2027, referencePlans: [{ kind: 'RPIP', version: '2018-2038', issuedOn: '2018-03-13' }], policy: {}, cutOffOn: '2027-06-30' });
  story = new RegionStory(castOf(house.url, '1705'), storyRegions.find(({ code: region }) => region === '1705')!, 2027);
  await story.file();
  await story.enterProgramme();
  await story.prepare();
  await story.study();
  await story.consult();
  const { drafter } = story.cast;
  await drafter.must('POST', `/v1/cases/${caseId}/remarks`, { text: 'Tambahkan kain besurek sebagai produk pendukung.', unit: 'Pasal 9', visibility: 'counterpart' });
  await drafter.must('POST', `/v1/cases/${caseId}/remarks`, { text: 'Catatan dapur penyusun.', visibility: 'internal' });
  draft = Buffer.from(await (await fetch(`${house.url}/v1/public/consultations/${caseId}/documents/draft-regulation`)).arrayBuffer());
  const { body } = await drafter.get<{ items: { seq: number; type: string }[] }>(`/v1/cases/${caseId}/events?limit=100`);
  code = `${caseId}/${body.items.filter(({ type }) => type === 'transfer-started').at(-1)!.seq}`;
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const choose = (page: Page, name: string, buffer: Buffer) => page.locator('input[type=file]').setInputFiles({ name, mimeType: docx, buffer });
const altered = () => Buffer.concat([draft, Buffer.from(' ')]);

describe('without signing in', () => {
  it('P9: a file is told authentic, different or unknown, and never leaves the device', async () => {
    const { page, complaints, close } = await visit(browser, house.url, '/verifikasi', { size: phone });
    const sent: string[] = [];
    page.on('request', (request) => request.postDataBuffer() && sent.push(request.url()));
    await choose(page, 'Raperda RPIK Seluma.docx', draft);
    await page.getByRole('status').getByText('Asli: berkas Anda cocok').waitFor();
    await page.getByText('Masih rancangan, belum peraturan.').waitFor();
    expect(await page.locator('.ladder li').allInnerTexts()).toEqual(['Disetujui bersama', 'Dievaluasi', 'Bernomor register', 'Ditetapkan', 'Diundangkan'].map((step) => expect.stringContaining(step)));
    await choose(page, '<img src=x onerror=alert(1)>.docx', altered());
    await page.getByRole('status').getByText('Tidak dikenal: tidak ada naskah dengan sidik jari ini').waitFor();
    expect(await page.title()).toMatch(/^Tidak dikenal/);

    await page.goto(`${house.url}/verifikasi/${code}`);
    await page.getByText('Buka konsultasi publik').waitFor();
    await choose(page, 'salinan.docx', altered());
    await page.getByRole('status').getByText('Tidak cocok: berkas ini berbeda').waitFor();
    await page.getByText(createHash('sha256').update(altered()).digest('hex')).waitFor();
    await choose(page, 'asli.docx', draft);
    await page.getByRole('status').getByText('Asli: berkas Anda cocok').waitFor();

    await page.goto(`${house.url}/verifikasi/rpik-1705-2027/999999`);
    await page.getByRole('status').getByText('Kode tidak dikenal').waitFor();
    expect(sent).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('G4: the status of a cohort and a draft in consultation are read, and no person is in them', async () => {
    const { body: people } = await house.as('admin').get<{ items: { persona: string; name: string }[] }>('/v1/demo/personas');
    const names = people.items.flatMap(({ persona, name }) => [name.replace(' (contoh)', ''), `p_${persona}`]);
    expect(names.length).toBeGreaterThan(60);
    const answers = await Promise.all([`cohorts/${cohortId}`, `consultations/${caseId}`, `verifications?code=${code}`].map(async (path) => (await fetch(`${house.url}/v1/public/${path}`)).text()));
    for (const answer of answers) expect(names.filter((name) => answer.includes(name))).toEqual([]);
    expect(answers.join()).not.toMatch(/raperda-1705|dapur/);

    const { page, close } = await visit(browser, house.url, `/publik/kohort/${cohortId}`);
    const row = page.getByRole('row', { name: /Kab. Seluma/ });
    await row.getByText('Konsultasi publik').waitFor();
    await row.getByRole('link', { name: 'Baca rancangan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rancangan Perda RPIK Kab. Seluma' }).waitFor();
    await page.getByText('Tambahkan kain besurek').waitFor();
    const said = await page.locator('body').innerText();
    expect(said).not.toContain('dapur');
    expect(names.filter((name) => said.includes(name))).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Rancangan Perda', exact: true }).click()]);
    expect(download.suggestedFilename()).toBe('draft-regulation-rpik-1705-2027.docx');
    await close();
  });

  it('A3, A7, B1: raise no barrier and scroll only downwards, in both themes and languages, down to 320 pixels', async () => {
    const found: string[] = [];
    for (const scheme of ['light', 'dark'] as const) {
      const { page, complaints, close } = await visit(browser, house.url, '/verifikasi', { scheme });
      if (scheme === 'dark') await page.getByRole('button', { name: /Switch to English/ }).click();
      found.push(...(await walk(page, house.url, ['/verifikasi', `/verifikasi/${code}`, '/verifikasi/tidak/ada', `/publik/kohort/${cohortId}`, `/publik/kasus/${caseId}`, '/publik/kasus/rpik-1701-2027'], { atDesk: async () => expect((await page.locator('body').innerText()).match(/\b(?:open|cases|due|doc|remark|nav|app)\.[a-z][A-Za-z-]+/g)).toBeNull() })).map((one) => `${scheme} ${one}`));
      expect(complaints).toEqual([]);
      await close();
    }
    expect(found).toEqual([]);
  }, 120_000);

  it('a draft is closed to the public again when its consultation ends', async () => {
    await story.submit();
    for (const path of [`consultations/${caseId}`, `consultations/${caseId}/documents/draft-regulation`, 'consultations/rpik-9999-2027', 'verifications', 'verifications?sha256=x', 'cohorts/cohort-99-2027'])
      expect([path, (await fetch(`${house.url}/v1/public/${path}`)).status]).toEqual([path, path.startsWith('verifications') ? 422 : 404]);
    const { page, close } = await visit(browser, house.url, `/publik/kasus/${caseId}`);
    await page.getByText('Tidak ada konsultasi publik yang terbuka di alamat ini.').waitFor();
    await close();
  });
});
