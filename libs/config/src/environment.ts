import { readFileSync } from 'node:fs';
import { ConfigError, type ConfigProblem } from './config-error';
import { settings, type Key, type Setting, type Value } from './settings';

export type Env = Readonly<Record<string, string | undefined>>;

/** Reads settings one by one and remembers what is wrong with them; `settle` throws it all at once. */
export class Environment {
  private readonly problems = new Map<Key, ConfigProblem>();

  constructor(private readonly env: Env) {}

  optional<K extends Key>(key: K): Value<K> | undefined {
    const given = this.given(key);
    if (given === undefined) return undefined;
    const value = settings[key].read(given) as Value<K> | undefined;
    if (value === undefined) this.complain(key, 'malformed', given);
    return value;
  }

  or<K extends Key>(key: K, otherwise: Value<K>): Value<K> {
    return this.optional(key) ?? otherwise;
  }

  /** The value; where it is missing the reading goes on with a hole in it, which `settle` does not let out. */
  required<K extends Key>(key: K): Value<K> {
    const value = this.optional(key);
    if (value === undefined) this.complain(key, 'missing');
    return value as Value<K>;
  }

  /** The first complaint about a key stands: "missing" says nothing new about what is malformed. */
  complain(key: Key, complaint: string, given?: string): void {
    if (this.problems.has(key)) return;
    const { expects, example, secret }: Setting<unknown> = settings[key];
    this.problems.set(key, { key, complaint, expects, example, ...(given === undefined || secret ? {} : { given }) });
  }

  settle(part: string): void {
    if (this.problems.size > 0) throw new ConfigError(part, [...this.problems.values()]);
  }

  private given(key: Key): string | undefined {
    const { secret }: Setting<unknown> = settings[key];
    const direct = filled(this.env[key]);
    const file = secret ? filled(this.env[`${key}_FILE`]) : undefined;
    if (file === undefined) return direct;
    if (direct === undefined) return this.fromFile(key, file);
    this.complain(key, `given twice, as ${key} and as ${key}_FILE`);
    return undefined;
  }

  private fromFile(key: Key, file: string): string | undefined {
    try {
      const content = filled(readFileSync(file, 'utf8').trim());
      if (content === undefined) this.complain(key, `malformed: the file ${file} of ${key}_FILE is empty`);
      return content;
    } catch (error) {
      this.complain(key, `unreadable: the file ${file} of ${key}_FILE (${(error as NodeJS.ErrnoException).code})`);
      return undefined;
    }
  }
}

/** Compose files pass unset variables on as empty ones. */
function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
