import { clocksView, tasksOf } from '.';
import { type Life, aCaseAt, road, sealed } from '../testing';

const hold = { type: 'propose-hold', clock: 'drafting#1', reason: 'council-recess', first: '2026-03-09' } as const;
const extend = { type: 'extend-clock', clock: 'drafting#1', reason: 'force-majeure', days: 60 } as const;
/** Sixty working days from Mon 2 March 2026 end on Wed 10 June. */
const drafting = (): Life => aCaseAt('drafting', { on: '2026-03-02' }).until('2026-03-10').attach('regency-drafter', 'hold-evidence');
const confirm = (life: Life, n: number, accepted = true) => life.give({ type: 'confirm-hold', n, accepted }, life.actor('regency-secretary'));
const refusal = (life: Life, command: Parameters<Life['refusal']>[0], role: Parameters<Life['actor']>[0] = 'regency-drafter', as = {}) => life.refusal(command, life.actor(role, as))?.refused;

describe('a hold', () => {
  it('is proposed by the owner with a paper, confirmed by the superior, and only then stops the clock', () => {
    const life = drafting();
    expect(life.clock('drafting')!.dueOn).toBe('2026-06-10');
    life.give(hold, life.actor('regency-drafter'));
    expect(life.clock('drafting')!.pauses).toEqual([]);
    expect(tasksOf(life.rules, life.state).find(({ key }) => key === 'hold.1')!.role).toBe('regency-secretary');
    confirm(life, 1);
    expect(clocksView(life.rules, life.state, life.at).find(({ key }) => key === 'drafting#1')).toMatchObject({ status: 'paused' });
  });
  it('silences the ladder while it lasts, and adds exactly the held working days', () => {
    const life = drafting();
    life.give(hold, life.actor('regency-drafter'));
    confirm(life, 1);
    life.until('2026-07-01');
    expect(life.of('reminder-due')).toEqual([]);
    life.give({ type: 'lift-hold', n: 1, last: '2026-03-13' }, life.actor('regency-drafter'));
    expect(life.clock('drafting')).toMatchObject({ dueOn: '2026-06-18', pauses: [{ first: '2026-03-09', last: '2026-03-13', ground: 'council-recess' }] });
  });
  it('of a statutory clock does not exist', () => {
    const life = aCaseAt('evaluation-submission', { on: '2026-03-02' }).until('2026-03-04').attach('regency-head', 'hold-evidence');
    expect(refusal(life, { ...hold, clock: 'enactment#1', first: '2026-03-03' }, 'regency-head')).toBe('statutory-clock');
    expect(refusal(life, { ...extend, clock: 'sending#1', days: 1 }, 'regency-head')).toBe('statutory-clock');
  });
  it('of the cohort’s cut-off does not exist either', () => {
    const life = aCaseAt('synchronization', { on: '2026-03-02' }).until('2026-03-04').attach('provincial-coordinator', 'hold-evidence');
    expect(refusal(life, { ...hold, clock: 'cut-off#1', first: '2026-03-03' }, 'provincial-coordinator')).toBe('statutory-clock');
  });
  it('is not confirmed by the proposer, a stranger, or another region', () => {
    const life = drafting();
    life.give(hold, life.actor('regency-drafter'));
    const yes = { type: 'confirm-hold', n: 1, accepted: true } as const;
    expect(refusal(life, yes, 'regency-drafter')).toBe('not-your-role');
    expect(refusal(life, yes, 'regency-secretary', { person: life.actor('regency-drafter').person })).toBe('four-eyes');
    expect(refusal(life, yes, 'regency-secretary', { scope: '1706' })).toBe('not-your-region');
    expect(refusal(life, { ...yes, n: 2 }, 'regency-secretary')).toBe('unknown-hold');
  });
  it('refused leaves the clock alone, and is decided once', () => {
    const life = drafting();
    life.give(hold, life.actor('regency-drafter'));
    confirm(life, 1, false);
    expect(life.clock('drafting')!.dueOn).toBe('2026-06-10');
    expect(refusal(life, { type: 'confirm-hold', n: 1, accepted: true }, 'regency-secretary')).toBe('hold-not-proposed');
    expect(refusal(life, { type: 'lift-hold', n: 1, last: '2026-03-10' })).toBe('hold-not-running');
  });
  it('proposed twice runs once', () => {
    const life = drafting();
    life.give(hold, life.actor('regency-drafter'));
    life.give({ ...hold, first: '2026-03-10' }, life.actor('regency-drafter'));
    confirm(life, 1);
    expect(refusal(life, { type: 'confirm-hold', n: 2, accepted: true }, 'regency-secretary')).toBe('clock-not-running');
    confirm(life, 2, false);
  });
  it('has a reason of the list, a first day inside the term and not ahead, and its paper', () => {
    const life = drafting();
    expect(refusal(life, { ...hold, reason: 'holiday' })).toBe('unknown-reason');
    expect(refusal(life, { ...hold, first: '2026-03-02' })).toBe('date-before-previous');
    expect(refusal(life, { ...hold, first: '2026-03-11' })).toBe('date-in-future');
    expect(refusal(life, { ...hold, clock: 'drafting#2' })).toBe('unknown-clock');
    expect(refusal(life, { ...hold, clock: 'programme#1' })).toBe('clock-not-running');
    expect(refusal(life, hold, 'regency-head')).toBe('not-your-role');
    expect(refusal(aCaseAt('drafting', { on: '2026-03-02' }).until('2026-03-10'), hold)).toBe('missing-documents');
  });
  it('that was never lifted does not hold the next desk', () => {
    const life = drafting();
    life.give(hold, life.actor('regency-drafter'));
    confirm(life, 1);
    road.drafting(life);
    expect(life.clock('drafting')!.status).toBe('met');
    expect(life.clock('consultation')!.pauses).toEqual([]);
  });
});

