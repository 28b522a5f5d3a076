import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { readingOf, whyOf } from '#process';
import { type Caller, cohortIdOf, Ledger } from '#ledger';
import { etagOf } from '../door/preconditions';
import { By, Key } from '../door/request';
import { Describes } from '../openapi/describe';
import { caseExample, caseRowExample, eventExample, filingExample, listOf, whyExample } from '../openapi/examples';
import { problem, refused } from '../problems/catalogue';
import { filingProblems } from '../problems/record-problems';
import { refusalProblems } from '../problems/refusal-problems';
import { CaseDesk } from './case-desk';
import { CaseProcess } from './case-process';
import { CaseListShape, CaseShape, CasesQuery, EventsShape, FileCaseBody, PageQuery, ToldQuery, ToldShape, WhyShape } from './case-shapes';
import { Definitions } from './definitions';
import { sealedIn } from './sealed-in';
import { whyView } from './why-view';

@ApiTags('cases')
@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly ledger: Ledger,
    private readonly desk: CaseDesk,
    private readonly process: CaseProcess,
    private readonly definitions: Definitions,
  ) {}

  @Post()
  @Describes({
    summary: 'File a case for a region and a programme year',
    says: 'By a drafter of the region or a coordinator of its province. The id is reserved for ever.',
    command: 'register',
    body: { type: FileCaseBody, example: filingExample },
    answers: [{ status: 201, says: 'The case, at its first desk.', type: CaseShape, example: caseExample, headers: { Location: 'Address of the case.', ETag: '"v<seq>"' } }],
    problems: ['unknown-process', 'unknown-region', 'case-open-already', 'no-calendar', 'not-your-role', 'not-your-region', 'title-invalid', 'plan-years-invalid', 'programme-year-invalid', 'case-busy'],
  })
  async file(@By() caller: Caller, @Key() key: string, @Body() input: FileCaseBody, @Res({ passthrough: true }) reply: FastifyReply) {
    const result = await this.ledger.cases.file(caller, { key, input });
    if ('keyReused' in result) throw problem('idempotency-key-reused');
    if ('busy' in result) throw problem('case-busy', { headers: { 'retry-after': String(result.retryAfter) } });
    if ('refused' in result) throw refused({ ...filingProblems, ...refusalProblems }, result);
    const { caseId, seq } = result.applied;
    this.process.poke(caseId, seq);
    const view = await this.desk.view(caller, caseId);
    reply.status(201).headers({ location: `/v1/cases/${caseId}`, etag: etagOf(view.seq) });
    return view;
  }

  @Get()
  @Describes({
    summary: 'Cases the caller may see, in order of id',
    answers: [{ says: 'A page of cases.', type: CaseListShape, example: listOf(caseRowExample) }],
    problems: ['validation-failed', 'cursor-malformed'],
  })
  async list(@By() caller: Caller, @Query() { limit, cursor, ...filters }: CasesQuery) {
    const { items, nextCursor } = await this.ledger.registers.cases.list(caller, filters, { ...(limit && { limit }), ...(cursor && { cursor }) });
    const rows = items.map(async ({ region, regionName, stage, process, ...rest }) => {
      const definition = await this.definitions.of(process.id, process.version);
      const label = definition?.stages[stage]?.label ?? definition?.outcomes[stage]?.label ?? { id: stage, en: stage };
      return { ...rest, process, region: { code: region, name: regionName }, stage: { id: stage, label } };
    });
    return { items: await Promise.all(rows), nextCursor };
  }

  @Get(':caseId')
  @Describes({
    summary: 'A case, as far as the caller may see it',
    says: 'The ministry sees an outline (stage and dates) until the case has come to it. `actions[]` are judged as the POST would be.',
    answers: [{ says: 'The case.', type: CaseShape, example: caseExample, headers: { ETag: '"v<seq>"' } }],
    problems: ['not-found'],
  })
  async one(@By() caller: Caller, @Param('caseId') caseId: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const view = await this.desk.view(caller, caseId);
    reply.headers({ etag: etagOf(view.seq), 'cache-control': 'private, no-cache' });
    return view;
  }

  @Get(':caseId/events')
  @Describes({
    summary: 'The history, as the chain holds it',
    says: '`hash` is the SHA-256 of `prevHash`, a newline and the RFC 8785 JSON of `{caseId, seq, type, at, actor, onBehalfOf, body}`. The words behind sealed texts the caller may read stand beside it under `texts`, by their hash: SHA-256 of salt and text.',
    answers: [{ says: 'A page of events, oldest first.', type: EventsShape, example: { ...listOf(eventExample), texts: {} } }],
    problems: ['not-found', 'contents-closed', 'validation-failed', 'cursor-malformed'],
  })
  async events(@By() caller: Caller, @Param('caseId') caseId: string, @Query() query: PageQuery) {
    const { state, rules, texts } = await this.desk.record(caller, caseId);
    if (readingOf(rules.definition, state, caller.offices) !== 'contents') throw problem('contents-closed');
    const page = await this.ledger.registers.cases.events(caller, caseId, query);
    if (!page) throw problem('not-found');
    const hashes = new Set(page.items.flatMap(({ body }) => sealedIn(body)));
    return { ...page, texts: Object.fromEntries([...texts].filter(([hash]) => hashes.has(hash))) };
  }

  @Get(':caseId/told')
  @Describes({
    summary: 'Who was told of what happened from a seq on',
    says: 'By office, channel and state of delivery, with how many: no person is named. `since` is the first seq that counts, as the `ETag` of a decision names it.',
    answers: [{ says: 'Offices.', type: ToldShape, example: listOf({ role: 'provincial-coordinator', channel: 'mail', state: 'sent', count: 1 }) }],
    problems: ['not-found', 'contents-closed', 'validation-failed'],
  })
  async told(@By() caller: Caller, @Param('caseId') caseId: string, @Query() { since }: ToldQuery) {
    const { state, rules } = await this.desk.record(caller, caseId);
    if (readingOf(rules.definition, state, caller.offices) !== 'contents') throw problem('contents-closed');
    return { items: await this.ledger.registers.notices.toldSince(caller, caseId, since), nextCursor: null };
  }

  @Get(':caseId/why')
  @Describes({
    summary: 'Why the case is, or is not, moving',
    says: '`unmet`: what stands in the way of the next step and who holds it. `unblock`: what somebody can do now, first things first; a program that does it moves the case. `nextAlarm`: what happens by itself. `nobody`: roles of the desk without a holder. `barred`: those of the holders whom four eyes keep from the act. A gate that is shut names the regions it waits for in `details`: what each lacks is said by the `why` of its own case.',
    answers: [{ says: 'A sentence, and the same for programs.', type: WhyShape, example: whyExample }],
    problems: ['not-found'],
  })
  async why(@By() caller: Caller, @Param('caseId') caseId: string) {
    const { state, rules, noCohort, now } = await this.desk.record(caller, caseId);
    const reading = readingOf(rules.definition, state, caller.offices);
    if (reading === 'nothing') throw problem('not-found');
    const asked = whyOf(rules, state, { at: now, noCohort });
    const offices = await this.ledger.register.officesAt(asked.desk);
    const board = state.gate && !noCohort ? await this.ledger.registers.cohorts.board(caller, cohortIdOf(state.region.slice(0, 2), state.programmeYear)) : undefined;
    const why = whyOf(rules, state, {
      at: now,
      noCohort,
      vacancies: offices.filter(({ seated }) => seated.length === 0),
      seated: offices.flatMap(({ seated }) => seated),
      ...(board && { gate: { isShut: board.tally.shut.length > 0, missing: board.tally.missing } }),
    });
    const view = whyView(rules.definition, why, new Map(offices.map(({ role, scope, seated }) => [`${role}@${scope}`, seated])), board?.blockedBy);
    // What lies on the desk before the contents are open is not for every eye.
    return reading === 'contents' ? view : { ...view, unmet: [], unblock: [] };
  }
}
