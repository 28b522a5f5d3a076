import fs from 'node:fs';
import path from 'node:path';
import { readJson, writeWhole } from './home.mjs';
import { identityOf, isAlive } from './process-identity.mjs';

const recordFile = (home, name) => path.join(home, 'run', `${name}.json`);

export const recordFor = (name, pid, command) => ({ name, pid, identity: identityOf(pid), startedAt: new Date().toISOString(), command });

/** Notes in the home that this process was started for it. @returns {() => void} takes the note away again */
export function writeDown({ home, name }, pid, command) {
  const record = recordFor(name, pid, command);
  writeWhole(recordFile(home, name), JSON.stringify(record, null, 2));
  return () => forget(home, record);
}

/** What an earlier process of this home started and what still lives. */
export function leftovers(home) {
  const folder = path.join(home, 'run');
  if (!fs.existsSync(folder)) return [];
  const records = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readJson(path.join(folder, file)))
    .filter((record) => Array.isArray(record?.command));
  for (const record of records) if (!isAlive(record)) forget(home, record);
  return records.filter(isAlive);
}

export const recordOf = (home, name) => leftovers(home).find((record) => record.name === name);

export function forget(home, { name, pid }) {
  if (readJson(recordFile(home, name))?.pid === pid) fs.rmSync(recordFile(home, name), { force: true });
}
