import { Body, Controller, Get, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { isWhollyMandatory, type NoticeKind, noticeKinds, tellings } from '#process';
import { type Caller, Ledger, type NoticeChannel, type NoticePreferences } from '#ledger';
import { etagOf, ifMatchOf } from '../door/preconditions';
import { By, Conditions, Key, type Terms } from '../door/request';
import { Describes } from '../openapi/describe';
import { problem, refused } from '../problems/catalogue';
import { noticeProblems } from '../problems/notice-problems';

const kinds = Object.keys(noticeKinds) as NoticeKind[];
const channels: readonly NoticeChannel[] = ['in-app', 'mail'];
const byChannel = z.object({ 'in-app': z.boolean().optional(), mail: z.boolean().optional() }).strict();
class PreferencesBody extends createZodDto(
  z.object({
    notices: z.object(Object.fromEntries(kinds.map((kind) => [kind, byChannel.optional()])) as Record<NoticeKind, z.ZodOptional<typeof byChannel>>).strict().optional(),
    digest: z.object({ on: z.boolean(), at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }).optional(),
  }).strict(),
) {}

const bodyExample = { notices: { remarks: { 'in-app': true, mail: false } }, digest: { on: true, at: '07:30' } };
const example = {
  notices: Object.fromEntries(kinds.map((kind) => [kind, { 'in-app': true, mail: kind !== 'remarks' }])),
  digest: bodyExample.digest,
  kinds: [{ kind: 'escalations', label: noticeKinds.escalations, mandatory: 'always' }, { kind: 'reminders', label: noticeKinds.reminders, mandatory: 'partly' }, { kind: 'remarks', label: noticeKinds.remarks, mandatory: 'never' }],
  version: 1,
};

@ApiTags('notices')
@Controller('v1/me/preferences')
export class PreferencesController {
  constructor(private readonly ledger: Ledger) {}

  @Get()
  @Describes({
    summary: 'What the caller wants to be told, and how',
    says: 'By kind of notice and channel. `kinds` names them, and says which are mandatory: always, partly (reminders from the due day on, due days that were moved), or never. The hour of the digest is that of the seat of the office.',
    answers: [{ says: 'The preferences; all on where nothing was ever changed.', example, headers: { ETag: 'Their version, for If-Match.' } }],
  })
  async read(@By() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(await this.ledger.preferences.of(caller), reply);
  }

  @Put()
  @Describes({
    summary: 'Change what the caller wants to be told',
    says: 'Takes the place of all preferences: what is left out is on, and the digest comes at 07:30. What is switched off is kept in the outbox as `muted`. With `If-Match` only if nobody has changed them since.',
    command: 'register',
    body: { type: PreferencesBody, example: bodyExample },
    answers: [{ says: 'The preferences as they are now.', example, headers: { ETag: 'Their version.' } }],
    problems: ['notice-mandatory', 'precondition-failed'],
  })
  async change(@By() caller: Caller, @Key() key: string, @Conditions() { ifMatch }: Terms, @Body() { notices = {}, digest = { on: true, at: '07:30' } }: PreferencesBody, @Res({ passthrough: true }) reply: FastifyReply) {
    const muted = Object.fromEntries(kinds.map((kind) => [kind, channels.filter((channel) => notices[kind]?.[channel] === false)] as const).filter(([, off]) => off.length > 0));
    const [hours = 0, minutes = 0] = digest.at.split(':').map(Number);
    const result = await this.ledger.preferences.change(caller, key, { muted, digest: { on: digest.on, at: hours * 60 + minutes } }, ifMatchOf(ifMatch));
    if ('keyReused' in result) throw problem('idempotency-key-reused');
    if (!('refused' in result)) return shown(result, reply);
    throw result.refused === 'stale' ? problem('precondition-failed', { details: result.details }) : refused(noticeProblems, result);
  }
}

function shown({ version, muted, digest }: NoticePreferences, reply: FastifyReply) {
  reply.header('etag', etagOf(version));
  const isOn = (kind: NoticeKind) => Object.fromEntries(channels.map((channel) => [channel, !muted[kind]?.includes(channel)]));
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    notices: Object.fromEntries(kinds.map((kind) => [kind, isOn(kind)])),
    digest: { on: digest.on, at: `${two(Math.floor(digest.at / 60))}:${two(digest.at % 60)}` },
    kinds: kinds.map((kind) => ({ kind, label: noticeKinds[kind], mandatory: isWhollyMandatory(kind) ? 'always' : Object.values(tellings).some((one) => one.kind === kind && one.mandatory) ? 'partly' : 'never' })),
    version,
  };
}
