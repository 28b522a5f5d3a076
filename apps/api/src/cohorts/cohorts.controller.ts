import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type CohortPersonCommand, type GatePolicy, type Member, rpikV1, type ReferencePlan } from '#process';
import { type Caller, type CohortRecord, type CohortResult, Ledger, type Unsealed } from '#ledger';
import { etagOf, expectedOf } from '../door/preconditions';
import { By, Conditions, Key, type Terms } from '../door/request';
import { Describes } from '../openapi/describe';
import { listOf } from '../openapi/examples';
import { problem, refused } from '../problems/catalogue';
import { cohortProblems } from '../problems/record-problems';
import { CohortProcess } from './cohort-process';
import { boardExample, BoardShape, cohortExample, CohortListShape, CohortPageQuery, CohortShape, CreateCohortBody, MemberBody, ReleaseBody, WaiverBody } from './cohort-shapes';

const number = new ParseIntPipe({ exceptionFactory: () => problem('not-found') });
const answers = [{ says: 'The cohort as it stands now.', type: CohortShape, example: cohortExample, headers: { ETag: '"v<seq>"' } }];
const common = ['not-found', 'not-your-role', 'not-your-region', 'stale', 'precondition-failed', 'case-busy', 'note-too-long'] as const;

@ApiTags('cohorts')
@Controller('v1/cohorts')
export class CohortsController {
  constructor(
    private readonly ledger: Ledger,
    private readonly process: CohortProcess,
  ) {}

