// Keeps the histories of today's workflows, so that every later version is tried against them: `node test/replay/export-histories.mjs 0.1.0`
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const [version] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) throw new Error('usage: export-histories.mjs <version>');
const folder = path.join(import.meta.dirname, 'histories', version);
const jest = path.join(import.meta.dirname, '../../node_modules/jest/bin/jest.js');
const run = spawnSync(process.execPath, [jest, '--selectProjects', 'journey', '--', 'test/replay'], {
  cwd: path.join(import.meta.dirname, '../..'), stdio: 'inherit', env: { ...process.env, SELARAS_TEST_KEEP_HISTORIES: folder },
});
process.exitCode = run.status ?? 1;
