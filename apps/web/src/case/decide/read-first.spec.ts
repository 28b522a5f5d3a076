import type { CaseView } from '../../api/shapes';
import { nothingYet } from './answers';
import { readFirst, readingOf, unread } from './read-first';

const paper = (type: string, version: number) => ({ type, version, sha256: `${type}-${version}`, label: { id: type, en: type }, size: 1, media: 'x', name: null });
const view = { documents: [paper('draft-regulation', 1), paper('draft-regulation', 2), paper('plan-annex', 1)] } as unknown as CaseView;

describe('P3: what has to be read before a case passes', () => {
  it('is what the server asks for, whichever it is', () => {
    expect(readFirst(view, { reads: [{ type: 'draft-regulation', version: 2, sha256: '' }] }).map(({ sha256 }) => sha256)).toEqual(['draft-regulation-2']);
    expect(readFirst(view, { reads: [] })).toEqual([]);
  });
  it('may be left unread with a reason, which goes on record with the act', () => {
    const documents = [paper('draft-regulation', 2), paper('plan-annex', 1)];
    const opened = new Set(['draft-regulation-2']);
    expect(unread(documents, opened, nothingYet).map(({ type }) => type)).toEqual(['plan-annex']);
    const answers = { ...nothingYet, note: 'Lengkap.', waived: { 'plan-annex-1': ' Sama dengan putaran 1. ' } };
    expect(unread(documents, opened, answers)).toEqual([]);
    expect(readingOf(documents, opened, answers)).toEqual([{ sha256: 'draft-regulation-2' }, { sha256: 'plan-annex-1', reason: 'Sama dengan putaran 1.' }]);
    expect(readingOf(documents, opened, nothingYet)).toEqual([{ sha256: 'draft-regulation-2' }]);
  });
});
