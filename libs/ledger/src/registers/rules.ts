import type { Calendar, Definition } from '#process';
import type { Database } from '../database';
import type { RegionRecord } from '../reference';

export interface PublishedProcess {
  id: string;
  version: number;
  hash: string;
  publishedAt: string;
}

/** What is published for everybody: processes, calendars, regions. */
export class RuleRegister {
  constructor(private readonly database: Database) {}

  async processes(): Promise<PublishedProcess[]> {
    const rows = await this.database.inScope([], (tx) =>
      tx.query<(Omit<PublishedProcess, 'publishedAt'> & { publishedAt: Date })[]>(
        'select id, version, hash, published_at as "publishedAt" from process_definition order by id, version desc limit 500',
      ),
    );
    return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  }

  async process(id: string, version: number): Promise<{ definition: Definition; hash: string } | undefined> {
    const [row] = await this.database.inScope([], (tx) =>
      tx.query<{ definition: Definition; hash: string }[]>('select definition, hash from process_definition where id = $1 and version = $2', [
        id,
        version,
      ]),
    );
    return row;
  }

  /** The newest version when none is named. */
  async calendar(version?: number): Promise<Calendar | undefined> {
    const [row] = await this.database.inScope([], (tx) =>
      tx.query<{ calendar: Calendar }[]>(
        'select calendar from working_calendar where $1::int is null or version = $1 order by version desc limit 1',
        [version ?? null],
      ),
    );
    return row?.calendar;
  }

  async calendarVersions(): Promise<number[]> {
    const rows = await this.database.inScope([], (tx) =>
      tx.query<{ version: number }[]>('select version from working_calendar order by version desc limit 500'),
    );
    return rows.map(({ version }) => version);
  }

  /** Provinces and regions by code; those below one province when it is named. */
  async regions(province?: string): Promise<RegionRecord[]> {
    return this.database.inScope([], (tx) =>
      tx.query(
        'select code, kemendagri_code as "kemendagriCode", name, kind, facts from region where $1::text is null or left(code, 2) = $1 order by code limit 1000',
        [province ?? null],
      ),
    );
  }
}
