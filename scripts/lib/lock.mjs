import fs from 'node:fs';
import { readJson } from './home.mjs';
import { identityOf, isAlive } from './process-identity.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * One holder at a time, by a file that names the holder; a holder that no longer lives is passed over.
 * @returns {{holder?: {pid: number, since: string}, release(): void}} `holder` is set when somebody else has it
 */
export function takeLock(file) {
  const mine = { pid: process.pid, identity: identityOf(process.pid), since: new Date().toISOString() };
  for (let attempt = 0; attempt < 5; attempt++) {
    if (linked(file, mine)) return { release: () => readJson(file)?.pid === mine.pid && fs.rmSync(file, { force: true }) };
    const holder = readJson(file);
    if (holder && isAlive(holder)) return { holder, release() {} };
    setAside(file);
  }
  return { holder: readJson(file) ?? { pid: 0, since: 'unknown' }, release() {} };
}

/** Waits its turn; `waiting` is called once when there is somebody to wait for. */
export async function waitForLock(file, waiting = () => {}) {
  for (let told = false; ; told = true) {
    const lock = takeLock(file);
    if (!lock.holder) return lock;
    if (!told) waiting(lock.holder);
    await pause(500);
  }
}

/** The name appears together with its whole content, or not at all. */
function linked(file, content) {
  const draft = `${file}.${process.pid}.part`;
  fs.writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Two may find the same dead holder: what was moved away is looked at again, and put back if it is a living one's. */
function setAside(file) {
  const aside = `${file}.${process.pid}.old`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readJson(aside);
  if (moved && isAlive(moved)) {
    try {
      fs.linkSync(aside, file);
    } catch {
      /* a third one has it by now */
    }
  }
  fs.rmSync(aside, { force: true });
}
