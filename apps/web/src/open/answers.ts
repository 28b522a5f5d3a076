import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api/ask';
import type { Region, Text } from '../api/shapes';

interface Head {
  code: string;
  act: Text;
  office: Text;
  at: string;
}
export interface Paper {
  type: string;
  label: Text;
  version: number;
  sha256: string;
  size: number;
}
export interface LegalStep {
  step: string;
  label: Text;
  office: Text;
  done: boolean;
  on: string | null;
}
export interface Verification {
  caseId: string;
  title: string;
  region: Region;
  programmeYear: number;
  handedOver: Head & { manifestHash: string; documents: Paper[] };
  others: Head[];
  current: string[];
  stage: Text;
  ladder: LegalStep[];
}
export interface Verifications {
  items: Verification[];
  now: string;
}
export interface PublicCohort {
  id: string;
  province: string;
  programmeYear: number;
  cutOffOn: string;
  round: number;
  releasedAt: string[];
  sentence: Text;
  referencePlans: { kind: string; version: string; issuedOn: string }[];
  members: { region: Region; state: string; phase: string | null; stage: Text | null; enteredAt: string | null; dueOn: string | null; provisional: boolean; arrivedAt: string | null; consultation: string | null }[];
}
export interface Consultation {
  caseId: string;
  title: string;
  region: Region;
  openedAt: string;
  closesOn: string | null;
  documents: (Paper & { media: string })[];
  register: { n: number; unit: string | null; text: string; answer: string | null; at: string }[];
  now: string;
}

export const verifications = (by: { code: string } | { sha256: string }) =>
  queryOptions({ queryKey: ['open', 'verifications', by], queryFn: () => ask<Verifications>(`/v1/public/verifications?${new URLSearchParams(by)}`) });
export const publicCohort = (id: string) => queryOptions({ queryKey: ['open', 'cohort', id], queryFn: () => ask<PublicCohort>(`/v1/public/cohorts/${encodeURIComponent(id)}`) });
export const consultation = (id: string) => queryOptions({ queryKey: ['open', 'consultation', id], queryFn: () => ask<Consultation>(`/v1/public/consultations/${encodeURIComponent(id)}`) });
