import type { Browser, Page } from 'playwright-core';
import { openBrowser, visit } from '#test/browser';
import { House } from '#test/house';
import { reaches, storyOf } from '../journeys/hostile-asking';
import type { RegionStory } from '../story/tell-region';

jest.setTimeout(300_000);

/** Tabs on, as somebody does who cannot use a mouse, until the focus is on what is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let n = 0; n < 250; n++) {
    const at = await page.evaluate<string>(`(() => { const one = document.activeElement; return one ? (one.getAttribute('aria-label') || one.labels?.[0]?.textContent || one.textContent || '').trim() : ''; })()`);
    if (name.test(at)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key never came to ${String(name)}.`);
}

/** Fills what the form asks for, checks, and records: by keys alone. */
async function decide(page: Page, what: string, { facts = [], fourEyes = false }: { facts?: [RegExp, string][]; fourEyes?: boolean } = {}): Promise<void> {
  await page.locator('main h1').waitFor();
  for (const [label, text] of facts) {
    await tabTo(page, label);
    await page.keyboard.type(text);
  }
  const papers = await page.getByLabel(/^Alasan tidak membuka/).count();
  for (let n = 0; n < papers; n++) {
    await tabTo(page, /^Alasan tidak membuka/);
    await page.keyboard.type('Dibaca bersama tim.');
    await page.keyboard.press('Tab');
  }
  await tabTo(page, /^Lanjut: periksa jawaban$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Periksa jawaban sebelum mencatat keputusan' }).waitFor();
  if (fourEyes) {
    await tabTo(page, /^Saya tidak ikut mengajukan/);
    await page.keyboard.press('Space');
  }
  await tabTo(page, new RegExp(`^Catat keputusan: ${what}`));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Keputusan tercatat' }).waitFor();
}

describe('the whole journey', () => {
  let house: House;
  let browser: Browser;
  let story: RegionStory;

  beforeAll(async () => {
    house = await House.open('keyboard');
    story = storyOf(house, '1705', 2027);
    const { drafter, coordinator } = story.cast;
    await coordinator.must('POST', '/v1/cohorts', { province: '17', programmeYear: 2027, referencePlans: [], members: ['1705'], policy: {}, cutOffOn: '2027-06-30' });
    await story.file();
    await story.pdf(drafter, 'council-programme-decision');
    browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('A5: from the drafter over the province to the signature is made by keys alone, by four people', async () => {
    const { caseId } = story;
    const { drafter, coordinator, reviewer, signer } = story.cast;
    const by = async (persona: string, transition: string, what: string, more: Parameters<typeof decide>[2] = {}) => {
      // From the worklist: the row, then the primary act of the case.
      const { page, complaints, close } = await visit(browser, house.url, `/kasus/${caseId}`, { persona });
      await page.locator('[data-utama]').waitFor();
      await tabTo(page, new RegExp(`^${what}$`));
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`/keputusan/${transition}$`));
      await decide(page, what, more);
      expect([transition, complaints]).toEqual([transition, []]);
      await close();
    };
    await by('drafter-1705', 'record-programme', 'Catat Propemperda', { facts: [[/^Nomor keputusan Propemperda/, '188/1705/DPRD'], [/^Tahun Propemperda/, '2027']] });
    for (const type of ['team-decree', 'plan-document']) await story.pdf(drafter, type);
    await story.take(drafter, 'complete-preparation');
    await story.pdf(drafter, 'academic-paper');
    await story.take(drafter, 'complete-academic-paper');
    await drafter.upload(caseId, 'draft-regulation', await (await import('#documents')).draftRegulation({ regionName: 'Seluma', kind: 'kabupaten', headTitle: 'Bupati', year: 2027, products: ['tenun'], zone: 'Sentra', articlesSeed: 1 }), 'raperda.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    await story.pdf(drafter, 'plan-annex');
    await drafter.must('PUT', `/v1/cases/${caseId}/plan-matrix`, { flagships: [{ kbli: story.region.kbli, commodity: story.region.commodity, role: 'main', from: 2028, to: 2047, target: { unit: 'ton', value: 500 }, sharedWith: [], division: '' }], zones: [{ name: 'Sentra', kind: 'sentra', areaHa: 0.5, rtrwRef: 'Perda RTRW' }], materials: [{ commodity: story.region.commodity, tonnesPerYear: 600, origin: 'Seluma', use: 'produced' }], links: [{ from: '1705', to: 'pulau-baai', commodity: story.region.commodity, tonnesPerYear: 400 }], port: { tonnesPerYear: 400 }, sentra: [{ name: 'Sentra', units: 6, product: story.region.commodity }] });
    await story.take(drafter, 'open-consultation');
    for (const type of ['consultation-report', 'attendance-list', 'cover-letter']) await story.pdf(drafter, type);
    await story.take(drafter, 'close-consultation', { facts: { coverLetterNumber: '500/1705/2026' } });
    await story.harmonize();

    await by('coordinator-1700', 'accept-intake', 'Nyatakan berkas lengkap');
    await coordinator.take(caseId, 'favourable', { facts: { checks: { C01: 'conform', C02: 'conform' } } });
    await story.cast.planner.take(caseId, 'favourable', { facts: { checks: { C03: 'conform', C04: 'conform', C06: 'conform' } } });
    await story.cast.legal.take(caseId, 'favourable', { facts: { checks: { C05: 'conform' } } });
    await coordinator.must('POST', '/v1/cohorts/cohort-17-2027/release', {});
    await reaches(coordinator, caseId, 'recommendation');
    for (const type of ['recommendation-letter', 'synchronization-minutes']) await story.pdf(coordinator, type);
    await by('coordinator-1700', 'recommend', 'Rekomendasikan');
    await story.pdf(reviewer, 'ministry-assessment');
    await by('ministry-reviewer', 'propose-endorsement', 'Usulkan dukungan');
    await story.pdf(signer, 'endorsement-letter');

    const { page, close } = await visit(browser, house.url, `/kasus/${caseId}/keputusan/endorse`, { persona: 'ministry-signer' });
    await decide(page, 'Beri dukungan', { facts: [[/^Nomor surat dukungan/, 'B/1705/IND/2026']], fourEyes: true });
    await close();
    expect((await coordinator.get<{ stage: { id: string } }>(`/v1/cases/${caseId}`)).body.stage.id).toBe('council-submission');
  });
});
