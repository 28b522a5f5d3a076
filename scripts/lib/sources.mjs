import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './home.mjs';

const left = new Set(['node_modules', 'dist', 'coverage']);

/** Every file below a place of the checkout, as paths from its top, in order. */
export function filesBelow(place) {
  const at = path.join(root, place);
  if (!fs.existsSync(at)) return [];
  if (fs.statSync(at).isFile()) return [place];
  return fs
    .readdirSync(at, { withFileTypes: true })
    .filter((entry) => !left.has(entry.name) && !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(path.join(place, entry.name)) : [path.join(place, entry.name)]));
}

/** One hash over names and bytes: equal as long as nothing below these places has changed. */
export function hashOf(places, { without = () => false } = {}) {
  const hash = createHash('sha256');
  for (const file of places.flatMap(filesBelow).filter((name) => !without(name))) {
    const bytes = fs.readFileSync(path.join(root, file));
    hash.update(`${file}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
