import { type CaseState, readingOf, type ReadinessState, readsEvidence } from '#process';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../caller';
import type { Database } from '../database';
import type { Rulebook } from '../rulebook';

export interface HeldDocument {
  /** The case, or the cohort. */
  caseId: string;
  type: string;
  version: number;
  size: number;
  media: string;
  /** As the sender named it: data, never a path. */
  name: string | null;
}

export interface DocumentVersion {
  version: number;
  sha256: string;
  size: number;
  media: string;
  at: string;
  /** The office that put it there; null where the process did. */
  role: string | null;
}

/** Which cases and cohorts hold which bytes: whoever reads the contents of one of them may read the bytes. */
export class DocumentRegister {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  async access(sha256: string, caller: Caller): Promise<HeldDocument | undefined> {
    return this.database.inScope(caller.scopes, async (tx) => {
      const rows = await tx.query<(HeldDocument & { state: CaseState })[]>(
        `select d.case_id as "caseId", d.type, d.version, d.size::int as size, d.media, t.text as name, c.state
           from document_object d join regulation_case c on c.case_id = d.case_id
           left join case_event e on e.case_id = d.case_id and e.seq = d.seq
           left join confidential_text t on t.case_id = d.case_id and t.sha256 = e.body #>> '{document,name,sha256}'
          where d.sha256 = $1 order by d.case_id, d.version desc limit 100`,
        [sha256],
      );
      for (const { state, ...held } of rows) {
        const definition = await this.rulebook.definition(tx, state.process.hash);
        if (readingOf(definition, state, caller.offices) === 'contents') return held;
      }
      const [ofCohort] = await tx.query<HeldDocument[]>(
        `select cohort_id as "caseId", type, 1 as version, size::int as size, media, null as name from cohort_document where sha256 = $1 order by cohort_id, seq limit 1`,
        [sha256],
      );
      return ofCohort ?? this.ofReadiness(tx, sha256, caller);
    });
  }

  /** Every version of one document of a case, also those that were replaced since. */
  async versions(caller: Caller, caseId: string, type: string): Promise<DocumentVersion[]> {
    const rows = await this.database.inScope(caller.scopes, (tx) =>
      tx.query<(Omit<DocumentVersion, 'at'> & { at: Date })[]>(
        // Put there by somebody, or become this document when the case moved on (the harmonized draft).
        `select version, sha256, size, media, at, role from (
           select d.version, d.sha256, d.size::int as size, d.media, e.at, e.actor->>'role' as role
             from document_object d join case_event e on e.case_id = d.case_id and e.seq = d.seq where d.case_id = $1 and d.type = $2
           union all
           select (d->>'version')::int, d->>'sha256', (d->>'size')::int, d->>'media', e.at, d->>'role'
             from case_event e cross join lateral json_array_elements(e.body->'documents') as d where e.case_id = $1 and e.type = 'case-moved' and e.body->'documents' is not null and d->>'type' = $2
         ) as known order by version limit 500`,
        [caseId, type],
      ),
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  private async ofReadiness(tx: EntityManager, sha256: string, { offices }: Caller): Promise<HeldDocument | undefined> {
    const rows = await tx.query<(HeldDocument & { state: ReadinessState })[]>(
      `select d.case_id as "caseId", d.type, d.version, d.size::int as size, d.media, t.text as name, r.state
         from document_object d join readiness r on r.readiness_id = d.case_id
         left join readiness_event e on e.readiness_id = d.case_id and e.seq = d.seq
         left join confidential_text t on t.case_id = d.case_id and t.sha256 = e.body #>> '{document,name,sha256}'
        where d.sha256 = $1 order by d.case_id, d.version desc limit 100`,
      [sha256],
    );
    const readable = rows.find(({ state }) => readsEvidence(state, offices));
    if (!readable) return undefined;
    const { state: _, ...held } = readable;
    return held;
  }
}
