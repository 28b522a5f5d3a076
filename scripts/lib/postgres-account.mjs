import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Trouble } from './trouble.mjs';

const asAnotherUser = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it as it is; root hands it to the account `postgres` or `nobody`,
 * else to a user namespace, else copies the programs to where such an account can reach them.
 * @param {{bin: string, root?: string}} binaries
 * @param {string} data the wanted data folder
 * @param {'account' | 'unshare' | 'copy' | undefined} force tries only this way
 * @returns {{mode: string, bin: string, data: string, prefix: string[], as: {uid?: number, gid?: number}}}
 */
export function placeFor(binaries, data, force) {
  fs.mkdirSync(data, { recursive: true, mode: 0o700 });
  if (process.getuid?.() !== 0) return { mode: 'self', bin: binaries.bin, data, prefix: [], as: {} };
  const only = fs.existsSync(path.join(data, 'MOVED')) ? 'copy' : force;
  for (const [way, take] of ways(binaries, data)) {
    const place = !only || way === only ? take() : undefined;
    if (place) return place;
  }
  throw new Trouble(
    'PostgreSQL does not run as root, and no other account of this machine can run it.',
    'Start Selaras as an ordinary user, or set DATABASE_URL to a running PostgreSQL.',
  );
}

function ways(binaries, data) {
  return [
    ['account', () => firstOf(accounts(), (account) => underAccount(binaries, data, account))],
    ['unshare', () => underNamespace(binaries, data)],
    ['copy', () => firstOf(accounts(), (account) => asCopy(binaries, data, account))],
  ];
}

const firstOf = (list, take) => list.reduce((found, each) => found ?? take(each), undefined);

function accounts() {
  return ['postgres', 'nobody'].flatMap((name) => {
    const number = (flag) => spawnSync('id', [flag, name], { encoding: 'utf8' });
    const [uid, gid] = [number('-u'), number('-g')];
    return uid.status === 0 && gid.status === 0 ? [{ name, uid: Number(uid.stdout), gid: Number(gid.stdout) }] : [];
  });
}

function runs(bin, as, prefix = []) {
  const [command, ...args] = [...prefix, path.join(bin, 'postgres'), '--version'];
  return spawnSync(command, args, { ...as, cwd: '/' }).status === 0;
}

const reaches = (folder, as) => spawnSync('test', ['-w', folder, '-a', '-x', folder], { ...as, cwd: '/' }).status === 0;
const isFilled = (data) => fs.existsSync(path.join(data, 'PG_VERSION'));

/** A filled folder stays with whoever made it. */
function underAccount({ bin }, data, { name, uid, gid }) {
  const owner = fs.statSync(data).uid;
  if (owner !== uid && (owner !== 0 || isFilled(data))) return undefined;
  if (!runs(bin, { uid, gid })) return undefined;
  if (owner === 0) fs.chownSync(data, uid, gid);
  if (reaches(data, { uid, gid })) return { mode: `account ${name}`, bin, data, prefix: [], as: { uid, gid } };
  if (owner === 0) fs.chownSync(data, 0, 0);
  return undefined;
}

function underNamespace({ bin }, data) {
  if (fs.statSync(data).uid !== 0 || !runs(bin, {}, asAnotherUser)) return undefined;
  return { mode: 'user namespace', bin, data, prefix: asAnotherUser, as: {} };
}

/** The data goes to a lasting place of its own, since the account cannot reach the wanted one; the wanted folder names it. */
function asCopy({ bin, root }, data, { name, uid, gid }) {
  if (isFilled(data)) return undefined;
  const there = path.join(os.tmpdir(), `selaras-postgres-${shortHash(bin)}`);
  const copied = root ? path.join(there, 'bin') : bin;
  if (root && !runs(copied, { uid, gid })) {
    fs.rmSync(there, { recursive: true, force: true });
    fs.cpSync(root, there, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(there, 0o755);
  }
  const lasting = ['/var/lib', os.tmpdir()].find((folder) => isWritable(folder));
  const moved = path.join(lasting, `selaras-data-${shortHash(path.resolve(data))}`);
  fs.mkdirSync(moved, { recursive: true, mode: 0o700 });
  fs.chownSync(moved, uid, gid);
  fs.writeFileSync(path.join(data, 'MOVED'), `${moved}\n`, { mode: 0o600 });
  return runs(copied, { uid, gid }) && reaches(moved, { uid, gid })
    ? { mode: `copy for ${name}`, bin: copied, data: moved, prefix: [], as: { uid, gid } }
    : undefined;
}

const shortHash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Throws a data folder away, also when its content had to be put elsewhere. */
export function discard(data) {
  const moved = path.join(data, 'MOVED');
  if (fs.existsSync(moved)) fs.rmSync(fs.readFileSync(moved, 'utf8').trim(), { recursive: true, force: true });
  fs.rmSync(data, { recursive: true, force: true });
}

function isWritable(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
