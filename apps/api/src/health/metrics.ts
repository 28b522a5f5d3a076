import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Ledger } from '#ledger';

/** What Prometheus asks for: requests by route and status, and how much waits for the engine. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({ name: 'selaras_http_request_seconds', help: 'Duration of requests', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10], registers: [this.registry] });
  private readonly waiting = new Gauge({ name: 'selaras_agenda_waiting', help: 'Requests to workflows that nobody has served', registers: [this.registry] });
  private readonly oldest = new Gauge({ name: 'selaras_agenda_oldest_seconds', help: 'Age of the oldest such request', registers: [this.registry] });

  constructor(private readonly ledger: Ledger) {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      // A stream lasts as long as somebody listens.
      if (request.routeOptions.url === '/v1/stream') return done();
      this.requests.observe({ method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode }, reply.elapsedTime / 1_000);
      done();
    });
  }

  async text(): Promise<string> {
    const agenda = await this.ledger.agenda.waiting().catch(() => undefined);
    if (agenda) {
      this.waiting.set(agenda.count);
      this.oldest.set(agenda.oldestSeconds);
    }
    return this.registry.metrics();
  }
}
