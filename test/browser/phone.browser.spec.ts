import type { Browser, Page } from 'playwright-core';
import { barriers, openBrowser, overflow, phone, visit } from '#test/browser';
import { House } from '#test/house';
import { storyOf } from '../journeys/hostile-asking';

jest.setTimeout(240_000);

/** Everything one can press that is smaller than a thumb; a link within a sentence is as high as its line (WCAG 2.5.8). */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('.bottom a, .btn, .filter, summary.btn, .tabs a, input[type=checkbox], .lines a, .lines button')]
    .filter((one) => one.checkVisibility() && !one.closest('.sr'))
    .map((one) => ({ one, box: (one.matches('input') ? one.closest('label') ?? one : one).getBoundingClientRect() }))
    .filter(({ box }) => box.height > 0 && box.height < 43.5)
    .map(({ one, box }) => (one.textContent || one.getAttribute('aria-label') || one.className) + ' ' + Math.round(box.height))`);

describe('on a phone', () => {
  let house: House;
  let browser: Browser;
  let base: string;
  const caseId = 'rpik-1705-2027';

  beforeAll(async () => {
    house = await House.open('phone');
    base = house.url;
    const story = storyOf(house, '1705', 2027);
    await story.file();
    await story.draft();
    await story.harmonize();
    browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('H1, H6: everything is large enough for a thumb, nothing zooms on focus, and the bar leads everywhere', async () => {
    const { page, complaints, close } = await visit(browser, base, '/kerja', { persona: 'coordinator-1700', size: phone });
    expect((await page.locator('.bottom a').allInnerTexts()).map((text) => text.replace(/\s*\d+$/, '').trim())).toEqual(['Kerja', 'Kasus', 'Notifikasi', 'Lainnya']);
    const found: string[] = [];
    for (const route of ['/kerja', '/kasus', `/kasus/${caseId}`, `/kasus/${caseId}/dokumen`, `/kasus/${caseId}/diskusi`, `/kasus/${caseId}/keputusan/accept-intake`, '/notifikasi', '/lainnya', '/preferensi']) {
      await page.goto(base + route);
      await page.locator('main h1').waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      found.push(...(await tooSmall(page)).map((what) => `${route}: ${what}`));
      const small = await page.evaluate<number[]>(`[...document.querySelectorAll('main input, main textarea, main select')].filter((one) => one.checkVisibility() && !['checkbox', 'file'].includes(one.type)).map((one) => parseFloat(getComputedStyle(one).fontSize)).filter((size) => size < 16)`);
      if (small.length > 0) found.push(`${route}: letters of ${small.join(', ')} px in a field`);
      if ((await overflow(page)) > 0) found.push(`${route}: scrolls sideways`);
    }
    expect(found).toEqual([]);
    await page.goto(`${base}/lainnya`);
    await page.getByRole('button', { name: 'Cari atau lakukan' }).last().tap();
    await page.getByRole('combobox').last().waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('H2: the table of cases is cards with the same data in the same order', async () => {
    const cells = async (size: { width: number; height: number }) => {
      const { page, close } = await visit(browser, base, '/kasus', { persona: 'coordinator-1700', size });
      await page.locator('tbody tr').first().waitFor();
      const rows = await page.evaluate<string[][]>(`[...document.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))`);
      await close();
      return rows;
    };
    expect(await cells(phone)).toEqual(await cells({ width: 1280, height: 800 }));
  });

  it('H3: a case passes within three taps of a message, once what has to be read has been opened', async () => {
    const { page, close } = await visit(browser, base, `/kasus/${caseId}`, { persona: 'coordinator-1700', size: phone });
    let taps = 0;
    const tap = async (name: RegExp) => {
      await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().tap();
      taps += 1;
    };
    // Opened beforehand, on the page of its documents.
    await page.goto(`${base}/kasus/${caseId}/dokumen`);
    for (const link of await page.locator('a[href^="/v1/documents/"]').all()) await link.tap();
    await page.goto(`${base}/kasus/${caseId}`);
    await page.locator('[data-utama]').waitFor();
    await tap(/^Nyatakan berkas lengkap$/);
    await tap(/^Lanjut: periksa jawaban$/);
    await tap(/^Catat keputusan/);
    await page.getByRole('heading', { level: 1, name: 'Keputusan tercatat' }).waitFor();
    expect(taps).toBe(3);
    await close();
  });

  it('P7: a submission can be taken back until the next desk has opened it, and then says why not', async () => {
    const story = storyOf(house, '1701', 2027);
    await story.file();
    await story.draft();
    const back = async () => {
      const { page, close } = await visit(browser, base, '/kasus/rpik-1701-2027', { persona: 'drafter-1701', size: phone });
      const link = page.getByRole('link', { name: 'Tarik kembali pengajuan' });
      await link.waitFor();
      return { page, close, link };
    };
    const first = await back();
    await first.link.tap();
    await first.page.getByRole('button', { name: 'Tarik kembali pengajuan' }).tap();
    await first.page.waitForURL(/rpik-1701-2027$/);
    await first.close();
    expect((await house.as('drafter-1701').get<{ stage: { id: string } }>('/v1/cases/rpik-1701-2027')).body.stage.id).toBe('public-consultation');
    await story.take(story.cast.drafter, 'close-consultation', { facts: { coverLetterNumber: '500/1701/2026' } });
    await house.as('harmonizer-1700').must('POST', '/v1/cases/rpik-1701-2027/opened', {});
    const second = await back();
    expect(await second.link.getAttribute('aria-disabled')).toBe('true');
    await second.link.tap();
    expect(await second.page.locator('.note.warn').innerText()).toMatch(/./);
    expect(await second.page.getByRole('button', { name: 'Tarik kembali pengajuan' }).isDisabled()).toBe(true);
    await second.close();
  });

  it('H4: opening it for the first time costs at most 230 kB, and a second page next to nothing', async () => {
    const { page, context, close } = await visit(browser, base, '/kasus', { persona: 'coordinator-1700', size: phone });
    const fresh = await context.newPage();
    const cdp = await context.newCDPSession(fresh);
    await cdp.send('Network.enable');
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    let bytes = 0;
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await fresh.goto(`${base}/kerja`);
    await fresh.locator('main h1').waitFor();
    await fresh.waitForLoadState('networkidle').catch(() => undefined);
    expect(bytes).toBeLessThan(230_000);
    expect(bytes).toBeGreaterThan(50_000);
    await page.bringToFront();
    await close();
  });

  it('R3: a list of 514 rows is one table whose pieces grow with its rows and not faster', async () => {
    const { page, context, close } = await visit(browser, base, '/notifikasi', { persona: 'coordinator-1700' });
    const [row] = (await house.as('coordinator-1700').get<{ items: { id: string }[] }>('/v1/cases')).body.items;
    const many = (n: number) => Array.from({ length: n }, (_, k) => ({ ...row, id: `rpik-${1000 + k}-2027`, region: { code: String(1000 + k), name: `Kabupaten ${k}` } }));
    const elements = async (n: number) => {
      await context.route('**/v1/cases?*', (route) => route.fulfill({ json: { items: many(n), nextCursor: null } }));
      await page.goto(`${base}/kasus`);
      const began = Date.now();
      await page.getByRole('heading', { level: 1, name: `Kasus (${n})` }).waitFor();
      console.log(`${n} rows after ${Date.now() - began} ms`);
      const count = await page.evaluate<number>(`document.querySelectorAll('main *').length`);
      await context.unroute('**/v1/cases?*');
      return count;
    };
    const [few, all] = [await elements(57), await elements(514)];
    expect(all / few).toBeLessThan((514 / 57) * 1.1);
    await close();
  });
});
