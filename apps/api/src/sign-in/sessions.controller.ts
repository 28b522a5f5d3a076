import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '#ledger';
import { By } from '../door/request';
import { Describes } from '../openapi/describe';
import { problem, refused } from '../problems/catalogue';
import { refusalProblems } from '../problems/refusal-problems';
import { HttpSessions } from './http-sessions';

/** The administrator of the nation sees who is signed in with a browser, and can end it. */
@ApiTags('sign-in')
@Controller('v1/sessions')
export class SessionsController {
  constructor(private readonly sessions: HttpSessions) {}

  @Get()
  @Describes({
    summary: 'Who is signed in with a browser',
    answers: [{ says: 'Sessions, youngest first, at most 500.', example: { items: [{ id: '9f2c…', person: 'p_drafter-1705', name: 'Ayu Lestari (contoh)', since: '2026-11-24T03:12:00.000Z', expiresAt: '2026-11-24T04:12:00Z', agent: 'Mozilla/5.0 …' }], nextCursor: null } }],
    problems: ['not-your-role'],
  })
  async list(@By() caller: Caller) {
    mustAdminister(caller);
    return { items: await this.sessions.all(), nextCursor: null };
  }

  @Delete(':id')
  @HttpCode(204)
  @Describes({ summary: 'End a session', says: 'The browser has to sign in again with its next request; what was recorded stays.', answers: [{ status: 204, says: 'Ended.' }], problems: ['not-found', 'not-your-role'] })
  async end(@By() caller: Caller, @Param('id') id: string): Promise<void> {
    mustAdminister(caller);
    if (!(await this.sessions.end(id))) throw problem('not-found');
  }
}

function mustAdminister({ offices }: Caller): void {
  if (!offices.some(({ role, scope }) => role === 'administrator' && scope === '')) throw refused(refusalProblems, { refused: 'not-your-role', details: ['administrator'] });
}
