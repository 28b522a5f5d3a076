import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * A process number alone is no proof: numbers are used again. Together with the instant it began, it is.
 * @returns {string | undefined} undefined when no such process lives (one that ended and was not yet collected does not live)
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return process.platform === 'linux' ? identityFromProc(pid) : identityFromPs(pid);
}

function identityFromProc(pid) {
  try {
    // The name in brackets may hold anything; what follows the last bracket is "state ppid … starttime".
    const fields = fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

function identityFromPs(pid) {
  try {
    const [state, ...began] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    return !state || state.startsWith('Z') ? undefined : began.join(' ');
  } catch {
    return undefined;
  }
}

export const isAlive = ({ pid, identity }) => identity !== undefined && identityOf(pid) === identity;
