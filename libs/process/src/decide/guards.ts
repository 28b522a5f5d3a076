import type { Guard } from '../definition';
import { textsOf } from '../manifest';
import { type Refusal, refuse } from '../refusal';
import { levelOf } from '../actor';
import type { Rules } from '../rules';
import { hasStaleCheck } from '../stale-checks';
import type { CaseState, Clock } from '../state';
import { dayAt, dayOf, msOf, nthWorkingDay } from '../time';

export const latestClock = (state: CaseState, rule: string): Clock | undefined => state.clocks.filter((clock) => clock.rule === rule).at(-1);

/** What the other desks have put to the regency and still wait for. */
export const openRemarks = (state: CaseState) => state.remarks.filter(({ visibility, answer, by }) => visibility === 'counterpart' && !answer && levelOf(by.scope) !== 'regency');

const vetoes = (state: CaseState) => state.votes.filter(({ vote }) => vote === 'unfavourable');

/** All voters of a stage have voted, and none against. */
export function isUnanimous(rules: Rules, state: CaseState): boolean {
  const voters = Object.keys(rules.definition.stages[state.stage]?.quorum?.voters ?? {});
  return voters.length > 0 && voters.every((role) => state.votes.some((vote) => vote.role === role && vote.vote === 'favourable'));
}

function quorumRefusal(rules: Rules, state: CaseState, guard: Extract<Guard, { guard: 'quorum' }>): Refusal | undefined {
  if (isUnanimous(rules, state)) return undefined;
  if (vetoes(state).length > 0) return refuse('veto-stands', vetoes(state).map(({ role }) => role));
  if (!latestClock(state, guard.afterExpiryOf)?.expired) return refuse('clock-running', [guard.afterExpiryOf]);
  const roles = state.votes.map(({ role }) => role);
  return roles.length >= guard.favourable && roles.includes(guard.including) ? undefined : refuse('votes-missing', [guard.including]);
}

function expiredRefusal(rules: Rules, state: CaseState, guard: Extract<Guard, { guard: 'expired' }>, at: string): Refusal | undefined {
  const clock = latestClock(state, guard.clock);
  if (!clock?.expired || clock.status !== 'running') return refuse('clock-running', [guard.clock]);
  const from = nthWorkingDay(rules.calendar, dayOf(clock.dueOn), guard.workingDaysAgo);
  return dayAt(msOf(at), rules.zone) > from ? undefined : refuse('clock-running', [guard.clock]);
}

function sameTextRefusal(state: CaseState, guard: Extract<Guard, { guard: 'same-text' }>): Refusal | undefined {
  const text = textsOf(state.documents, [guard.document])[guard.document];
  const kept = guard.as.map((mark) => state.marks[mark]?.[guard.document]).filter((hash) => hash !== undefined);
  // Where no text was ever kept there is none to be faithful to.
  return kept.length === 0 || (text !== undefined && kept.includes(text)) ? undefined : refuse('text-differs', [guard.document]);
}

/** Whether documents differ from the ones kept under a mark; nothing kept counts as different. */
export function differs(state: CaseState, types: readonly string[], mark: keyof CaseState['marks']): boolean {
  const kept = state.marks[mark];
  const now = textsOf(state.documents, types);
  return !kept || types.some((type) => kept[type] !== now[type]);
}

/** The refusal a guard gives, if it does. An exhaustive switch: a new guard does not compile without its word here. */
export function guardRefusal(rules: Rules, state: CaseState, guard: Guard, at: string): Refusal | undefined {
  switch (guard.guard) {
    case 'first-round':
      return state.round === 1 ? undefined : refuse('round-required', [1]);
    case 'later-round':
      return state.round > 1 ? undefined : refuse('round-required', [2]);
    case 'matrix-valid':
      return state.matrix?.valid ? undefined : refuse('matrix-invalid');
    case 'remarks-answered': {
      const open = openRemarks(state).map(({ n }) => n);
      return open.length === 0 ? undefined : refuse('remarks-unanswered', open);
    }
    case 'quorum':
      return quorumRefusal(rules, state, guard);
    case 'veto-stands':
      return vetoes(state).length > 0 ? undefined : refuse('no-veto');
    case 'expired':
      return expiredRefusal(rules, state, guard, at);
    case 'fact-known':
      return guard.fact in state.facts ? undefined : refuse('fact-required', [guard.fact]);
    case 'fact-unknown':
      return guard.fact in state.facts ? refuse('fact-recorded-already', [guard.fact]) : undefined;
    case 'fact-is':
      return state.facts[guard.fact] === guard.value ? undefined : refuse('fact-required', [guard.fact]);
    case 'same-text':
      return sameTextRefusal(state, guard);
    case 'flag':
      return state.flags.includes(guard.flag) === guard.set ? undefined : refuse('flag-required', [guard.flag]);
    case 'on-or-before-due':
      return undefined; // judged on the fact that comes with the act, in `inputs`
    case 'returned-from':
      return state.returnedFrom === guard.stage ? undefined : refuse('wrong-stage', [guard.stage]);
    case 'check-stale':
      return hasStaleCheck(state) ? undefined : refuse('check-not-stale');
    case 'differs':
      return differs(state, guard.documents, guard.from) ? undefined : refuse('correction-unchanged', guard.documents);
  }
}
