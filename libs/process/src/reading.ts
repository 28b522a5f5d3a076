import { type Actor, covers, levelOf } from './actor';
import { type Definition, isCompletion, stageOrder } from './definition';
import type { CaseState, Remark } from './state';

/**
 * How much of a case its reader sees: a region its own cases, a province all of its regions, the nation the outline (stage and
 * dates) always and the contents once the case has come as far as the ministry.
 */
export function readingOf(definition: Definition, state: Pick<CaseState, 'region' | 'stage' | 'status'>, offices: readonly Actor[]): 'contents' | 'outline' | 'nothing' {
  const mine = offices.filter(({ scope }) => covers(scope, state.region));
  if (mine.length === 0) return 'nothing';
  if (mine.some(({ scope }) => levelOf(scope) !== 'nation')) return 'contents';
  if (mine.some(({ role }) => role === 'administrator')) return 'contents';
  const reached = state.status !== 'open' && isCompletion(definition, state.status);
  return reached || stageOrder(definition, state.stage) >= stageOrder(definition, definition.nationReadsFrom) ? 'contents' : 'outline';
}

/** An internal remark stays within the level of its author; the counterpart's remarks are read by everybody who reads the case. */
export function remarksVisibleTo(state: CaseState, offices: readonly Actor[]): Remark[] {
  const levels = offices.filter(({ scope }) => covers(scope, state.region)).map(({ scope }) => levelOf(scope));
  return state.remarks.filter(({ visibility, by }) => visibility === 'counterpart' || levels.includes(levelOf(by.scope)));
}
