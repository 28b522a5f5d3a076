import { canonicalJson, evolveReadiness, readinessNotices, readinessTasks, readinessV1, type ReadinessState, type RecordedReadinessEvent } from '#process';
import type { EntityManager } from 'typeorm';
import { brokenLink } from '../broken-link';
import { hashOf, joinActor } from '../chain';
import { firstDifference } from '../first-difference';
import { regionLabel } from '../region-label';
import { type StoredEvent, storedEvents } from '../stored-events';
import { readinessColumns, readinessTaskColumns } from '../write-readiness';
import { type Comparison, type Finding, type FindingKind, only } from './finding';
import { noticeFindings, type Told } from './notice-findings';
import { refoldReadiness } from './refold-readiness';

interface Row {
  seq: number;
  headHash: string;
  at: Date;
  state: ReadinessState;
  nextAlarmAt: Date | null;
  ready: boolean;
  funding: string | null;
  name: string;
}

/** What a region's record of readiness does not bear out: its chain, its state as the fold of its events, columns, tasks and notices beside it. The caller keeps the row. */
export async function compareReadiness(tx: EntityManager, id: string): Promise<Comparison> {
  const [row] = await tx.query<Row[]>(
    `select d.seq, d.head_hash as "headHash", d.at, d.state, d.next_alarm_at as "nextAlarmAt", d.ready, d.funding, r.name
       from readiness d join region r on r.code = d.region where d.readiness_id = $1`,
    [id],
  );
  if (!row) return only(id, 'chain-broken', 'there is no such record of readiness');
  const events = await storedEvents(tx, 'readiness', id);
  const broken = brokenLink(row, events, (prevHash, { at, ...event }) => hashOf(prevHash, { ...event, caseId: id, at: at.toISOString() }, 'readinessId'));
  if (broken) return only(id, 'chain-broken', broken);
  try {
    const { state, told } = fold(id, row.name, events);
    return { findings: [...(await compare(tx, id, row, state)), ...(await noticeFindings(tx, id, told))], refold: () => refoldReadiness(tx, state) };
  } catch (failure) {
    return only(id, 'record-unreadable', failure instanceof Error ? failure.message : String(failure));
  }
}

function fold(id: string, regionName: string, events: readonly StoredEvent[]): { state: ReadinessState; told: Told[] } {
  const told: Told[] = [];
  let state: ReadinessState | undefined;
  for (const { actor, onBehalfOf, at, prevHash: _, hash: __, ...rest } of events) {
    const event = { ...rest, readinessId: id, at: at.toISOString(), actor: joinActor(actor, onBehalfOf) } as unknown as RecordedReadinessEvent;
    const after = evolveReadiness(readinessV1, state, event);
    told.push(...readinessNotices(readinessV1, regionLabel(regionName), state, event, after).map(({ template, except }) => ({ seq: event.seq, template, certain: except.length === 0 })));
    state = after;
  }
  if (!state) throw new Error(`${id} has no events.`);
  return { state, told };
}

async function compare(tx: EntityManager, id: string, row: Row, folded: ReadinessState): Promise<Finding[]> {
  const tasks = await tx.query<{ taskId: string; key: string; role: string; scope: string; verb: object; since: Date }[]>(
    `select task_id as "taskId", key, role, scope, verb, since from task where subject_id = $1 order by task_id`,
    [id],
  );
  const { seq, at, nextAlarmAt, ready, funding } = row;
  const isThere = tasks.map(({ since, ...task }) => ({ ...task, since: since.toISOString() }));
  const shouldBe = readinessTasks(readinessV1, folded)
    .map((task) => readinessTaskColumns(id, task))
    .map(({ taskId, key, role, scope, verb, since }) => ({ taskId, key, role, scope, verb, since }))
    .sort((a, b) => (a.taskId < b.taskId ? -1 : 1));
  const pairs: [FindingKind, unknown, unknown][] = [
    ['state-differs', row.state, folded],
    ['columns-differ', { seq, at: at.toISOString(), nextAlarmAt: nextAlarmAt?.toISOString() ?? null, ready, funding }, readinessColumns(readinessV1, folded)],
    ['tasks-differ', isThere, shouldBe],
  ];
  return pairs.filter(([, is, ought]) => canonicalJson(is) !== canonicalJson(ought)).map(([kind, is, ought]) => ({ caseId: id, kind, detail: firstDifference(is, ought) }));
}
