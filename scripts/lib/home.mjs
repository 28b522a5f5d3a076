import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Makes the data folder ready: `run` (who was started), `log`, `tools` (what was fetched).
 * The folder itself may be traversed, since PostgreSQL may have to run under another account; what lies in it is private.
 * @returns {string} the absolute path
 */
export function openHome(folder = process.env.SELARAS_HOME || path.join(root, '.selaras')) {
  const home = path.resolve(folder);
  if (!fs.existsSync(home)) {
    fs.mkdirSync(home, { recursive: true });
    fs.chmodSync(home, 0o711);
  }
  for (const room of ['run', 'log', 'tools']) fs.mkdirSync(path.join(home, room), { recursive: true, mode: 0o700 });
  return home;
}

/** Writes a file so that a reader sees the old or the new text, never half of one. */
export function writeWhole(file, text, mode = 0o600) {
  const draft = `${file}.${process.pid}.part`;
  fs.writeFileSync(draft, text, { mode });
  fs.renameSync(draft, file);
}

/** The parsed file, or undefined where there is none or it cannot be read as JSON. */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
