import { Injectable, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PersonCommand } from '#process';
import { type Applied, type ApplyResult, type Caller, type CaseRecord, Ledger, type TransferOutcome, type Unsealed } from '#ledger';
import { etagOf, expectedOf } from '../door/preconditions';
import type { Terms } from '../door/request';
import { problem, refused } from '../problems/catalogue';
import { refusalProblems } from '../problems/refusal-problems';
import { CaseProcess } from './case-process';
import { caseView, type CaseView } from './case-view';

export interface Command {
  readonly key: string;
  readonly command: Unsealed<PersonCommand>;
  readonly expectedSeq?: number | undefined;
  readonly terms: Terms;
}

/** Brings what a person asks for to the ledger, has a transfer carried over, and answers with the case as it stands then. */
@Injectable()
export class CaseDesk {
  private readonly log = new Logger('CaseDesk');

  constructor(
    private readonly ledger: Ledger,
    private readonly process: CaseProcess,
  ) {}

  /** 200 with the case, or 202 while the case is on its way. */
  async take(caller: Caller, caseId: string, command: Command, reply: FastifyReply): Promise<CaseView> {
    const applied = await this.apply(caller, caseId, command, true);
    const outcome = await this.carried(applied, command.terms.patience);
    const view = applied.record && !applied.transfer ? viewOf(applied.record, caller) : await this.view(caller, caseId);
    if (outcome === 'cancelled') throw problem('transfer-cancelled', { headers: { etag: etagOf(view.seq) } });
    if (outcome === 'damaged') throw problem('document-damaged', { details: view.damaged, headers: { etag: etagOf(view.seq) } });
    if (command.terms.patience !== 3) reply.header('preference-applied', `wait=${command.terms.patience}`);
    if (outcome === 'carrying') {
      reply.status(202).headers({ location: `/v1/commands/${encodeURIComponent(command.key)}`, etag: etagOf(applied.transfer!.seq), 'retry-after': '1' });
      return view;
    }
    reply.status(200).header('etag', etagOf(view.seq));
    return view;
  }

  /** Applies a command, or throws the problem it met. */
  async apply(caller: Caller, caseId: string, { key, command, expectedSeq, terms }: Command, show = false): Promise<Applied> {
    const expected = expectedOf(terms.ifMatch, expectedSeq);
    const result = await this.ledger.cases.apply(caseId, caller, { key, command, show, ...(expected && { expectedSeq: expected.seq }) });
    if ('refused' in result && result.refused === 'stale' && expected?.by === 'if-match') throw problem('precondition-failed', { details: result.details });
    return appliedOr(result);
  }

  /** A transition among several, whose answer is not a page: where the case stands then, and whether it is still on its way. */
  async decide(caller: Caller, caseId: string, command: Command): Promise<{ seq: number; outcome: TransferOutcome | undefined }> {
    const applied = await this.apply(caller, caseId, command);
    const outcome = await this.carried(applied, command.terms.patience);
    if (outcome === 'cancelled') throw problem('transfer-cancelled');
    if (outcome === 'damaged') throw problem('document-damaged');
    return { seq: applied.seq, outcome };
  }

  async record(caller: Caller, caseId: string): Promise<CaseRecord> {
    const record = await this.ledger.registers.cases.one(caller, caseId);
    if (!record) throw problem('not-found');
    return record;
  }

  async view(caller: Caller, caseId: string): Promise<CaseView> {
    return viewOf(await this.record(caller, caseId), caller);
  }

  /** What became of the transfer the command started; undefined when it started none. The record says so, never the engine. */
  private async carried({ caseId, transfer }: Applied, patience: number): Promise<TransferOutcome | undefined> {
    if (!transfer || transfer.outcome !== 'carrying') return transfer?.outcome;
    await this.process.carryOver(caseId, transfer, patience);
    const became = await this.ledger.cases.transferOutcome(caseId, transfer.seq);
    if (!became || became.outcome === 'carrying') return 'carrying';
    // Lost, it costs one more poke by the relay; nobody waits for it.
    this.ledger.cases.settled(caseId, transfer.seq).catch((failure: unknown) => this.log.debug(`${caseId} was not settled: ${String(failure)}`));
    return became.outcome;
  }
}

function viewOf(record: CaseRecord, caller: Caller): CaseView {
  const view = caseView(record, caller);
  if (!view) throw problem('not-found');
  return view;
}

export function appliedOr(result: ApplyResult): Applied {
  if ('applied' in result) return result.applied;
  if ('notFound' in result) throw problem('not-found');
  if ('keyReused' in result) throw problem('idempotency-key-reused');
  if ('busy' in result) throw problem('case-busy', { headers: { 'retry-after': String(result.retryAfter) } });
  throw refused(refusalProblems, result, result.refused === 'stale' ? { headers: { etag: etagOf(Number(result.details[0])) } } : {});
}
