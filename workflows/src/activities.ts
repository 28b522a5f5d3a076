/** What is left to do on a case, as the ledger tells it. It names things by number: no rule, stage, role or person comes along. */
export interface CaseAgenda {
  /** A closed case has nothing left to carry. */
  open: boolean;
  /** The last event of the record. */
  seq: number;
  /** The earliest alarm. The key holds its due instant, so a moved alarm has another key; `at` is real time in epoch milliseconds. */
  alarm?: { key: string; at: number };
  transfer?: TransferUnderWay;
  /** The seq of a move whose texts are still to be compared. */
  toCompare?: number;
  /** One line for whoever looks at the engine's own screens. */
  summary?: string;
}

/** The seq of the `transfer-started`, and how many bytes its documents have. */
export interface TransferUnderWay {
  seq: number;
  bytes: number;
}

/** `gone`: the transfer is not under way any more, so there is nothing to look at. Damaged documents are told by their index. */
export type Sealed = { intact: true } | { damaged: number[] } | { gone: true };

export interface Completion {
  /** What became of the transfer of that seq: moved, damaged, cancelled, carrying, gone. */
  outcome: string;
  now: CaseAgenda;
}

/** Every one is safe to repeat. `at` is the workflow's own time in epoch milliseconds, which counts only where tests skip time. */
export interface CaseActivities {
  /** Does what is due, and says what is left. `seen` is the highest seq the workflow knows of. */
  attend(ask: { caseId: string; seen: number; at: number }): Promise<CaseAgenda>;
  checkpointDocuments(ask: { caseId: string; seq: number }): Promise<Sealed>;
  completeTransfer(ask: { caseId: string; seq: number; sealed: Sealed; at: number }): Promise<Completion>;
  /** Reads the texts that belong to a move and records what has changed in them; says what is left. */
  compareTexts(ask: { caseId: string; seq: number }): Promise<CaseAgenda>;
}

export interface CohortAgenda {
  open: boolean;
  seq: number;
  /** Members that are owed something: a gate a release has promised, a mark on a check that a new plan has overtaken, a date set after they came. */
  toOpen: number;
  summary?: string;
}

export interface CohortActivities {
  attendCohort(ask: { cohortId: string; seen: number; at: number }): Promise<CohortAgenda>;
  /** Opens the gates that are still to be opened and tells the cases what the cohort knows and they do not; `left` could not be told yet. */
  openGates(ask: { cohortId: string }): Promise<{ opened: number; left: number }>;
}

/** A published calendar on its way to the cases it moves. Versions are named by number; which cases, the ledger knows. */
export interface CalendarActivities {
  /** Finds the cases the version moves. */
  listMovedCases(ask: { version: number }): Promise<void>;
  /** Moves those that are left; `left` could not be moved yet. */
  moveCases(ask: { version: number }): Promise<{ moved: number; left: number }>;
  finishRollout(ask: { version: number }): Promise<void>;
}

export interface NoticeActivities {
  /** One round on one channel. `more`: further ones were due already. `nextInMs`: when the next one becomes due, where that is known. */
  deliverNotices(ask: { channel: string }): Promise<{ settled: number; more: boolean; nextInMs?: number }>;
}

export interface DigestActivities {
  /** Writes the digests that are due. `nextInMs`: until others can be, in real time unless the clock is moved meanwhile. */
  writeDigests(): Promise<{ written: number; nextInMs: number }>;
}

export interface ReconcileActivities {
  /** How many of each were found and put right. */
  reconcile(): Promise<{ started: number; ended: number; poked: number }>;
}
