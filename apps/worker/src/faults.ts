/** Places at which a test may let the worker die, as a power cut would. */
export const killPoints = ['after-complete-transfer-commit', 'during-checkpoint', 'during-calendar-rollout', 'after-cohort-attend', 'during-comparison'] as const;
export type KillPoint = (typeof killPoints)[number];

export interface Faults {
  at(point: KillPoint): void;
}

export const noFaults: Faults = { at: () => undefined };

/** What SELARAS_TEST_KILL_AT asks for. Outside of tests it is refused, so that no installation carries a switch that kills it. */
export function faultsOf(asked: string | undefined, environment: string, die: () => void = killed): Faults {
  if (asked === undefined || asked === '') return noFaults;
  if (environment !== 'test') throw new Error('SELARAS_TEST_KILL_AT is refused: it is for tests, with NODE_ENV=test.');
  const place = killPoints.find((point) => point === asked);
  if (!place) throw new Error(`SELARAS_TEST_KILL_AT is one of ${killPoints.join(', ')}, not ${asked}.`);
  return { at: (point) => { if (point === place) die(); } };
}

function killed(): void {
  process.kill(process.pid, 'SIGKILL');
}
