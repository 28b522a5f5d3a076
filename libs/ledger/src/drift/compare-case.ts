import { canonicalJson, tasksOf } from '#process';
import type { EntityManager } from 'typeorm';
import { brokenLink } from '../broken-link';
import { hashOf } from '../chain';
import { CaseEventRow, RegulationCase, TaskRow } from '../entities';
import { firstDifference } from '../first-difference';
import { caseColumns, taskColumns } from '../projection';
import type { Rulebook } from '../rulebook';
import { staysOf } from '../stage-stays';
import { type Comparison, type Finding, type FindingKind, only } from './finding';
import { type Arrival, foldCase } from './fold-case';
import { noticeFindings } from './notice-findings';
import { refoldCase } from './refold-case';

/** Recomputes what was recorded of a case and compares what was derived from it. The caller keeps the row, so that nothing is appended between two reads. */
export async function compareCase(tx: EntityManager, rulebook: Rulebook, caseId: string): Promise<Comparison> {
  const row = await tx.getRepository(RegulationCase).findOneBy({ caseId });
  const events = await tx.getRepository(CaseEventRow).find({ where: { caseId }, order: { seq: 'ASC' } });
  if (!row) return only(caseId, 'chain-broken', 'there is no such case');
  const broken = brokenLink(row, events, (prevHash, event) => hashOf(prevHash, { ...event, at: event.at.toISOString() }));
  if (broken) return only(caseId, 'chain-broken', broken);
  try {
    const folded = await foldCase(tx, rulebook, row, events);
    const rules = await rulebook.rulesOf(tx, folded.state);
    const columns = caseColumns(rules, folded.state);
    const tasks = tasksOf(rules, folded.state).map((task) => taskColumns(caseId, task));
    const findings: Finding[] = [];
    const differ = (kind: FindingKind, is: unknown, shouldBe: unknown) => {
      if (canonicalJson(is) !== canonicalJson(shouldBe)) findings.push({ caseId, kind, detail: firstDifference(is, shouldBe) });
    };
    differ('state-differs', row.state, folded.state);
    differ('columns-differ', columnsOf(row), columns);
    differ('tasks-differ', await tasksIn(tx, caseId), [...tasks].sort((a, b) => (a.taskId < b.taskId ? -1 : 1)));
    differ('stays-differ', await staysOf(tx, caseId), folded.stays);
    differ('arrivals-differ', await arrivalsIn(tx, caseId), folded.arrivals.map(({ seq, programmeYear, manifestHash, left }) => ({ seq, programmeYear, manifestHash, left })));
    findings.push(...(await noticeFindings(tx, caseId, folded.told)));
    const [ahead] = await tx.query<unknown[]>(`select 1 from agenda where kind = 'case' and id = $1 and seq > $2`, [caseId, row.seq]);
    if (ahead) findings.push({ caseId, kind: 'agenda-ahead', detail: 'a request names a seq the case does not have' });
    return { findings, refold: () => refoldCase(tx, folded, columns, tasks) };
  } catch (failure) {
    return only(caseId, 'record-unreadable', failure instanceof Error ? failure.message : String(failure));
  }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function columnsOf(row: RegulationCase): ReturnType<typeof caseColumns> {
  const { processId, processVersion, processHash, calendarVersion, programmeYear, title, phase, stage, status, round, seq, substantiveSeq, dueOn, transferSeq } = row;
  return {
    processId, processVersion, processHash, calendarVersion, programmeYear, title, phase, stage, status, round, seq, substantiveSeq,
    enteredAt: row.enteredAt.toISOString(), at: row.at.toISOString(), dueOn, nextAlarmAt: iso(row.nextAlarmAt), transferSeq, transferAt: iso(row.transferAt),
  };
}

async function tasksIn(tx: EntityManager, subjectId: string) {
  const tasks = await tx.getRepository(TaskRow).find({ where: { subjectId }, order: { taskId: 'ASC' } });
  return tasks.map(({ taskId, key, role, scope, stage, verb, transition, dueOn, since, claimedBy, carried }) => ({
    taskId, key, role, scope, stage, verb, transition, dueOn, since: since.toISOString(), claimedBy, carried,
  }));
}

const arrivalsIn = (tx: EntityManager, caseId: string): Promise<Arrival[]> =>
  tx.query(
    `select seq, programme_year as "programmeYear", manifest_hash as "manifestHash", left_seq is not null as left from cohort_arrival where case_id = $1 order by seq`,
    [caseId],
  );
