import { type CaseState, decide, isoInstant, isRefusal, msOf } from '#process';
import type { EntityManager } from 'typeorm';
import { type CaseRow, instantFor, type KnownCommand, lockCase, nearGate, shareCohort, standing, type Standing, subjectScope } from '../case-row';
import type { ApplyResult, Busy } from '../results';
import { countedAnew } from '../calendar-rollout';
import type { Act, ActRoom } from './act';
import { outcomeOf } from './outcome-of';
import { broughtUpToDate } from './up-to-date';
import { write } from './write';

export const busy: Busy = { busy: true, retryAfter: 1 };

/** Takes an act on a case in its turn, in one transaction: lock, look the key up, decide, record. `unlimited` is for the engine's own. */
export async function take(room: ActRoom, caseId: string, scopes: readonly string[], act: Act, unlimited = false): Promise<ApplyResult> {
  return (await room.queue.run(caseId, () => room.database.inScope(scopes, (tx) => takeIn(room, tx, caseId, act)), unlimited)) ?? busy;
}

async function takeIn({ rulebook, terms }: ActRoom, tx: EntityManager, caseId: string, act: Act): Promise<ApplyResult> {
  const row = await lockCase(tx, caseId);
  if (!row) return { notFound: true };
  const { state } = row;
  const stands = await standing(tx, subjectScope(state.region), act.person, act.key ?? '');
  if (act.key !== undefined && stands.known) return repeated(tx, row, act, stands.known);

  const at = instantOf(state, stands, act.at, terms.timeSkipping);
  const { rulesBefore, rules, changed, dated } = await broughtUpToDate(rulebook, tx, state, stands.newest, at);
  const asksCohort = nearGate(rules.definition, state.stage) || act.restsOnCohort?.(rules.definition);
  const cohort = asksCohort ? await shareCohort(tx, state) : undefined;
  const command = act.command(dated, rules, at, cohort);
  if (isRefusal(command)) return command;
  const decision = decide(rules, dated, command);
  if (isRefusal(decision)) return decision;
  const events = [...changed, ...decision.events];
  const applied = await write(rulebook, tx, { rulesBefore, rules, position: { caseId, ...row }, events, command, act, at });
  if (changed.length > 0) await countedAnew(tx, { version: rules.calendar.version, caseId, region: state.region });
  const record = applied.transfer ? undefined : await act.show?.(tx);
  return { applied: { ...applied, ...(record && { record }) } };
}

async function repeated(tx: EntityManager, { state }: CaseRow, act: Act, known: KnownCommand): Promise<ApplyResult> {
  if (known.bodyHash !== act.bodyHash) return { keyReused: true };
  const became = known.transferSeq === null ? undefined : await outcomeOf(tx, state.id, known.transferSeq);
  return {
    applied: { caseId: state.id, seq: known.seq, state, repeated: true, ...(became && { transfer: { seq: known.transferSeq!, ...became } }) },
  };
}

function instantOf(state: CaseState, { real, offset }: Standing, asked: string | undefined, mayLead = false): string {
  const now = real + offset;
  return isoInstant(instantFor(state.at, asked === undefined ? now : mayLead ? msOf(asked) : Math.min(msOf(asked), now)));
}
