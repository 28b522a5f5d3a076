import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from './lib/build.mjs';
import { chromium } from './lib/chromium.mjs';
import { endCommands, runCommand } from './lib/commands.mjs';
import { passGates } from './lib/gates.mjs';
import { openHome, readJson, root } from './lib/home.mjs';
import { installPackages, needNode } from './lib/install.mjs';
import { logFile } from './lib/processes.mjs';
import { filesBelow } from './lib/sources.mjs';
import { explain, say, step } from './lib/steps.mjs';
import { temporalTool } from './lib/temporal-tool.mjs';
import { clearUpAfterKilledRuns } from './lib/test-servers.mjs';

/*
 * `npm test`: everything, on a machine where nothing is prepared. With arguments (`npm test -- libs/process`) only the specs they
 * name. The last line is always `N passed, N failed`; a gate or a preparation that fails counts as one.
 */
const wanted = process.argv.slice(2);
const environment = { ...process.env, TZ: process.env.TZ || 'UTC' };
const total = { passed: 0, failed: 0 };
const count = ({ passed, failed }) => {
  total.passed += passed;
  total.failed += failed;
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    say(`\nEnding (${signal}).`);
    endCommands('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    endCommands('SIGKILL');
    await clearUpAfterKilledRuns().catch(explain);
    finish({ failed: 1 });
  });
}

try {
  needNode();
  const home = openHome();
  await installPackages(home);
  const { cli, server, from } = await step('Looking for a Temporal server', (note) => temporalTool({ home, server: '1.32', note }));
  say(`  Temporal ${server} (${from})`);
  environment.TEMPORAL_CLI = cli;
  if (needsBrowser()) environment.CHROMIUM = await step('Looking for Chromium', (note) => chromium({ home, note }));
  await build(home);
  if (wanted.length === 0) count(await passGates(logFile(home, 'gates')));
  count(await specs());
} catch (error) {
  explain(error);
  count({ passed: 0, failed: 1 });
}
finish();

function needsBrowser() {
  return ['apps', 'libs', 'test'].flatMap(filesBelow).some((file) => /\.browser\.spec\.tsx?$/.test(file));
}

/** Runs Jest and reads its figures; a run that ends without figures, or does not end, has failed. */
async function specs() {
  say('… Specs');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'selaras-summary-'));
  const summary = path.join(folder, 'summary.json');
  const ending = endWhenStuck(summary);
  try {
    const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    const code = await runCommand(process.execPath, [jest, ...wanted], {
      cwd: root,
      env: { ...environment, SELARAS_TEST_SUMMARY: summary },
      show: true,
    });
    const figures = readJson(summary) ?? { passed: 0, failed: 0 };
    if (code === 0 || figures.failed > 0) return figures;
    say(`Jest ended with code ${code}, which counts as one failure.`);
    return { ...figures, failed: 1 };
  } finally {
    clearInterval(ending);
    await clearUpAfterKilledRuns();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** All specs have ended when the figures are there; what then still holds Jest (an open handle) must not hold the run. */
function endWhenStuck(summary, patienceMs = 90_000) {
  let since;
  return setInterval(() => {
    if (!fs.existsSync(summary)) return;
    since ??= Date.now();
    if (Date.now() - since < patienceMs) return;
    say('Jest does not end although every spec has: something was left open.');
    endCommands('SIGKILL');
  }, 1_000);
}

function finish({ failed = 0 } = {}) {
  const all = total.failed + failed;
  process.stdout.write(`${total.passed} passed, ${all} failed\n`, () => process.exit(all === 0 && total.passed > 0 ? 0 : 1));
}
