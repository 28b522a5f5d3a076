import { canonicalJson, type CaseState, evolve, noticesOf, type RecordedEvent, type Rules, type Stay, stayEnded, tasksOf } from '#process';
import type { EntityManager } from 'typeorm';
import { brokenLink } from './broken-link';
import { everywhere } from './caller';
import { hashOf, joinActor } from './chain';
import type { Database } from './database';
import { CaseEventRow, RegulationCase, TaskRow } from './entities';
import { firstDifference } from './first-difference';
import { noticeFindings, type Told } from './notice-findings';
import { caseColumns, taskColumns } from './projection';
import { staysOf } from './stage-stays';
import type { Rulebook } from './rulebook';
import { cohortFindings } from './verify-cohort';
import { readinessFindings } from './verify-readiness';

export type FindingKind =
  | 'chain-broken'
  | 'record-unreadable'
  | 'state-differs'
  | 'columns-differ'
  | 'tasks-differ'
  | 'notices-differ'
  | 'stays-differ'
  | 'agenda-ahead'
  | 'members-differ'
  | 'releases-differ';

export interface Finding {
  /** Of the case, of the cohort, or of a region's readiness. */
  caseId: string;
  kind: FindingKind;
  detail: string;
}

/** Recomputes what was recorded and compares what was derived from it. Reads only; a broken chain is an alarm, never repaired. */
export class Verifier {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  /** One case, cohort or readiness, or all of them, each in a transaction of its own. */
  async verify(id?: string): Promise<Finding[]> {
    if (id !== undefined) return this.database.inScope(everywhere, (tx) => this.findingsOf(tx, id));
    return [
      ...(await this.verifyAll('select case_id as id from regulation_case where case_id > $1 order by case_id limit 200')),
      ...(await this.verifyAll('select cohort_id as id from cohort where cohort_id > $1 order by cohort_id limit 200')),
      ...(await this.verifyAll('select readiness_id as id from readiness where readiness_id > $1 order by readiness_id limit 200')),
    ];
  }

  private findingsOf(tx: EntityManager, id: string): Promise<Finding[]> {
    if (id.startsWith('cohort-')) return cohortFindings(tx, id);
    return id.startsWith('readiness-') ? readinessFindings(tx, id) : this.verifyIn(tx, id);
  }

  private async verifyAll(page: string): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (let after = ''; ;) {
      const ids = await this.database.inScope(everywhere, (tx) => tx.query<{ id: string }[]>(page, [after]));
      for (const { id } of ids) findings.push(...(await this.verify(id)));
      if (ids.length === 0) return findings;
      after = ids.at(-1)!.id;
    }
  }

  private async verifyIn(tx: EntityManager, caseId: string): Promise<Finding[]> {
    // The row is shared for the length of the look, so that nothing is appended between two reads.
    await tx.query('select 1 from regulation_case where case_id = $1 for share', [caseId]);
    const row = await tx.getRepository(RegulationCase).findOneBy({ caseId });
    const events = await tx.getRepository(CaseEventRow).find({ where: { caseId }, order: { seq: 'ASC' } });
    if (!row) return [{ caseId, kind: 'chain-broken', detail: 'there is no such case' }];
    const broken = brokenLink(row, events, (prevHash, event) => hashOf(prevHash, { ...event, at: event.at.toISOString() }));
    if (broken) return [{ caseId, kind: 'chain-broken', detail: broken }];
    try {
      const told: Told[] = [];
      const stays: Stay[] = [];
      let state: CaseState | undefined;
      for (const event of events.map(recorded)) {
        const definition = await this.rulebook.definition(tx, row.processHash);
        const after = evolve(definition, state, event);
        const rules = await this.rulebook.rules(tx, { hash: row.processHash, calendarVersion: after.calendarVersion, region: row.region });
        told.push(
          ...noticesOf(rules, state, event, after).map(({ template, except }) => ({ seq: event.seq, template, certain: except.length === 0 })),
        );
        const stay = stayEnded(rules, state, event, after);
        if (stay) stays.push(stay);
        state = after;
      }
      return await this.compare(tx, row, state!, await this.rulebook.rulesOf(tx, state!), told, stays);
    } catch (failure) {
      return [{ caseId, kind: 'record-unreadable', detail: failure instanceof Error ? failure.message : String(failure) }];
    }
  }

  private async compare(tx: EntityManager, row: RegulationCase, folded: CaseState, rules: Rules, told: readonly Told[], stays: readonly Stay[]): Promise<Finding[]> {
    const { caseId } = row;
    const tasks = await tx.getRepository(TaskRow).find({ where: { subjectId: caseId }, order: { taskId: 'ASC' } });
    const notices = await tx.query<{ seq: number; template: string }[]>(
      `select distinct seq, template from notice where subject_id = $1 and channel = 'in-app' and template <> 'no-holder'`,
      [caseId],
    );
    const [ahead] = await tx.query<unknown[]>(`select 1 from agenda where kind = 'case' and id = $1 and seq > $2`, [caseId, row.seq]);
    const findings: Finding[] = [];
    const differ = (kind: FindingKind, is: unknown, shouldBe: unknown) => {
      if (canonicalJson(is) !== canonicalJson(shouldBe)) findings.push({ caseId, kind, detail: firstDifference(is, shouldBe) });
    };
    differ('state-differs', row.state, folded);
    differ('columns-differ', columnsOf(row), caseColumns(rules, folded));
    differ(
      'tasks-differ',
      tasks.map(taskOf),
      tasksOf(rules, folded)
        .map((task) => taskColumns(caseId, task))
        .sort((a, b) => (a.taskId < b.taskId ? -1 : 1)),
    );
    differ('stays-differ', await staysOf(tx, caseId), stays);
    findings.push(...noticeFindings(caseId, notices, told));
    if (ahead) findings.push({ caseId, kind: 'agenda-ahead', detail: 'a request names a seq the case does not have' });
    return findings;
  }
}

function recorded({ caseId, seq, type, at, actor, onBehalfOf, body }: CaseEventRow): RecordedEvent {
  return { caseId, seq, type, at: at.toISOString(), actor: joinActor(actor, onBehalfOf), body } as unknown as RecordedEvent;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function columnsOf(row: RegulationCase): ReturnType<typeof caseColumns> {
  const {
    processId,
    processVersion,
    processHash,
    calendarVersion,
    programmeYear,
    title,
    phase,
    stage,
    status,
    round,
    seq,
    substantiveSeq,
    dueOn,
    transferSeq,
  } = row;
  return {
    processId,
    processVersion,
    processHash,
    calendarVersion,
    programmeYear,
    title,
    phase,
    stage,
    status,
    round,
    seq,
    substantiveSeq,
    enteredAt: row.enteredAt.toISOString(),
    at: row.at.toISOString(),
    dueOn,
    nextAlarmAt: iso(row.nextAlarmAt),
    transferSeq,
    transferAt: iso(row.transferAt),
  };
}

const taskOf = ({ taskId, key, role, scope, stage, verb, transition, dueOn, since, claimedBy, carried }: TaskRow) => ({
  taskId,
  key,
  role,
  scope,
  stage,
  verb,
  transition,
  dueOn,
  since: since.toISOString(),
  claimedBy,
  carried,
});
