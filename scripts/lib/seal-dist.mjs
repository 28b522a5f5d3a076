import fs from 'node:fs';
import path from 'node:path';
import { root } from './home.mjs';
import { filesBelow } from './sources.mjs';

const rooms = ['apps', 'libs', 'workflows', 'test'];
const isOfTheWeb = (file) => file.startsWith(path.join('apps', 'web') + path.sep);
const dist = (file) => path.join(root, 'dist', file);

/**
 * Makes dist stand on its own: Node resolves "#…" by the nearest package.json, so dist gets one that points at the compiled files;
 * what the compiler does not carry over (SQL, templates, tables) is copied; what has no source any more is removed.
 */
export function sealDist() {
  const { imports, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const compiled = JSON.parse(JSON.stringify(imports).replaceAll('.ts"', '.js"'));
  fs.writeFileSync(dist('package.json'), `${JSON.stringify({ private: true, version, type: 'commonjs', imports: compiled }, null, 2)}\n`);

  const sources = rooms.flatMap(filesBelow).filter((file) => !isOfTheWeb(file));
  const carried = sources.filter((file) => !/\.[cm]?tsx?$/.test(file) && file.includes(`${path.sep}src${path.sep}`));
  for (const file of [...carried, ...filesBelow('data')]) {
    fs.mkdirSync(path.dirname(dist(file)), { recursive: true });
    fs.copyFileSync(path.join(root, file), dist(file));
  }
  removeOrphans(new Set([...sources, ...sources.map((file) => file.replace(/\.tsx?$/, ''))]));
}

function removeOrphans(known) {
  for (const file of rooms.flatMap((room) => compiledBelow(room))) {
    if (!known.has(file) && !known.has(file.replace(/\.(js\.map|js|d\.ts)$/, ''))) fs.rmSync(dist(file));
  }
}

const compiledBelow = (room) =>
  filesBelow(path.join('dist', room))
    .map((file) => path.relative('dist', file))
    .filter((file) => !isOfTheWeb(file));
