import fs from 'node:fs';
import path from 'node:path';
import { mustRun } from './commands.mjs';
import { openHome, readJson, root, writeWhole } from './home.mjs';
import { waitForLock } from './lock.mjs';
import { logFile } from './processes.mjs';
import { sealDist } from './seal-dist.mjs';
import { filesBelow, hashOf } from './sources.mjs';
import { step } from './steps.mjs';

const built = path.join(root, 'dist', '.built.json');
const isSpec = (file) => /\.spec\.tsx?$/.test(file);
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const isThere = (place) => fs.existsSync(path.join(root, place));

/** Brings dist up to the sources: what has not changed since it was built is left alone. */
export async function build(home) {
  fs.mkdirSync(path.join(root, 'dist'), { recursive: true });
  const lock = await waitForLock(path.join(root, 'dist', '.build.lock'));
  try {
    for (const part of parts(home)) await bringUp(part);
  } finally {
    lock.release();
  }
}

async function bringUp({ name, title, hash, present, make }) {
  const now = hash();
  if (readJson(built)?.[name] === now && present()) return;
  await step(title, make);
  writeWhole(built, JSON.stringify({ ...readJson(built), [name]: now }, null, 2), 0o644);
}

function parts(home) {
  const node = (title, script, ...args) =>
    mustRun(process.execPath, [script, ...args], {
      cwd: root,
      log: logFile(home, 'build'),
      title,
      advice: 'Correct what the lines above name, then run the same command again.',
    });
  const program = (...at) => path.join(root, 'node_modules', ...at);
  const webConfig = ['mts', 'ts', 'mjs', 'js'].map((ending) => `apps/web/vite.config.${ending}`).find(isThere);
  const withoutWeb = (file) => isSpec(file) || file.startsWith(path.join('apps', 'web') + path.sep);

  const compile = {
    name: 'compiled',
    title: 'Compiling',
    hash: () => hashOf([...settings, 'apps', 'libs', 'workflows', 'test', 'data'], { without: withoutWeb }),
    present: () => isThere('dist/package.json'),
    async make() {
      await node('The TypeScript compiler', program('typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json', '--pretty', 'false');
      sealDist();
    },
  };
  const bundle = {
    name: 'bundled',
    title: 'Bundling the workflows',
    hash: () => hashOf([...settings, 'workflows', 'libs/temporal'], { without: isSpec }),
    present: () => isThere('dist/workflow-bundle.js'),
    make: () =>
      node('The workflow bundler', path.join(root, 'dist', 'libs', 'temporal', 'src', 'bundle.js'), path.join('dist', 'workflow-bundle.js')),
  };
  const web = {
    name: 'web',
    title: 'Building the screens',
    hash: () => hashOf([...settings, 'apps/web', 'libs/process'], { without: isSpec }),
    present: () => true,
    make: () => node('Vite', program('vite', 'bin', 'vite.js'), 'build', 'apps/web'),
  };
  return [
    ...(filesBelow('apps').length + filesBelow('libs').length > 0 ? [compile] : []),
    ...(isThere('libs/temporal/src/bundle.ts') ? [bundle] : []),
    ...(webConfig ? [web] : []),
  ];
}

/** For scripts that only build. */
export const buildHere = () => build(openHome());
