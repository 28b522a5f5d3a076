import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { pictures, sizes } from './lib/gallery-pictures.mjs';
import { root } from './lib/home.mjs';
import { explain, say, step } from './lib/steps.mjs';
import { Trouble } from './lib/trouble.mjs';

/*
 * `npm run gallery`: pictures of the screens of a running demo (SELARAS_URL, or http://localhost:3000) into docs/gallery, as WebP.
 * CHROMIUM names the browser. It reads and never acts: the demo is afterwards as it was.
 */
const url = (process.env.SELARAS_URL ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/$/, '');
const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file));
const folder = path.join(root, 'docs', 'gallery');
const quality = 0.82;

try {
  if (!executablePath) throw new Trouble('No Chromium was found.', 'Install one, or set CHROMIUM to its path.');
  await fetch(`${url}/health/live`).catch(() => {
    throw new Trouble(`Nothing answers at ${url}.`, 'Start the demo with `npm start`, or set SELARAS_URL to where it is.');
  });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    await step('Taking pictures', (note) => take(browser, note));
  } finally {
    await browser.close();
  }
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

async function take(browser, note) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const darkroom = await browser.newPage();
  let bytes = 0;
  for (const picture of pictures)
    for (const size of picture.sizes ?? ['desk'])
      for (const scheme of picture.schemes ?? ['light']) {
        const name = [picture.name, size === 'phone' && 'phone', scheme === 'dark' && 'dark'].filter(Boolean).join('-');
        const shot = await look(browser, picture, sizes[size], scheme);
        if (!shot) {
          note(`${name}: this demo has no such screen (${picture.path}).`);
          continue;
        }
        const small = await asWebp(darkroom, shot);
        fs.writeFileSync(path.join(folder, `${name}.webp`), small);
        bytes += small.length;
      }
  say(`  ${fs.readdirSync(folder).length} pictures, ${(bytes / 1024).toFixed(0)} kB, in ${path.relative(root, folder)}`);
}

/** A window of its own, signed in, once everything on the page has come. */
async function look(browser, { persona, path: at }, viewport, colorScheme) {
  const context = await browser.newContext({ viewport, colorScheme, hasTouch: viewport.width < 500, locale: 'id-ID', timezoneId: 'Asia/Jakarta', reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    const answer = await page.goto(persona ? `${url}/auth/sign-in?persona=${persona}&returnTo=${encodeURIComponent(at)}` : `${url}${at}`);
    if (answer?.status() === 404) return undefined;
    await page.locator('h1').first().waitFor({ timeout: 60_000 });
    await page.waitForLoadState('networkidle', { timeout: 8_000 }).catch(() => {});
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null, undefined, { timeout: 8_000 }).catch(() => {});
    const isMissing = await page.locator('[data-not-found]').count();
    return isMissing > 0 ? undefined : await page.screenshot();
  } finally {
    await context.close();
  }
}

/** The browser itself makes the picture small. */
async function asWebp(page, png) {
  const made = await page.evaluate(
    async ([source, quality]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    [`data:image/png;base64,${png.toString('base64')}`, quality],
  );
  return Buffer.from(made.slice(made.indexOf(',') + 1), 'base64');
}
