import type { Actor, SystemActor } from '../actor';
import type { SealedText } from '../text';
import type { EvidenceDocument, SiteVisit, Submission } from './readiness-state';

export interface ReadinessEventBodies {
  'evidence-attached': { criterion: string; document: EvidenceDocument };
  'criterion-submitted': { criterion: string; submission: Omit<Submission, 'seq' | 'at'> };
  'criterion-withdrawn': { criterion: string; submission: number };
  'criterion-verified': { criterion: string; submission: number; by: string[] };
  'criterion-rejected': { criterion: string; submission: number; reason: SealedText };
  'expiry-near': { criterion: string; submission: number; days: number; dueAt: string };
  'criterion-expired': { criterion: string; submission: number; dueAt: string };
  /** The evidence each criterion rested on, by the seq of its submission. */
  'funding-proposed': { by: string[]; submissions: { [criterion: string]: number }; note?: SealedText };
  'funding-granted': { reference: string };
  'funding-declined': { reason: SealedText };
  'site-visited': { visit: Omit<SiteVisit, 'at'> };
}

export type ReadinessEventType = keyof ReadinessEventBodies;
export type ReadinessEvent = { [T in ReadinessEventType]: { type: T; actor: Actor | SystemActor; body: ReadinessEventBodies[T] } }[ReadinessEventType];
export type RecordedReadinessEvent = ReadinessEvent & { readinessId: string; seq: number; at: string };
