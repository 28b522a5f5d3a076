/** Offices whose part in a case stands in no table of transitions. */

/** Edits the plan and its claims, answers remarks, brings corrected papers. */
export const drafters = ['regency-drafter'];
/** Opens a case. */
export const filers = ['regency-drafter', 'provincial-coordinator'];
/** Judges the report on a condition of the endorsement. */
export const conditionReviewers = ['ministry-reviewer'];
export const administrators = ['administrator'];
/** Watches whether cases move, and reminds. */
export const watchers = ['administrator', 'provincial-coordinator'];
/** Reads, and has no say in a case. */
export const bystanders = ['observer', 'administrator'];
