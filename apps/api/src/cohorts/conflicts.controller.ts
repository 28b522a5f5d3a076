import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { changedTables, completeness } from '#process/matrix/index';
import { type Caller, type Conflicts, Ledger } from '#ledger';
import { CaseDesk } from '../cases/case-desk';
import { etagOf } from '../door/preconditions';
import { By, Conditions, Key, type Terms } from '../door/request';
import { type Description, Describes } from '../openapi/describe';
import { problem, refused } from '../problems/catalogue';
import { cohortProblems } from '../problems/record-problems';
import { CohortDesk } from './cohort-desk';
import { cohortExample, CohortShape } from './cohort-shapes';
import { conflictView } from './cohort-view';
import { AcknowledgementBody, ClaimsAmendedShape, ClaimsBody, conflictExample, ConflictListShape, OverrideBody, ResolutionBody } from './conflict-shapes';
import { enteredMatrix } from './entered-matrix';

const common = ['not-found', 'not-your-role', 'not-your-region', 'stale', 'precondition-failed', 'case-busy', 'note-too-long', 'finding-unknown'] as const;
const settles = (summary: string, says: string, body: Description['body'], problems: Description['problems'] = []): MethodDecorator =>
  Describes({ summary, says, command: 'cohort', body: body!, answers: [{ says: 'The cohort as it stands now.', type: CohortShape, example: cohortExample, headers: { ETag: '"v<seq>"' } }], problems: [...common, ...problems] });

/** What stands in the way of one direction: findings among the plans, and how they are settled. */
@ApiTags('cohorts')
@Controller('v1/cohorts/:cohortId/conflicts')
export class ConflictsController {
  constructor(
    private readonly ledger: Ledger,
    private readonly desk: CohortDesk,
    private readonly cases: CaseDesk,
  ) {}

  @Get()
  @Describes({
    summary: 'Findings among the plans of a cohort',
    says: 'The province and the ministry see all. A region sees the findings it is a party to: the conflicting claims of the others, and nothing else of their cases.',
    answers: [{ says: 'Sorted by key.', type: ConflictListShape, example: { items: [conflictExample] } }],
    problems: ['not-found'],
  })
  async list(@By() caller: Caller, @Param('cohortId') cohortId: string) {
    const found = await this.conflicts(caller, cohortId);
    return { items: found.conflicts.map((conflict) => conflictView(conflict, found, caller)) };
  }

  @Post(':key/resolution')
  @HttpCode(200)
  @settles('Resolve a conflict for one of its regions', 'By the drafter or the head of each region concerned; it counts once all of them have said the same of the claims as they are now. Another kind replaces what the region said before.', { type: ResolutionBody, example: { kind: 'differentiate', note: 'Seluma memproduksi kain, Kaur benang.' } }, ['resolution-given'])
  resolve(@By() caller: Caller, @Param('cohortId') cohortId: string, @Param('key') finding: string, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, ...rest }: ResolutionBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'resolve-conflict', key: finding, ...rest }, expectedSeq }, reply);
  }

  @Post(':key/override')
  @HttpCode(200)
  @settles('Override a conflict', 'By the coordinator, with a reason that the ministry and every later document show.', { type: OverrideBody, example: { reason: 'Disepakati Gubernur dalam rapat 20 November 2026.' } }, ['reason-required', 'finding-overridden'])
  override(@By() caller: Caller, @Param('cohortId') cohortId: string, @Param('key') finding: string, @Key() key: string, @Conditions() terms: Terms, @Body() { reason, note, expectedSeq }: OverrideBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'override-conflict', key: finding, reason: reason ?? note ?? '' }, expectedSeq }, reply);
  }

  @Post(':key/acknowledgement')
  @HttpCode(200)
  @settles('Acknowledge a finding that does not block', 'By the coordinator, with a sentence.', { type: AcknowledgementBody, example: { note: 'Kekurangan bahan baku dipenuhi dari provinsi tetangga.' } }, ['reason-required', 'finding-not-blocking'])
  acknowledge(@By() caller: Caller, @Param('cohortId') cohortId: string, @Param('key') finding: string, @Key() key: string, @Conditions() terms: Terms, @Body() { note, expectedSeq }: AcknowledgementBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'acknowledge-conflict', key: finding, note }, expectedSeq }, reply);
  }

  @Post(':key/claims')
  @HttpCode(200)
  @Describes({
    summary: 'Amend the claims at the gate',
    says: 'By the drafter of a region concerned, while its case waits at the gate: a new version of the plan matrix, a new manifest and a new arrival at once. What was agreed on the former claims counts no more; `conflict` is null when the amendment has removed it.',
    command: 'case',
    body: { type: ClaimsBody, example: { matrix: { flagships: [], zones: [], materials: [], links: [], sentra: [] } } },
    answers: [{ says: 'The new version.', type: ClaimsAmendedShape, example: { caseId: 'rpik-1705-2027', version: 2, sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', conflict: null }, headers: { ETag: '"v<seq>" of the case' } }],
    problems: ['finding-unknown', 'matrix-refused', 'matrix-invalid', 'not-at-gate', 'gate-released'],
  })
  async amend(@By() caller: Caller, @Param('cohortId') cohortId: string, @Param('key') finding: string, @Key() key: string, @Conditions() terms: Terms, @Body() { matrix: input, expectedSeq }: ClaimsBody, @Res({ passthrough: true }) reply: FastifyReply) {
    const caseId = await this.caseOfParty(caller, cohortId, finding);
    const { state } = await this.cases.record(caller, caseId);
    const matrix = await enteredMatrix(this.ledger, input, state);
    const stored = await this.ledger.matrices.put(caller, caseId, matrix);
    if (!stored) throw problem('not-found');
    const before = state.matrix && (await this.ledger.matrices.get(caller.scopes, caseId, state.matrix.sha256));
    const tables = changedTables(before, matrix);
    const valid = completeness(matrix).length === 0;
    const applied = await this.cases.apply(caller, caseId, { key, terms, command: { type: 'amend-claims', sha256: stored.sha256, valid, resolution: finding, tables }, expectedSeq });
    reply.header('etag', etagOf(applied.seq));
    const found = await this.conflicts(caller, cohortId);
    const still = found.conflicts.find((conflict) => conflict.finding.key === finding);
    return { caseId, version: applied.state.matrix?.version ?? 1, sha256: stored.sha256, conflict: still ? conflictView(still, found, caller) : null };
  }

  /** The case of the caller's region among the parties of a finding. The finding need not stand any more: a repeated amendment gets its answer. */
  private async caseOfParty(caller: Caller, cohortId: string, finding: string): Promise<string> {
    const board = await this.ledger.registers.cohorts.board(caller, cohortId);
    if (!board) throw problem('not-found');
    const { conflicts } = await this.conflicts(caller, cohortId);
    const parties = conflicts.find((conflict) => conflict.finding.key === finding)?.finding.members ?? partiesIn(finding);
    const mine = board.rows.find(({ region, caseId }) => caseId && parties.includes(region) && caller.offices.some(({ scope }) => scope === region));
    if (!mine?.caseId) throw refused(cohortProblems, { refused: 'finding-unknown', details: [finding] });
    return mine.caseId;
  }

  private async conflicts(caller: Caller, cohortId: string): Promise<Conflicts> {
    const found = await this.ledger.registers.conflicts.of(caller, cohortId);
    if (!found) throw problem('not-found');
    return found;
  }
}

/** A key names its regions: `X01.1704-1705.…`. */
const partiesIn = (key: string): string[] => (key.split('.')[1] ?? '').split('-');
