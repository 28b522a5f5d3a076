import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type Language, type Notice, say, type TemplateName } from '#notifications';
import { type Caller, Ledger, type NoticeRecord } from '#ledger';
import { By, Key } from '../door/request';
import { page, pageOf, queryText } from '../door/shapes';
import { Describes } from '../openapi/describe';
import { listOf } from '../openapi/examples';
import { problem, refused } from '../problems/catalogue';
import { languageOf } from '../problems/language';
import { noticeProblems } from '../problems/notice-problems';
import { refusalProblems } from '../problems/refusal-problems';

class NoticesQuery extends createZodDto(z.object(page)) {}
class OutboxQuery extends createZodDto(z.object({ state: z.enum(['pending', 'sent', 'bounced', 'vacant', 'muted']).optional(), channel: z.enum(['in-app', 'mail']).optional(), subject: queryText(80).optional(), ...page })) {}
class ReadBody extends createZodDto(z.object({ ids: z.array(z.uuid()).max(500).optional() }).nullish().transform((body) => body ?? {})) {}
class NoticesShape extends createZodDto(
  pageOf(z.object({
    id: z.string(), template: z.string(), subject: z.object({ kind: z.string(), id: z.string() }), role: z.string().nullable(), at: z.string(), readAt: z.string().nullable(), title: z.string(), happened: z.string(), toDo: z.string(), path: z.string().nullable(),
  })).extend({ unread: z.number() }),
) {}
const noticeExample = {
  id: '0197b2c4-5d6e-7f80-9a1b-2c3d4e5f6071', template: 'task-opened', subject: { kind: 'case', id: 'rpik-1705-2027' }, role: 'provincial-coordinator', at: '2026-11-24T03:12:00.000Z', readAt: null,
  title: 'Kab. Seluma: Pemeriksaan kelengkapan provinsi', happened: 'Penyusun meneruskan kasus ini.', toDo: 'Periksa kelengkapan.', path: '/kasus/rpik-1705-2027',
};

@ApiTags('notices')
@Controller('v1')
export class NoticesController {
  constructor(private readonly ledger: Ledger) {}

  @Get('notices')
  @Describes({ summary: 'The bell: notices to the caller, newest first', answers: [{ says: 'A page of notices, in words.', type: NoticesShape, example: { ...listOf(noticeExample), unread: 1 } }], problems: ['validation-failed', 'cursor-malformed'] })
  async list(@By() caller: Caller, @Query() query: NoticesQuery, @Headers('accept-language') accept: string | undefined) {
    const { items, ...rest } = await this.ledger.registers.notices.of(caller, query);
    return { items: items.map((notice) => said(notice, caller, languageOf(accept))), ...rest };
  }

  @Post('notices/:id/read')
  @HttpCode(200)
  @Describes({ summary: 'Mark a notice as read', says: 'Repeating it changes nothing, so it needs no key.', answers: [{ says: 'How many were unread before.', example: { read: 1 } }], problems: ['not-found'] })
  async read(@By() caller: Caller, @Param('id') id: string) {
    if (!z.uuid().safeParse(id).success) throw problem('not-found');
    return { read: await this.ledger.registers.notices.read(caller, [id]) };
  }

  @Post('notices/read')
  @HttpCode(200)
  @Describes({ summary: 'Mark several notices, or all, as read', body: { type: ReadBody, example: { ids: [noticeExample.id] } }, answers: [{ says: 'How many were unread before.', example: { read: 1 } }] })
  async readAll(@By() caller: Caller, @Body() { ids }: ReadBody) {
    return { read: await this.ledger.registers.notices.read(caller, ids) };
  }

  @Get('outbox')
  @Describes({
    summary: 'Deliveries and their state',
    says: 'For administrators.',
    answers: [{ says: 'A page of deliveries, newest first.', example: listOf({ id: noticeExample.id, template: 'task-opened', subject: noticeExample.subject, recipientRole: 'provincial-coordinator', recipientScope: '17', channel: 'mail', state: 'sent', attempt: 0, dueAt: noticeExample.at, trouble: null, reference: '<…>', settledAt: noticeExample.at, at: noticeExample.at }) }],
    problems: ['not-your-role', 'validation-failed', 'cursor-malformed'],
  })
  async outbox(@By() caller: Caller, @Query() { limit, cursor, ...filters }: OutboxQuery) {
    const found = await this.ledger.registers.notices.outbox(caller, filters, { ...(limit && { limit }), ...(cursor && { cursor }) });
    if (!found) throw refused(refusalProblems, { refused: 'not-your-role', details: ['administrator'] });
    return found;
  }

  @Post('outbox/:id/retry')
  @HttpCode(200)
  @Describes({
    summary: 'Try a bounced notice again',
    says: 'For administrators, within their scope, after the mail address has been corrected. It leaves with the next round of its channel.',
    command: 'register',
    answers: [{ says: 'It will be tried again.', example: { retried: noticeExample.id } }],
    problems: ['not-your-role', 'notice-unknown', 'notice-not-bounced'],
  })
  async retry(@By() caller: Caller, @Key() key: string, @Param('id') id: string) {
    if (!z.uuid().safeParse(id).success) throw refused(noticeProblems, { refused: 'notice-unknown', details: [id] });
    const result = await this.ledger.notices.retry(caller, key, id);
    if ('keyReused' in result) throw problem('idempotency-key-reused');
    if ('refused' in result) throw refused(noticeProblems, result);
    return result;
  }
}

/** In the reader's language. A notice of an older release whose facts no longer fit its sentence is told by its name. */
function said({ facts, ...notice }: NoticeRecord, caller: Caller, language: Language) {
  try {
    const { subject: title, happened, toDo, path } = say({
      id: notice.id, channel: 'in-app', template: notice.template as TemplateName, language, subject: notice.subject, data: facts, at: notice.at, attempt: 0,
      recipient: { personId: caller.person, name: caller.name, email: null, role: notice.role ?? '', region: '' },
    } as Notice);
    return { ...notice, title, happened, toDo, path };
  } catch {
    const { path } = facts as { path?: unknown };
    return { ...notice, title: notice.template, happened: '', toDo: '', path: typeof path === 'string' ? path : null };
  }
}
