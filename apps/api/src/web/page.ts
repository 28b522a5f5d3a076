import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { screens } from './screens';

/** Somebody followed a link or typed an address: they can read a page, and no JSON. */
export function isOpenedByHand({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  return method === 'GET' && (headers['sec-fetch-mode'] === 'navigate' || /text\/html/.test(headers.accept ?? ''));
}

const file = path.join(screens, 'index.html');

/** The page with what went wrong in it, for the screens to say. @returns whether there is a page at all */
export function answerPage(reply: FastifyReply, problem: Record<string, unknown>): boolean {
  if (!existsSync(file)) return false;
  const meta = `<meta name="selaras-problem" content="${escaped(JSON.stringify(problem))}">`;
  const page = readFileSync(file, 'utf8').replace('<head>', () => `<head>${meta}`);
  reply.headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  reply.status(Number(problem['status'])).send(page);
  return true;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
