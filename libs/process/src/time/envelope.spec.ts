import fc from 'fast-check';
import { envelope } from '.';

const submit = { least: 1, full: 3 };
const evaluate = { least: 1, full: 15 };
const refine = { least: 1, full: 7 };
const register = { least: 1, full: 7 };

describe('the thirty working days from joint approval to enactment', () => {
  it('do not hold the full terms with refinement from the very first day: 3 + 15 + 7 + 7 = 32', () => {
    expect(envelope({ usedWorkingDays: 0, steps: [submit, evaluate, register], refinementSteps: [refine] })).toEqual({
      used: 0, total: 30, least: 3, full: 25, slack: 5, lateByLaw: false,
      withRefinement: { least: 4, full: 32, slack: -2, late: false },
      sentence: {
        id: 'Kelonggaran paling banyak 5 hari kerja dari 30 sejak persetujuan bersama; dengan penyempurnaan tenggat penuh lebih 2 hari kerja.',
        en: 'At most 5 working days of slack in the 30 from joint approval; with refinement the full terms are 2 working days too long.',
      },
    });
  });
  it('show one path once the outcome of the evaluation is known', () => {
    expect(envelope({ usedWorkingDays: 19, steps: [register] })).toEqual({
      used: 19, total: 30, least: 1, full: 7, slack: 4, lateByLaw: false,
      sentence: { id: 'Kelonggaran paling banyak 4 hari kerja dari 30 sejak persetujuan bersama.', en: 'At most 4 working days of slack in the 30 from joint approval.' },
    });
  });
  it('can still hold when everybody hurries', () => {
    expect(envelope({ usedWorkingDays: 24, steps: [register] })).toMatchObject({
      slack: -1, lateByLaw: false,
      sentence: { id: 'Tenggat penuh melampaui 30 hari kerja sejak persetujuan bersama sebanyak 1 hari kerja; masih mungkin bila langkah dipercepat.', en: 'The full terms exceed the 30 working days from joint approval by 1 working day; still possible if steps finish early.' },
    });
  });
  it('are late by law only when the shortest path no longer fits', () => {
    const steps = [evaluate, register];
    expect([27, 28, 29].map((usedWorkingDays) => envelope({ usedWorkingDays, steps, refinementSteps: [refine] })).map(({ lateByLaw, withRefinement }) => [lateByLaw, withRefinement?.late])).toEqual([[false, false], [false, true], [true, true]]);
    expect(envelope({ usedWorkingDays: 29, steps }).sentence).toEqual({
      id: 'Terlambat menurut undang-undang melalui jalur mana pun: 29 hari kerja terpakai, sedikitnya 2 lagi diperlukan, batasnya 30 hari kerja sejak persetujuan bersama.',
      en: 'Late by law in every path: 29 working days used, at least 2 more needed, the limit is 30 working days from joint approval.',
    });
    expect(envelope({ usedWorkingDays: 28, steps, refinementSteps: [refine] }).sentence.en).toMatch(/with refinement late by law\.$/);
  });
  it('hold a case that has nothing left to do on the last day', () => {
    expect(envelope({ usedWorkingDays: 30, steps: [] })).toMatchObject({ slack: 0, lateByLaw: false });
    expect(envelope({ usedWorkingDays: 31, steps: [] })).toMatchObject({ slack: -1, lateByLaw: true });
  });
  it('are a parameter', () => {
    expect(envelope({ usedWorkingDays: 5, steps: [{ least: 2, full: 10 }], refinementSteps: [{ least: 1, full: 3 }] }, 20)).toMatchObject({ total: 20, slack: 5, withRefinement: { slack: 2 }, sentence: { en: 'At most 5 working days of slack in the 20 from joint approval; with refinement at most 2 working days.' } });
  });
  it('never have more slack with refinement, nor are they late while slack is left', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })).map(([least, more]) => ({ least, full: least + more }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.array(step, { maxLength: 6 }), fc.array(step, { maxLength: 3 }), (usedWorkingDays, steps, refinementSteps) => {
        const { slack, lateByLaw, withRefinement } = envelope({ usedWorkingDays, steps, refinementSteps });
        return withRefinement!.slack <= slack && !(lateByLaw && slack >= 0) && (!lateByLaw || withRefinement!.late);
      }),
      { numRuns: 1_000 },
    );
  });
});
