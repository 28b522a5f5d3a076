import { type Clock, dayAt, isWorkingDay, msOf, rpikV1 } from '.';
import { aCaseAt, type Life, sealed, type Taking } from '../testing';

const start = '2026-03-02';
type ClockName = keyof typeof rpikV1.clocks;

/**
 * Every clock of the process, begun on Monday 2 March 2026. Its due day, and the days of the five rungs: three and one working days
 * before, on the day, one and five after. Counted by hand over the joint decree: Nyepi 18 and 19, Idul Fitri 20 to 24 March, Good
 * Friday 3 April, Labour Day 1, Ascension 14 and 15, Idul Adha 27 and 28 May, Pancasila 1, New Year of the Hijrah 16 June. A rung
 * that would lie on the day of the start or before it does not exist. A day given from outside may be a holiday: its rung comes before.
 */
const ladders: Record<ClockName, [dueOn: string, rungs: (string | null)[]]> = {
  programme: ['2026-06-10', ['06-05', '06-09', '06-10', '06-11', '06-18']],
  preparation: ['2026-07-23', ['07-20', '07-22', '07-23', '07-24', '07-30']],
  'academic-paper': ['2026-06-10', ['06-05', '06-09', '06-10', '06-11', '06-18']],
  drafting: ['2026-06-10', ['06-05', '06-09', '06-10', '06-11', '06-18']],
  redrafting: ['2026-03-27', ['03-17', '03-26', '03-27', '03-30', '04-06']],
  consultation: ['2026-04-07', ['04-01', '04-06', '04-07', '04-08', '04-14']],
  harmonization: ['2026-03-09', ['03-04', '03-06', '03-09', '03-10', '03-16']],
  intake: ['2026-03-05', [null, '03-04', '03-05', '03-06', '03-12']],
  review: ['2026-03-16', ['03-11', '03-13', '03-16', '03-17', '03-30']],
  recommendation: ['2026-03-09', ['03-04', '03-06', '03-09', '03-10', '03-16']],
  endorsement: ['2026-03-27', ['03-17', '03-26', '03-27', '03-30', '04-06']],
  'sign-off': ['2026-03-09', ['03-04', '03-06', '03-09', '03-10', '03-16']],
  'hand-over': ['2026-03-05', [null, '03-04', '03-05', '03-06', '03-12']],
  sending: ['2026-03-05', [null, '03-04', '03-05', '03-06', '03-12']],
  'sending-after-hand-over': ['2026-03-05', [null, '03-04', '03-05', '03-06', '03-12']],
  evaluation: ['2026-03-30', ['03-25', '03-27', '03-30', '03-31', '04-07']],
  refinement: ['2026-03-11', ['03-06', '03-10', '03-11', '03-12', '03-25']],
  'refinement-again': ['2026-03-11', ['03-06', '03-10', '03-11', '03-12', '03-25']],
  'number-request': ['2026-03-05', [null, '03-04', '03-05', '03-06', '03-12']],
  number: ['2026-03-11', ['03-06', '03-10', '03-11', '03-12', '03-25']],
  enactment: ['2026-04-21', ['04-16', '04-20', '04-21', '04-22', '04-28']],
  reporting: ['2026-03-11', ['03-06', '03-10', '03-11', '03-12', '03-25']],
  'cut-off': ['2026-12-30', ['12-23', '12-29', '12-30', '12-31', '01-08']],
  condition: ['2026-03-24', ['03-13', '03-17', '03-17', '03-25', '03-31']],
};

const lettered: Taking = { reasonCode: 'incomplete', note: sealed('Lampiran'), remarks: [{ text: sealed('Lampiran') }] };
const requested = () => aCaseAt('registration', { on: start }).attach('regency-head', 'number-request').take('regency-head', 'request-number', { facts: { numberRequestedOn: start } });
const received = () => requested().take('provincial-legal', 'receive-request', { facts: { numberRequestReceivedOn: start } });

