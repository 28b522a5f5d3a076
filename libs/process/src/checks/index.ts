export { type Conformity, type ConformityCheck, conformityOf, type ConformityReason } from './conformity';
export type { Compared } from './check';
export * from './finding';
export { findAll, type FindingIndex, indexFindings, refind } from './find-findings';
export { findingKey } from './finding-key';
