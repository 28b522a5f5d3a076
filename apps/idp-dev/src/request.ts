import type { IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';

/** The body as text; undefined when it is larger than a form or a small JSON object has reason to be. */
export async function smallBody(request: IncomingMessage, most = 4096): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  }
  return size > most ? undefined : Buffer.concat(chunks).toString('utf8');
}

/**
 * A program on this machine asks, and no web page through somebody's browser: the peer is this machine, the name asked
 * for is this machine's (a rebound DNS name is not), and there is no `Origin`.
 */
export function isLocalProgram({ socket, headers }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } }): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return isLoopback(socket.remoteAddress ?? '') && (host === 'localhost' || isLoopback(host)) && headers.origin === undefined;
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return (isIPv4(plain) && plain.startsWith('127.')) || plain === '::1' || plain === '[::1]';
}
