import fs from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const axe = fs.readFileSync(path.join(path.dirname(require.resolve('axe-core/package.json')), 'axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const desk = { width: 1280, height: 800 };
export const phone = { width: 360, height: 740 };

/** The Chromium that the test command found or installed; one that is missing is a failure and no reason to skip. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'];
  if (!executablePath) throw new Error('CHROMIUM is not set: browser specs run under "npm test".');
  return chromium.launch({ executablePath, args: flags });
}

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** What the page itself complained about. */
  complaints: string[];
  close(): Promise<void>;
}

/** A browser window of its own, signed in as a persona, on a page of the house. */
export async function visit(browser: Browser, base: string, at: string, { persona, size = desk, scheme = 'light' }: { persona?: string; size?: typeof desk; scheme?: 'light' | 'dark' } = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: size, colorScheme: scheme, hasTouch: size.width < 500, locale: 'id-ID', timezoneId: 'Asia/Jakarta', acceptDownloads: true });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (line) => line.type() === 'error' && !/status of 4\d\d/.test(line.text()) && complaints.push(line.text()));
  await page.goto(persona ? `${base}/auth/sign-in?persona=${persona}&returnTo=${encodeURIComponent(at)}` : `${base}${at}`);
  await page.locator('h1').first().waitFor();
  return { context, page, complaints, close: () => context.close() };
}

/** What stands in the way of people who read or work differently (WCAG 2.2 A and AA), each with where. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<{ id: string; nodes: { target: string[] }[] }[]>(`axe.run(document, { runOnly: ${JSON.stringify(standards)} }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) })))`);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** By how many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');

/** What stands in the way on the page as it is now, with what is open on it: in both themes, and whether it scrolls sideways at 320 pixels. */
export async function hindrances(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  const size = page.viewportSize()!;
  for (const colorScheme of ['dark', 'light'] as const) {
    // Colours that are still changing are nobody's.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await barriers(page)).map((barrier) => `${where}, ${colorScheme}: ${barrier}`));
  }
  await page.emulateMedia({ reducedMotion: null });
  await page.setViewportSize({ width: 320, height: 740 });
  const wide = await overflow(page);
  if (wide > 0) found.push(`${where} is ${wide} px too wide at 320 px`);
  await page.setViewportSize(size);
  return found;
}

/** What stands in the way on each of these routes, and whether one of them scrolls sideways at 320 pixels. `atDesk` and `atPhone` look at what else a page promises there. */
export async function walk(page: Page, base: string, routes: readonly string[], { atDesk, atPhone }: { atDesk?: () => Promise<void>; atPhone?: (route: string) => Promise<string[]> } = {}): Promise<string[]> {
  const found: string[] = [];
  for (const route of routes) {
    await page.goto(base + route);
    await page.locator('main h1').waitFor();
    await page.waitForLoadState('networkidle');
    found.push(...(await barriers(page)).map((barrier) => `${route} ${barrier}`));
    await atDesk?.();
    await page.setViewportSize({ width: 320, height: 740 });
    const wide = await overflow(page);
    if (wide > 0) found.push(`${route} is ${wide} px too wide at 320 px`);
    found.push(...((await atPhone?.(route)) ?? []));
    await page.setViewportSize(desk);
  }
  return found;
}
