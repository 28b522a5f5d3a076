import { envelopeOf } from '.';
import { type Life, aCaseAt, concluded, jointPapers, road, walk } from '../testing';

/** The example of the mock-ups: joint approval on Mon 30 November 2026. */
const T0 = '2026-11-30';
const approved = (): Life => walk(aCaseAt('deliberation', { on: T0 }), 'evaluation-submission');
const shown = (life: Life, day: string) => envelopeOf(life.rules, life.state, life.on(day).at);
const sent = (day: string) => approved().until(day).attach('regency-head', 'evaluation-request').take('regency-head', 'submit-for-evaluation', { facts: { sentOn: day } });
const received = (day: string) => sent(day).take('provincial-legal', 'receive', { facts: { receivedOn: day } });
const judged = (outcome: 'conform' | 'not-conform', day: string) => concluded(received('2026-12-03').until(day), outcome);

describe('the thirty working days on a case', () => {
  it('are shown from joint approval on: due 15 January 2027, while all steps at full length end on the 19th', () => {
    expect(shown(approved(), T0)).toMatchObject({
      startedOn: T0, dueOn: '2027-01-15', used: 0, total: 30, least: 3, full: 25, slack: 5, lateByLaw: false, fullTermsEndOn: '2027-01-08',
      withRefinement: { least: 4, full: 32, slack: -2, late: false }, refinedEndOn: '2027-01-19',
    });
  });
  it('are not shown before it, nor once the regulation has been enacted', () => {
    expect(shown(aCaseAt('deliberation', { on: T0 }), T0)).toBeUndefined();
    expect(shown(walk(approved(), 'promulgation'), T0)).toBeUndefined();
  });
  it('begin with the first of the two hands that approve jointly', () => {
    const life = jointPapers(aCaseAt('deliberation', { on: T0 })).begin('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: T0 } });
    expect(shown(life, '2026-12-01')).toMatchObject({ used: 1, dueOn: '2027-01-15' });
  });
  it.each([
    // Three working days to send: two are left on the first, none on the fourth, and a fifth day late costs slack.
    ['2026-12-01', { used: 1, full: 24, slack: 5, least: 2 }],
    ['2026-12-03', { used: 3, full: 22, slack: 5, least: 2 }],
    ['2026-12-04', { used: 4, full: 22, slack: 4, least: 2 }],
    // Collective leave on the 24th, Christmas on the 25th: the 23rd is the 17th working day.
    ['2026-12-23', { used: 17, full: 22, slack: -9, least: 2 }],
    ['2026-12-25', { used: 17, full: 22, slack: -9, least: 2 }],
    // New Year's Day and Isra Mi'raj on 5 January count for nothing either.
    ['2027-01-04', { used: 22, full: 22, slack: -14, least: 2 }],
    ['2027-01-05', { used: 22, full: 22, slack: -14, least: 2 }],
    ['2027-01-13', { used: 28, full: 22, lateByLaw: false, least: 2 }],
    ['2027-01-14', { used: 29, full: 22, lateByLaw: true, least: 2 }],
  ])('while nothing has been sent they stand on %s', (day, expected) => {
    expect(shown(approved(), day)).toMatchObject(expected);
  });
  it.each([
    // Received on Thu 3 December; fifteen working days end on Mon 28 December.
    ['2026-12-03', { used: 3, full: 22, slack: 5, least: 2 }],
    ['2026-12-18', { used: 14, full: 11, slack: 5, least: 1 }],
    ['2026-12-28', { used: 18, full: 7, slack: 5, least: 1 }],
    ['2026-12-29', { used: 19, full: 7, slack: 4, least: 1 }],
    ['2027-01-14', { used: 29, full: 7, lateByLaw: false, least: 1, withRefinement: { late: true } }],
    ['2027-01-15', { used: 30, lateByLaw: true, least: 1 }],
  ])('while the governor evaluates they stand on %s', (day, expected) => {
    expect(shown(received('2026-12-03'), day)).toMatchObject(expected);
  });
  it('know one way only once the outcome is known', () => {
    const conform = shown(judged('conform', '2026-12-11'), '2026-12-11')!;
    expect(conform).toMatchObject({ used: 9, least: 1, full: 7, slack: 14 });
    expect(conform.withRefinement).toBeUndefined();
    const refined = shown(judged('not-conform', '2026-12-11'), '2026-12-11')!;
    expect(refined).toMatchObject({ used: 9, least: 2, full: 14, slack: 7 });
    expect(refined.withRefinement).toBeUndefined();
  });
  it('count a second refinement by the days it is given again', () => {
    const life = road.refinement(judged('not-conform', '2026-12-11').until('2026-12-14'));
    expect(shown(life, '2026-12-14')).toMatchObject({ used: 10, least: 1, full: 7 });
    life.take('provincial-legal', 'return-for-refinement', { reasonCode: 'drafting-technique' });
    expect(shown(life, '2026-12-16')).toMatchObject({ used: 12, least: 1, full: 5 + 7 });
  });
  it('ask for no further day while the number has been waited for since yesterday, and for nothing once it is there', () => {
    const life = judged('conform', '2026-12-11').attach('regency-head', 'number-request').take('regency-head', 'request-number', { facts: { numberRequestedOn: '2026-12-11' } });
    life.take('provincial-legal', 'receive-request', { facts: { numberRequestReceivedOn: '2026-12-11' } });
    expect(shown(life.fork(), '2027-01-15')).toMatchObject({ used: 30, least: 0, full: 0, slack: 0, lateByLaw: false });
    life.take('provincial-legal', 'issue-number', { facts: { registerNumber: '7/2026', registerNumberIssuedOn: '2026-12-11' } });
    expect(shown(life, '2027-01-15')).toMatchObject({ used: 30, least: 0, full: 0, slack: 0, lateByLaw: false, fullTermsEndOn: '2027-01-15' });
    expect(shown(life, '2027-01-18')).toMatchObject({ used: 31, slack: -1, lateByLaw: true });
  });
  it('say that they are provisional once they run into a year without a table', () => {
    expect(shown(approved(), '2026-12-04')).toMatchObject({ provisional: false, provisionalBecause: null });
    const late = walk(aCaseAt('deliberation', { on: '2027-11-29' }), 'evaluation-submission');
    expect(shown(late, '2027-11-29')).toMatchObject({ provisional: true, provisionalBecause: { en: 'provisional: no holiday table for 2028' } });
  });
  it('say in words what is late in every path', () => {
    expect(shown(approved(), '2027-01-14')!.sentence).toEqual({
      id: 'Terlambat menurut undang-undang melalui jalur mana pun: 29 hari kerja terpakai, sedikitnya 2 lagi diperlukan, batasnya 30 hari kerja sejak persetujuan bersama.',
      en: 'Late by law in every path: 29 working days used, at least 2 more needed, the limit is 30 working days from joint approval.',
    });
  });
});
