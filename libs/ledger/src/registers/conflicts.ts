import { type CohortState, type ConflictRecord, covers, type SealedText, settlement } from '#process';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../caller';
import type { JudgedFinding } from '../cohort-findings';
import type { CohortLedger } from '../cohort-ledger';
import type { Database } from '../database';
import { sealedWords } from './sealed-words';

/** A finding with what has been said about it. */
export interface Conflict {
  finding: JudgedFinding;
  record?: ConflictRecord;
  /** What settles it for the claims as they are now. */
  settledBy?: 'resolution' | 'override' | 'acknowledgement';
  /** Something was agreed on claims that have changed since. */
  stale: boolean;
  /** Regions whose assent to the present claims is still to come. */
  undecided: string[];
}

export interface Conflicts {
  state: CohortState;
  conflicts: Conflict[];
  /** Words behind the seals of exactly these conflicts. */
  texts: ReadonlyMap<string, string>;
}

/** The findings of a cohort: all for the province and the nation; a region is shown the ones it is a party to, and of the others nothing but the conflicting claims. */
export class ConflictRegister {
  constructor(
    private readonly database: Database,
    private readonly ledger: CohortLedger,
  ) {}

  async of(caller: Caller, cohortId: string): Promise<Conflicts | undefined> {
    return this.database.inScope(caller.scopes, async (tx) => {
      const [row] = await tx.query<{ state: CohortState }[]>('select state from cohort where cohort_id = $1', [cohortId]);
      if (!row) return undefined;
      const { findings } = await this.ledger.view(tx, row.state);
      const conflicts = findings.filter(({ members }) => isShown(caller, row.state, members)).map((finding) => conflictOf(row.state, finding));
      return { state: row.state, conflicts, texts: await wordsOf(tx, cohortId, conflicts) };
    });
  }
}

/** Whether a caller may see a finding among these regions. */
export function isShown({ offices }: Pick<Caller, 'offices'>, { province }: CohortState, members: readonly string[]): boolean {
  return offices.some(({ scope }) => covers(scope, province) || members.includes(scope));
}

export function conflictOf(state: CohortState, finding: JudgedFinding): Conflict {
  const record = state.conflicts[finding.key];
  const settledBy = settlement(state, finding);
  const current = record?.resolutions.filter(({ subject }) => subject === finding.subject).map(({ regionCode }) => regionCode) ?? [];
  const voices = finding.members.filter((region) => state.members.some(({ regionCode, state: is }) => regionCode === region && is !== 'fixed' && is !== 'withdrawn'));
  const said = [...(record?.resolutions ?? []), record?.override, record?.acknowledgement].flatMap((one) => (one ? [one.subject] : []));
  return {
    finding,
    ...(record && { record }),
    ...(settledBy && { settledBy }),
    stale: said.length > 0 && !said.includes(finding.subject),
    undecided: settledBy ? [] : voices.filter((region) => !current.includes(region)),
  };
}

function wordsOf(tx: EntityManager, cohortId: string, conflicts: readonly Conflict[]): Promise<ReadonlyMap<string, string>> {
  const seals = conflicts.flatMap(({ record }): (SealedText | undefined)[] =>
    record ? [...record.resolutions.map(({ note }) => note), record.override?.reason, record.acknowledgement?.note] : [],
  );
  return sealedWords(tx, cohortId, seals);
}
