import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { ApiConfig } from '#config';
import { TokenVerifier } from '#identity';
import { Ledger } from '#ledger';
import { Public } from '../identity/public.decorator';
import { Describes } from '../openapi/describe';
import { problem, refused } from '../problems/catalogue';
import { tokenProblems } from '../problems/record-problems';
import { apiConfig } from '../tokens';
import { HttpSessions } from './http-sessions';
import { OpenId } from './open-id';
import { giveSession, isFromOwnPages, sessionKeyOf, takeSession } from './session-cookie';

class SignInQuery extends createZodDto(z.object({ returnTo: z.string().max(2000).default('/'), fresh: z.enum(['1']).optional(), persona: z.string().max(80).optional(), lang: z.enum(['id', 'en']).optional() })) {}
class SignOutBody extends createZodDto(z.object({ everywhere: z.boolean().default(false) })) {}

/** Browsers sign in here: the tokens stay on this side, and the browser gets one cookie. */
@ApiTags('sign-in')
@Controller('auth')
@Public()
export class SignInController {
  constructor(
    private readonly openId: OpenId,
    private readonly sessions: HttpSessions,
    private readonly tokens: TokenVerifier,
    private readonly ledger: Ledger,
    @Inject(apiConfig) private readonly config: ApiConfig,
  ) {}

  @Get('sign-in')
  @Describes({
    summary: 'Begin to sign in with a browser',
    says: 'Redirects to the OpenID provider. `returnTo`: a path of this house to come back to; `fresh=1` asks for the credentials again, as signing off needs; `persona` chooses one in the demo.',
    answers: [{ status: 302, says: "To the provider's page." }],
    problems: ['validation-failed', 'keys-away'],
    public: true,
  })
  async begin(@Query() { returnTo, fresh, persona, lang }: SignInQuery, @Res() reply: FastifyReply): Promise<void> {
    const hint = this.config.demo ? persona : undefined;
    const { location, pending } = await this.openId.begin(ownPath(returnTo, this.config.http.publicUrl), { fresh: fresh !== undefined || hint !== undefined, ...(hint && { hint }), ...(lang && { language: lang }) });
    giveSession(reply, await this.sessions.open(pending));
    await reply.header('cache-control', 'no-store').redirect(location, 302);
  }

  @Get('callback')
  @Describes({ summary: 'Where the OpenID provider sends the browser back to', answers: [{ status: 302, says: 'To the page the visitor came from, signed in; to the start page when the sign-in was called off or is too old.' }], problems: ['keys-away'], public: true })
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    reply.header('cache-control', 'no-store');
    const key = sessionKeyOf(request);
    const pending = key && (await this.sessions.takePending(key));
    const got = pending && (await this.openId.finish(new URL(request.url, this.config.http.publicUrl), pending));
    if (!pending || !got) {
      takeSession(reply);
      return void (await reply.redirect('/?masuk=gagal', 302));
    }
    const identity = await this.tokens.verify(got.accessToken);
    if ('refused' in identity) throw refused(tokenProblems, identity);
    const caller = await this.ledger.register.callerOf(identity.subject);
    const person = 'refused' in caller ? null : caller.person;
    const { subject, authTime } = identity;
    const agent = (request.headers['user-agent'] ?? '').slice(0, 200);
    giveSession(reply, await this.sessions.open({ kind: 'signed-in', subject, ...(authTime !== undefined && { authTime }), ...(got.idToken && { idToken: got.idToken }), since: new Date().toISOString(), agent }, person));
    await reply.redirect(pending.returnTo, 302);
  }

  @Post('sign-out')
  @HttpCode(200)
  @Describes({
    summary: 'End the session of this browser',
    says: '`everywhere`: also those of the same person in other browsers. The answer names where the provider ends its own session.',
    body: { type: SignOutBody, example: { everywhere: false } },
    answers: [{ says: 'Ended.', example: { location: 'https://login.example.go.id/session/end?…' } }],
    problems: ['cross-site-request'],
    public: true,
  })
  async signOut(@Req() request: FastifyRequest, @Body() { everywhere }: SignOutBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ location: string }> {
    if (!isFromOwnPages(request, this.config.http.publicUrl)) throw problem('cross-site-request');
    const key = sessionKeyOf(request);
    const session = key && (await this.sessions.signedIn(key));
    if (key) await this.sessions.close(key);
    if (session && everywhere) await this.sessions.closeAllOf(session.subject);
    takeSession(reply);
    return { location: session ? await this.openId.farewell(session.idToken) : `${this.config.http.publicUrl}/` };
  }
}

/** A path of this house, and never an address elsewhere (`//evil`, `/\evil`, `https:…`). */
export function ownPath(asked: string, publicUrl: string): string {
  try {
    const url = new URL(asked, publicUrl);
    const isOwn = asked.startsWith('/') && url.origin === new URL(publicUrl).origin && !url.pathname.startsWith('//');
    return isOwn ? `${url.pathname}${url.search}${url.hash}` : '/';
  } catch {
    return '/';
  }
}
