import { Trouble } from './trouble.mjs';

const live = process.stdout.isTTY === true;
const reminderEvery = 10_000;

// A closed terminal must not end what is running.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

export const say = (line = '') => process.stdout.write(`${line}\n`);

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * Announces one step, shows how long it has been at it, and says how it ended.
 * @param {string} title what is done, as "Installing packages"
 * @param {(note: (text: string) => void) => T | Promise<T>} work `note` puts a line below the step
 * @returns {Promise<Awaited<T>>} whatever the work returned
 * @template T
 */
export async function step(title, work) {
  const since = Date.now();
  const clear = () => live && process.stdout.write('\r\x1b[2K');
  const draw = () => live && process.stdout.write(`\r\x1b[2K… ${title} (${seconds(since)})`);
  if (live) draw();
  else say(`… ${title}`);
  const ticking = setInterval(
    () => (live ? draw() : say(`  still ${title.charAt(0).toLowerCase()}${title.slice(1)} (${seconds(since)})`)),
    live ? 200 : reminderEvery,
  );
  const note = (text) => {
    clear();
    say(`  ${text}`);
  };
  try {
    const result = await work(note);
    clear();
    say(`✓ ${title} (${seconds(since)})`);
    return result;
  } catch (error) {
    clear();
    say(`✗ ${title} (${seconds(since)})`);
    throw error;
  } finally {
    clearInterval(ticking);
  }
}

/** Prints what happened and what to do; an error nobody foresaw is shown whole. */
export function explain(error) {
  say();
  if (!(error instanceof Trouble)) return say(`What happened: ${error?.stack ?? error}`);
  say(`What happened: ${error.message}`);
  if (error.advice) say(`What to do:    ${error.advice.replaceAll('\n', '\n               ')}`);
}
