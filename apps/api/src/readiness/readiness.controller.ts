import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { readinessV1 } from '#process';
import { type Caller, Ledger, type ReadinessAct } from '#ledger';
import { etagOf } from '../door/preconditions';
import { By, Conditions, Key, type Terms } from '../door/request';
import { Describes } from '../openapi/describe';
import { listOf } from '../openapi/examples';
import { readinessCsv } from './readiness-csv';
import { ReadinessDesk } from './readiness-desk';
import { CriteriaShape, criteriaExample, FundingBody, readinessExample, ReadinessListShape, ReadinessQuery, ReadinessShape, SiteVisitBody, SubmitBody, VerificationBody } from './readiness-shapes';
import { readinessView } from './readiness-view';

const answers = [{ says: 'The readiness as it stands now.', type: ReadinessShape, example: readinessExample, headers: { ETag: '"v<seq>"' } }];
const common = ['not-found', 'not-your-role', 'not-your-region', 'stale', 'precondition-failed', 'case-busy', 'too-many-events'] as const;

@ApiTags('readiness')
@Controller('v1/readiness')
export class ReadinessController {
  constructor(
    private readonly ledger: Ledger,
    private readonly desk: ReadinessDesk,
  ) {}

  @Get()
  @Describes({
    summary: 'Which regions are ready for central support, and what each lacks',
    says: 'A row a region, whether it has a case or not: a region sees itself, a province its own, the ministry all. `funding` narrows to what is proposed or funded. `Accept: text/csv` gives the page as a table.',
    answers: [{ says: 'A page of regions.', type: ReadinessListShape, example: listOf(readinessExample) }],
    problems: ['validation-failed', 'cursor-malformed'],
  })
  async list(@By() caller: Caller, @Query() { province, funding, ...page }: ReadinessQuery, @Headers('accept') accept: string | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    const { items, nextCursor } = await this.ledger.registers.readiness.list(caller, { province, funding }, page);
    const views = items.map((record) => readinessView(record, caller));
    reply.header('vary', 'Accept');
    if (!accept?.includes('text/csv')) return { items: views, nextCursor };
    reply.headers({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="readiness${province ? `-${province}` : ''}.csv"` });
    return readinessCsv(views);
  }

  @Get('criteria')
  @Describes({ summary: 'The conditions of readiness, with their papers, thresholds, time limits and sources', answers: [{ says: 'The table the rules are read from.', type: CriteriaShape, example: criteriaExample }] })
  criteria() {
    const { id, version, criteria, reminders } = readinessV1;
    return { id, version, criteria, reminders };
  }

  @Get(':regionCode')
  @Describes({ summary: 'The readiness of one region', says: 'Papers and reasons for the region and its province; for the ministry once the region has been proposed for funding.', answers, problems: ['not-found'] })
  async one(@By() caller: Caller, @Param('regionCode') regionCode: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const view = await this.desk.view(caller, regionCode);
    reply.header('etag', etagOf(view.seq));
    return view;
  }

  @Put(':regionCode/:criterion')
  @Describes({
    summary: 'Hand in evidence for a condition',
    says: "By the region's drafter, after its papers have been uploaded. What has been verified keeps counting while new evidence waits.",
    command: 'readiness', body: { type: SubmitBody, example: { issuedOn: '2026-11-02', measure: 0.75 } }, answers,
    problems: [...common, 'unknown-criterion', 'missing-documents', 'evidence-unknown', 'evidence-date-invalid', 'date-in-future', 'validity-before-issue', 'evidence-expired', 'measure-required', 'measure-invalid', 'measure-not-asked', 'below-threshold'],
  })
  submit(@By() caller: Caller, @Param('regionCode') regionCode: string, @Param('criterion') criterion: string, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, issuedOn, validUntil, measure, evidence }: SubmitBody, @Res({ passthrough: true }) reply: FastifyReply) {
    const command: ReadinessAct = { type: 'submit', criterion, issuedOn, ...(validUntil !== undefined && { validUntil }), ...(measure !== undefined && { measure }), ...(evidence && { evidence }) };
    return this.desk.act(caller, regionCode, command, { key, terms, expectedSeq }, reply);
  }

  @Delete(':regionCode/:criterion')
  @Describes({ summary: 'Take evidence back', says: "By the region's drafter: what waits, else what counts.", command: 'readiness', answers, problems: [...common, 'unknown-criterion', 'nothing-to-withdraw'] })
  withdraw(@By() caller: Caller, @Param('regionCode') regionCode: string, @Param('criterion') criterion: string, @Key() key: string, @Conditions() terms: Terms, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.act(caller, regionCode, { type: 'withdraw', criterion }, { key, terms }, reply);
  }

  @Post(':regionCode/:criterion/verification')
  @HttpCode(200)
  @Describes({
    summary: 'Verify or reject what was handed in',
    says: 'By the provincial coordinator, never by a person whose hand is in the evidence. A rejection needs its reason.',
    command: 'readiness', body: { type: VerificationBody, example: { outcome: 'verified' } }, answers,
    problems: [...common, 'unknown-criterion', 'nothing-to-verify', 'four-eyes', 'evidence-expired', 'reason-required', 'note-too-long'],
  })
  verify(@By() caller: Caller, @Param('regionCode') regionCode: string, @Param('criterion') criterion: string, @Key() key: string, @Conditions() terms: Terms, @Body() { outcome, reason = '', expectedSeq }: VerificationBody, @Res({ passthrough: true }) reply: FastifyReply) {
    const command: ReadinessAct = outcome === 'verified' ? { type: 'verify', criterion } : { type: 'reject', criterion, reason };
    return this.desk.act(caller, regionCode, command, { key, terms, expectedSeq }, reply);
  }

  @Post(':regionCode/funding')
  @HttpCode(200)
  @Describes({
    summary: 'Propose a region for central funding, grant it or decline',
    says: '`proposed` by the provincial coordinator once nothing is lacking; `funded` with its reference number, or `declined` with a reason, by the ministry.',
    command: 'readiness', body: { type: FundingBody, example: { outcome: 'funded', reference: 'DAK/2027/017' } }, answers,
    problems: [...common, 'not-ready', 'four-eyes', 'funding-proposed-already', 'funding-not-proposed', 'funded-already', 'reference-invalid', 'reason-required', 'note-too-long'],
  })
  fund(@By() caller: Caller, @Param('regionCode') regionCode: string, @Key() key: string, @Conditions() terms: Terms, @Body() { outcome, reference = '', reason = '', note, expectedSeq }: FundingBody, @Res({ passthrough: true }) reply: FastifyReply) {
    const commands: Record<typeof outcome, ReadinessAct> = {
      proposed: { type: 'propose-funding', ...(note !== undefined && { note }) },
      funded: { type: 'fund', reference },
      declined: { type: 'decline-funding', reason },
    };
    return this.desk.act(caller, regionCode, commands[outcome], { key, terms, expectedSeq }, reply);
  }

  @Post(':regionCode/site-visits')
  @HttpCode(200)
  @Describes({
    summary: 'Record a visit to the site',
    says: 'By the province or the ministry. The minutes are uploaded first: `PUT /v1/readiness/{regionCode}/site-visits/documents/field-check-minutes`.',
    command: 'readiness', body: { type: SiteVisitBody, example: { visitedOn: '2026-11-20', visitors: 'Direktorat PWI II dan Disperindag Provinsi', minutes: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' } }, answers,
    problems: [...common, 'date-in-future', 'evidence-date-invalid', 'evidence-unknown', 'visitors-required', 'note-too-long'],
  })
  visit(@By() caller: Caller, @Param('regionCode') regionCode: string, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, ...visit }: SiteVisitBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.act(caller, regionCode, { type: 'record-visit', ...visit }, { key, terms, expectedSeq }, reply);
  }
}
