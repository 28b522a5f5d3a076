import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** A password generated once per home and kept readable by its owner only. */
export function secretOf(home, name) {
  const file = path.join(home, `${name}.password`);
  try {
    fs.writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return fs.readFileSync(file, 'utf8').trim();
}
