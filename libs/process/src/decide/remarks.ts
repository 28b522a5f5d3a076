import { covers, levelOf } from '../actor';
import type { CaseCommand } from '../command';
import { bystanders, drafters } from '../offices';
import { readingOf } from '../reading';
import { refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import type { CaseState } from '../state';
import { noteRefusal } from './inputs';
import { newRemark } from './take-transition';

const LONGEST_UNIT = 200;
const MOST_REMARKS = 500;

/** A remark belongs to the ledger of the case: internal to its author's level, or to the counterpart, who has to answer it. */
export function addRemark(rules: Rules, state: CaseState, command: Extract<CaseCommand, { type: 'add-remark' }>): Decision {
  const { actor, text, unit, visibility } = command;
  if (bystanders.includes(actor.role)) return refuse('not-your-role');
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  // Whoever reads only the outline has nothing to say about the contents yet.
  if (readingOf(rules.definition, state, [actor]) !== 'contents') return refuse('wrong-stage', [state.stage]);
  if (text.length === 0) return refuse('note-required');
  const tooLong = noteRefusal(text) ?? ((unit?.length ?? 0) > LONGEST_UNIT ? refuse('note-too-long', [LONGEST_UNIT]) : undefined);
  if (tooLong) return tooLong;
  if (state.remarks.length >= MOST_REMARKS) return refuse('too-many-events', [MOST_REMARKS]);
  const remark = newRemark(state, actor, visibility, { text, ...(unit && { unit }) });
  return { events: [{ type: 'remark-added', actor, body: { remark } }] };
}

/** The drafter answers what the other desks have remarked; an answer is given once. */
export function answerRemark(_rules: Rules, state: CaseState, command: Extract<CaseCommand, { type: 'answer-remark' }>): Decision {
  const { actor, n, text } = command;
  if (bystanders.includes(actor.role)) return refuse('not-your-role');
  const remark = state.remarks.find((one) => one.n === n);
  // An internal remark of another level does not exist for the one who asks.
  if (!remark || (remark.visibility === 'internal' && levelOf(remark.by.scope) !== levelOf(actor.scope))) return refuse('unknown-remark', [n]);
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  const counterpart = levelOf(remark.by.scope) === 'regency' ? undefined : drafters[0]!;
  if (remark.visibility === 'counterpart' && counterpart && actor.role !== counterpart) return refuse('not-your-role', [counterpart]);
  if (remark.answer) return refuse('remark-answered', [n]);
  if (text.length === 0) return refuse('note-required');
  return noteRefusal(text) ?? { events: [{ type: 'remark-answered', actor, body: { n, answer: { person: actor.person, text } } }] };
}
