import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { CohortPersonCommand, CohortState, Member } from '#process';
import { type Caller, type CohortApplied, type CohortRecord, type CohortResult, cohortIdOf, Ledger, type Unsealed } from '#ledger';
import { etagOf, expectedOf } from '../door/preconditions';
import type { Terms } from '../door/request';
import { problem, refused } from '../problems/catalogue';
import { cohortProblems } from '../problems/record-problems';
import { CohortProcess } from './cohort-process';
import { cohortView, gateView } from './cohort-view';
import { enteredMatrix } from './entered-matrix';

export interface CohortAct {
  readonly key: string;
  readonly terms: Terms;
  readonly command: Unsealed<CohortPersonCommand>;
  readonly expectedSeq?: number | undefined;
}

/** A region whose regulation stands already, as its province enters it. */
export interface FixedRegion {
  readonly regionCode: string;
  readonly regulationNumber: string;
  readonly matrix?: unknown;
}

/** How long a plan lasts that was enacted before (UU 3/2014 art. 11: twenty years). */
const planTerm = 20;

/** Brings what a person asks of a cohort to the ledger, and answers with the cohort as it stands then. */
@Injectable()
export class CohortDesk {
  constructor(
    private readonly ledger: Ledger,
    private readonly process: CohortProcess,
  ) {}

  async apply(caller: Caller, cohortId: string, { key, terms: { ifMatch }, command, expectedSeq }: CohortAct, reply: FastifyReply) {
    const expected = expectedOf(ifMatch, expectedSeq);
    const result = await this.ledger.cohorts.apply(cohortId, caller, { key, command, ...(expected && { expectedSeq: expected.seq }) });
    if ('refused' in result && result.refused === 'stale' && expected?.by === 'if-match') throw problem('precondition-failed', { details: result.details });
    const view = await this.answer(caller, result);
    reply.header('etag', etagOf(view.seq));
    return view;
  }

  /** Whether an act would be refused as things stand; a repeated key is answered by the ledger, whatever the cohort has become since. */
  async judge(caller: Caller, cohortId: string, key: string, command: Unsealed<CohortPersonCommand>): Promise<void> {
    if (await this.ledger.registers.commands.byKey(caller, key)) return;
    const found = await this.ledger.cohorts.rehearse(cohortId, caller, { command, then: (state) => state });
    if ('notFound' in found) throw problem('not-found');
    if ('refused' in found) throw refused(cohortProblems, found);
  }

  async answer(caller: Caller, result: CohortResult) {
    const { cohortId } = this.applied(result);
    return cohortView(await this.record(caller, cohortId), caller);
  }

  /** What was applied, or the problem it met; the cohort's workflow looks at once. */
  applied(result: CohortResult): CohortApplied {
    if ('notFound' in result) throw problem('not-found');
    if ('keyReused' in result) throw problem('idempotency-key-reused');
    if ('busy' in result) throw problem('case-busy', { headers: { 'retry-after': String(result.retryAfter) } });
    if ('refused' in result) throw refused(cohortProblems, result);
    this.process.poke(result.applied.cohortId, result.applied.seq);
    return result.applied;
  }

  /** What a waiver would do to the gate. */
  async rehearseWaiver(caller: Caller, cohortId: string, waiver: { regionCode: string; reason: string }) {
    const then = (state: CohortState): CohortState => ({ ...state, members: state.members.map((member) => (member.regionCode === waiver.regionCode ? { ...member, state: 'waived' } : member)) });
    const found = await this.ledger.cohorts.rehearse(cohortId, caller, { command: { type: 'request-waiver', ...waiver }, then });
    if ('notFound' in found) throw problem('not-found');
    if ('refused' in found) throw refused(cohortProblems, found);
    return { dryRun: true, before: gateView(found.before), after: gateView(found.after) };
  }

  async record(caller: Caller, cohortId: string): Promise<CohortRecord> {
    const record = await this.ledger.registers.cohorts.one(caller, cohortId);
    if (!record) throw problem('not-found');
    return record;
  }

  /** A fixed member with its claims stored where the cohort finds them. */
  async fixed(caller: Caller, { province, programmeYear }: { province: string; programmeYear: number }, { regionCode, regulationNumber, matrix: input }: FixedRegion, before?: Member): Promise<Member> {
    const member: Member = { regionCode, state: 'fixed', regulationNumber };
    if (input === undefined) return { ...member, ...(before?.matrix && { matrix: before.matrix }) };
    const planYears = { from: programmeYear - planTerm, to: programmeYear + planTerm };
    const matrix = await enteredMatrix(this.ledger, input, { region: regionCode, planYears });
    const stored = await this.ledger.matrices.putFixed(caller, cohortIdOf(province, programmeYear), regionCode, matrix);
    if (!stored) throw refused(cohortProblems, { refused: 'not-your-region' });
    const version = before?.matrix?.sha256 === stored.sha256 ? before.matrix.version : 1 + (before?.matrix?.version ?? 0);
    return { ...member, matrix: { version, ...stored } };
  }
}
