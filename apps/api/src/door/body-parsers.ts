import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '../problems/catalogue';
import { text } from '../problems/problem';
import { levelsOf, mostLevels, unstorableTexts } from './json-text';

/** What a route takes besides nothing; JSON where it does not say. */
export type Takes = 'document' | 'csv' | 'json-or-csv';

export const mostJsonBytes = 1024 * 1024;
const mostCsvBytes = 5 * 1024 * 1024;

type Done = (error: Error | null, body?: unknown) => void;

const takes = (request: FastifyRequest): Takes | undefined => (request.routeOptions.config as { takes?: Takes } | undefined)?.takes;
const wanted = (request: FastifyRequest) => problem('unsupported-media-type', { details: { document: ['application/pdf', 'application/vnd.openxmlformats-officedocument.…', 'image/…'], csv: ['text/csv'], 'json-or-csv': ['application/json', 'text/csv'], json: ['application/json'] }[takes(request) ?? 'json'] });

/** Each route gets the one kind of body it takes; a document stays an unread stream, so that memory stays flat. */
export function registerParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(/^application\/([a-z0-9.+-]+\+)?json/i, { parseAs: 'string', bodyLimit: mostJsonBytes }, (request: FastifyRequest, body: string, done: Done) => {
    if (!['json-or-csv', undefined].includes(takes(request))) return done(wanted(request));
    if (body.trim() === '') return done(null, undefined);
    if (levelsOf(body) > mostLevels) return done(problem('too-deep', { details: [String(mostLevels)] }));
    void fastify.getDefaultJsonParser('error', 'error')(request, body, (failure: Error | null, value?: unknown) => done(failure ? problem('malformed-json') : unreadable(value), value));
  });
  fastify.addContentTypeParser(/^text\/csv/i, { parseAs: 'buffer', bodyLimit: mostCsvBytes }, (request: FastifyRequest, body: Buffer, done: Done) => {
    if (!['csv', 'json-or-csv'].includes(takes(request) ?? 'json')) return done(wanted(request));
    try {
      done(null, new TextDecoder('utf-8', { fatal: true }).decode(body));
    } catch {
      done(problem('validation-failed', { errors: [{ pointer: '', message: text('Berkas CSV harus berupa teks UTF-8.', 'The CSV has to be UTF-8 text.') }] }));
    }
  });
  fastify.addContentTypeParser('application/x-www-form-urlencoded', (request: FastifyRequest, _payload: unknown, done: Done) => done(wanted(request)));
  fastify.addContentTypeParser('*', (request: FastifyRequest, _payload: unknown, done: Done) => (takes(request) === 'document' ? done(null) : done(wanted(request))));
}

function unreadable(value: unknown): Error | null {
  const pointers = unstorableTexts(value);
  if (pointers.length === 0) return null;
  const message = text('Teks memuat karakter yang tidak dapat disimpan.', 'The text holds characters that cannot be kept.');
  return problem('validation-failed', { errors: pointers.slice(0, 20).map((pointer) => ({ pointer, message })) });
}
