import fs from 'node:fs';
import path from 'node:path';
import { root } from './home.mjs';
import { runCommand } from './commands.mjs';
import { say, step } from './steps.mjs';
import { Trouble } from './trouble.mjs';

const program = (...at) => path.join(root, 'node_modules', ...at);
const isThere = (place) => fs.existsSync(path.join(root, place));
const rooms = () => ['apps', 'libs', 'workflows', 'test'].filter(isThere);

/** What is judged without running anything: each gate is a title and a program with its arguments. */
export function staticGates() {
  const tsc = program('typescript', 'bin', 'tsc');
  const gates = [
    ['Types', [tsc, '-p', 'tsconfig.json', '--noEmit', '--pretty', 'false']],
    ['Lint', [program('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0', '--no-error-on-unmatched-pattern']],
    [
      'Import picture',
      [program('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...rooms()],
    ],
  ];
  if (isThere('apps/web/tsconfig.json'))
    gates.splice(1, 0, ['Types of the screens', [tsc, '-p', 'apps/web/tsconfig.json', '--noEmit', '--pretty', 'false']]);
  return gates;
}

/** Runs the gates one after the other and shows what a failing one printed. @returns {Promise<{passed: number, failed: number}>} */
export async function passGates(log, gates = staticGates()) {
  const results = { passed: 0, failed: 0 };
  for (const [title, args] of gates) {
    const began = fs.existsSync(log) ? fs.statSync(log).size : 0;
    try {
      await step(title, async () => {
        const code = await runCommand(process.execPath, args, { cwd: root, log });
        if (code !== 0) throw new Trouble(`${title}: not as it should be.`, 'Correct what is listed.');
      });
      results.passed++;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      results.failed++;
      say(fs.readFileSync(log).subarray(began).toString('utf8').trimEnd());
    }
  }
  return results;
}
