import type { Browser, Page } from 'playwright-core';
import { barriers, desk, openBrowser, overflow, phone, visit } from '#test/browser';
import { eventually, House } from '#test/house';
import { samplePdf } from '../../libs/documents/src/samples/sample-pdf';
import { reaches } from '../journeys/hostile-asking';
import { storyRegions } from '../story/regions';
import { castOf, RegionStory } from '../story/tell-region';
import { type Hands, Keys, Thumb } from './hands';

jest.setTimeout(300_000);

let house: House;
let browser: Browser;
let base: string;
/** Seluma goes its way by keys alone, Bengkulu Selatan on a phone: each with a cohort of its own. */
let byKeys: RegionStory;
let byThumb: RegionStory;

beforeAll(async () => {
  house = await House.open('by-hand');
  base = house.url;
  const of = (code: string, year: number) => new RegionStory(castOf(base, code), { ...storyRegions.find((region) => region.code === code)!, turn: 'straight' }, year);
  [byKeys, byThumb] = [of('1705', 2027), of('1701', 2028)];
  for (const { cast, region, year } of [byKeys, byThumb]) await cast.coordinator.must('POST', '/v1/cohorts', { province: '17', programmeYear: year, referencePlans: [], members: [region.code], policy: {}, cutOffOn: '2027-06-30' });
  await Promise.all([byKeys.file(), byThumb.file()]);
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const stageOf = async ({ caseId, cast }: RegionStory) => (await cast.coordinator.get<{ stage: { id: string } }>(`/v1/cases/${caseId}`)).body.stage.id;
/** Says what stands on the page instead. */
const title = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name }).waitFor().catch(async (failure: unknown) => {
    throw new Error(`${String(failure)}\n${await page.locator('main').innerText().then((text) => text.slice(0, 2_000))}`);
  });

