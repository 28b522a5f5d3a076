import { spawnSync } from 'node:child_process';

/** Resident memory of a process in MB, as the system counts it. */
export function residentMb(pid: number): number {
  const asked = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  const kilobytes = Number(asked.stdout.trim());
  if (!kilobytes) throw new Error(`Process ${pid} is gone.`);
  return kilobytes / 1_024;
}
