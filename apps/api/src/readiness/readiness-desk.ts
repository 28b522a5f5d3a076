import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Caller, Ledger, type ReadinessAct, type ReadinessApplied } from '#ledger';
import { etagOf, expectedOf } from '../door/preconditions';
import type { Terms } from '../door/request';
import { problem, refused } from '../problems/catalogue';
import { readinessProblems } from '../problems/readiness-problems';
import { readinessView } from './readiness-view';

export interface ReadinessTerms {
  readonly key: string;
  readonly terms: Terms;
  readonly expectedSeq?: number | undefined;
}

/** Brings what a person asks of a region's readiness to the ledger, and answers with the record as it stands then. */
@Injectable()
export class ReadinessDesk {
  constructor(private readonly ledger: Ledger) {}

  async act(caller: Caller, regionCode: string, command: ReadinessAct, asked: ReadinessTerms, reply: FastifyReply) {
    const { seq } = await this.apply(caller, regionCode, command, asked);
    const view = await this.view(caller, regionCode);
    reply.header('etag', etagOf(Math.max(seq, view.seq)));
    return view;
  }

  async apply(caller: Caller, regionCode: string, command: ReadinessAct, { key, terms, expectedSeq }: ReadinessTerms): Promise<ReadinessApplied> {
    const expected = expectedOf(terms.ifMatch, expectedSeq);
    const result = await this.ledger.readiness.apply(regionCode, caller, { key, command, ...(expected && { expectedSeq: expected.seq }) });
    if ('applied' in result) return result.applied;
    if ('notFound' in result) throw problem('not-found');
    if ('keyReused' in result) throw problem('idempotency-key-reused');
    if ('busy' in result) throw problem('case-busy', { headers: { 'retry-after': String(result.retryAfter) } });
    if (result.refused === 'stale' && expected?.by === 'if-match') throw problem('precondition-failed', { details: result.details });
    throw refused(readinessProblems, result);
  }

  /** Refuses before anything is sent what would be refused afterwards. A repeated key is answered by the ledger. */
  async judge(caller: Caller, regionCode: string, command: ReadinessAct, { key, terms }: ReadinessTerms): Promise<void> {
    if (await this.ledger.registers.commands.byKey(caller, key)) return;
    const expected = expectedOf(terms.ifMatch, undefined);
    const judged = await this.ledger.readiness.preview(regionCode, caller, { ...command, ...(expected && { expectedSeq: expected.seq }) });
    if ('notFound' in judged) throw problem('not-found');
    if ('refused' in judged && judged.refused === 'stale') throw problem('precondition-failed', { details: judged.details });
    if ('refused' in judged) throw refused(readinessProblems, judged);
  }

  async view(caller: Caller, regionCode: string) {
    const record = await this.ledger.registers.readiness.one(caller, regionCode);
    if (!record) throw problem('not-found');
    return readinessView(record, caller, record.texts);
  }
}
