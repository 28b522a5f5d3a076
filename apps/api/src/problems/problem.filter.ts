import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ScannerAway, StoreAway } from '#documents';
import { KeysAway } from '#identity';
import { MalformedCursor } from '#ledger';
import { problem } from './catalogue';
import type { DoorCode } from './door-problems';
import { answerPage, isOpenedByHand } from '../web/page';
import { languageOf } from './language';
import { Problem } from './problem';

const soon = { headers: { 'retry-after': '2' } };

/** States of PostgreSQL in which it is not certain what became of a command: connection lost, shutting down, out of connections, timed out. */
const away = /^(08...|57P0.|53...|57014|55P03|25P0[34]|40001|40P01)$/;
const cut = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
const byStatus: Record<number, DoorCode> = {
  400: 'malformed-request', 404: 'not-found', 405: 'method-not-allowed', 406: 'not-acceptable', 408: 'upload-stalled', 413: 'payload-too-large', 414: 'malformed-request', 415: 'unsupported-media-type', 429: 'too-many-requests',
};

/** Whatever was thrown, as a problem with a code. */
export function problemOf(failure: unknown): Problem {
  if (failure instanceof Problem) return failure;
  if (failure instanceof ThrottlerException) return problem('too-many-requests');
  if (failure instanceof HttpException) return problem(byStatus[failure.getStatus()] ?? 'internal-error');
  if (failure instanceof MalformedCursor) return problem('cursor-malformed');
  if (failure instanceof StoreAway) return problem('store-away', soon);
  if (failure instanceof ScannerAway) return problem('scanner-away', soon);
  if (failure instanceof KeysAway) return problem('keys-away', soon);
  if (isDatabaseAway(failure)) return problem('database-away', soon);
  const status = (failure as { statusCode?: unknown } | undefined)?.statusCode;
  return problem(typeof status === 'number' ? (byStatus[status] ?? 'internal-error') : 'internal-error');
}

function isDatabaseAway(failure: unknown): boolean {
  const { driverError, code, message } = (failure ?? {}) as { driverError?: { code?: string; message?: string }; code?: string; message?: string };
  const state = driverError?.code ?? code ?? '';
  if (away.test(state) || cut.has(state)) return true;
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end/.test(driverError?.message ?? message ?? '');
}

/** The body of RFC 9457 in the language of the request. */
export function problemBody({ code, meaning, terms }: Problem, acceptLanguage: string | undefined, traceId: string): Record<string, unknown> {
  const language = languageOf(acceptLanguage);
  return {
    type: `urn:selaras:problem:${code}`,
    title: meaning.title[language],
    status: meaning.status,
    detail: meaning.detail(terms.details ?? [])[language],
    code,
    ...(terms.details && terms.details.length > 0 && { details: terms.details }),
    ...(terms.errors && { errors: terms.errors.map(({ message, ...place }) => ({ ...place, message: message[language] })) }),
    traceId,
  };
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(failure: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const found = problemOf(failure);
    const { status } = found.meaning;
    const what = `${request.id} ${request.method} ${request.routeOptions?.url ?? '?'}: ${found.code}`;
    if (status >= 500) this.log.error(`${what} ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}`);
    // The number on the page leads here. Those without a session or with too many requests would only fill the log.
    else if (status !== 401 && status !== 429) this.log.log(what);
    // A caller who has gone away, or who already has half an answer, can be told nothing.
    if (reply.sent || reply.raw.headersSent || reply.raw.destroyed) return;
    const language = request.headers['accept-language'];
    if (isOpenedByHand(request) && answerPage(reply, problemBody(found, language, String(request.id)))) return;
    answerProblem(reply, found, language, String(request.id));
  }
}

export function answerProblem(reply: FastifyReply, found: Problem, acceptLanguage: string | undefined, traceId: string): void {
  const { status } = found.meaning;
  reply.headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': languageOf(acceptLanguage),
    'cache-control': 'no-store',
    vary: 'Accept-Language',
    'x-request-id': traceId,
    ...(status === 401 && { 'www-authenticate': challenge(found.code) }),
    ...found.terms.headers,
  });
  reply.status(status).send(JSON.stringify(problemBody(found, acceptLanguage, traceId)));
}

/** RFC 6750 section 3.1; RFC 9470 for a sign-in that is too old. */
function challenge(code: string): string {
  if (code === 'token-missing') return 'Bearer realm="selaras"';
  if (code === 'fresh-sign-in-required') return 'Bearer realm="selaras", error="insufficient_user_authentication", max_age="300"';
  return `Bearer realm="selaras", error="invalid_token", error_description="${code}"`;
}
