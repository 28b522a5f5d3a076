import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { Caller } from '#ledger';
import { anyText, expectedSeq } from '../door/shapes';
import { By, Conditions, Key, type Terms } from '../door/request';
import { Describes } from '../openapi/describe';
import { caseExample } from '../openapi/examples';
import { CaseDesk } from './case-desk';
import { CaseShape } from './case-shapes';

export class RecheckBody extends createZodDto(z.object({ result: z.enum(['conform', 'not-conform']), note: anyText.optional(), expectedSeq })) {}

/** Checks of the province that a new plan, or edited claims, have overtaken. */
@ApiTags('acts on a case')
@Controller('v1/cases/:caseId/checks')
export class ChecksController {
  constructor(private readonly desk: CaseDesk) {}

  @Post(':check')
  @HttpCode(200)
  @Describes({
    summary: 'Give a stale check again',
    says: 'By the office that gave it in the review, once a reference plan has a new version or the claims it read were amended. `conform` clears the mark; `not-conform` needs a note and leaves it, so that the case may be reopened on it. Nothing goes back by itself.',
    command: 'case',
    body: { type: RecheckBody, example: { result: 'conform', note: 'Unggulan tetap tercantum dalam RPIP 2026–2046.' } },
    answers: [{ says: 'The case as it stands now.', type: CaseShape, example: caseExample, headers: { ETag: '"v<seq>"' } }],
    problems: ['unknown-check', 'check-not-stale', 'note-required', 'note-too-long', 'too-many-events'],
  })
  recheck(@By() caller: Caller, @Param('caseId') caseId: string, @Param('check') check: string, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq: seq, note, result }: RecheckBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.take(caller, caseId, { key, terms, command: { type: 'recheck', check, result, ...(note !== undefined && { note }) }, expectedSeq: seq }, reply);
  }
}
