import type { CaseCommand, CaseState, Refusal, Rules, SystemActor, SystemCommand } from '#process';
import type { EntityManager } from 'typeorm';
import type { SharedCohort } from '../case-row';
import type { CaseQueue } from '../case-queue';
import type { Database } from '../database';
import type { CaseRecord } from '../registers/cases';
import type { Rulebook } from '../rulebook';
import type { OpenedText } from '../seal';

/** Distributes over the kinds of commands, so that each keeps its own members. */
type By<A, C> = C extends unknown ? C & { actor: A } : never;
export type SystemAct = By<SystemActor, SystemCommand>;

/** One act as the ledger handles it, whoever's it is. */
export interface Act {
  person: string;
  /** Absent for what is idempotent by the case's state. */
  key?: string;
  bodyHash: string;
  type: string;
  texts: readonly OpenedText[];
  command(state: CaseState, rules: Rules, at: string, cohort: SharedCohort | undefined): CaseCommand | Refusal;
  /** The cohort's policy has a say, wherever the case stands. */
  restsOnCohort?(definition: Rules['definition']): boolean;
  /** Reads the case for whoever asked, after it was written. */
  show?(tx: EntityManager): Promise<CaseRecord | undefined>;
  /** The instant it is judged at, when that is not simply now. */
  at?: string;
}

export interface LedgerTerms {
  /** Tests only: the workflow's skipped time counts where it is ahead of the clock. */
  timeSkipping?: boolean;
}

/** What every act on a case is taken with. */
export interface ActRoom {
  database: Database;
  rulebook: Rulebook;
  queue: CaseQueue;
  terms: LedgerTerms;
}
