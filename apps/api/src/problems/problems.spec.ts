import { documentRefusalCodes } from '#documents';
import { tokenRefusals } from '#identity';
import { cohortRefusalCodes, readinessRefusalCodes, refusalCodes } from '#process';
import { allProblems, problem, refused } from './catalogue';
import { languageOf } from './language';
import { problemBody, problemOf } from './problem.filter';
import { inProcessWords } from './process-words';
import { cohortProblems, documentProblems, tokenProblems } from './record-problems';
import { readinessProblems } from './readiness-problems';
import { refusalProblems } from './refusal-problems';

describe('what the door says no with', () => {
  it.each(Object.entries(allProblems))('tells %s in both languages, whatever its details are', (_code, { status, title, detail }) => {
    expect(status).toBeGreaterThanOrEqual(400);
    for (const details of [[], ['1'], ['one', 'two', 'three']]) {
      for (const words of [title, detail(details)]) {
        for (const sentence of [words.id, words.en]) {
          expect(sentence.trim()).toBe(sentence);
          expect(sentence.length).toBeGreaterThan(3);
          expect(sentence).not.toMatch(/undefined|NaN|\[object/);
        }
        expect(words.id).not.toBe(words.en);
      }
    }
  });

  it('knows every refusal of the process, the cohort, the documents and the tokens', () => {
    expect(Object.keys(refusalProblems).sort()).toEqual([...refusalCodes].sort());
    expect(Object.keys(cohortProblems).sort()).toEqual([...cohortRefusalCodes].sort());
    expect(Object.keys(readinessProblems).sort()).toEqual([...readinessRefusalCodes].sort());
    expect(Object.keys(documentProblems).sort()).toEqual([...documentRefusalCodes].sort());
    expect(Object.keys(tokenProblems).sort()).toEqual([...tokenRefusals].sort());
  });

  it('gives a code of two rooms the same status in both', () => {
    for (const table of [cohortProblems, readinessProblems, documentProblems]) {
      for (const [code, { status }] of Object.entries(table)) if (code in refusalProblems) expect([code, status]).toEqual([code, refusalProblems[code as keyof typeof refusalProblems].status]);
    }
  });

  it('says stages, offices and papers in the words of the process, in both languages', () => {
    expect(refusalProblems['wrong-stage'].detail(['review', 'recommendation'])).toEqual({
      id: 'Kasus kini berada pada tahap Penelaahan provinsi; tindakan ini hanya dapat dilakukan pada Rekomendasi provinsi. Muat ulang kasus.',
      en: 'The case is at Provincial review now; this can only be done at Provincial recommendation. Reload the case.',
    });
    expect(refusalProblems['task-taken'].detail(['Gita Lestari']).id).toBe('Sudah diambil oleh Gita Lestari.');
  });

  it('leaves what somebody has typed as it is, also when it is named like a part of the language', () => {
    expect(inProcessWords(['constructor', '__proto__', 'hasOwnProperty', 'review'], 'en')).toEqual(['constructor', '__proto__', 'hasOwnProperty', 'Provincial review']);
  });
  it('writes RFC 9457 in the language of the request', () => {
    const found = refused(refusalProblems, { refused: 'missing-documents', details: ['team-decree'] });
    expect(problemBody(found, 'en', 'trace')).toEqual({
      type: 'urn:selaras:problem:missing-documents', title: 'Required documents are missing', status: 422, detail: 'Not uploaded yet: Decree on the drafting team. Upload them and repeat.', code: 'missing-documents', details: ['team-decree'], traceId: 'trace',
    });
    expect(problemBody(found, undefined, 'trace')['title']).toBe('Dokumen belum lengkap');
  });

  it.each([
    [undefined, 'id'], ['en', 'en'], ['en-GB,en;q=0.9', 'en'], ['id, en;q=0.8', 'id'], ['en;q=0.2, id;q=0.7', 'id'], ['fr', 'id'], ['*', 'id'], ['en;q=0', 'id'],
  ])('reads Accept-Language %s as %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it('tells a database that is away from a fault of our own', () => {
    expect(problemOf({ driverError: { code: '57P01' } }).code).toBe('database-away');
    expect(problemOf({ code: 'ECONNREFUSED' }).code).toBe('database-away');
    expect(problemOf(new Error('Connection terminated unexpectedly')).code).toBe('database-away');
    expect(problemOf(new Error('no such column')).code).toBe('internal-error');
    expect(problemOf(problem('not-found')).code).toBe('not-found');
  });
});
