import { type ReadinessState, readinessV1, readsEvidence, type SealedText, unwritten } from '#process';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../caller';
import { keyOf, limitOf, type Page, pageOf, type PageOf } from '../cursor';
import type { Database } from '../database';
import { regionLabel } from '../region-label';

export interface ReadinessRecord {
  region: { code: string; name: string };
  /** Of a region that has handed in nothing yet: seq 0, everything missing. */
  state: ReadinessState;
  /** Whether the caller may read papers and reasons. */
  contents: boolean;
}

export interface ReadinessFilters {
  province?: string | undefined;
  funding?: 'proposed' | 'funded' | 'declined' | undefined;
}

interface Row {
  code: string;
  name: string;
  state: ReadinessState | null;
}

/** The readiness of regions, one row each, whether or not they have a case. */
export class ReadinessRegister {
  constructor(private readonly database: Database) {}

  /** In order of their codes. A region sees itself, a province its own, the nation all of them. */
  async list(caller: Caller, { province, funding }: ReadinessFilters, page: PageOf): Promise<Page<ReadinessRecord>> {
    const limit = limitOf(page);
    const [after = ''] = keyOf(page, 1) ?? [];
    return this.database.inScope(caller.scopes, async (tx) => {
      const rows = await tx.query<Row[]>(
        `select r.code, r.name, d.state from region r left join readiness d on d.region = r.code
          where length(r.code) = 4 and r.code > $1 and ((select scope_is_nation()) or r.code = any ((select scope_regions())::text[]))
            and ($2::text is null or left(r.code, 2) = $2) and ($3::text is null or d.funding = $3)
          order by r.code limit $4`,
        [after, province ?? null, funding ?? null, limit + 1],
      );
      return pageOf(rows.map((row) => recordFor(caller, row)), limit, ({ region }) => [region.code]);
    });
  }

  async one(caller: Caller, regionCode: string): Promise<(ReadinessRecord & { texts: Map<string, string> }) | undefined> {
    return this.database.inScope(caller.scopes, async (tx) => {
      const [row] = await tx.query<Row[]>(
        `select r.code, r.name, d.state from region r left join readiness d on d.region = r.code
          where r.code = $1 and length(r.code) = 4 and ((select scope_is_nation()) or r.code = any ((select scope_regions())::text[]))`,
        [regionCode],
      );
      if (!row) return undefined;
      const record = recordFor(caller, row);
      return { ...record, texts: record.contents ? await wordsOf(tx, record.state.id) : new Map() };
    });
  }
}

function recordFor({ offices }: Caller, { code, name, state: written }: Row): ReadinessRecord {
  const state = written ?? unwritten(readinessV1, code);
  return { region: { code, name: regionLabel(name) }, state, contents: readsEvidence(state, offices) };
}

/** The words behind the seals of one record, by hash. */
async function wordsOf(tx: EntityManager, id: string): Promise<Map<SealedText['sha256'], string>> {
  const rows = await tx.query<{ sha256: string; text: string }[]>('select sha256, text from confidential_text where case_id = $1', [id]);
  return new Map(rows.map(({ sha256, text }) => [sha256, text]));
}
