import { rpikV1 } from '#process';
import type { CaseView } from '../../api/shapes';
import { askedBy, nothingYet } from './answers';
import { readFirst, unread, withWaivers } from './read-first';

const paper = (type: string, version: number) => ({ type, version, sha256: `${type}-${version}`, label: { id: type, en: type }, size: 1, media: 'x', name: null });
const view = { documents: [paper('draft-regulation', 1), paper('draft-regulation', 2), paper('plan-annex', 1), paper('cover-letter', 1)], uploadable: [] as string[] } as unknown as CaseView;
const of = (stage: string, name: string, role: string) => readFirst(view, askedBy(rpikV1, stage, name, [role])!, rpikV1).map(({ sha256 }) => sha256);

describe('P3: what has to be read before a case passes', () => {
  it('is the newest text and its annex, for whoever lets pass what others wrote', () => {
    expect(of('intake', 'accept-intake', 'provincial-coordinator')).toEqual(['draft-regulation-2', 'plan-annex-1']);
    expect(of('review', 'favourable', 'provincial-legal')).toEqual(['draft-regulation-2', 'plan-annex-1']);
  });
  it('is nothing for the author, for a return, or for an objection', () => {
    expect(of('preparation', 'complete-preparation', 'regency-drafter')).toEqual([]);
    expect(of('harmonization', 'return-from-harmonization', 'harmonizer')).toEqual([]);
    expect(of('review', 'unfavourable', 'provincial-legal')).toEqual([]);
  });
  it('may be left unread with a reason, which goes on record', () => {
    const documents = [paper('draft-regulation', 2), paper('plan-annex', 1)];
    const opened = new Set(['draft-regulation-2']);
    expect(unread(documents, opened, nothingYet).map(({ type }) => type)).toEqual(['plan-annex']);
    const answers = { ...nothingYet, note: 'Lengkap.', waived: { 'plan-annex-1': 'Sama dengan putaran 1.' } };
    expect(unread(documents, opened, answers)).toEqual([]);
    const words = { t: (_: string, values?: Record<string, string | number>) => `Tidak dibuka: ${values?.['name']}. ${values?.['reason']}`, say: (text?: { id: string }) => text?.id ?? '' };
    expect(withWaivers(answers, documents, opened, words).note).toBe('Lengkap.\nTidak dibuka: plan-annex. Sama dengan putaran 1.');
  });
});
