import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Bytes below which packing costs more than it saves. */
const worthIt = 1024;
/** What is written for reading; a stream of events has to arrive line by line, and a document goes out as the bytes it was stored as. */
const readable = /^(?:application\/(?:problem\+)?json|text\/(?:html|csv))\b/;

/**
 * Answers are packed for whoever can unpack them: the definition of a process goes over a village's line in 8 kB instead of 43. No
 * answer holds a secret of the session beside what a stranger may have put into it, so that its length tells nothing (BREACH).
 */
export async function compressAnswers(fastify: FastifyInstance): Promise<void> {
  await fastify.register(compress, { encodings: ['br', 'gzip'], threshold: worthIt, customTypes: readable, brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });
}
