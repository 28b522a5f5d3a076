import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { mustRun } from './commands.mjs';
import { root } from './home.mjs';
import { waitForLock } from './lock.mjs';
import { endLeftovers, logFile } from './processes.mjs';
import { step } from './steps.mjs';
import { Trouble } from './trouble.mjs';

const stamp = path.join(root, 'node_modules', '.selaras-lock-hash');
const lockHash = () =>
  createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');

export function needNode(major = 20, minor = 19) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  throw new Trouble(`This is Node ${process.versions.node}.`, `Install Node ${major}.${minor} or newer, then run the same command again.`);
}

/** `npm ci` when node_modules is missing or does not belong to the present lock file. */
export async function installPackages(home) {
  if (isInstalled()) return;
  const lock = await waitForLock(path.join(root, '.install.lock'));
  try {
    if (isInstalled()) return;
    refuseBorrowedFolder();
    await endLeftovers(home, { only: ['npm-ci'], patience: { waitMs: 2_000 } });
    await step('Installing packages (npm ci)', async () => {
      const [command, ...args] = npm();
      const options = {
        cwd: root,
        record: { home, name: 'npm-ci' },
        log: logFile(home, 'npm-ci'),
        title: 'npm ci',
        advice: `Check that the npm registry can be reached and the disk is not full. Details: ${logFile(home, 'npm-ci')}`,
      };
      await mustRun(command, [...args, 'ci', '--include=dev', '--no-audit', '--no-fund'], options);
      fs.writeFileSync(stamp, lockHash());
    });
  } finally {
    lock.release();
  }
}

/** `npm ci` empties the folder first, through a link too: that would take the packages away from whoever lent them. */
function refuseBorrowedFolder() {
  const folder = path.join(root, 'node_modules');
  if (!fs.lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new Trouble(
    `${folder} is a link to ${fs.readlinkSync(folder)} and does not fit package-lock.json.`,
    'Remove the link (not what it points to), then run the same command again.',
  );
}

function isInstalled() {
  if (fs.existsSync(stamp)) return fs.readFileSync(stamp, 'utf8') === lockHash();
  const own = path.join(root, 'node_modules', '.package-lock.json');
  if (!fs.existsSync(own) || fs.statSync(own).mtimeMs < fs.statSync(path.join(root, 'package-lock.json')).mtimeMs) return false;
  fs.writeFileSync(stamp, lockHash());
  return true;
}

/** The npm that runs this script, else the one on PATH. */
function npm() {
  const running = process.env.npm_execpath;
  return running?.endsWith('npm-cli.js') ? [process.execPath, running] : ['npm'];
}
