import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** What one piece of work cost PostgreSQL, as PostgreSQL itself counted it for the sessions of one program. */
export interface Cost {
  /** In the order they came, BEGIN and COMMIT included. */
  statements: string[];
  walSyncs: number;
  walBytes: number;
}

/** Longer than PostgreSQL keeps the figures of a session to itself (a second) before it tells them. */
const figuresAreOld = 1_200;
/** The log is written by another process. */
const logPatience = 10_000;

/** Counts by the server's own log (`log_statement`) and by its own figures per session (`pg_stat_get_backend_io`, PostgreSQL 18). */
export class Counter {
  private constructor(
    private readonly owner: Client,
    private readonly log: string,
    private readonly program: string,
  ) {}

  /** `ownerUrl`: a superuser's, since logging is a setting of the server. `log`: the file the server writes to. `program`: its application_name. */
  static async open(ownerUrl: string, log: string, program = 'selaras-api'): Promise<Counter> {
    const owner = new Client({ connectionString: ownerUrl, application_name: 'selaras-counter' });
    await owner.connect();
    await owner.query(`alter system set log_line_prefix = '[%a] '`);
    await owner.query(`alter system set log_statement = 'all'`);
    const counter = new Counter(owner, log, program);
    await counter.reload();
    return counter;
  }

  /** `touch` sends one statement on the session that did the work, so that it tells its figures; what it costs is not counted. */
  async costOf(work: () => Promise<unknown>, touch: () => Promise<unknown>): Promise<Cost> {
    await this.told(touch);
    const [before, from] = [await this.wal(), fs.statSync(this.log).size];
    await work();
    const statements = await this.statementsSince(from);
    await this.told(touch);
    const after = await this.wal();
    return { statements, walSyncs: after.syncs - before.syncs, walBytes: after.bytes - before.bytes };
  }

  async close(): Promise<void> {
    await this.owner.query('alter system reset log_statement');
    await this.owner.query('alter system reset log_line_prefix');
    await this.reload();
    await this.owner.end();
  }

  private async reload(): Promise<void> {
    await this.owner.query('select pg_reload_conf()');
    await pause(300);
  }

  private async told(touch: () => Promise<unknown>): Promise<void> {
    await pause(figuresAreOld);
    await touch();
    await pause(100);
  }

  private async wal(): Promise<{ syncs: number; bytes: number }> {
    const { rows } = await this.owner.query<{ syncs: string; bytes: string }>(
      `select coalesce(sum(io.fsyncs), 0) as syncs, coalesce(sum(wal.wal_bytes), 0) as bytes
         from (select pid from pg_stat_activity where application_name = $1) session
         cross join lateral (select sum(fsyncs) as fsyncs from pg_stat_get_backend_io(session.pid) where object = 'wal') io
         cross join lateral pg_stat_get_backend_wal(session.pid) wal`,
      [this.program],
    );
    return { syncs: Number(rows[0]!.syncs), bytes: Number(rows[0]!.bytes) };
  }

  /** The statement of our own that follows tells that everything before it is in the file. */
  private async statementsSince(from: number): Promise<string[]> {
    const mark = `counted ${process.hrtime.bigint()}`;
    await this.owner.query(`select '${mark}'`);
    for (const until = Date.now() + logPatience; ; await pause(20)) {
      const written = tail(this.log, from);
      if (written.includes(mark)) return this.statementsIn(written);
      if (Date.now() > until) throw new Error(`PostgreSQL has not logged "${mark}".`);
    }
  }

  private statementsIn(written: string): string[] {
    // A statement of several lines goes on with a tab.
    const said = new RegExp(`^\\[${this.program}\\] LOG: {2}(?:statement|execute [^:]*): (.*(?:\\n\\t.*)*)`, 'gm');
    return [...written.matchAll(said)].map(([, statement]) => statement!.trim());
  }
}

function tail(file: string, from: number): string {
  const whole = fs.readFileSync(file);
  return whole.subarray(from).toString('utf8');
}

/** Statements grouped into the transactions they came in, one session after the other. */
export function transactionsOf(statements: readonly string[]): string[][] {
  const transactions: string[][] = [];
  let open = false;
  for (const statement of statements) {
    const begins = /^(begin|start transaction)/i.test(statement);
    if (begins || !open) transactions.push([]);
    transactions.at(-1)!.push(statement);
    open = begins || (open && !/^(commit|rollback)/i.test(statement));
  }
  return transactions;
}
