import { canonicalJson, type CohortState, cohortTasksOf, evolveCohort, type RecordedCohortEvent } from '#process';
import type { EntityManager } from 'typeorm';
import { brokenLink } from './broken-link';
import { cohortHashOf, joinActor } from './chain';
import { firstDifference } from './first-difference';
import type { Finding, FindingKind } from './verifier';
import type { StoredEvent } from './stored-events';

interface CohortRow {
  seq: number;
  headHash: string;
  at: Date;
  state: CohortState;
  members: { regionCode: string; state: string }[];
  tasks: object[];
  released: { round: number; caseId: string; arrivalSeq: number; outcome: string | null }[];
}

/** What a cohort's own record does not bear out: its chain, its state as the fold of its events, members and releases beside it. */
export async function cohortFindings(tx: EntityManager, cohortId: string): Promise<Finding[]> {
  // The row is shared for the length of the look, so that nothing is appended between two reads.
  await tx.query('select 1 from cohort where cohort_id = $1 for share', [cohortId]);
  const [row] = await tx.query<CohortRow[]>(cohortSql, [cohortId]);
  if (!row) return [{ caseId: cohortId, kind: 'chain-broken', detail: 'there is no such cohort' }];
  const events = await tx.query<StoredEvent[]>(
    `select seq, type, at, actor, on_behalf_of as "onBehalfOf", body, prev_hash as "prevHash", hash from cohort_event where cohort_id = $1 order by seq`,
    [cohortId],
  );
  const broken = brokenLink(row, events, (prevHash, { at, ...event }) =>
    cohortHashOf(prevHash, { ...event, caseId: cohortId, at: at.toISOString() }),
  );
  if (broken) return [{ caseId: cohortId, kind: 'chain-broken', detail: broken }];
  try {
    return compare(cohortId, row, fold(cohortId, events));
  } catch (failure) {
    return [{ caseId: cohortId, kind: 'record-unreadable', detail: failure instanceof Error ? failure.message : String(failure) }];
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

function compare(cohortId: string, { seq, at, state, members, tasks, released }: CohortRow, folded: CohortState): Finding[] {
  const passages = folded.releases.flatMap(({ round, members: of, opened }) =>
    of.map(({ caseId, arrivalSeq }) => ({ round, caseId, arrivalSeq, outcome: opened[caseId] ?? null })),
  );
  const byText = <T>(rows: readonly T[]): T[] => [...rows].sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  const pairs: [FindingKind, unknown, unknown][] = [
    ['state-differs', state, folded],
    ['columns-differ', { seq, at: at.toISOString() }, { seq: folded.seq, at: folded.at }],
    ['members-differ', byText(members), byText(folded.members.map(({ regionCode, state: is }) => ({ regionCode, state: is })))],
    ['releases-differ', byText(released), byText(passages)],
    ['tasks-differ', byText(tasks), byText(cohortTasksOf(folded).map(({ key, role, scope }) => ({ key, role, scope })))],
  ];
  return pairs
    .filter(([, is, shouldBe]) => canonicalJson(is) !== canonicalJson(shouldBe))
    .map(([kind, is, shouldBe]) => ({ caseId: cohortId, kind, detail: firstDifference(is, shouldBe) }));
}

const cohortSql = `
select c.seq, c.head_hash as "headHash", c.at, c.state,
       coalesce((select json_agg(json_build_object('regionCode', m.region, 'state', m.state)) from cohort_member m where m.cohort_id = c.cohort_id), '[]') as members,
       coalesce((select json_agg(json_build_object('round', r.round, 'caseId', r.case_id, 'arrivalSeq', r.arrival_seq, 'outcome', r.outcome)) from cohort_release r where r.cohort_id = c.cohort_id), '[]') as released,
       coalesce((select json_agg(json_build_object('key', t.key, 'role', t.role, 'scope', t.scope)) from task t where t.subject_id = c.cohort_id), '[]') as tasks
  from cohort c where c.cohort_id = $1`;
