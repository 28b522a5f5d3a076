import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type CalendarInput, calendarProblemCodes, pointerOf, workingCalendar } from '#process';
import { type CalendarContent, type Caller, Ledger } from '#ledger';
import { By, KeyUnlessDryRun } from '../door/request';
import { fieldErrors } from '../door/shape.pipe';
import { Public } from '../identity/public.decorator';
import { Describes } from '../openapi/describe';
import { problem, refused } from '../problems/catalogue';
import { calendarProblems } from '../problems/calendar-problems';
import { refusalProblems } from '../problems/refusal-problems';
import { CalendarProcess } from './calendar-process';
import {
  bodyExample, calendarBody, calendarExample, CalendarListShape, CalendarPreviewShape, CalendarQuery, CalendarShape, CalendarVersionShape, KnownOnQuery, previewExample, rolloutExample, RolloutShape, versionExample,
} from './calendar-shapes';

const mostErrors = 100;

@ApiTags('calendars')
@Controller('v1/calendars')
export class CalendarsController {
  constructor(
    private readonly ledger: Ledger,
    private readonly rollout: CalendarProcess,
  ) {}

  @Get()
  @Describes({ summary: 'Published versions of the working calendar', answers: [{ says: 'Newest first.', type: CalendarListShape, example: { items: [versionExample], nextCursor: null } }] })
  async versions(@By() _caller: Caller) {
    return { items: await this.ledger.calendars.versions(), nextCursor: null };
  }

  @Get(':version')
  @Public()
  @Describes({
    summary: 'A published version of the working calendar',
    says: '`current` (or `latest`) is the newest. Each day stands with its kind, its decree, the day the decree was issued, and the regions it holds for (BPS code; empty: the nation). `knownOn` shows only what had been decreed by that day.',
    answers: [{ says: 'The calendar.', type: CalendarShape, example: calendarExample }],
    problems: ['not-found', 'validation-failed'],
    public: true,
  })
  async one(@Param('version') asked: string, @Query() { knownOn }: KnownOnQuery) {
    const found = await this.found(asked);
    if (!found) throw problem('not-found');
    const { calendar, hash, publishedAt, current } = found;
    if (knownOn === undefined) return { ...calendar, hash, publishedAt, current };
    return { ...calendar, hash, publishedAt, current, knownOn, years: [...workingCalendar(calendar, '', knownOn).years].sort(), days: calendar.days.filter(({ issuedOn }) => issuedOn <= knownOn) };
  }

  @Post()
  @RouteConfig({ takes: 'json-or-csv' })
  @ApiConsumes('application/json', 'text/csv')
  @Describes({
    summary: 'Publish the next version of the working calendar, or see beforehand what it would do',
    says: 'For administrators of the nation. JSON as `GET /v1/calendars/{version}` shows it, or `text/csv` with the columns date, kind, name_id, name_en, decree, issued_on, note (a region stands in the note as `scope=17.05`). Each mistake is told with a code of its own and its place. With `?dryRun=true` nothing is written and no key is needed: the answer names the days that differ and every running clock of every open case that would move. Publishing brings exactly those cases under the new version.',
    command: 'register',
    body: { example: bodyExample },
    answers: [
      { status: 201, says: 'The version; its roll-out has begun.', type: CalendarVersionShape, example: versionExample, headers: { Location: 'Address of the version.' } },
      { says: 'With `dryRun`: what would happen.', type: CalendarPreviewShape, example: previewExample },
    ],
    problems: ['not-your-role', 'not-your-region', ...calendarProblemCodes],
  })
  async publish(@By() caller: Caller, @KeyUnlessDryRun() key: string | undefined, @Query() query: CalendarQuery, @Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply) {
    administersNation(caller);
    const content = await this.judged(body, query);
    if (query.dryRun || key === undefined) {
      reply.status(200);
      return { dryRun: true as const, ...(await this.ledger.calendars.preview(content, query.limit)) };
    }
    const published = await this.ledger.calendars.publish(caller, key, content);
    if ('keyReused' in published) throw problem('idempotency-key-reused');
    if ('refused' in published) throw refused(refusalProblems, published);
    this.rollout.start(published.version);
    reply.status(201).header('location', `/v1/calendars/${published.version}`);
    return published;
  }

  @Get(':version/rollout')
  @Describes({ summary: 'How far a version has come to the cases it moves', answers: [{ says: 'Cases to be moved, and those that are.', type: RolloutShape, example: rolloutExample }], problems: ['not-found'] })
  async progress(@By() _caller: Caller, @Param('version') asked: string) {
    const found = await this.found(asked);
    const progress = found && (await this.ledger.rollouts.progress(found.version));
    if (!progress) throw problem('not-found');
    return progress;
  }

  private async found(asked: string) {
    const isNewest = asked === 'current' || asked === 'latest';
    return isNewest || /^\d{1,9}$/.test(asked) ? this.ledger.calendars.version(isNewest ? undefined : Number(asked)) : undefined;
  }

  /** The first mistake names the problem; all of them are told with their place. */
  private async judged(body: unknown, { weekend, collectiveLeaveIsWorking }: CalendarQuery): Promise<CalendarContent> {
    const form = typeof body === 'string' || body === undefined ? 'csv' : 'json';
    const terms = { ...(weekend !== undefined && { weekend: weekend.split(',').filter(Boolean).map(Number) }), ...(collectiveLeaveIsWorking !== undefined && { collectiveLeaveIsWorking }) };
    const judged = await this.ledger.calendars.judge(form === 'csv' ? ((body as string | undefined) ?? '') : shaped(body), terms);
    if ('content' in judged) return judged.content;
    const { problems } = judged;
    const errors = problems.slice(0, mostErrors).map((one) => ({ pointer: pointerOf(one, form), code: one.code, ...(form === 'csv' && one.row > 0 && { line: one.row }), message: one.message }));
    throw refused(calendarProblems, { refused: problems[0]!.code, details: [String(problems.length)] }, { errors });
  }
}

function shaped(body: unknown): CalendarInput {
  const read = calendarBody.safeParse(body);
  if (!read.success) throw problem('validation-failed', { errors: fieldErrors(read.error) });
  const { weekend, collectiveLeaveIsWorking, years, days } = read.data;
  return { ...(weekend && { weekend }), ...(collectiveLeaveIsWorking !== undefined && { collectiveLeaveIsWorking }), ...(years && { years }), days };
}

/** Who publishes for everybody is an administrator of everybody. */
function administersNation(caller: Caller): void {
  const offices = caller.offices.filter(({ role }) => role === 'administrator');
  if (offices.length === 0) throw refused(refusalProblems, { refused: 'not-your-role', details: ['administrator'] });
  if (!offices.some(({ scope }) => scope === '')) throw refused(refusalProblems, { refused: 'not-your-region' });
}