  @Post()
  @Describes({
    summary: 'Create the cohort of a province and programme year',
    says: 'By the provincial coordinator. Without `members`, all regions of the province.',
    command: 'cohort',
    body: { type: CreateCohortBody, example: { province: '17', programmeYear: 2027, referencePlans: [{ kind: 'RPIP', version: '2018–2038', issuedOn: '2018-12-31' }], policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false }, cutOffOn: '2027-06-30' } },
    answers: [{ ...answers[0]!, status: 201, says: 'The cohort.', headers: { ETag: '"v<seq>"', Location: 'Address of the cohort.' } }],
    problems: [...common, 'cohort-exists', 'cohort-invalid'],
  })
  async create(@By() caller: Caller, @Key() key: string, @Body() body: CreateCohortBody, @Res({ passthrough: true }) reply: FastifyReply) {
    const { members: asked, referencePlans, policy, ...rest } = body;
    const regions = asked ?? (await this.ledger.registers.rules.regions(body.province)).map(({ code }) => code).filter((code) => code.length === 4);
    const members = regions.map((member): Member => (typeof member === 'string' ? { regionCode: member, state: 'active' } : member));
    const input = { ...rest, members, policy: policy as GatePolicy, referencePlans: referencePlans as ReferencePlan[] };
    const result = await this.ledger.cohorts.create(caller, { key, input });
    const view = await this.answer(caller, result);
    reply.status(201).headers({ location: `/v1/cohorts/${view.id}`, etag: etagOf(view.seq) });
    return view;
  }

  @Get()
  @Describes({ summary: 'Cohorts the caller may see', answers: [{ says: 'A page of cohorts.', type: CohortListShape, example: listOf(cohortExample) }], problems: ['validation-failed', 'cursor-malformed'] })
  async list(@By() caller: Caller, @Query() query: CohortPageQuery) {
    const { items, nextCursor } = await this.ledger.registers.cohorts.list(caller, query);
    return { items: items.map(cohortView), nextCursor };
  }

  @Get(':cohortId')
  @Describes({ summary: 'A cohort and its gate', answers, problems: ['not-found'] })
  async one(@By() caller: Caller, @Param('cohortId') cohortId: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const view = cohortView(await this.record(caller, cohortId));
    reply.header('etag', etagOf(view.seq));
    return view;
  }

  @Get(':cohortId/board')
  @Describes({ summary: 'Stage and dates of every member', answers: [{ says: 'One row a member, and the gate.', type: BoardShape, example: boardExample }], problems: ['not-found'] })
  async board(@By() caller: Caller, @Param('cohortId') cohortId: string) {
    const record = await this.record(caller, cohortId);
    const rows = await this.ledger.registers.cohorts.board(caller, cohortId);
    if (!rows) throw problem('not-found');
    const labels: Record<string, { label: { id: string; en: string } }> = { ...rpikV1.stages, ...rpikV1.outcomes };
    const { gate, round, id } = cohortView(record);
    return {
      cohort: id,
      round,
      gate,
      members: rows.map(({ region, regionName, stage, ...rest }) => ({ ...rest, region: { code: region, name: regionName }, stage: stage === null ? null : { id: stage, label: labels[stage]?.label ?? { id: stage, en: stage } } })),
    };
  }

  @Post(':cohortId/release')
  @HttpCode(200)
  @Describes({
    summary: 'Release the gate',
    says: 'By the coordinator, once the policy is met; exactly one release a round. The gates of the members then open by themselves.',
    command: 'cohort',
    body: { type: ReleaseBody, example: { note: 'Rapat sinkronisasi 20 November 2026.', expectedList: ['rpik-1705-2027'] } },
    answers,
    problems: [...common, 'gate-shut', 'nobody-at-gate', 'list-changed'],
  })
  release(@By() caller: Caller, @Param('cohortId') cohortId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { note, expectedList, expectedSeq }: ReleaseBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.apply(caller, cohortId, key, terms, { type: 'release', ...(note !== undefined && { note }), ...(expectedList && { expectedList }) }, expectedSeq, reply);
  }

  @Post(':cohortId/waivers')
  @HttpCode(200)
  @Describes({ summary: 'Ask that a member need not be waited for', command: 'cohort', body: { type: WaiverBody, example: { regionCode: '1701', reason: 'Pemekaran wilayah sedang berjalan.' } }, answers, problems: [...common, 'member-unknown', 'member-not-active', 'member-released', 'reason-required'] })
  waive(@By() caller: Caller, @Param('cohortId') cohortId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, ...rest }: WaiverBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.apply(caller, cohortId, key, terms, { type: 'request-waiver', ...rest }, expectedSeq, reply);
  }

  @Post(':cohortId/waivers/:n/confirm')
  @HttpCode(200)
  @Describes({ summary: 'Confirm a waiver as the second person of the province', command: 'cohort', answers, problems: [...common, 'waiver-unknown', 'waiver-settled', 'second-person-needed'] })
  confirm(@By() caller: Caller, @Param('cohortId') cohortId: string, @Param('n', number) n: number, @Key() key: string, @Conditions() terms: Terms, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.apply(caller, cohortId, key, terms, { type: 'confirm-waiver', n }, undefined, reply);
  }

  @Post(':cohortId/members')
  @HttpCode(200)
  @Describes({ summary: 'Add a member', command: 'cohort', body: { type: MemberBody, example: { regionCode: '1709' } }, answers, problems: [...common, 'member-exists', 'cohort-invalid'] })
  addMember(@By() caller: Caller, @Param('cohortId') cohortId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { regionCode, expectedSeq }: MemberBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.apply(caller, cohortId, key, terms, { type: 'add-member', member: { regionCode, state: 'active' } }, expectedSeq, reply);
  }

  private async apply(caller: Caller, cohortId: string, key: string, { ifMatch }: Terms, command: Unsealed<CohortPersonCommand>, expectedSeq: number | undefined, reply: FastifyReply) {
    const expected = expectedOf(ifMatch, expectedSeq);
    const result = await this.ledger.cohorts.apply(cohortId, caller, { key, command, ...(expected && { expectedSeq: expected.seq }) });
    if ('refused' in result && result.refused === 'stale' && expected?.by === 'if-match') throw problem('precondition-failed', { details: result.details });
    const view = await this.answer(caller, result);
    reply.header('etag', etagOf(view.seq));
    return view;
  }

  private async answer(caller: Caller, result: CohortResult) {
    if ('notFound' in result) throw problem('not-found');
    if ('keyReused' in result) throw problem('idempotency-key-reused');
    if ('busy' in result) throw problem('case-busy', { headers: { 'retry-after': String(result.retryAfter) } });
    if ('refused' in result) throw refused(cohortProblems, result);
    const { cohortId, seq } = result.applied;
    this.process.poke(cohortId, seq);
    return cohortView(await this.record(caller, cohortId));
  }

  private async record(caller: Caller, cohortId: string): Promise<CohortRecord> {
    const record = await this.ledger.registers.cohorts.one(caller, cohortId);
    if (!record) throw problem('not-found');
    return record;
  }
}

function cohortView({ state, view, tally }: CohortRecord) {
  const { waivers, conflicts: _, ...rest } = state;
  const { round: __, ...gate } = tally;
  return {
    ...rest,
    waivers: waivers.map(({ n, regionCode, askedBy, confirmedBy }) => ({ n, regionCode, askedBy, confirmedBy: confirmedBy ?? null })),
    gate: { open: tally.shut.length === 0, ...gate },
    waiting: view.arrivals,
  };
}
