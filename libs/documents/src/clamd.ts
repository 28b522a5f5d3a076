import { connect } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { FileReadFailed } from './reading';

export interface ClamdAddress {
  host: string;
  port: number;
  /** Milliseconds of silence after which the scanner counts as away; 30,000 when absent. */
  patienceMs?: number;
}

/** A scanner is configured and gives no verdict. Try again later: unscanned bytes never count. */
export class ScannerAway extends Error {
  override readonly name = 'ScannerAway';
  readonly code = 'scanner-away';
}

/** clamd's INSTREAM (clamd(8)): parts with a 4-byte big-endian length, closed by a zero length. Answers the virus's name, or undefined. */
export async function scanWithClamd(content: Readable, { host, port, patienceMs = 30_000 }: ClamdAddress): Promise<string | undefined> {
  const socket = connect({ host, port });
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('no answer in time')));
  let answer = '';
  try {
    await Promise.all([
      pipeline(Readable.from(framed(content)), socket, { end: false }),
      (async () => { for await (const part of socket) { answer += String(part); if (answer.includes('\0')) break; } })(),
    ]).catch((cause) => { if (!answer.includes('\0')) throw cause; });
  } catch (cause) {
    if (cause instanceof FileReadFailed) throw cause;
    throw new ScannerAway(`the virus scanner at ${host}:${port} cannot be asked`, { cause });
  } finally { socket.destroy(); content.destroy(); }
  const verdict = answer.replace(/\0.*$/s, '').replace(/^stream:\s*/, '').trim();
  if (verdict === 'OK') return undefined;
  const found = /^(.+) FOUND$/.exec(verdict)?.[1];
  if (found === undefined) throw new ScannerAway(`the virus scanner gave no verdict: ${verdict || 'silence'}`);
  return found;
}

async function* framed(content: Readable): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const part of content as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    yield Buffer.concat([length, part]);
  }
  yield Buffer.alloc(4);
}
