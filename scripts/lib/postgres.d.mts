export interface RunningPostgres {
  /** The owner's URL of the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly mode: string;
  /** It ran already. */
  readonly attached: boolean;
  /** It was started for this home, now or earlier: `stop` ends it. */
  readonly ours: boolean;
  readonly ended: Promise<{ code: number | null; signal: string | null }>;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  readonly home: string;
  /** Folder of the data and name in the records; another name is another server. */
  readonly name?: string;
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly force?: 'account' | 'unshare' | 'copy';
}

export function startPostgres(options: PostgresOptions): Promise<RunningPostgres>;
