import { DataSource, type EntityManager } from 'typeorm';
import { entities } from './entities';
import { type Prepared, runPrepared } from './prepared';

export interface DatabaseTerms {
  /** Connections at most; local activities may not have more slots than this. */
  pool?: number;
  applicationName?: string;
}

const wall = { name: 'set-scope', text: `select set_config('selaras.scope', $1, true)` };

/** PostgreSQL as the application sees it: every read and write happens in a transaction that says first how far its actor may see. */
export class Database {
  constructor(readonly dataSource: DataSource) {}

  static async connect(url: string, { pool = 10, applicationName = 'selaras' }: DatabaseTerms = {}): Promise<Database> {
    const dataSource = new DataSource({
      type: 'postgres',
      url,
      entities,
      synchronize: false,
      installExtensions: false,
      applicationName,
      poolSize: pool,
      connectTimeoutMS: 5_000,
      // Whoever waits longer gets an error, and the same key settles what became of the command.
      extra: { statement_timeout: 2_000, lock_timeout: 1_500, idle_in_transaction_session_timeout: 5_000 },
    });
    await dataSource.initialize();
    return new Database(dataSource);
  }

  /** A transaction under row security: `scopes` are exact region and province codes, or `['*']`. An empty list sees nothing. */
  inScope<T>(scopes: readonly string[], work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      await runPrepared(tx, wall, [scopes.join(',')]);
      return work(tx);
    });
  }

  /** One statement by itself, which sees nothing that lies behind a wall: for what is the same to everybody. */
  async outsideWalls<Row>(statement: Prepared, values: unknown[]): Promise<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await runPrepared<Row>(runner.manager, statement, values);
    } finally {
      await runner.release();
    }
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
