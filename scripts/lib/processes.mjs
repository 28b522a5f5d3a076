import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { tail } from './tail.mjs';
import { isAlive } from './process-identity.mjs';
import { forget, leftovers, recordFor, recordOf, writeDown } from './process-records.mjs';

export { leftovers, recordOf };

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const logKept = 10 * 1024 * 1024;

/** What a process has written since it was started last. */
export const lastWords = (home, name, lines = 15) =>
  tail(logFile(home, name), 200)
    .split(/^--- .* starts, \S+\n?/m)
    .at(-1)
    .split('\n')
    .slice(-lines)
    .join('\n');

export const logFile = (home, name) => path.join(home, 'log', `${name}.log`);

/** Keeps a log from growing for ever: a large one becomes `….1` at the next start. */
export function openLog(home, name) {
  const file = logFile(home, name);
  if (fs.existsSync(file) && fs.statSync(file).size > logKept) fs.renameSync(file, `${file}.1`);
  fs.appendFileSync(file, `--- ${name} starts, ${new Date().toISOString()}\n`, { mode: 0o600 });
  return fs.openSync(file, 'a', 0o600);
}

/**
 * Starts a process in a group of its own (a Ctrl-C in the terminal must reach only us, since the order of ending matters) and
 * writes down what was started, so that a later start recognises it even if this process was killed.
 * @returns {{name: string, pid: number, ended: Promise<{code: number | null, signal: string | null}>, hasEnded(): boolean, stop(patience?: object): Promise<void>}}
 */
export function launch(home, name, command, args, { env = process.env, cwd = process.cwd(), uid, gid } = {}) {
  const log = openLog(home, name);
  const child = spawn(command, args, { env, cwd, uid, gid, detached: true, stdio: ['ignore', log, log] });
  fs.closeSync(log);
  let end;
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve((end = { code, signal })));
    child.once('error', (error) => {
      fs.appendFileSync(logFile(home, name), `${error.message}\n`);
      resolve((end = { code: 127, signal: null }));
    });
  });
  if (child.pid === undefined) return { name, pid: 0, ended, hasEnded: () => true, stop: async () => {} };
  const record = recordFor(name, child.pid, [command, ...args]);
  const forgetIt = writeDown({ home, name }, child.pid, [command, ...args]);
  ended.then(forgetIt);
  child.unref();
  return {
    name,
    pid: child.pid,
    ended,
    hasEnded: () => end !== undefined,
    async stop(patience) {
      await endProcess(record, patience);
      if (end === undefined) await Promise.race([ended, pause(1_000)]);
      forgetIt();
    },
  };
}

/**
 * Ends a process that we started: asks with `signal`, waits, and takes it away when it does not go.
 * Nothing is sent to a process whose identity is not the recorded one.
 */
export async function endProcess(record, { signal = 'SIGTERM', waitMs = 15_000 } = {}) {
  const send = (what) => {
    try {
      if (isAlive(record)) process.kill(record.pid, what);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  send(signal);
  for (const until = Date.now() + waitMs; isAlive(record) && Date.now() < until;) await pause(25);
  send('SIGKILL');
  for (const until = Date.now() + 5_000; isAlive(record) && Date.now() < until;) await pause(25);
}

/** Ends what a killed parent left behind, in the given order of names; `spared` names are left alone, and so are all but `only`. */
export async function endLeftovers(home, { order = [], spared = [], only, patience } = {}) {
  const rank = (name) => (order.includes(name) ? order.indexOf(name) : -1);
  const found = leftovers(home).filter(({ name }) => !spared.includes(name) && (!only || only.includes(name)));
  found.sort((a, b) => rank(a.name) - rank(b.name));
  for (const record of found) {
    await endProcess(record, patience);
    forget(home, record);
  }
  return found;
}
