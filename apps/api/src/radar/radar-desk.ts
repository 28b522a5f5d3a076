import { Injectable } from '@nestjs/common';
import { administrators, type PersonCommand, type Rules, type CaseState, tasksOf, watchers } from '#process';
import { type Caller, type CaseRecord, Ledger, type Unsealed, watchOf } from '#ledger';
import { CaseDesk } from '../cases/case-desk';
import { CaseProcess } from '../cases/case-process';
import { CohortProcess } from '../cohorts/cohort-process';
import { inTurns } from '../in-turns';
import { problem, refused } from '../problems/catalogue';
import type { Language } from '../problems/language';
import { problemBody, problemOf } from '../problems/problem.filter';
import { refusalProblems } from '../problems/refusal-problems';
import type { BulkBody } from './radar-shapes';

export type BulkResult = { caseId: string; ok: true; seq: number | null } | { caseId: string; ok: false; problem: { code: string; detail: string } };

type Act = Unsealed<PersonCommand>;
const atOnce = 4;
const atOwnDesk = { ifMatch: undefined, patience: 0 };

/** What those do who watch the cases: they remind and help, and decide on no case's substance. */
@Injectable()
export class RadarDesk {
  constructor(
    private readonly ledger: Ledger,
    private readonly desk: CaseDesk,
    private readonly cases: CaseProcess,
    private readonly cohorts: CohortProcess,
  ) {}

  /** The regions a caller watches over; nobody else gets past here. */
  watch(caller: Caller, { administers = false } = {}): { scopes: string[]; administers: boolean } {
    const watch = watchOf(caller);
    if (!watch || (administers && !watch.administers)) throw refused(refusalProblems, { refused: 'not-your-role', details: administers ? administrators : watchers });
    return watch;
  }

  /**
   * One act on many cases, each by itself: what one refuses, the others do not feel. To assign, escalate and retry is the administrator's;
   * holds and extensions are proposed by whoever owns the term, and each case judges that itself.
   */
  async onMany(caller: Caller, key: string, body: BulkBody, language: Language): Promise<BulkResult[]> {
    this.watch(caller, { administers: ['assign', 'escalate', 'retry'].includes(body.action) });
    return inTurns(body.caseIds, atOnce, (caseId) => this.onOne(caller, `${key}/${caseId}`, caseId, body, language));
  }

  private async onOne(caller: Caller, key: string, caseId: string, body: BulkBody, language: Language): Promise<BulkResult> {
    try {
      const record = await this.desk.record(caller, caseId);
      if (body.action === 'retry') {
        await this.poke('case', caseId, record.state.seq);
        return { caseId, ok: true, seq: null };
      }
      const { seq } = await this.desk.apply(caller, caseId, { key, terms: atOwnDesk, command: await this.commandOf(record, body) });
      return { caseId, ok: true, seq };
    } catch (failure) {
      const { code, detail } = problemBody(problemOf(failure), language, '') as { code: string; detail: string };
      return { caseId, ok: false, problem: { code, detail } };
    }
  }

  private async commandOf({ state, rules, now }: CaseRecord, body: Exclude<BulkBody, { action: 'retry' }>): Promise<Act> {
    const note = body.reason === undefined ? {} : { note: body.reason };
    switch (body.action) {
      case 'remind':
        return { type: 'remind-desk', ...note };
      case 'escalate':
        return { type: 'escalate', ...note };
      case 'assign':
        return this.assignment(rules, state, body.person, now);
      case 'extend':
        return { type: 'extend-clock', clock: clockOf(rules, state), days: body.days, reason: body.reason };
      case 'hold':
        return { type: 'propose-hold', clock: clockOf(rules, state), first: body.first, reason: body.reason };
      case 'lift': {
        const holds = state.holds.filter(({ kind }) => kind === 'hold');
        return { type: 'lift-hold', n: (holds.find(({ status }) => status === 'running') ?? holds.at(-1))?.n ?? 0, last: body.last };
      }
    }
  }

  /** The task of the desk whose role the person holds; of none, the refusal says so. */
  private async assignment(rules: Rules, state: CaseState, person: string, now: string): Promise<Act> {
    const tasks = tasksOf(rules, state).filter(({ carried }) => !carried);
    for (const { key: task, role, scope } of tasks) {
      const holders = await this.ledger.register.holdersOf(role, scope, now.slice(0, 10));
      if (holders.some((holder) => holder.person === person)) return { type: 'assign-task', task, person, holds: true };
    }
    return { type: 'assign-task', task: tasks[0]?.key ?? '', person, holds: false };
  }

  /** Asks the engine to look at once. The record is not touched, so it may be asked any number of times. */
  async poke(kind: 'case' | 'cohort', id: string, seq: number): Promise<void> {
    await (kind === 'case' ? this.cases.pokeNow(id, seq) : this.cohorts.pokeNow(id, seq)).catch(() => {
      throw problem('engine-away');
    });
  }
}

/** The running policy clock of the stage; statutory ones are neither held nor extended. */
const clockOf = ({ definition }: Rules, { clocks }: CaseState): string =>
  clocks.find(({ status, rule }) => status === 'running' && definition.clocks[rule]?.class === 'policy' && definition.clocks[rule].amount !== undefined)?.key ?? '';
