import { type CaseState, type Definition, msOf, type PlanVersion } from '#process';
import type { EntityManager } from 'typeorm';
import { runPrepared } from './prepared';
import { cohortIdOf } from './cohort-id';

/** A case under lock: its state, and where its chain ends. */
export interface CaseRow {
  state: CaseState;
  headHash: string;
}

const lock = { name: 'lock-case', text: 'select state, head_hash as "headHash" from regulation_case where case_id = $1 for update' };
const look = {
  name: 'look-up-command',
  text: `
select set_config('selaras.scope', $1, true),
       (select json_build_object('bodyHash', body_hash, 'subjectId', subject_id, 'seq', seq, 'transferSeq', transfer_seq)
          from accepted_command where person = $2 and key = $3) as known,
       floor(extract(epoch from clock_timestamp()) * 1000)::bigint as real,
       (select offset_ms from simulated_clock) as "offset", (select max(version) from working_calendar) as newest`,
};

/** Takes the case's row for this transaction. Nothing is returned for a case that is not there or outside the scope. */
export async function lockCase(tx: EntityManager, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await runPrepared<CaseRow>(tx, lock, [caseId]);
  return row;
}

export async function readCase(tx: EntityManager, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await tx.query<CaseRow[]>('select state, head_hash as "headHash" from regulation_case where case_id = $1', [caseId]);
  return row;
}

export interface KnownCommand {
  bodyHash: string;
  subjectId: string;
  seq: number;
  transferSeq: number | null;
}

/** What is known once the case is locked: the command that had this key, and the time. */
export interface Standing {
  known: KnownCommand | null;
  /** Real epoch milliseconds, and how far the simulated clock lies from them. */
  real: number;
  offset: number;
  /** The newest version of the working calendar. */
  newest: number;
}

/**
 * Narrows the scope to the subject's own and looks the key up, in a statement of its own: one that began before the lock was
 * granted would not see what the previous holder of the lock has committed.
 */
export async function standing(tx: EntityManager, scope: string, person: string, key: string): Promise<Standing> {
  const [row] = await runPrepared<{ known: KnownCommand | null; real: string; offset: string; newest: number | null }>(tx, look, [scope, person, key]);
  return { known: row!.known, real: Number(row!.real), offset: Number(row!.offset), newest: row!.newest ?? 0 };
}

/** Never before the case's last event, whatever the clocks of two servers say. */
export const instantFor = (last: string | undefined, now: number): number => Math.max(last === undefined ? now : msOf(last), now);

/** Whether a cohort's release can concern the case: it waits at the gate, or its next step leads there. */
export function nearGate(definition: Definition, stage: string): boolean {
  const here = definition.stages[stage];
  if (!here) return false;
  const leadsToGate = (to: string): boolean => definition.stages[to]?.gate !== undefined;
  const targets = Object.values(here.transitions).flatMap(({ to }) =>
    to === undefined ? [] : typeof to === 'string' ? [to] : to.map((route) => route.to),
  );
  return here.gate !== undefined || (here.quorum !== undefined && leadsToGate(here.quorum.to)) || targets.some(leadsToGate);
}

/** Row security for writing what follows from a case: its own region, and its province for the gate's workflow. */
export const subjectScope = (region: string): string => `${region},${region.slice(0, 2)}`;

/** What a case has to know of its cohort, while nobody may change it. */
export interface SharedCohort {
  id: string;
  cutOffOn: string;
  includesReadiness: boolean;
  /** A release has relied on the arrival at which the case stands. */
  relied: boolean;
  /** Plans of higher rank in force. */
  plans: PlanVersion[];
}

/** Shares the cohort's row with other cases, and keeps a release out until this transaction ends. Always after the case's own row. Read from the row alone: after a wait only the row itself is fresh. */
export async function shareCohort(tx: EntityManager, { id, region, programmeYear, gate }: CaseState): Promise<SharedCohort | undefined> {
  const province = region.slice(0, 2);
  const [cohort] = await tx.query<SharedCohort[]>(
    `select cohort_id as id, state ->> 'cutOffOn' as "cutOffOn", coalesce((state #>> '{policy,includeReadiness}')::boolean, false) as "includesReadiness",
            state @> jsonb_build_object('releases', jsonb_build_array(jsonb_build_object('members', jsonb_build_array(jsonb_build_object('caseId', $3::text, 'arrivalSeq', $4::int))))) as relied,
            (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', p -> 'kind', 'version', p -> 'version', 'regionCode', p -> 'regionCode'))), '[]')
               from jsonb_array_elements(state -> 'referencePlans') p where not p ? 'supersededOn') as plans
       from cohort where province = $1 and programme_year = $2 for share`,
    [province, programmeYear, id, gate?.arrivedSeq ?? 0],
  );
  // No row to share: whoever creates the cohort waits for us all the same, and finds the task for it that we leave.
  if (!cohort) await tx.query('select pg_advisory_xact_lock_shared(hashtext($1))', [cohortIdOf(province, programmeYear)]);
  return cohort;
}

/** Before a cohort is created: lets cases that are on their way to a gate without one arrive first, or after it. */
export async function awaitArrivals(tx: EntityManager, cohortId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [cohortId]);
}