/** Everything one can press that is smaller than a thumb; a link within a sentence is as high as its line (WCAG 2.5.8). */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('.bottom a, .btn, .filter, summary.btn, .tabs a, input[type=checkbox], .lines a, .lines button, main select, main input:not([type=file])')]
    .filter((one) => one.checkVisibility() && !one.closest('.sr') && !one.matches('.sr'))
    .map((one) => ({ one, box: (one.matches('input[type=checkbox], input[type=radio]') ? one.closest('label') ?? one : one).getBoundingClientRect() }))
    .filter(({ box }) => box.height > 0 && box.height < 43.5)
    .map(({ one, box }) => (one.textContent || one.getAttribute('aria-label') || one.id || one.className) + ' ' + Math.round(box.height))`);

/** What a phone promises of every page: nothing sideways, nothing too small to hit, no letters that make it zoom. */
async function fitsAPhone(page: Page): Promise<string[]> {
  const where = new URL(page.url()).pathname;
  const found = (await tooSmall(page)).map((what) => `${where}: too small: ${what}`);
  const letters = await page.evaluate<number[]>(`[...document.querySelectorAll('main input, main textarea, main select')].filter((one) => one.checkVisibility() && !['checkbox', 'radio', 'file'].includes(one.type)).map((one) => parseFloat(getComputedStyle(one).fontSize)).filter((size) => size < 16)`);
  if (letters.length > 0) found.push(`${where}: letters of ${letters.join(', ')} px in a field`);
  const wide = await overflow(page);
  if (wide > 0) found.push(`${where}: ${wide} px too wide`);
  return found;
}

interface Way {
  story: RegionStory;
  size: typeof desk;
  handsOf: (page: Page) => Hands;
  /** What is to be found on a page, beside that it works. */
  look: (page: Page) => Promise<string[]>;
}

/** The whole way of a case, as far as the four offices go: what others do meanwhile they do through the API. */
async function goTheWay({ story, size, handsOf, look }: Way): Promise<void> {
  const { caseId, cast, region, year } = story;
  const found: string[] = [];
  const as = async (persona: string, at: string, work: (hands: Hands, page: Page) => Promise<void>) => {
    const { page, complaints, close } = await visit(browser, base, at, { persona, size });
    await work(handsOf(page), page);
    found.push(...complaints.map((complaint) => `${persona} ${at}: ${complaint}`));
    await close();
  };
  /** From the worklist over the case to its form, the check of the answers and the receipt. */
  const act = (persona: string, verb: string, what: string, fill: (hands: Hands) => Promise<void> = () => Promise.resolve(), before: (hands: Hands, page: Page) => Promise<void> = () => Promise.resolve()) =>
    as(persona, '/kerja', async (hands, page) => {
      await page.locator('[data-row] a', { hasText: new RegExp(`^${verb} — `) }).first().waitFor();
      found.push(...(await look(page)));
      await hands.press(`${verb} — `);
      await page.locator('[data-utama]').waitFor();
      await before(hands, page);
      await hands.press(new RegExp(`^${what}$`));
      await page.waitForURL(/\/keputusan\//);
      await page.getByRole('button', { name: 'Lanjut: periksa jawaban' }).waitFor();
      // Whoever lets a case pass has read it.
      for (const paper of await page.locator('form').getByRole('link', { name: /^Buka / }).allInnerTexts()) await hands.press(paper);
      await fill(hands);
      found.push(...(await look(page)));
      await hands.press('Lanjut: periksa jawaban');
      await title(page, 'Periksa jawaban sebelum mencatat keputusan');
      found.push(...(await look(page)));
      if (await page.getByRole('checkbox', { name: /^Saya tidak ikut mengajukan/ }).count()) await hands.tick('Saya tidak ikut mengajukan');
      await hands.press(`Catat keputusan: ${what} — `);
      await title(page, 'Keputusan tercatat');
      found.push(...(await look(page)));
    });

  const drafter = `drafter-${region.code}`;
  await act(drafter, 'Catat Propemperda', 'Catat Propemperda', async (hands) => {
    await hands.write('Nomor keputusan Propemperda', `188/${region.code}/DPRD`);
    await hands.write('Tahun Propemperda', String(year));
  }, async (hands, page) => {
    await hands.press('Dokumen');
    await hands.file('Unggah Keputusan DPRD tentang Propemperda', 'keputusan.pdf', Buffer.from(await samplePdf('Keputusan DPRD', ['Data contoh'])));
    await page.locator('.doc', { hasText: 'Keputusan DPRD tentang Propemperda' }).getByText('Ada', { exact: true }).waitFor();
    found.push(...(await look(page)));
  });
  await story.prepare();
  await story.study();
  await story.consult();
  for (const type of ['consultation-report', 'attendance-list', 'cover-letter']) await story.pdf(cast.drafter, type);
  const submit = () => act(drafter, 'Tutup konsultasi dan ajukan', 'Tutup konsultasi dan ajukan', (hands) => hands.write('Nomor surat pengantar', `500/${region.code}`));
  await submit();
  if (size === phone) {
    // P7: what nobody has opened yet can be taken back; afterwards not, and it is said why.
    const takesBack = (hands: Hands) => hands.press('Tarik kembali pengajuan');
    await as(drafter, `/kasus/${caseId}`, async (hands, page) => {
      await takesBack(hands);
      await title(page, 'Tarik kembali pengajuan');
      await takesBack(hands);
      await page.waitForURL(new RegExp(`${caseId}$`));
    });
    expect(await stageOf(story)).toBe('public-consultation');
    await submit();
    await cast.harmonizer.must('POST', `/v1/cases/${caseId}/opened`, {});
    await as(drafter, `/kasus/${caseId}`, async (_, page) => {
      const shut = page.getByRole('link', { name: 'Tarik kembali pengajuan' });
      expect(await shut.getAttribute('aria-disabled')).toBe('true');
      await shut.press('Enter');
      await title(page, 'Tarik kembali pengajuan');
      expect(await page.locator('.note.warn').innerText()).toMatch(/dibuka|membuka/);
      expect(await page.getByRole('button', { name: 'Tarik kembali pengajuan' }).isDisabled()).toBe(true);
    });
  }
  await story.harmonize();

  if (size === phone)
    await as('coordinator-1700', `/kasus/${caseId}/dokumen`, async (_, page) => {
      // H3: what has to be read was opened before; then from where a message leads it takes three taps.
      await page.locator('a[href^="/v1/documents/"]').first().waitFor();
      for (const link of await page.locator('a[href^="/v1/documents/"][download]').all()) await link.tap();
      await page.goto(`${base}/kasus/${caseId}`);
      const thumb = new Thumb(page);
      await thumb.press('Nyatakan berkas lengkap');
      await page.waitForURL(/\/keputusan\//);
      await thumb.press('Lanjut: periksa jawaban');
      await thumb.press('Catat keputusan');
      await title(page, 'Keputusan tercatat');
      expect(thumb.taps).toBe(3);
    });
  else await act('coordinator-1700', 'Nyatakan berkas lengkap', 'Nyatakan berkas lengkap');
  await reaches(cast.coordinator, caseId, 'review');
  await as('coordinator-1700', `/kasus/${caseId}/keputusan/favourable`, async (hands, page) => {
    await page.getByRole('button', { name: 'Lanjut: periksa jawaban' }).waitFor();
    for (const paper of await page.locator('form').getByRole('link', { name: /^Buka / }).allInnerTexts()) await hands.press(paper);
    for (const check of ['C01', 'C02']) await hands.choose(check);
    found.push(...(await look(page)));
    await hands.press('Lanjut: periksa jawaban');
    await title(page, 'Periksa jawaban sebelum mencatat keputusan');
    await hands.press('Catat keputusan: Setuju');
    await title(page, 'Keputusan tercatat');
  });
  await story.take(cast.planner, 'favourable', { facts: { checks: { C03: 'conform', C04: 'conform', C06: 'conform' } } });
  await story.take(cast.legal, 'favourable', { facts: { checks: { C05: 'conform' } } });
  await reaches(cast.coordinator, caseId, 'synchronization');
  const cohort = `cohort-17-${year}`;
  const { body: conflicts } = await cast.coordinator.get<{ items: { key: string; effect: string; settledBy: string | null }[] }>(`/v1/cohorts/${cohort}/conflicts`);
  for (const { key, effect, settledBy } of conflicts.items) if (effect === 'acknowledge' && !settledBy) await cast.coordinator.must('POST', `/v1/cohorts/${cohort}/conflicts/${key}/acknowledgement`, { note: 'Dicatat.' });

  await as('coordinator-1700', `/provinsi/${cohort}`, async (hands, page) => {
    await page.getByRole('link', { name: 'Lepas gerbang' }).waitFor();
    await hands.press('Lepas gerbang');
    await page.getByRole('heading', { level: 2, name: 'Ikut diputuskan (1)' }).waitFor();
    found.push(...(await look(page)));
    await hands.press('Lanjut: periksa jawaban');
    await title(page, 'Periksa jawaban sebelum mencatat keputusan');
    await hands.press('Catat: Lepas gerbang');
    await title(page, 'Keputusan tercatat');
  });
  await reaches(cast.coordinator, caseId, 'recommendation');
  for (const type of ['recommendation-letter', 'synchronization-minutes']) await story.pdf(cast.coordinator, type);
  await act('coordinator-1700', 'Rekomendasikan', 'Rekomendasikan');
  await reaches(cast.reviewer, caseId, 'endorsement');
  await story.pdf(cast.reviewer, 'ministry-assessment');
  await act('ministry-reviewer', 'Usulkan dukungan', 'Usulkan dukungan');
  await reaches(cast.reviewer, caseId, 'sign-off');
  await story.pdf(cast.signer, 'endorsement-letter');
  await act('ministry-signer', 'Beri dukungan', 'Beri dukungan', (hands) => hands.write('Nomor surat dukungan', `B/${region.code}/IND`));
  await reaches(cast.coordinator, caseId, 'council-submission');
  expect(found).toEqual([]);
}

describe('on a phone', () => {
  it('H1, H6: everything is large enough for a thumb, nothing zooms on focus, and the bar leads everywhere', async () => {
    const { caseId } = byThumb;
    const { page, complaints, close } = await visit(browser, base, '/kerja', { persona: 'drafter-1701', size: phone });
    expect((await page.locator('.bottom a').allInnerTexts()).map((text) => text.replace(/\s*\d+$/, '').trim())).toEqual(['Kerja', 'Kasus', 'Notifikasi', 'Lainnya']);
    const found: string[] = [];
    for (const route of ['/kerja', '/kasus', `/kasus/${caseId}`, `/kasus/${caseId}/dokumen`, `/kasus/${caseId}/diskusi`, `/kasus/${caseId}/riwayat`, `/kasus/${caseId}/keputusan/record-programme`, `/kasus/${caseId}/rencana`, '/notifikasi', '/lainnya', '/preferensi', '/provinsi/cohort-17-2028']) {
      await page.goto(base + route);
      await page.locator('main h1').waitFor();
      await page.waitForLoadState('networkidle');
      found.push(...(await fitsAPhone(page)));
    }
    expect(found).toEqual([]);
    await page.goto(`${base}/kasus/${caseId}/keputusan/record-programme`);
    const year = page.getByLabel('Tahun Propemperda');
    expect([await year.getAttribute('inputmode'), await year.getAttribute('autocomplete')]).toEqual(['numeric', 'off']);
    await page.goto(`${base}/lainnya`);
    await page.getByRole('button', { name: 'Cari atau lakukan' }).last().tap();
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('W1, W6, K3, M: the worklist begins with how much it is, its filters are in a drawer, and the stages stand below one another', async () => {
    const own = await visit(browser, base, '/', { persona: 'drafter-1701', size: phone });
    await title(own.page, 'Yang harus Anda kerjakan (1)');
    expect([new URL(own.page.url()).pathname, await own.page.locator('.rows .row .t').allInnerTexts()]).toEqual(['/kerja', ['Catat Propemperda — Kab. Bengkulu Selatan']]);
    await own.page.goto(`${base}/kasus/${byThumb.caseId}`);
    await own.page.locator('.vrail summary').tap();
    await own.page.locator('.vrail [aria-current=step]').waitFor();
    const tops = await own.page.evaluate<number[]>(`[...document.querySelectorAll('.vrail li')].map((one) => one.getBoundingClientRect().top)`);
    expect(tops.length).toBeGreaterThan(10);
    expect(tops).toEqual([...new Set(tops)].sort((one, other) => one - other));
    await own.close();

    const { page, close } = await visit(browser, base, '/kerja?tampilan=menunggu', { persona: 'coordinator-1700', size: phone });
    await page.locator('[data-row]').nth(1).waitFor();
    const all = await page.locator('[data-row]').count();
    await page.getByText('Saring', { exact: true }).tap();
    await page.getByRole('combobox', { name: 'Daerah' }).selectOption('1701');
    await page.waitForURL(/daerah=1701/);
    await eventually(async () => expect(await page.locator('[data-row]').count()).toBeLessThan(all), 10_000);
    await page.getByRole('button', { name: /^Hapus saringan/ }).tap();
    await page.waitForURL((url) => !url.search.includes('daerah'));
    await close();
  });

  it('H2: the table of cases is cards with the same data in the same order', async () => {
    const cells = async (size: typeof desk) => {
      const { page, close } = await visit(browser, base, '/kasus', { persona: 'coordinator-1700', size });
      await page.locator('tbody tr').nth(1).waitFor();
      const rows = await page.evaluate<string[][]>(`[...document.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))`);
      const display = await page.evaluate<string>(`getComputedStyle(document.querySelector('tbody tr')).display`);
      await close();
      return { rows, display };
    };
    const [cards, table] = [await cells(phone), await cells(desk)];
    expect(cards.rows).toEqual(table.rows);
    expect([table.display, cards.display === 'table-row']).toEqual(['table-row', false]);
  });

  it('H3, P7, M: a case goes from its draft through the gate to its signature by a thumb, and its submission is taken back until the next desk has opened it', async () => {
    await goTheWay({ story: byThumb, size: phone, handsOf: (page) => new Thumb(page), look: fitsAPhone });
  });

  it('H4: opening it for the first time over a slow line asks for little, and a page that was seen before for nothing', async () => {
    const { context, close } = await visit(browser, base, '/kasus', { persona: 'coordinator-1700', size: phone });
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.setCacheDisabled', { cacheDisabled: true });
    await line.send('Network.emulateNetworkConditions', { offline: false, latency: 100, downloadThroughput: 50_000, uploadThroughput: 50_000 });
    await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const asked: string[] = [];
    let bytes = 0;
    line.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
    line.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    const began = Date.now();
    await page.goto(`${base}/kerja`, { waitUntil: 'commit' });
    await page.getByRole('heading', { level: 1, name: /^Yang harus Anda kerjakan \(\d+\)/ }).waitFor({ timeout: 60_000 });
    console.log(`400 kbit/s, a quarter of the CPU: usable after ${Date.now() - began} ms, ${asked.length} requests, ${bytes} bytes`);
    expect({ bytes: bytes < 230_000, requests: asked.length <= 30 }).toEqual({ bytes: true, requests: true });
    expect([bytes > 50_000, new Set(asked).size]).toEqual([true, asked.length]);
    // What is asked beside the screens is what they ask themselves: otherwise both would have been sent.
    expect(asked.filter((address) => /view=mine|\/v1\/me$/.test(address))).toHaveLength(2);
    await close();
  });
});

describe('without a mouse', () => {
  it('A5: a case goes from its draft through the gate to its signature by keys alone, by four people', async () => {
    await goTheWay({ story: byKeys, size: desk, handsOf: (page) => new Keys(page), look: () => Promise.resolve([]) });
  });
});

describe('a long list', () => {
  it('R3: of 514 rows shows as many at first as of 60, counts all of them, and shows them when asked, in pieces that grow with the rows and not faster', async () => {
    const { page, context, close } = await visit(browser, base, '/notifikasi', { persona: 'coordinator-1700' });
    const [row] = (await house.as('coordinator-1700').get<{ items: { id: string }[] }>('/v1/cases')).body.items;
    const many = (n: number) => Array.from({ length: n }, (_, k) => ({ ...row, id: `rpik-${1000 + k}-2027`, region: { code: String(1000 + k), name: `Kabupaten ${k}` } }));
    const count = () => page.evaluate<number>(`document.querySelectorAll('main *').length`);
    const elements = async (n: number) => {
      await context.route('**/v1/cases?*', (route) => route.fulfill({ json: { items: many(n), nextCursor: null } }));
      await page.goto(`${base}/kasus`);
      const began = Date.now();
      await title(page, `Kasus (${n})`);
      console.log(`${n} rows after ${Date.now() - began} ms`);
      await context.unroute('**/v1/cases?*');
      return count();
    };
    const [few, atFirst] = [await elements(57), await elements(514)];
    expect(atFirst / few).toBeLessThan((61 / 57) * 1.1);
    await page.getByRole('button', { name: 'Tampilkan semua (514)' }).click();
    await page.locator('tbody tr').nth(513).waitFor();
    const all = await count();
    expect(all / few).toBeLessThan((514 / 57) * 1.1);
    expect(all / 514).toBeLessThan(15);
    await close();
  });

  it('R3: and other pages that were seen before stand there before the house has answered', async () => {
    const { page, context, close } = await visit(browser, base, '/kerja', { persona: 'coordinator-1700' });
    const go = async (to: string, name: RegExp) => {
      await page.getByRole('navigation', { name: 'Utama' }).first().getByRole('link', { name: new RegExp(`^${to}`) }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    };
    await go('Kasus', /^Kasus \(2\)/);
    await page.locator('tbody tr').nth(1).waitFor();
    await go('Kerja', /^Yang harus/);
    // From here on the house answers nothing.
    await context.route('**/v1/**', () => undefined);
    await go('Kasus', /^Kasus \(2\)/);
    expect(await page.locator('tbody tr').count()).toBe(2);
    await go('Kerja', /^Yang harus/);
    await close();
  });
});
