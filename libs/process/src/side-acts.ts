import { officeFor } from './actions';
import { type Actor, personsOf } from './actor';
import type { PersonCommand } from './command';
import { correctionHalf } from './decide/facts';
import { decide } from './decide';
import { today } from './decide/inputs';
import { isRefusal, type Refusal, type RefusalCode } from './refusal';
import type { Rules } from './rules';
import type { CaseState } from './state';

/** What goes on beside the transitions of a case. A correction is confirmed by whoever did not propose it. */
export const sideActNames = [
  'report-condition', 'review-condition', 'recheck', 'propose-hold', 'extend-clock', 'confirm-hold', 'lift-hold', 'dispute',
  'register-external-event', 'cancel-transfer', 'save-matrix', 'amend-claims', 'add-remark', 'answer-remark', 'correct-fact', 'confirm-correction',
] as const;
export type SideActName = (typeof sideActNames)[number];

/** An act beside the transitions that is the caller's. The judgement is the one the POST meets. */
export interface SideAct {
  act: SideActName;
  /** The condition, hold or remark by its number, the clock, check, fact or transition by its key; null where there is one of its kind. */
  about: string | null;
  allowed: boolean;
  reasons: { code: RefusalCode; details: string[] }[];
}

/** What can be remedied, or has to be known: an act refused for it is shown with the reason. Any other refusal says that there is nothing to do. */
const told: readonly RefusalCode[] = ['missing-documents', 'four-eyes', 'second-person-needed', 'too-many-extensions'];

/** Every act beside the transitions that belongs to an office of the caller now. */
export function sideActsFor(rules: Rules, state: CaseState, offices: readonly Actor[], at: string): SideAct[] {
  return candidates(rules, state, at).flatMap(({ act, about, command }): SideAct[] => {
    const actor = officeFor(rules.definition, state, command, offices);
    if ('refused' in actor) return [];
    const decision = judged(rules, state, { ...command, actor, at });
    if (!decision) return [{ act: named(act, state, about, actor), about, allowed: true, reasons: [] }];
    const { refused: code, details } = decision;
    return told.includes(code) ? [{ act: named(act, state, about, actor), about, allowed: false, reasons: [{ code, details }] }] : [];
  });
}

interface Candidate {
  act: Exclude<SideActName, 'confirm-correction'>;
  about: string | null;
  command: PersonCommand;
}

const words = { sha256: '', length: 1 };

/** One act of each kind for each thing it can be about, as its sender would word it at its plainest. */
function candidates(rules: Rules, state: CaseState, at: string): Candidate[] {
  const on = today(rules, at);
  const reason = Object.keys(rules.definition.holdReasons)[0] ?? '';
  const of = (act: Candidate['act'], about: number | string | null, command: PersonCommand): Candidate => ({ act, about: about === null ? null : String(about), command });
  return [
    ...state.conditions.flatMap(({ n }) => [of('report-condition', n, { type: 'report-condition', n }), of('review-condition', n, { type: 'review-condition', n, accepted: false })]),
    // A check that was found wanting is asked of nobody again: the case may be reopened on it.
    ...(state.stale ?? []).filter(({ found }) => !found).map(({ check }) => of('recheck', check, { type: 'recheck', check, result: 'conform' })),
    ...state.clocks.flatMap(({ key: clock }) => [of('propose-hold', clock, { type: 'propose-hold', clock, reason, first: on }), of('extend-clock', clock, { type: 'extend-clock', clock, reason, days: 1 })]),
    ...state.holds.flatMap(({ n }) => [of('confirm-hold', n, { type: 'confirm-hold', n, accepted: false }), of('lift-hold', n, { type: 'lift-hold', n, last: on })]),
    ...state.halves.map(({ transition }) => of('dispute', transition, { type: 'dispute', transition, note: words })),
    ...Object.keys(state.facts).map((fact) => of('correct-fact', fact, { type: 'correct-fact', fact, value: '', note: words })),
    ...state.remarks.map(({ n }) => of('answer-remark', n, { type: 'answer-remark', n, text: words })),
    of('add-remark', null, { type: 'add-remark', text: words, visibility: 'internal' }),
    of('register-external-event', null, { type: 'register-external-event', kind: 'letter' }),
    of('cancel-transfer', null, { type: 'cancel-transfer' }),
    of('save-matrix', null, { type: 'save-matrix', sha256: '', valid: true }),
    of('amend-claims', null, { type: 'amend-claims', sha256: '', valid: true, resolution: '', tables: [] }),
  ];
}

/** Of a correction, only the new value is missing: that is what its corrector has still to say. */
function judged(rules: Rules, state: CaseState, command: PersonCommand & { actor: Actor; at: string }): Refusal | undefined {
  const decision = decide(rules, state, command);
  const isComplete = !isRefusal(decision) || (command.type === 'correct-fact' && decision.refused === 'missing-facts');
  return isComplete ? undefined : decision;
}

/** What another person has proposed is confirmed; what is one's own is proposed anew. */
function named(act: Candidate['act'], state: CaseState, about: string | null, actor: Actor): SideActName {
  const half = act === 'correct-fact' && about !== null ? correctionHalf(state, about) : undefined;
  return half && !personsOf(actor).some((person) => half.persons.includes(person)) ? 'confirm-correction' : act;
}
