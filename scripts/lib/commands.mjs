import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { writeDown } from './process-records.mjs';
import { tail } from './tail.mjs';
import { Trouble } from './trouble.mjs';

const underWay = new Set();

/**
 * Runs a command to its end without a terminal; what it prints goes to `log` (a file), or is shown when `show` is set.
 * With `record: {home, name}` a later start ends it if this process is killed meanwhile.
 * @returns {Promise<number>} the exit code; a signal counts as 1
 */
export function runCommand(command, args, { log, show = false, record, ...options } = {}) {
  return new Promise((resolve) => {
    const out = show ? 'inherit' : log ? fs.openSync(log, 'a', 0o600) : 'ignore';
    const child = spawn(command, args, { ...options, stdio: ['ignore', out, out], detached: true });
    if (typeof out === 'number') fs.closeSync(out);
    underWay.add(child);
    const forget = record && child.pid ? writeDown(record, child.pid, [command, ...args]) : () => {};
    const ended = (code) => {
      underWay.delete(child);
      forget();
      resolve(code);
    };
    child.once('error', (error) => {
      if (log) fs.appendFileSync(log, `${error.message}\n`);
      ended(127);
    });
    child.once('exit', (code) => ended(code ?? 1));
  });
}

/** Runs a command that has to succeed; otherwise the last lines it printed are part of the message. */
export async function mustRun(command, args, { log, advice, title = [path.basename(command), ...args].join(' '), ...options }) {
  const began = fs.existsSync(log) ? fs.statSync(log).size : 0;
  const code = await runCommand(command, args, { log, ...options });
  if (code === 0) return;
  const printed = fs.existsSync(log) && fs.statSync(log).size > began ? `\n${tail(log)}` : '';
  throw new Trouble(`${title} ended with code ${code}.${printed}`, advice ?? `Read ${log}, then run the same command again.`);
}

/** Ends the commands that are still under way, with everything they started. */
export function endCommands(signal = 'SIGTERM') {
  for (const child of underWay) signalGroup(child.pid, signal);
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
