export * from './cohort-command';
export * from './cohort-event';
export * from './cohort-refusal';
export * from './cohort-state';
export * from './decide-cohort';
export * from './evolve-cohort';
export * from './tally';