describe('an extension', () => {
  it('adds its working days when the superior confirms', () => {
    const life = drafting();
    life.give({ ...extend, days: 5 }, life.actor('regency-drafter'));
    confirm(life, 1);
    expect(life.clock('drafting')).toMatchObject({ dueOn: '2026-06-18', extensions: [{ days: 5, ground: 'force-majeure' }] });
  });
  it('is given at most twice, each no longer than the original term', () => {
    const life = drafting();
    expect(refusal(life, { ...extend, days: 61 })).toBe('extension-too-long');
    expect(refusal(life, { ...extend, days: 0 })).toBe('extension-too-long');
    for (const n of [1, 2]) {
      life.give({ ...extend, reason: 'election', days: 60 }, life.actor('regency-drafter'));
      confirm(life, n);
    }
    expect(refusal(life, { ...extend, days: 1 })).toBe('too-many-extensions');
  });
  it('lets an expired clock run again, with its reminders', () => {
    const life = aCaseAt('intake', { on: '2026-03-02' }).until('2026-03-06').attach('provincial-coordinator', 'hold-evidence');
    expect(life.clock('intake')).toMatchObject({ dueOn: '2026-03-05', expired: true });
    life.give({ type: 'extend-clock', clock: 'intake#1', days: 3, reason: 'force-majeure' }, life.actor('provincial-coordinator'));
    life.give({ type: 'confirm-hold', n: 1, accepted: true }, life.actor('provincial-secretary'));
    expect(life.clock('intake')).toMatchObject({ dueOn: '2026-03-10', rungs: {} });
    expect(life.clock('intake')!.expired).toBeUndefined();
    life.until('2026-03-11');
    expect(life.of('clock-expired').filter(({ body }) => body.clock === 'intake#1')).toHaveLength(2);
  });
  it('is told to the one who decides, and to the one who asked', () => {
    const life = drafting();
    life.give({ ...extend, days: 5, note: sealed('Banjir') }, life.actor('regency-drafter'));
    confirm(life, 1);
    expect(life.notices.filter(({ template }) => template.startsWith('hold-')).map(({ template, to }) => [template, to.role])).toEqual([['hold-proposed', 'regency-secretary'], ['hold-confirmed', 'regency-drafter']]);
  });
  it('into a year without a table is told as provisional', () => {
    // Sixty working days from Mon 8 November 2027 end in February 2028, for which no table is published.
    const life = aCaseAt('drafting', { on: '2027-11-08' }).until('2027-11-10').attach('regency-drafter', 'hold-evidence');
    life.give({ ...extend, days: 5 }, life.actor('regency-drafter'));
    expect(life.notices.filter(({ template }) => template === 'hold-proposed').map(({ data }) => data)).toMatchObject([{ dueOn: expect.stringMatching(/^2028-02-/) as string, provisional: true, workingDaysLeft: expect.any(Number) as number }]);
  });
});
