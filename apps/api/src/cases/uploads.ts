import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import { problem } from '../problems/catalogue';

/** Milliseconds without a byte after which an upload counts as stalled, and what is left to all of them when the house closes. */
const silence = 30_000;
const grace = 5_000;

/** Milliseconds for which bytes that nobody wants any more are still taken. */
const linger = 10_000;

/**
 * Lets go what is still on its way. The line stays open for a while: cut at once, it would take the answer along before the sender
 * has read why (RFC 9112 section 9.6).
 */
export function letGo(request: IncomingMessage): void {
  const cut = setTimeout(() => request.destroy(), linger).unref();
  request.once('close', () => clearTimeout(cut)).resume();
}

const stalled = () => problem('upload-stalled', { headers: { connection: 'close' } });

/** Uploads under way. Each has a deadline that its bytes keep moving, so that none holds a socket or a shutdown for ever. */
@Injectable()
export class Uploads implements BeforeApplicationShutdown {
  private readonly underWay = new Set<AbortController>();

  async receive<T>(request: IncomingMessage, work: (bytes: Readable, signal: AbortSignal) => Promise<T>): Promise<T> {
    const control = new AbortController();
    const alarm = setTimeout(() => control.abort(stalled()), silence);
    const moved = () => void alarm.refresh();
    const ended = () => { if (!request.complete) control.abort(problem('upload-broken')); };
    // A stream in between: when it is destroyed the socket lives on, and the sender hears why.
    const bytes = new PassThrough().on('data', moved).pause();
    request.once('close', ended).pipe(bytes);
    this.underWay.add(control);
    try {
      return await work(bytes, control.signal);
    } finally {
      clearTimeout(alarm);
      request.off('close', ended).unpipe(bytes);
      bytes.destroy();
      this.underWay.delete(control);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const end = Date.now() + grace; this.underWay.size > 0 && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 100));
    for (const control of this.underWay) control.abort(stalled());
  }
}
