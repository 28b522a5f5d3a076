import { type DwellHistory, type StallFacts, causeOf, evolve, faultSentence, isRefusal, limitOf, percentileOf, stallOf, stallRule, stayEnded, type Stay } from '.';
import { aCaseAt, type Life, walk } from '../testing';

const noon = (day: string) => `${day}T05:00:00.000Z`;
/** Monday 2 November 2026; between Maulid and Christmas there is no holiday. */
const on = '2026-11-02';
const lookedAt = (life: Life, day: string, facts: Partial<StallFacts> = {}, rule = {}) =>
  stallOf(life.rules, life.state, { at: noon(day), substantiveAt: life.events.at(-1)!.at, vacancies: [], faults: [], noCohort: false, ...facts }, { ...stallRule, ...rule });
const history = (...days: number[]): DwellHistory => ({ days, seeded: false });
const tenStays = history(2, 3, 4, 5, 6, 6, 7, 7, 8, 12);

describe('a silent case', () => {
  it('is not stalled while it is silent no longer than its policy allows, and is on the next working day', () => {
    const life = aCaseAt('review', { on });
    expect(lookedAt(life, '2026-11-16')).toBeUndefined(); // The tenth working day.
    expect(lookedAt(life, '2026-11-17')).toMatchObject({ cause: 'province', silentDays: 11, limit: { days: 10, from: 'policy', sample: 0 }, overdue: true });
    expect(lookedAt(life, '2026-11-15')).toBeUndefined();
  });

  it('is measured by four fifths of comparable stays as soon as there are enough of them', () => {
    const life = aCaseAt('review', { on });
    expect(lookedAt(life, '2026-11-11', { history: tenStays })).toBeUndefined();
    // Eight of ten lasted at most 7 working days.
    expect(lookedAt(life, '2026-11-12', { history: tenStays })).toMatchObject({ silentDays: 8, limit: { days: 7, from: 'history', p50: 6, p80: 7, sample: 10 }, overdue: false });
    expect(lookedAt(life, '2026-11-12', { history: history(1, 1, 1, 1, 1, 1, 1) })).toBeUndefined();
    expect(lookedAt(life, '2026-11-17', { history: history(1, 1, 1, 1, 1, 1, 1) })).toMatchObject({ limit: { days: 10, from: 'policy', sample: 7 } });
  });

  it('is measured by another share, or by a number of days, where the rule is tried out', () => {
    const life = aCaseAt('review', { on });
    expect(lookedAt(life, '2026-11-17', { history: tenStays }, { percentile: 100 })).toBeUndefined();
    expect(lookedAt(life, '2026-11-10', { history: tenStays }, { percentile: 50 })).toBeUndefined();
    expect(lookedAt(life, '2026-11-11', { history: tenStays }, { percentile: 50 })).toMatchObject({ silentDays: 7, limit: { days: 6, from: 'history' } });
    expect(lookedAt(life, '2026-11-06', {}, { limitDays: 3 })).toMatchObject({ silentDays: 4, limit: { days: 3 } });
  });

  it('waits for a general number of days where no policy names one', () => {
    const life = aCaseAt('publication', { on });
    expect(lookedAt(life, '2026-11-30')).toBeUndefined();
    expect(lookedAt(life, '2026-12-01')).toMatchObject({ silentDays: 21, limit: { days: 20, from: 'default' } });
  });

  it.each([
    ['drafting', 'regency'], ['intake', 'province'], ['harmonization', 'ministry'], ['endorsement', 'ministry'], ['sign-off', 'ministry'], ['deliberation', 'council'],
    ['council-submission', 'regency'], ['evaluation', 'province'], ['synchronization', 'gate'],
  ] as const)('at %s waits for: %s', (stage, cause) => {
    const life = aCaseAt(stage, { on });
    expect(lookedAt(life, '2027-04-01')).toMatchObject({ cause });
  });

  it('waits for the province where nobody has created a cohort for its gate', () => {
    expect(lookedAt(aCaseAt('synchronization', { on }), '2027-04-01', { noCohort: true })).toMatchObject({ cause: 'province', desk: [{ role: 'provincial-coordinator', scope: '17' }] });
  });

  it('at the gate is given until the cut-off', () => {
    const life = aCaseAt('synchronization', { on: '2026-12-01' });
    // The cut-off is Wednesday 30 December; Christmas and its leave of the day before are free.
    expect(lookedAt(life, '2026-12-30')).toBeUndefined();
    expect(lookedAt(life, '2026-12-31')).toMatchObject({ cause: 'gate', limit: { days: 19, from: 'policy' }, silentDays: 20 });
  });

  it('is not silenced by being reminded', () => {
    const life = aCaseAt('review', { on });
    const { substantiveSeq } = life.state;
    life.on('2026-11-16').give({ type: 'remind-desk' }, life.actor('administrator'));
    life.give({ type: 'escalate' }, life.actor('administrator'));
    expect(life.state).toMatchObject({ substantiveSeq, pressed: { reminded: '2026-11-16', escalated: '2026-11-16' } });
  });
});

