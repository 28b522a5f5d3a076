import { canonicalJson, type CohortState, cohortTasksOf, evolveCohort, type RecordedCohortEvent } from '#process';
import type { EntityManager } from 'typeorm';
import { brokenLink } from '../broken-link';
import { cohortHashOf, joinActor } from '../chain';
import { cohortAlarmOf } from '../cohort-alarm';
import { firstDifference } from '../first-difference';
import { type StoredEvent, storedEvents } from '../stored-events';
import { type Comparison, type Finding, type FindingKind, only } from './finding';
import { refoldCohort } from './refold-cohort';

interface CohortRow {
  seq: number;
  headHash: string;
  at: Date;
  nextAlarmAt: Date | null;
  state: CohortState;
  members: { regionCode: string; state: string }[];
  tasks: object[];
  released: { round: number; caseId: string; arrivalSeq: number; outcome: string | null }[];
}

/** What a cohort's own record does not bear out: its chain, its state as the fold of its events, members and releases beside it. The caller keeps the row. */
export async function compareCohort(tx: EntityManager, cohortId: string): Promise<Comparison> {
  const [row] = await tx.query<CohortRow[]>(cohortSql, [cohortId]);
  if (!row) return only(cohortId, 'chain-broken', 'there is no such cohort');
  const events = await storedEvents(tx, 'cohort', cohortId);
  const broken = brokenLink(row, events, (prevHash, { at, ...event }) => cohortHashOf(prevHash, { ...event, caseId: cohortId, at: at.toISOString() }));
  if (broken) return only(cohortId, 'chain-broken', broken);
  try {
    const folded = fold(cohortId, events);
    return { findings: compare(cohortId, row, folded), refold: () => refoldCohort(tx, folded, passagesOf(folded)) };
  } catch (failure) {
    return only(cohortId, 'record-unreadable', failure instanceof Error ? failure.message : String(failure));
  }
}

function fold(cohortId: string, events: readonly StoredEvent[]): CohortState {
  let state: CohortState | undefined;
  for (const { seq, type, at, actor, onBehalfOf, body } of events) {
    state = evolveCohort(state, {
      cohortId,
      seq,
      type,
      at: at.toISOString(),
      actor: joinActor(actor, onBehalfOf),
      body,
    } as unknown as RecordedCohortEvent);
  }
  return JSON.parse(JSON.stringify(state)) as CohortState;
}

export interface Passage {
  round: number;
  caseId: string;
  arrivalSeq: number;
  outcome: string | null;
}

function passagesOf({ releases }: CohortState): Passage[] {
  return releases.flatMap(({ round, members, opened }) => members.map(({ caseId, arrivalSeq }) => ({ round, caseId, arrivalSeq, outcome: opened[caseId] ?? null })));
}

function compare(cohortId: string, { seq, at, nextAlarmAt, state, members, tasks, released }: CohortRow, folded: CohortState): Finding[] {
  const byText = <T>(rows: readonly T[]): T[] => [...rows].sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  const pairs: [FindingKind, unknown, unknown][] = [
    ['state-differs', state, folded],
    ['columns-differ', { seq, at: at.toISOString(), nextAlarmAt: nextAlarmAt?.toISOString() ?? null }, { seq: folded.seq, at: folded.at, nextAlarmAt: cohortAlarmOf(folded) ?? null }],
    ['members-differ', byText(members), byText(folded.members.map(({ regionCode, state: is }) => ({ regionCode, state: is })))],
    ['releases-differ', byText(released), byText(passagesOf(folded))],
    ['tasks-differ', byText(tasks), byText(cohortTasksOf(folded).map(({ key, role, scope }) => ({ key, role, scope })))],
  ];
  return pairs
    .filter(([, is, shouldBe]) => canonicalJson(is) !== canonicalJson(shouldBe))
    .map(([kind, is, shouldBe]) => ({ caseId: cohortId, kind, detail: firstDifference(is, shouldBe) }));
}

const cohortSql = `
select c.seq, c.head_hash as "headHash", c.at, c.next_alarm_at as "nextAlarmAt", c.state,
       coalesce((select json_agg(json_build_object('regionCode', m.region, 'state', m.state)) from cohort_member m where m.cohort_id = c.cohort_id), '[]') as members,
       coalesce((select json_agg(json_build_object('round', r.round, 'caseId', r.case_id, 'arrivalSeq', r.arrival_seq, 'outcome', r.outcome)) from cohort_release r where r.cohort_id = c.cohort_id), '[]') as released,
       coalesce((select json_agg(json_build_object('key', t.key, 'role', t.role, 'scope', t.scope)) from task t where t.subject_id = c.cohort_id), '[]') as tasks
  from cohort c where c.cohort_id = $1`;
