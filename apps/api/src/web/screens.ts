import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where `npm run build` puts the screens; beside the compiled API, or below the checkout where specs run from the sources. */
export const screens = [path.join(__dirname, '../../../../web'), path.join(__dirname, '../../../../dist/web')].find((folder) => existsSync(folder)) ?? path.join(__dirname, '../../../../web');

/** Files named after their content never change; they were compressed once, when they were built. */
export async function serveScreens(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(screens)) return;
  await fastify.register(staticFiles, { root: path.join(screens, 'assets'), prefix: '/assets/', preCompressed: true, immutable: true, maxAge: '365d', wildcard: true, decorateReply: false });
  fastify.get('/mark.svg', (_request, reply) => reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(createReadStream(path.join(screens, 'mark.svg'))));
}
