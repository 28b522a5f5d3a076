import { Body, Controller, Get, Headers, HttpCode, Param, ParseIntPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { deadline, type DeadlineRequest, workingCalendar, zoneOfRegion } from '#process';
import { Ledger } from '#ledger';
import { label } from '../door/shapes';
import { Public } from '../identity/public.decorator';
import { Describes } from '../openapi/describe';
import { problem, refused } from '../problems/catalogue';
import { languageOf } from '../problems/language';
import { deadlineProblems } from '../problems/record-problems';
import { drawings } from './drawings';

const number = new ParseIntPipe({ exceptionFactory: () => problem('not-found') });

/** Days and instants are read by the calculator itself, which says what is wrong with them. */
class DeadlineBody extends createZodDto(
  z.object({
    start: z.string().max(40).optional(), startInstant: z.string().max(40).optional(), amount: z.number(), unit: z.enum(['working-day', 'calendar-day']), startDayCounts: z.boolean().optional(), class: z.enum(['statutory', 'policy']),
    calendarVersion: z.number().int().min(1).max(2_147_483_647).optional(), knownOn: z.iso.date().optional(), regionCode: z.string().regex(/^(\d{2}(\d{2})?)?$/).optional(),
    pauses: z.array(z.object({ first: z.string().max(40), last: z.string().max(40).optional() })).max(100).optional(), extensions: z.array(z.number()).max(100).optional(), probe: z.string().max(40).optional(),
  }),
) {}
class DeadlineShape extends createZodDto(
  z.object({
    dueOn: z.string(), nthDay: z.number(), remaining: z.number(), overdue: z.boolean(), provisional: z.boolean(), provisionalYears: z.array(z.number()), arithmetic: label, skipped: z.array(z.unknown()), pausedDays: z.number(),
    effectiveAmount: z.number(), pausedSince: z.string().optional(), calendarVersion: z.number(),
  }),
) {}

@ApiTags('rules')
@Controller('v1')
@Public()
export class RulesController {
  constructor(private readonly ledger: Ledger) {}

  @Get('processes')
  @Describes({ summary: 'Published processes', answers: [{ says: 'Every version, newest first.', example: { items: [{ id: 'rpik', version: 1, hash: '9f86d081…', publishedAt: '2026-11-01T00:00:00.000Z' }], nextCursor: null } }], public: true })
  async processes() {
    return { items: await this.ledger.registers.rules.processes(), nextCursor: null };
  }

  @Get('processes/:id/versions/:n')
  @Describes({
    summary: 'A definition, as data or drawn',
    says: '`Accept: image/svg+xml` draws it, `text/x-mermaid` writes it as a Mermaid diagram.',
    answers: [{ says: 'The definition and its hash, or the drawing.', example: { id: 'rpik', version: 1, hash: '9f86d081…', definition: { id: 'rpik', version: 1, start: 'programme' } } }],
    problems: ['not-found'],
    public: true,
  })
  async process(@Param('id') id: string, @Param('n', number) version: number, @Headers('accept') accept: string | undefined, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    const found = version > 0 && version < 2_147_483_648 ? await this.ledger.registers.rules.process(id, version) : undefined;
    if (!found) throw problem('not-found');
    reply.headers({ vary: 'Accept, Accept-Language', 'cache-control': 'public, max-age=3600' });
    const wish = Object.keys(drawings).find((media) => accept?.includes(media));
    if (wish === undefined) return { id, version, ...found };
    reply.header('content-type', `${wish}; charset=utf-8`);
    return drawings[wish]!(found.definition, languageOf(language));
  }

  @Get('regions')
  @Describes({ summary: 'Provinces, regencies and cities', answers: [{ says: 'All regions by BPS code.', example: { items: [{ code: '1705', kemendagriCode: '17.05', name: 'Kabupaten Seluma', kind: 'kabupaten', facts: {} }], nextCursor: null } }], public: true })
  async regions() {
    return { items: await this.ledger.registers.rules.regions(), nextCursor: null };
  }

  @Post('deadlines')
  @HttpCode(200)
  @Describes({
    summary: 'When a term ends',
    says: "The very function of the cases' clocks. The day of the start event is not counted. `knownOn` counts only what had been decreed by that day.",
    body: { type: DeadlineBody, example: { start: '2026-11-24', amount: 30, unit: 'working-day', class: 'statutory', regionCode: '1705' } },
    answers: [{ says: 'The due day and its arithmetic.', type: DeadlineShape, example: { dueOn: '2027-01-08', nthDay: 30, remaining: 0, overdue: false, provisional: false, provisionalYears: [], arithmetic: { id: '30 hari kerja sejak Sel 24 Nov 2026 …', en: '30 working days from Tue 24 Nov 2026 …' }, skipped: [], pausedDays: 0, effectiveAmount: 30, calendarVersion: 1 } }],
    problems: ['amount-invalid', 'start-missing', 'start-ambiguous', 'date-invalid', 'statutory-cannot-be-paused', 'statutory-cannot-be-extended', 'too-many-extensions', 'extension-too-long', 'pause-before-start', 'pause-overlaps', 'not-found', 'unknown-region'],
    public: true,
  })
  async deadlines(@Body() { calendarVersion, knownOn, regionCode = '', ...request }: DeadlineBody) {
    const calendar = await this.ledger.registers.rules.calendar(calendarVersion);
    if (!calendar) throw problem('not-found');
    const zone = zoneOr(regionCode);
    const result = deadline(workingCalendar(calendar, regionCode, knownOn), zone, request as DeadlineRequest);
    if ('refused' in result) throw refused(deadlineProblems, result);
    return { ...result, calendarVersion: calendar.version };
  }
}

function zoneOr(regionCode: string) {
  try {
    return zoneOfRegion(regionCode);
  } catch {
    throw problem('validation-failed', { errors: [{ pointer: '/regionCode', message: { id: 'Tidak ada provinsi dengan kode ini.', en: 'No province has this code.' } }] });
  }
}