/** How the clocks begin that no arrival at a stage begins. */
const begins: Partial<Record<ClockName, () => Life>> = {
  redrafting: () => aCaseAt('intake', { on: start }).take('provincial-coordinator', 'return-incomplete', lettered),
  consultation: () => aCaseAt('public-consultation', { on: start }),
  'cut-off': () => aCaseAt('synchronization', { on: start }),
  condition: () => {
    const life = aCaseAt('sign-off', { on: start }).attach('ministry-signer', 'endorsement-letter');
    return life.take('ministry-signer', 'endorse-with-conditions', { facts: { endorsementLetterNumber: 'B/1' }, signInAge: 60, conditions: [{ text: 'Lengkapi peta', owner: 'regency-drafter', dueOn: '2026-03-24' }] });
  },
  'hand-over': () => aCaseAt('evaluation-submission', { on: start }),
  sending: () => aCaseAt('evaluation-submission', { on: start }),
  'sending-after-hand-over': () => aCaseAt('evaluation-submission', { on: start }).take('council-secretariat', 'hand-over', { facts: { handedOverOn: start } }),
  evaluation: () => aCaseAt('evaluation', { on: start }).take('provincial-legal', 'receive', { facts: { receivedOn: start } }),
  'refinement-again': () => received().take('provincial-legal', 'return-for-refinement', { reasonCode: 'drafting-technique' }),
  'number-request': () => aCaseAt('registration', { on: start }),
  number: received,
  enactment: () => aCaseAt('evaluation-submission', { on: start }),
  reporting: () => aCaseAt('promulgation', { on: start }),
};

const days = [-3, -1, 0, 1, 5];
/** Half past seven in Bengkulu. */
const instant = (day: string): string => `${day < '03' ? 2027 : 2026}-${day}T00:30:00.000Z`;
const running = (life: Life, name: string): Clock => life.state.clocks.find(({ rule, status }) => rule === name && status === 'running')!;
const of = (life: Life, { key }: Clock) => life.of('reminder-due').filter(({ body }) => body.clock === key).map(({ body, at }) => ({ ...body, at }));

describe.each(Object.entries(ladders) as [ClockName, [string, (string | null)[]]][])('the ladder of the clock %s', (name, [dueOn, rungs]) => {
  const life = (begins[name] ?? (() => aCaseAt(name as 'intake', { on: start })))();
  const clock = running(life, name);
  const climbed = life.fork().until('2027-03-31');
  const existing = days.filter((_, n) => rungs[n] !== null);
  // Of two that meet on one day only the higher is sent.
  const alone = existing.filter((day) => rungs[days.indexOf(day)] !== rungs[days.indexOf(day) + 1]);

  it('stands on its days: the office three times, then its superior, then the administrator, each once', () => {
    expect([clock.startedOn, clock.dueOn]).toEqual([start, dueOn]);
    expect(of(climbed, clock).map(({ day, to, at }) => [day, to, at])).toEqual(alone.map((day) => [day, day <= 0 ? 'owner' : day === 1 ? 'superior' : 'administrator', instant(rungs[days.indexOf(day)]!)]));
  });
  it('is climbed on working days only, past Idul Fitri', () => {
    for (const { at } of of(climbed, clock)) expect([at, isWorkingDay(life.rules.calendar, dayAt(msOf(at), life.rules.zone))]).toEqual([at, true]);
    expect(of(climbed, clock).filter(({ at }) => at >= '2026-03-18' && at < '2026-03-25')).toEqual([]);
  });
  it('sends after an outage the highest rung that is due, once, and says which it has passed over', () => {
    const late = life.fork();
    late.on(of(climbed, clock).at(-1)!.at.slice(0, 10), '09:00');
    late.tick();
    late.tick();
    const sent = of(late, clock);
    expect(sent.map(({ day, skipped }) => [day, skipped])).toEqual([[5, existing.slice(0, -1)]]);
  });
});

it('every clock of the process has its ladder here', () => {
  expect(Object.keys(ladders).sort()).toEqual(Object.keys(rpikV1.clocks).sort());
  expect(rpikV1.ladder.map(({ day }) => day)).toEqual(days);
});
