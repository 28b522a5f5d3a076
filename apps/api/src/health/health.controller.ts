import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { Client } from '@temporalio/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiConfig } from '#config';
import { Ledger } from '#ledger';
import { engineHealth } from '#temporal';
import { Public } from '../identity/public.decorator';
import { Describes } from '../openapi/describe';
import { problem } from '../problems/catalogue';
import { apiConfig } from '../tokens';
import { Metrics } from './metrics';

@ApiTags('health')
@Controller('health')
@Public()
@SkipThrottle()
export class HealthController {
  constructor(
    private readonly ledger: Ledger,
    private readonly client: Client,
    @Inject(apiConfig) private readonly config: ApiConfig,
  ) {}

  @Get('live')
  @Describes({ summary: 'Whether the process answers', answers: [{ says: 'It does.', example: { status: 'live' } }], public: true })
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @Describes({ summary: 'Whether everything is there that work needs', says: 'The database answers, the engine answers, and a worker polls.', answers: [{ says: 'Ready.', example: { status: 'ready', database: 'answers', engine: 'polling' } }, { status: 503, says: 'Something is away.', example: { status: 'not-ready', database: 'answers', engine: 'no-worker' } }], public: true })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const [database, engine] = await Promise.all([
      this.ledger.database.inScope([], (tx) => tx.query('select 1')).then(() => 'answers', () => 'away'),
      engineHealth(this.client, this.config.temporal.taskQueue),
    ]);
    const ready = database === 'answers' && engine === 'polling';
    reply.status(ready ? 200 : 503).headers({ 'cache-control': 'no-store', ...(!ready && { 'retry-after': '1' }) });
    return { status: ready ? 'ready' : 'not-ready', database, engine };
  }
}

/** Figures for whoever runs the machine, and for nobody else. */
@ApiExcludeController()
@Controller('metrics')
@Public()
@SkipThrottle()
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // Behind a proxy that is not trusted everybody seems to come from this machine.
    const forwarded = request.headers['x-forwarded-for'] !== undefined || request.headers['forwarded'] !== undefined;
    if (!/^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '') || forwarded) throw problem('not-found');
    await reply.header('content-type', this.metrics.contentType).send(await this.metrics.text());
  }
}
