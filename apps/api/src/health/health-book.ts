import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Client } from '@temporalio/client';
import type { ApiConfig } from '#config';
import type { DocumentStore } from '#documents';
import { isoInstant } from '#process';
import { type DriftStatus, Ledger } from '#ledger';
import { engineHealth } from '#temporal';
import { apiConfig, documentStore } from '../tokens';
import { databaseFinding, documentsFinding, engineFinding, mailFinding, recordFinding, workerFinding } from './findings';
import { type Finding, type Part, partLabels, type PartName, parts } from './part';

const every = 15_000;
const patience = 2_000;
const unseen = { waiting: 0, failing: 0 };

/** How each part of the installation is, and since when: looked at now and then, so that a trouble has a beginning when somebody asks. */
@Injectable()
export class HealthBook implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly known = new Map<PartName, { status: Finding['status']; since: string }>();
  /** From the real clock to the one of the house; the last that was read while the database is away. */
  private offset = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly ledger: Ledger,
    private readonly client: Client,
    @Inject(documentStore) private readonly documents: DocumentStore,
    @Inject(apiConfig) private readonly config: ApiConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.parts().catch(() => undefined), every).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** `drift`: where it has been read already. */
  async parts(drift?: DriftStatus): Promise<Part[]> {
    const [database, engine, reached] = await Promise.all([this.database(), engineHealth(this.client, this.config.temporal.taskQueue, patience), this.reached()]);
    const found: Record<PartName, Finding> = {
      database: databaseFinding(database),
      engine: engineFinding(engine),
      worker: workerFinding(engine),
      documents: documentsFinding(reached),
      ...(await this.written(engine, drift)),
    };
    return parts.map((part) => this.entered(part, found[part]));
  }

  now(): string {
    return isoInstant(Date.now() + this.offset);
  }

  /** What the record itself tells; nothing new while the database is away. */
  private async written(engine: Awaited<ReturnType<typeof engineHealth>>, drift?: DriftStatus): Promise<Record<'mail' | 'record', Finding>> {
    try {
      const [faults, mail, differs] = await Promise.all([this.ledger.faults.ofInstallation(), this.ledger.notices.waitingMail(), drift ?? this.ledger.drift.status([])]);
      return { mail: mailFinding(engine, faults, mail), record: this.onHouseTime(recordFinding(differs, Date.now())) };
    } catch {
      return { mail: mailFinding(engine, [], unseen), record: databaseFinding('away') };
    }
  }

  /** Drift is timed by the real clock; whoever reads compares with the house's. */
  private onHouseTime(finding: Finding): Finding {
    return finding.since === undefined ? finding : { ...finding, since: isoInstant(Date.parse(finding.since) + this.offset) };
  }

  private entered(part: PartName, { status, sentence, since }: Finding): Part {
    const before = this.known.get(part);
    const entry = before?.status === status ? before : { status, since: this.now() };
    this.known.set(part, entry);
    return { part, label: partLabels[part], status, since: since ?? entry.since, sentence };
  }

  private async database(): Promise<'answers' | 'reads-only' | 'away'> {
    try {
      const { offset } = await this.ledger.clock.now();
      this.offset = offset;
      const [row] = await this.ledger.database.inScope([], (tx) => tx.query<{ readOnly: boolean }[]>(`select pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as "readOnly"`));
      return row!.readOnly ? 'reads-only' : 'answers';
    } catch {
      return 'away';
    }
  }

  /** A disk that hangs counts as away. */
  private reached(): Promise<boolean> {
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(false), patience);
      this.documents.reach().then(() => resolve(true), () => resolve(false)).finally(() => clearTimeout(late));
    });
  }
}
