/** One setting that is missing or malformed. `given` is left out where the value is a secret. */
export interface ConfigProblem {
  readonly key: string;
  readonly complaint: string;
  readonly expects: string;
  readonly example: string;
  readonly given?: string;
}

/** Every problem of the environment at once, so that an operator repairs it in one round. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly part: string, readonly problems: readonly ConfigProblem[]) {
    super([`The ${part} cannot start: ${problems.length} setting(s) to repair.`, ...problems.map(line)].join('\n'));
  }
}

function line({ key, complaint, expects, example, given }: ConfigProblem): string {
  const quoted = given === undefined ? '' : ` (given: ${JSON.stringify(given.slice(0, 80))})`;
  return `  ${key}: ${complaint}${quoted}; expected ${expects}, for example ${key}=${example}`;
}