describe('a desk without a holder', () => {
  const planner = { role: 'provincial-planner', scope: '17', since: '2026-11-05' };

  it('is told after five working days, with the role, the region and since when', () => {
    const life = aCaseAt('review', { on });
    expect(lookedAt(life, '2026-11-12', { vacancies: [planner] })).toBeUndefined();
    const stall = lookedAt(life, '2026-11-13', { vacancies: [planner] });
    expect(stall).toMatchObject({ cause: 'missing-holder', silentDays: 6, limit: { days: 5, from: 'policy' }, since: '2026-11-04T17:00:00.000Z', missing: [planner] });
    expect(stall!.sentence.id).toContain('Tidak ada yang dapat bertindak: peran Bappeda provinsi (Kab. Seluma) tidak ada pemegangnya sejak');
    expect(stall!.sentence.en).toContain('Nobody can act');
  });

  it('counts from the day the case came, when the office was empty before', () => {
    const life = aCaseAt('review', { on });
    expect(lookedAt(life, '2026-11-09', { vacancies: [{ ...planner, since: '2026-01-05' }] })).toBeUndefined();
    expect(lookedAt(life, '2026-11-10', { vacancies: [{ ...planner, since: null }] })).toMatchObject({ cause: 'missing-holder', silentDays: 6 });
  });

  it('is no concern of a case that asks nothing of it', () => {
    expect(lookedAt(aCaseAt('intake', { on }), '2026-11-04', { vacancies: [planner] })).toBeUndefined();
  });
});

describe('a case on hold', () => {
  const held = (until?: string): Life => {
    const life = aCaseAt('intake', { on: '2026-10-26' }).on(on).attach('provincial-coordinator', 'hold-evidence');
    life.give({ type: 'propose-hold', clock: 'intake#1', reason: 'election', first: on }, life.actor('provincial-coordinator'));
    life.give({ type: 'confirm-hold', n: 1, accepted: true }, life.actor('provincial-secretary'));
    if (until) life.on(until).give({ type: 'lift-hold', n: 1, last: until }, life.actor('provincial-coordinator'));
    return life;
  };

  it('is not stalled while the hold lasts no longer than the term it holds', () => {
    expect(lookedAt(held(), '2026-11-04')).toBeUndefined();
  });

  it('is stalled by its hold afterwards, and says since when and why', () => {
    const stall = lookedAt(held(), '2026-11-05');
    expect(stall).toMatchObject({ cause: 'hold', silentDays: 4, limit: { days: 3, from: 'policy' }, hold: { reason: 'election', first: on, heldDays: 4 } });
    expect(stall!.sentence.id).toMatch(/^Dijeda sejak .*4 hari kerja/);
  });

  it('is silent again from the day after the hold', () => {
    const life = held('2026-11-12');
    expect(lookedAt(life, '2026-11-17', { substantiveAt: noon(on) })).toBeUndefined();
    expect(lookedAt(life, '2026-11-18', { substantiveAt: noon(on) })).toMatchObject({ cause: 'province', silentDays: 4 });
  });
});

describe('a fault of the system', () => {
  const fault = { kind: 'activity-failing', since: noon(on), attempt: 6, activity: 'checkpointDocuments', code: 'store-away' } as const;
  const bounced = { kind: 'notice-bounced', since: noon(on), code: '550' } as const;

  it('is never the delay of an office', () => {
    const life = aCaseAt('review', { on });
    expect(lookedAt(life, '2026-12-10', { faults: [fault] })).toMatchObject({ cause: 'system', since: noon(on) });
    expect(lookedAt(life, '2026-11-03', { faults: [fault] })).toMatchObject({ cause: 'system', silentDays: 1 });
  });

  it('that stops no case gives way to the office that does', () => {
    const life = aCaseAt('review', { on });
    expect(lookedAt(life, '2026-11-03', { faults: [bounced] })).toMatchObject({ cause: 'system' });
    expect(lookedAt(life, '2026-12-10', { faults: [bounced] })).toMatchObject({ cause: 'province' });
  });

  it('is told in plain words with its attempt and cause, in both languages', () => {
    expect(faultSentence(fault)).toEqual({
      id: 'Langkah mesin alur tidak selesai (pemeriksaan ulang berkas sebelum diteruskan), percobaan 6: penyimpanan berkas tidak dapat dibaca.',
      en: 'A step of the engine does not succeed (re-hashing the files before they are handed on), attempt 6: the store of files cannot be read.',
    });
    expect(causeOf(bounced)!.en).toBe('the mail server answered 550');
    expect(causeOf({ kind: 'activity-failing', code: 'Oddity' })!.en).toContain('technical log');
  });
});

