import { Controller, HttpCode, Param, ParseIntPipe, Put, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiHeader, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CohortPersonCommand, PlanKind, StoredFile } from '#process';
import type { Caller, Unsealed } from '#ledger';
import { FileIntake } from '../cases/file-intake';
import { By, Conditions, Key, type Terms } from '../door/request';
import { type Description, Describes } from '../openapi/describe';
import { problem, refused } from '../problems/catalogue';
import { cohortProblems } from '../problems/record-problems';
import { CohortDesk } from './cohort-desk';
import { cohortExample, CohortShape, planKinds } from './cohort-shapes';

const number = new ParseIntPipe({ exceptionFactory: () => problem('not-found') });
const files = ['empty-file', 'too-large', 'media-not-accepted', 'magic-mismatch', 'zip-bomb', 'zip-entry-name', 'macro-document', 'embedded-object-refused', 'encrypted-document', 'encrypted-pdf', 'scripted-pdf', 'digest-mismatch', 'digest-invalid', 'virus-found', 'file-name-missing', 'file-name-invalid', 'upload-stalled', 'upload-broken', 'store-away', 'scanner-away'] as const;
const common = ['not-found', 'not-your-role', 'not-your-region', 'stale', 'precondition-failed', 'case-busy'] as const;
const accepted = ['pdf', 'docx'] as const;

const takesFile = (summary: string, says: string, problems: NonNullable<Description['problems']>): MethodDecorator =>
  Describes({ summary, says, command: 'cohort', body: { media: 'application/pdf', example: '%PDF-1.7 …' }, answers: [{ says: 'The cohort as it stands now.', type: CohortShape, example: cohortExample, headers: { ETag: '"v<seq>"' } }], problems: [...common, ...files, ...problems] });
const fileHeader = (): MethodDecorator => ApiHeader({ name: 'Content-Disposition', required: true, description: 'The name of the file.', example: "attachment; filename*=UTF-8''RPIP%20Bengkulu.pdf" });

/** Files of a cohort: reference plans and minutes, which its whole province reads. */
@ApiTags('cohorts')
@Controller('v1/cohorts/:cohortId')
export class CohortFilesController {
  constructor(
    private readonly desk: CohortDesk,
    private readonly intake: FileIntake,
  ) {}

  @Put('reference-plans/:kind/file')
  @HttpCode(200)
  @RouteConfig({ takes: 'document' })
  @fileHeader()
  @ApiQuery({ name: 'regionCode', required: false, description: 'Of an RTRWK: the region it is of.', schema: { type: 'string' } })
  @takesFile('Put the file of a reference plan', 'By the coordinator or the planner: PDF or DOCX of the version in force.', ['plan-unknown'])
  planFile(@By() caller: Caller, @Param('cohortId') cohortId: string, @Param('kind') kind: string, @Query('regionCode') regionCode: string | undefined, @Key() key: string, @Conditions() terms: Terms, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    if (!planKinds.some((known) => known === kind)) throw refused(cohortProblems, { refused: 'plan-unknown', details: [kind] });
    const of = { kind: kind as PlanKind, ...(regionCode !== undefined && { regionCode }) };
    return this.put(caller, cohortId, { key, terms }, request, reply, (file) => ({ type: 'attach-plan-file', ...of, ...file }));
  }

  @Put('meetings/:n/minutes')
  @HttpCode(200)
  @RouteConfig({ takes: 'document' })
  @fileHeader()
  @takesFile('Put the minutes of a meeting', 'By the province: PDF or DOCX.', ['meeting-unknown'])
  minutes(@By() caller: Caller, @Param('cohortId') cohortId: string, @Param('n', number) n: number, @Key() key: string, @Conditions() terms: Terms, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.put(caller, cohortId, { key, terms }, request, reply, (file) => ({ type: 'attach-minutes', n, ...file }));
  }

  /** Judged before the bytes are taken, and again when they are in. */
  private put(caller: Caller, cohortId: string, act: { key: string; terms: Terms }, request: FastifyRequest, reply: FastifyReply, command: (file: Unsealed<StoredFile>) => Unsealed<CohortPersonCommand>) {
    return this.intake.orLetGo(request, async () => {
      const announced = this.intake.announced(request);
      await this.desk.judge(caller, cohortId, act.key, command({ sha256: '0'.repeat(64), size: 1, media: 'pdf', name: announced.name }));
      const { sha256, size, media } = await this.intake.receive(request, announced, accepted);
      return this.desk.apply(caller, cohortId, { ...act, command: command({ sha256, size, media, name: announced.name }) }, reply);
    });
  }
}
