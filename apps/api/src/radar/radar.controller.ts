import { Body, Controller, Get, Headers, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiConfig } from '#config';
import { type Caller, Ledger } from '#ledger';
import { By, Key } from '../door/request';
import { Describes } from '../openapi/describe';
import { problem } from '../problems/catalogue';
import { languageOf } from '../problems/language';
import { apiConfig } from '../tokens';
import { RadarDesk } from './radar-desk';
import { bulkExample, BulkBody, BulkShape, faultsExample, FaultsQuery, FaultsShape, RetryBody, stalledExample, StalledQuery, StalledShape } from './radar-shapes';
import { faultView, stalledView } from './radar-view';

@ApiTags('radar')
@Controller('v1')
export class RadarController {
  constructor(
    private readonly ledger: Ledger,
    private readonly desk: RadarDesk,
    @Inject(apiConfig) private readonly config: ApiConfig,
  ) {}

  @Get('stalled')
  @Describes({
    summary: 'The radar: cases that do not move, and why',
    says: "For administrators, and for coordinators of their province. Stalled is not overdue: a case is stalled when it has been silent for longer (in working days, held days left out) than `percentile` per cent of comparable stays of this installation took, or than the policy's term where fewer than `minSample` are known; when its desk has had no holder for more than `vacantDays`; when a hold lasts longer than the term it holds; or when the system fails. `counts` are of the whole list, whatever `cause` it is narrowed to. `percentile`, `limitDays` and `vacantDays` try out another rule: `preview` says which cases it would add or remove.",
    answers: [{ says: 'A page, longest silence first.', type: StalledShape, example: stalledExample }],
    problems: ['validation-failed', 'cursor-malformed', 'not-your-role'],
  })
  async stalled(@By() caller: Caller, @Query() { limit, cursor, percentile, limitDays, vacantDays, ...filters }: StalledQuery) {
    const { scopes } = this.desk.watch(caller);
    const rule = this.config.stall;
    const changes = { ...(percentile !== undefined && { percentile }), ...(limitDays !== undefined && { limitDays }), ...(vacantDays !== undefined && { vacantDays }) };
    const tried = Object.keys(changes).length > 0 ? { tried: { ...rule, ...changes } } : {};
    return stalledView(await this.ledger.registers.stalled.page(scopes, filters, { ...(limit && { limit }), ...(cursor && { cursor }) }, { rule, ...tried }), caller);
  }

  @Post('stalled/actions')
  @HttpCode(200)
  @Describes({
    summary: 'Remind, assign, extend, hold, lift, escalate or retry on up to 100 cases at once',
    says: 'Each case is judged by itself, as the single command would be; the answer has one result for each, in the order they were named. The key of each is derived from `Idempotency-Key`, so a repeat does nothing twice. A coordinator reminds, and proposes holds and extensions of the terms they own. Whoever owns a clock proposes its hold or extension and the superior confirms: nothing is approved here.',
    command: 'register',
    body: { type: BulkBody, example: { action: 'remind', caseIds: ['rpik-1705-2027', 'rpik-1707-2027'], reason: 'Menjelang rapat sinkronisasi.' } },
    answers: [{ says: 'A result for each case.', type: BulkShape, example: bulkExample }],
    problems: ['not-your-role'],
  })
  async onMany(@By() caller: Caller, @Key() key: string, @Body() body: BulkBody, @Headers('accept-language') accept: string | undefined) {
    return { results: await this.desk.onMany(caller, key, body, languageOf(accept)) };
  }

  @Get('system-faults')
  @Describes({
    summary: 'What the engine, the worker or the mail cannot do at the moment',
    says: "For administrators. Nobody's delay: each with its attempt, the cause in plain words and the engine's workflow id. A fault goes by itself once the step has succeeded.",
    answers: [{ says: 'A page of faults, oldest first.', type: FaultsShape, example: faultsExample }],
    problems: ['validation-failed', 'cursor-malformed', 'not-your-role'],
  })
  async faults(@By() caller: Caller, @Query() query: FaultsQuery) {
    const { scopes } = this.desk.watch(caller, { administers: true });
    const { items, nextCursor } = await this.ledger.registers.stalled.faultPage(scopes, query);
    return { items: items.map(faultView), nextCursor };
  }

  @Post('system-faults/retries')
  @HttpCode(200)
  @Describes({
    summary: 'Have a failing step looked at now',
    says: "For administrators. Pokes the workflow of a case or a cohort, and tries a bounced notice again; a step that waits between its attempts is tried within a minute. Repeating it changes nothing, so it needs no key.",
    body: { type: RetryBody, example: { kind: 'case', id: 'rpik-1705-2027' } },
    answers: [{ says: 'The engine was asked.', example: { asked: true } }],
    problems: ['not-your-role', 'not-found', 'engine-away'],
  })
  async retry(@By() caller: Caller, @Body() { kind, id, noticeId }: RetryBody) {
    const { scopes } = this.desk.watch(caller, { administers: true });
    const found = (await this.ledger.registers.stalled.faults(scopes)).find(({ subject, noticeId: of }) => subject.kind === kind && subject.id === id && (noticeId === undefined || of === noticeId));
    if (!found) throw problem('not-found');
    // A notice goes with the next round of its channel, which the relay asks for.
    if (found.noticeId !== undefined) await this.ledger.notices.tryAgain(found.noticeId);
    else if (kind !== 'installation') await this.desk.poke(kind, id, 0);
    return { asked: true };
  }
}
