import { PassThrough } from 'node:stream';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Caller, type Change, Ledger } from '#ledger';
import { By, type DoorRequest } from '../door/request';
import { Callers } from '../identity/callers';
import { Describes } from '../openapi/describe';
import { problem } from '../problems/catalogue';
import { Problem } from '../problems/problem';
import { LiveChanges } from './live-changes';

/** Milliseconds between two signs of life; with each it is asked whether the session still stands. */
const heartbeat = 15_000;
/** Bytes a reader may be behind before the line is given up. */
const mostBehind = 64_000;

/** Server-sent events (HTML Living Standard, section 9.2). */
@ApiTags('live')
@Controller('v1/stream')
export class StreamController {
  constructor(
    private readonly live: LiveChanges,
    private readonly callers: Callers,
    private readonly ledger: Ledger,
  ) {}

  @Get()
  @Describes({
    summary: 'What changes, as it changes',
    says: 'Server-sent events: `ready` at first, then `changed` with the kind, id and seq of whatever the caller may see and that has moved; read it anew to see what happened. After `resync` everything has to be read anew. `Last-Event-ID` brings what was missed within five minutes. The stream ends with the session (`ended`), and a person may hold eight at once.',
    answers: [{ says: 'A stream that stays open.', media: ['text/event-stream'], example: 'id: 2026-11-24T03:12:00.000000Z\nevent: changed\ndata: {"kind":"case","id":"rpik-1705-2027","seq":14}\n\n' }],
    problems: ['not-acceptable'],
  })
  async listen(@By() caller: Caller, @Req() request: DoorRequest, @Res() reply: FastifyReply): Promise<void> {
    const { accept = '', 'last-event-id': lastId } = request.headers;
    if (!/text\/event-stream/.test(accept)) throw problem('not-acceptable', { details: ['text/event-stream'] });
    if (!this.live.hasRoomFor(caller.person)) throw problem('too-many-requests', { headers: { 'retry-after': '60' } });

    const line = new PassThrough();
    const say = (event: string, data: object, id?: string) => {
      if (line.writableLength > mostBehind) return void line.destroy();
      line.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    const changed = ({ kind, id: subject, seq }: Change, id: string) => say('changed', { kind, id: subject, seq }, id);
    const listener = { person: caller.person, scopes: caller.scopes as readonly string[], changed, end: () => line.end() };
    const leave = this.live.join(listener);
    const beat = setInterval(() => void this.stillThere(request).then((found) => {
      if (found === 'ended') {
        say('ended', {});
        line.end();
      } else {
        if (found !== 'unknown') listener.scopes = found.scopes;
        line.write(': alive\n\n');
      }
    }), heartbeat);
    reply.raw.once('close', () => line.destroy());
    line.once('close', () => {
      leave();
      clearInterval(beat);
    });

    const missed = typeof lastId === 'string' ? await this.live.missed(caller.scopes, lastId) : undefined;
    say('ready', {}, missed?.now ?? (await this.ledger.registers.changes.now()));
    if (typeof lastId === 'string' && !missed) say('resync', {});
    for (const change of missed?.changes ?? []) changed(change, missed!.now);
    void reply.headers({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }).send(line);
  }

  /** Listening does not keep a session alive. What cannot be found out just now ends nothing. */
  private async stillThere(request: DoorRequest): Promise<Caller | 'ended' | 'unknown'> {
    const found = await this.callers.of(request, { touch: false }).catch(() => undefined);
    if (found === undefined) return 'unknown';
    if (!(found instanceof Problem)) return found;
    return found.meaning.status < 500 ? 'ended' : 'unknown';
  }
}
