import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { problem } from '../problems/catalogue';

/** Milliseconds without a byte after which an upload counts as stalled, and what is left to it when the house closes. */
const silence = 30_000;
const grace = 5_000;

/** Uploads under way. Each has a deadline that its bytes keep moving, so that none holds a socket or a shutdown for ever. */
@Injectable()
export class Uploads implements BeforeApplicationShutdown {
  private readonly underWay = new Set<AbortController>();

  async receive<T>(source: IncomingMessage, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const control = new AbortController();
    const stalled = setTimeout(() => control.abort(problem('upload-stalled', { headers: { connection: 'close' } })), silence);
    const moved = () => stalled.refresh();
    const broken = () => control.abort(problem('upload-broken'));
    source.on('data', moved).pause();
    source.once('aborted', broken);
    this.underWay.add(control);
    try {
      return await work(control.signal);
    } finally {
      clearTimeout(stalled);
      source.off('data', moved).off('aborted', broken);
      this.underWay.delete(control);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const end = Date.now() + grace; this.underWay.size > 0 && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 100));
    for (const control of this.underWay) control.abort(problem('upload-stalled', { headers: { connection: 'close' } }));
  }
}
