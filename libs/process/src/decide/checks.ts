import { covers } from '../actor';
import type { CaseCommand } from '../command';
import type { CaseEvent } from '../event';
import { refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import { carriedByVotes, checksOvertaken, groundsOf } from '../stale-checks';
import type { CaseState } from '../state';
import { noteRefusal } from './inputs';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** The cohort tells which plans are in force and which findings are asked anew: exactly what relied on something else is marked, and nothing goes back. */
export function markChecks({ definition }: Rules, state: CaseState, { actor, plans, findings }: Of<'mark-checks'>): Decision {
  if (!carriedByVotes(definition, state.stage)) return { events: [] };
  const checks = checksOvertaken(definition, state, plans);
  const before = state.staleFindings ?? [];
  const now = [...findings].sort();
  const events: CaseEvent[] = [];
  if (checks.length > 0) events.push({ type: 'checks-stale', actor, body: { checks } });
  if (before.join() !== now.join()) events.push({ type: 'findings-stale', actor, body: { findings: now } });
  return { events };
}

/** The office that gave a check gives it again. One that holds is stale no more; one that does not stays marked, and the case may be reopened on it. */
export function recheck({ definition }: Rules, state: CaseState, command: Of<'recheck'>): Decision {
  const { actor, check, result, note, plans } = command;
  const vote = state.votes.find(({ checks }) => Object.hasOwn(checks, check));
  if (!vote) return refuse('unknown-check', [check]);
  if (actor.role !== vote.role) return refuse('not-your-role', [vote.role]);
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  const stale = state.stale?.find((one) => one.check === check);
  if (!stale) return refuse('check-not-stale', [check]);
  if (result === 'not-conform' && !note?.length) return refuse('note-required');
  const grounds = plans && groundsOf(definition, check, state.region, plans);
  return noteRefusal(note) ?? { events: [{ type: 'check-renewed', actor, body: { check, result, ...(grounds && { grounds }), ...(note && { note }) } }] };
}
