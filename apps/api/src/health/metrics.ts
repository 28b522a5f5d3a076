import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type DriftStatus, Ledger } from '#ledger';
import { HealthBook } from './health-book';

/** What Prometheus asks for: requests by route and status, how much waits for the engine, what differs from the record, and which part is in trouble. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({ name: 'selaras_http_request_seconds', help: 'Duration of requests', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10], registers: [this.registry] });
  private readonly waiting = new Gauge({ name: 'selaras_agenda_waiting', help: 'Requests to workflows that nobody has served', registers: [this.registry] });
  private readonly oldest = new Gauge({ name: 'selaras_agenda_oldest_seconds', help: 'Age of the oldest such request', registers: [this.registry] });

  private readonly drift = this.gauge('selaras_drift', 'What differs from the record now, by kind', ['kind']);
  private readonly reconciled = this.gauge('selaras_reconciler_age_seconds', 'Since the reconciler ran last');
  private readonly looked = this.gauge('selaras_drift_oldest_look_seconds', 'Since the record was compared that was compared longest ago');
  private readonly mended = this.gauge('selaras_drift_mended', 'What the reconciler has put right since the installation began', ['what']);
  private readonly parts = this.gauge('selaras_part_in_trouble', 'Whether a part of the installation is in trouble (1) or well (0)', ['part']);

  constructor(
    private readonly ledger: Ledger,
    private readonly health: HealthBook,
  ) {
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

  private gauge<T extends string>(name: string, help: string, labelNames: T[] = []): Gauge<T> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }

  async text(): Promise<string> {
    const [agenda, drift, parts] = await Promise.all([this.ledger.agenda.waiting().catch(() => undefined), this.ledger.drift.status([]).catch(() => undefined), this.health.parts()]);
    if (agenda) {
      this.waiting.set(agenda.count);
      this.oldest.set(agenda.oldestSeconds);
    }
    if (drift) this.differs(drift);
    for (const { part, status } of parts) this.parts.set({ part }, status === 'ok' ? 0 : 1);
    return this.registry.metrics();
  }

  private differs({ counts, ranAt, oldestLookSeconds, totals }: DriftStatus): void {
    for (const [kind, count] of Object.entries(counts)) this.drift.set({ kind }, count);
    if (ranAt !== null) this.reconciled.set(Math.max(0, (Date.now() - Date.parse(ranAt)) / 1_000));
    if (oldestLookSeconds !== null) this.looked.set(oldestLookSeconds);
    this.mended.set({ what: 'refolded' }, totals.refolded);
    this.mended.set({ what: 'workflows-made' }, totals.workflowsMade);
    this.mended.set({ what: 'workflows-ended' }, totals.workflowsEnded);
  }
}
