import type { CaseState, Refusal } from '#process';
import type { CaseRecord } from './registers/cases';

/** What a checkpoint found; `gone` when the transfer was not under way any more. */
export type Sealed = { intact: true } | { damaged: number[] } | { gone: true };

/** What became of a transfer, as the record tells it. */
export type TransferOutcome = 'carrying' | 'moved' | 'damaged' | 'cancelled';

/** A command the ledger has accepted, now or when the same key came first. */
export interface Applied {
  caseId: string;
  /** The case's seq after the command; for a repeated key the seq it had then. */
  seq: number;
  /** The case as it stands now. */
  state: CaseState;
  repeated: boolean;
  /** The case as its caller may see it, read in the same transaction; only where it was asked for and something was recorded. */
  record?: CaseRecord;
  /** The transfer this command started: `bytes` are to be re-hashed before the case moves. */
  transfer?: { seq: number; bytes: number; outcome: TransferOutcome };
}

export interface NotFound {
  notFound: true;
}

/** The key was used before, by the same person, for something else. */
export interface KeyReused {
  keyReused: true;
}

/** Too many commands wait for this one case; nothing was recorded. `retryAfter` in seconds. */
export interface Busy {
  busy: true;
  retryAfter: number;
}

/** Reasons not to open a case that lie in the record and not in the process. */
export type FilingRefusalCode = 'unknown-process' | 'unknown-region' | 'case-open-already' | 'no-calendar';
export interface FilingRefusal {
  refused: FilingRefusalCode;
  details: string[];
}

export type ApplyResult = { applied: Applied } | Refusal | NotFound | KeyReused | Busy;
export type FileResult = { applied: Applied } | Refusal | FilingRefusal | KeyReused | Busy;
export type SystemResult = { applied: Applied } | Refusal | NotFound;

/** What a case's workflow has to do next. `alarm.at` is real time in epoch milliseconds, whatever the simulated clock says. */
export interface Agenda {
  open: boolean;
  seq: number;
  alarm?: { key: string; at: number };
  transfer?: { seq: number; bytes: number };
  /** The move whose texts are still to be compared, by its seq. */
  toCompare?: number;
  /** One line for the engine's own screens: "Kab. Seluma: Penelaahan provinsi (B), due 3 Dec 2026". */
  summary?: string;
}