describe('a completed stay', () => {
  const stays = (life: Life): Stay[] => life.events.flatMap((event, index) => {
    const before = life.events.slice(0, index).reduce<Life['state'] | undefined>((state, one) => evolve(life.rules.definition, state, one), undefined);
    const stay = stayEnded(life.rules, before, event, evolve(life.rules.definition, before, event));
    return stay ? [stay] : [];
  });

  it('lasts as many working days as lie between coming and going', () => {
    const life = walk(aCaseAt('intake', { on }).on('2026-11-09'), 'review');
    expect(stays(life).at(-1)).toMatchObject({ stage: 'intake', round: 1, workingDays: 5 });
    expect(stays(life)).toHaveLength(7);
  });

  it('is not one that its sender took back, nor one that was given up', () => {
    const recalled = aCaseAt('harmonization', { on });
    const known = stays(recalled).length;
    recalled.give({ type: 'recall' }, recalled.actor('regency-drafter'));
    expect(stays(recalled)).toHaveLength(known);
    const withdrawn = aCaseAt('drafting', { on }).attach('regency-head', 'withdrawal-letter').take('regency-head', 'withdraw');
    expect(stays(withdrawn).map(({ stage }) => stage)).toEqual(['programme', 'preparation', 'academic-paper']);
  });

  it('counts no held days', () => {
    const life = aCaseAt('intake', { on }).on('2026-11-04').attach('provincial-coordinator', 'hold-evidence');
    life.give({ type: 'propose-hold', clock: 'intake#1', reason: 'election', first: '2026-11-03' }, life.actor('provincial-coordinator'));
    life.give({ type: 'confirm-hold', n: 1, accepted: true }, life.actor('provincial-secretary'));
    life.on('2026-11-06').give({ type: 'lift-hold', n: 1, last: '2026-11-06' }, life.actor('provincial-coordinator'));
    // Tuesday to Friday were held; Monday to Wednesday of the week after are left.
    expect(stays(walk(life.on('2026-11-11'), 'review')).at(-1)).toMatchObject({ stage: 'intake', workingDays: 3 });
  });
});

describe('a share of stays', () => {
  it('is the smallest stay that so many of them do not exceed', () => {
    const sorted = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect([10, 50, 80, 81, 100].map((percent) => percentileOf(sorted, percent))).toEqual([1, 5, 8, 9, 10]);
    expect(percentileOf([7], 80)).toBe(7);
  });
  it('of stays that end within the day still gives the desk a day', () => {
    const life = aCaseAt('review', { on });
    expect(limitOf(life.rules, life.state, history(0, 0, 0, 0, 0, 0, 0, 0), stallRule)).toMatchObject({ days: 1, from: 'history' });
  });
});

describe('reminding and escalating', () => {
  const given = (life: Life, type: 'remind-desk' | 'escalate', role: 'administrator' | 'provincial-coordinator' | 'provincial-planner', as = {}) => {
    const decision = life.judge({ type, actor: life.actor(role, as), at: life.at });
    return isRefusal(decision) ? decision.refused : decision.events[0];
  };

  it('tell the desk, or its superiors, and nobody else', () => {
    const life = aCaseAt('review', { on });
    expect(given(life, 'remind-desk', 'provincial-coordinator')).toMatchObject({ type: 'desk-reminded', body: { roles: ['provincial-coordinator', 'provincial-planner', 'provincial-legal'], on } });
    expect(given(life, 'escalate', 'administrator')).toMatchObject({ type: 'desk-escalated', body: { from: ['provincial-coordinator', 'provincial-planner', 'provincial-legal'], roles: ['provincial-secretary'] } });
    life.notices.length = 0;
    life.give({ type: 'escalate' }, life.actor('administrator'));
    expect(life.notices).toMatchObject([{ template: 'desk-escalated', to: { role: 'provincial-secretary', scope: '17' } }]);
  });

  it('belong to those who watch the cases of the region', () => {
    const life = aCaseAt('review', { on });
    expect(given(life, 'remind-desk', 'provincial-planner')).toBe('not-your-role');
    expect(given(life, 'escalate', 'provincial-coordinator')).toBe('not-your-role');
    expect(given(life, 'remind-desk', 'administrator', { scope: '18' })).toBe('not-your-region');
  });

  it('happen once a working day: not again on Saturday, again on Monday', () => {
    const life = aCaseAt('review', { on }).on('2026-11-06');
    life.give({ type: 'remind-desk' }, life.actor('administrator'));
    expect(given(life.on('2026-11-07'), 'remind-desk', 'administrator')).toBe('reminded-already');
    expect(given(life.on('2026-11-09'), 'remind-desk', 'administrator')).toMatchObject({ type: 'desk-reminded' });
  });
});
