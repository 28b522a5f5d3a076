import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The trace of a request: its caller's (W3C Trace Context, or X-Request-Id) when that is well-formed, else a new one. */
export function traceIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const [, trace] = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(String(headers['traceparent'] ?? '')) ?? [];
  if (trace && !/^0+$/.test(trace)) return trace;
  const asked = headers['x-request-id'];
  return typeof asked === 'string' && /^[\w.:/+=-]{1,128}$/.test(asked) ? asked : randomBytes(16).toString('hex');
}
