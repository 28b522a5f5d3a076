/** A projection can be folded anew from the record; of the others a person has to know. */
export const refoldable = ['state-differs', 'columns-differ', 'tasks-differ', 'stays-differ', 'arrivals-differ', 'agenda-ahead', 'members-differ', 'releases-differ'] as const;
export const alarming = ['chain-broken', 'record-unreadable', 'notices-differ'] as const;
export const findingKinds = [...refoldable, ...alarming] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  /** Of the case, of the cohort, or of a region's readiness. */
  caseId: string;
  kind: FindingKind;
  detail: string;
}

export const isRefoldable = ({ kind }: Finding): boolean => (refoldable as readonly FindingKind[]).includes(kind);

/** What was found, with the means to fold it anew where the record bears it out. */
export interface Comparison {
  findings: Finding[];
  /** Writes the projections from the fold. The caller holds the row for update. */
  refold?: () => Promise<void>;
}

/** A record of which nothing further can be said. */
export const only = (caseId: string, kind: FindingKind, detail: string): Comparison => ({ findings: [{ caseId, kind, detail }] });
