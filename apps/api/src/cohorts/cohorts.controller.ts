import { Body, Controller, Get, Headers, HttpCode, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { GatePolicy, Member, PlanEntry } from '#process';
import { type Caller, Ledger } from '#ledger';
import { etagOf } from '../door/preconditions';
import { By, Conditions, Key, KeyUnlessDryRun, type Terms } from '../door/request';
import { Describes } from '../openapi/describe';
import { listOf } from '../openapi/examples';
import { problem, refused } from '../problems/catalogue';
import { cohortProblems } from '../problems/record-problems';
import { boardCsv } from './board-csv';
import { CohortDesk } from './cohort-desk';
import {
  boardExample, BoardQuery, BoardShape, cohortExample, CohortListShape, CohortPageQuery, CohortShape, CreateCohortBody, FixMemberBody, MemberBody, ReferencePlanBody, ReleaseBody, WaiverBody, WaiverRehearsalShape, WithdrawMemberBody,
} from './cohort-shapes';
import { boardView, cohortView } from './cohort-view';

const number = new ParseIntPipe({ exceptionFactory: () => problem('not-found') });
const answers = [{ says: 'The cohort as it stands now.', type: CohortShape, example: cohortExample, headers: { ETag: '"v<seq>"' } }];
const common = ['not-found', 'not-your-role', 'not-your-region', 'stale', 'precondition-failed', 'case-busy', 'note-too-long'] as const;

@ApiTags('cohorts')
@Controller('v1/cohorts')
export class CohortsController {
  constructor(
    private readonly ledger: Ledger,
    private readonly desk: CohortDesk,
  ) {}

  @Post()
  @Describes({
    summary: 'Create the cohort of a province and programme year',
    says: 'By the provincial coordinator. Without `members`, all regions of the province.',
    command: 'cohort',
    body: { type: CreateCohortBody, example: { province: '17', programmeYear: 2027, referencePlans: [{ kind: 'RPIP', version: '2018–2038', issuedOn: '2018-12-31' }], policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false }, cutOffOn: '2027-06-30' } },
    answers: [{ ...answers[0]!, status: 201, says: 'The cohort.', headers: { ETag: '"v<seq>"', Location: 'Address of the cohort.' } }],
    problems: [...common, 'cohort-exists', 'cohort-invalid', 'unknown-region', 'policy-impossible', 'cut-off-past', 'matrix-refused'],
  })
  async create(@By() caller: Caller, @Key() key: string, @Body() body: CreateCohortBody, @Res({ passthrough: true }) reply: FastifyReply) {
    const { members: asked, referencePlans, policy, ...rest } = body;
    const regions = asked ?? (await this.ledger.registers.rules.regions(body.province)).map(({ code }) => code).filter((code) => code.length === 4);
    const members: Member[] = [];
    for (const member of regions) members.push(typeof member === 'string' ? { regionCode: member, state: 'active' } : await this.desk.fixed(caller, body, member));
    const input = { ...rest, members, policy: policy as GatePolicy, referencePlans: referencePlans as PlanEntry[] };
    const result = await this.ledger.cohorts.create(caller, { key, input });
    const view = await this.desk.answer(caller, result);
    reply.status(201).headers({ location: `/v1/cohorts/${view.id}`, etag: etagOf(view.seq) });
    return view;
  }

  @Get()
  @Describes({ summary: 'Cohorts the caller may see', answers: [{ says: 'A page of cohorts.', type: CohortListShape, example: listOf(cohortExample) }], problems: ['validation-failed', 'cursor-malformed'] })
  async list(@By() caller: Caller, @Query() query: CohortPageQuery) {
    const { items, nextCursor } = await this.ledger.registers.cohorts.list(caller, query);
    return { items: items.map((record) => cohortView(record, caller)), nextCursor };
  }

  @Get(':cohortId')
  @Describes({ summary: 'A cohort and its gate', answers, problems: ['not-found'] })
  async one(@By() caller: Caller, @Param('cohortId') cohortId: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const view = cohortView(await this.desk.record(caller, cohortId), caller);
    reply.header('etag', etagOf(view.seq));
    return view;
  }

  @Get(':cohortId/board')
  @Describes({
    summary: 'The board of the gate',
    says: 'Stage, round and dates of every member for everybody of the cohort; what a case lacks for those who read it (`lacks.readiness`: criteria of the zone, where the policy includes readiness), conflicts for the province, the ministry and their parties. `atCutOff`: what the cut-off date would make of the gate. `asIf=cut-off`, `asIf=waive:1706` (or several with commas) shows all of it as it would be, with the gate as it is in `asIf.before`; nothing is recorded. `Accept: text/csv` gives the members as a table.',
    answers: [{ says: 'One row a member, and the gate.', type: BoardShape, example: boardExample }],
    problems: ['not-found', 'validation-failed', 'member-unknown', 'member-not-active'],
  })
  async board(@By() caller: Caller, @Param('cohortId') cohortId: string, @Query() { asIf = [] }: BoardQuery, @Headers('accept') accept: string | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    const board = await this.ledger.registers.cohorts.board(caller, cohortId, asIf);
    if (!board) throw problem('not-found');
    if ('refused' in board) throw refused(cohortProblems, board);
    const view = boardView(board);
    reply.header('vary', 'Accept');
    if (!accept?.includes('text/csv')) return view;
    reply.headers({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${cohortId}.csv"` });
    return boardCsv(view);
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
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'release', ...(note !== undefined && { note }), ...(expectedList && { expectedList }) }, expectedSeq }, reply);
  }

  @Post(':cohortId/waivers')
  @HttpCode(200)
  @Describes({
    summary: 'Ask that a member need not be waited for',
    says: 'By the coordinator; it counts once the planner or the legal bureau has confirmed it. `?dryRun=true` records nothing and shows the gate `before` and `after`.',
    command: 'cohort', body: { type: WaiverBody, example: { regionCode: '1701', reason: 'Pemekaran wilayah sedang berjalan.' } }, answers, problems: [...common, 'member-unknown', 'member-not-active', 'member-released', 'reason-required'],
  })
  @ApiExtraModels(WaiverRehearsalShape)
  @ApiQuery({ name: 'dryRun', required: false, schema: { type: 'boolean' } })
  async waive(@By() caller: Caller, @Param('cohortId') cohortId: string, @KeyUnlessDryRun() key: string | undefined, @Conditions() terms: Terms, @Body() { expectedSeq, ...rest }: WaiverBody, @Res({ passthrough: true }) reply: FastifyReply) {
    if (key === undefined) return this.desk.rehearseWaiver(caller, cohortId, rest);
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'request-waiver', ...rest }, expectedSeq }, reply);
  }

  @Post(':cohortId/waivers/:n/confirm')
  @HttpCode(200)
  @Describes({ summary: 'Confirm a waiver as the second person of the province', command: 'cohort', answers, problems: [...common, 'waiver-unknown', 'waiver-settled', 'second-person-needed', 'member-released', 'member-not-active'] })
  confirm(@By() caller: Caller, @Param('cohortId') cohortId: string, @Param('n', number) n: number, @Key() key: string, @Conditions() terms: Terms, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'confirm-waiver', n } }, reply);
  }

  @Post(':cohortId/members')
  @HttpCode(200)
  @Describes({ summary: 'Add a member', command: 'cohort', body: { type: MemberBody, example: { regionCode: '1709' } }, answers, problems: [...common, 'member-exists', 'unknown-region', 'cohort-invalid'] })
  addMember(@By() caller: Caller, @Param('cohortId') cohortId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { regionCode, expectedSeq }: MemberBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'add-member', member: { regionCode, state: 'active' } }, expectedSeq }, reply);
  }

  @Post(':cohortId/members/:regionCode/withdraw')
  @HttpCode(200)
  @Describes({ summary: 'Take a member out of the cohort', says: 'By the coordinator, with a reason; its claims count no more.', command: 'cohort', body: { type: WithdrawMemberBody, example: { reason: 'Daerah menunda RPIK ke tahun berikutnya.' } }, answers, problems: [...common, 'member-unknown', 'member-released', 'reason-required'] })
  withdraw(@By() caller: Caller, @Param('cohortId') cohortId: string, @Param('regionCode') regionCode: string, @Key() key: string, @Conditions() terms: Terms, @Body() { reason, expectedSeq }: WithdrawMemberBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'withdraw-member', regionCode, reason }, expectedSeq }, reply);
  }

  @Post(':cohortId/members/:regionCode/fix')
  @HttpCode(200)
  @Describes({ summary: 'Record that a member has its regulation already', says: 'By the coordinator: it is not waited for, and its claims, entered here, stand.', command: 'cohort', body: { type: FixMemberBody, example: { regulationNumber: 'Perda 4/2025' } }, answers, problems: [...common, 'member-unknown', 'reason-required', 'matrix-refused'] })
  async fix(@By() caller: Caller, @Param('cohortId') cohortId: string, @Param('regionCode') regionCode: string, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, ...body }: FixMemberBody, @Res({ passthrough: true }) reply: FastifyReply) {
    const { state } = await this.desk.record(caller, cohortId);
    const before = state.members.find((member) => member.regionCode === regionCode);
    const { regulationNumber, matrix } = before ? await this.desk.fixed(caller, state, { regionCode, ...body }, before) : { ...body, matrix: undefined };
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'fix-member', regionCode, regulationNumber: regulationNumber ?? '', ...(matrix && { matrix }) }, expectedSeq }, reply);
  }

  @Post(':cohortId/reference-plans')
  @HttpCode(200)
  @Describes({ summary: 'Supersede a reference plan', says: 'By the coordinator or the planner: the new version takes the place of the current one of its kind. Checks that relied on it are made anew; nothing is rewound.', command: 'cohort', body: { type: ReferencePlanBody, example: { kind: 'RPIP', version: '2026–2046', issuedOn: '2026-11-01' } }, answers, problems: [...common, 'plan-unknown'] })
  supersede(@By() caller: Caller, @Param('cohortId') cohortId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, ...plan }: ReferencePlanBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'supersede-plan', plan: plan as PlanEntry }, expectedSeq }, reply);
  }
}
