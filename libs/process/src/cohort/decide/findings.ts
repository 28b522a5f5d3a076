import type { CohortCommand, OpenFinding } from '../cohort-command';
import type { CohortEvent } from '../cohort-event';
import { refuseCohort } from '../cohort-refusal';
import type { CohortState } from '../cohort-state';
import { settlement } from '../tally';
import { type CohortDecision, lengthRefusal, type Of, reasonRefusal, roleRefusal } from './shared';

const findingOf = (command: Extract<CohortCommand, { key: string }>): OpenFinding | undefined => command.view.findings.find(({ key }) => key === command.key);

/** A resolution is recorded by every region concerned, each by its own person. Whoever has changed their mind says another kind; the same again says nothing. */
export function resolve(state: CohortState, command: Of<'resolve-conflict'>): CohortDecision {
  const { actor, key, kind, note } = command;
  const finding = findingOf(command);
  if (!finding || !finding.members.includes(actor.scope)) return refuseCohort('finding-unknown', [key]);
  const refusal = roleRefusal(actor, 'resolve-conflict', actor.scope) ?? lengthRefusal(note);
  if (refusal) return refusal;
  const { members, subject } = finding;
  const said = state.conflicts[key]?.resolutions.find(({ regionCode }) => regionCode === actor.scope);
  if (said?.subject === subject && said.kind === kind) return refuseCohort('resolution-given', [actor.scope, kind]);
  return { events: [{ type: 'conflict-resolved', actor, body: { key, members, regionCode: actor.scope, kind, subject, ...(note && { note }) } }] };
}

export function overrideConflict(state: CohortState, command: Of<'override-conflict'>): CohortDecision {
  const { actor, key, reason } = command;
  const refusal = roleRefusal(actor, 'override-conflict', state.province);
  if (refusal) return refusal;
  const finding = findingOf(command);
  if (!finding) return refuseCohort('finding-unknown', [key]);
  const { members, subject } = finding;
  if (state.conflicts[key]?.override?.subject === subject) return refuseCohort('finding-overridden', [key]);
  return reasonRefusal(reason) ?? { events: [{ type: 'conflict-overridden', actor, body: { key, members, reason, subject } }] };
}

export function acknowledge(state: CohortState, command: Of<'acknowledge-conflict'>): CohortDecision {
  const { actor, key, note } = command;
  const refusal = roleRefusal(actor, 'acknowledge-conflict', state.province);
  if (refusal) return refusal;
  const finding = findingOf(command);
  if (!finding) return refuseCohort('finding-unknown', [key]);
  if (finding.effect !== 'acknowledge') return refuseCohort('finding-not-blocking', [key]);
  const { members, subject } = finding;
  return reasonRefusal(note) ?? { events: [{ type: 'conflict-acknowledged', actor, body: { key, members, note, subject } }] };
}

/** What was said about claims, or under plans, that have changed since: told once for every change, and taken back when the finding itself has gone. */
export function staleFindings(state: CohortState, { view }: Pick<CohortCommand, 'view'>): CohortEvent[] {
  const actor = { system: 'cohort' as const };
  return Object.entries(state.conflicts).flatMap(([key, record]): CohortEvent[] => {
    const finding = view.findings.find((one) => one.key === key);
    if (!finding) return record.stale ? [{ type: 'finding-gone', actor, body: { key } }] : [];
    const { subject } = finding;
    const said = [...record.resolutions, record.override, record.acknowledgement].flatMap((one) => (one ? [one.subject] : []));
    const isOld = said.some((one) => one !== subject) && !settlement(state, finding);
    return isOld && record.stale?.subject !== subject ? [{ type: 'finding-stale', actor, body: { key, subject } }] : [];
  });
}
