import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { ApiConfig } from '#config';
import { personas } from '#identity';
import { Ledger } from '#ledger';
import { Public } from '../identity/public.decorator';
import { Describes } from '../openapi/describe';
import { problem } from '../problems/catalogue';
import { apiConfig } from '../tokens';
import { DemoClock } from './demo-clock';

class TokenBody extends createZodDto(z.object({ persona: z.string().min(1).max(80), authAgeSeconds: z.number().int().min(0).max(86_400).optional() })) {}
class ClockBody extends createZodDto(
  z.object({ advanceDays: z.number().int().min(0).max(3650).optional(), advanceWorkingDays: z.number().int().min(0).max(2500).optional(), to: z.string().max(40).optional() })
    .refine((body) => Object.values(body).filter((value) => value !== undefined).length === 1, { message: 'advanceDays | advanceWorkingDays | to' }),
) {}
const clockExample = { now: '2026-11-25T03:12:00.000Z', offset: 86_400_000, ticked: 3 };
const patience = 5_000;

/** Training and demo only: where SELARAS_DEMO is off, none of this exists. */
@ApiTags('demo')
@Controller('v1/demo')
@Public()
export class DemoController {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: DemoClock,
    @Inject(apiConfig) private readonly config: ApiConfig,
  ) {}

  @Get('personas')
  @Describes({ summary: 'Everybody the demo can sign in as', answers: [{ says: 'Personas with their offices.', example: { items: [{ persona: 'drafter-1705', name: 'Ayu Lestari (contoh)', role: 'regency-drafter', scope: '1705', office: { id: 'Penyusun, Kabupaten Seluma', en: 'Drafter, Kabupaten Seluma' } }], nextCursor: null } }], public: true })
  async personas() {
    const regions = (await this.ledger.registers.rules.regions()).filter(({ code }) => code.length === 4).map(({ code, name }) => ({ bps: code, name }));
    return { items: personas(regions).map(({ persona, name, role, scope, office }) => ({ persona, name, role, scope, office })), nextCursor: null };
  }

  @Post('token')
  @HttpCode(200)
  @Describes({
    summary: "A persona's token",
    says: '`authAgeSeconds`: how long ago the sign-in it claims was.',
    body: { type: TokenBody, example: { persona: 'drafter-1705' } },
    answers: [{ says: 'An access token.', example: { access_token: 'eyJhbGciOi…', token_type: 'Bearer', expires_in: 3600 } }],
    problems: ['unknown-persona', 'keys-away'],
    public: true,
  })
  async token(@Body() { persona, authAgeSeconds = 0 }: TokenBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ persona, authAgeSeconds }), signal: AbortSignal.timeout(patience) };
    const answer = await fetch(`${this.config.oidc.issuer.replace(/\/$/, '')}/token/persona`, asked).catch(() => undefined);
    if (answer?.status === 404) throw problem('unknown-persona', { details: [persona] });
    if (!answer?.ok) throw problem('keys-away', { headers: { 'retry-after': '2' } });
    reply.header('cache-control', 'no-store');
    return answer.json();
  }

  @Get('clock')
  @Describes({ summary: 'The simulated clock', answers: [{ says: 'Now, and how far it lies from real time (milliseconds).', example: { ...clockExample, ticked: 0 } }], public: true })
  now() {
    return this.clock.now();
  }

  @Post('clock')
  @HttpCode(200)
  @Describes({
    summary: 'Move the simulated clock forwards, alarm by alarm',
    says: 'By exactly one of `advanceDays`, `advanceWorkingDays`, `to`.',
    body: { type: ClockBody, example: { advanceWorkingDays: 3 } },
    answers: [{ says: 'The clock after everything on the way has happened.', example: clockExample }],
    problems: ['clock-moves-forwards-only'],
    public: true,
  })
  move(@Body() body: ClockBody) {
    return this.clock.move(body);
  }
}
