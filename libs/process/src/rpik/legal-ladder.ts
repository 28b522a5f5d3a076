import { type Definition, isCompletion, stageOrder } from '../definition';
import type { CaseState } from '../state';
import type { Text } from '../text';
import type { CivilDate } from '../time';

export interface LegalStep {
  step: 'jointly-approved' | 'evaluated' | 'registered' | 'enacted' | 'promulgated';
  label: Text;
  office: Text;
  done: boolean;
  /** The day it happened; null while it has not, and for a validity that came about by the article alone. */
  on: CivilDate | null;
}

const steps = [
  { step: 'jointly-approved', stage: 'deliberation', fact: 'jointApprovedOn', label: { id: 'Disetujui bersama', en: 'Jointly approved' }, office: { id: 'DPRD dan kepala daerah', en: 'council and head of region' } },
  { step: 'evaluated', stage: 'evaluation', fact: 'evaluationDate', label: { id: 'Dievaluasi', en: 'Evaluated' }, office: { id: 'gubernur', en: 'governor' } },
  { step: 'registered', stage: 'registration', fact: 'registerNumberIssuedOn', label: { id: 'Bernomor register', en: 'Given a register number' }, office: { id: 'provinsi', en: 'province' } },
  { step: 'enacted', stage: 'enactment', fact: 'enactedOn', label: { id: 'Ditetapkan', en: 'Enacted' }, office: { id: 'kepala daerah', en: 'head of region' } },
  { step: 'promulgated', stage: 'promulgation', fact: 'promulgatedOn', label: { id: 'Diundangkan', en: 'Promulgated' }, office: { id: 'sekretaris daerah', en: 'regional secretary' } },
] as const;

const deemed = { label: { id: 'Dinyatakan sah menurut undang-undang', en: 'Deemed valid by law' }, office: { id: 'UU 23/2014 Pasal 242 ayat (7)', en: 'UU 23/2014 art. 242(7)' } };

/**
 * How far a text has come in law: what the press sums up in one word are five acts of five offices (UU 23/2014 arts. 242–245). Nothing of
 * the province's synchronization or the ministry's endorsement is among them.
 */
export function legalLadder(definition: Definition, { stage, status, facts, flags }: Pick<CaseState, 'stage' | 'status' | 'facts' | 'flags'>): LegalStep[] {
  const isPast = (name: string) => (status === 'open' ? stageOrder(definition, stage) > stageOrder(definition, name) : isCompletion(definition, status));
  return steps.map(({ step, stage: name, fact, label, office }) => {
    const done = isPast(name);
    const byArticle = step === 'enacted' && done && flags.includes('deemed-valid') && !facts[fact];
    return { step, label, office, ...(byArticle && deemed), done, on: done ? (facts[fact] ?? null) : null };
  });
}
