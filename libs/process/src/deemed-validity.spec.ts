import { clocksView, nextAlarm } from '.';
import { type Life, aCaseAt, promulgated, walk } from '../testing';

/** T0 Mon 2 March 2026: the 30th working day is Tue 21 April, three more end on Fri 24 April. */
const T0 = '2026-03-02';
const [due, lastDayOfPatience, dayAfter] = ['2026-04-21', '2026-04-24', '2026-04-25'];

const requested = (): Life =>
  aCaseAt('registration', { on: T0 }).attach('regency-head', 'number-request').take('regency-head', 'request-number', { facts: { numberRequestedOn: T0 } })
    .take('provincial-legal', 'receive-request', { facts: { numberRequestReceivedOn: T0 } });
const numberIssued = (issuedOn: string, enteredOn = issuedOn): Life =>
  requested().until(enteredOn).take('provincial-legal', 'issue-number', { facts: { registerNumber: '7/2026', registerNumberIssuedOn: issuedOn } });
const signed = (life: Life) => life.attach('regency-head', 'signed-regulation');
const enact = (enactedOn: string) => ({ facts: { regulationNumber: '3/2026', enactedOn } });
const deemed = () => numberIssued('2026-04-08').until(dayAfter);
const late = (life: Life) => clocksView(life.rules, life.state, life.at).find(({ rule }) => rule === 'enactment')!.consequence?.en;

describe('when the head does not sign', () => {
  it('a draft with a number is valid by law, recorded three working days later, effective the day after the thirtieth', () => {
    const life = numberIssued('2026-04-08').until(lastDayOfPatience, '23:59');
    expect(life.stage).toBe('enactment');
    life.until(dayAfter, '00:01');
    expect(life.stage).toBe('promulgation');
    const [event] = life.of('deemed-valid');
    expect(event).toMatchObject({ actor: { system: 'clock', article: 'UU 23/2014 art. 242(7)' }, at: '2026-04-24T17:00:00.000Z', body: { effectiveOn: '2026-04-22', to: 'promulgation' } });
    expect(life.state.flags).toContain('deemed-valid');
  });
  it('the seven days to report run from the deemed date, and the ladder of the enactment ends', () => {
    const life = deemed().until('2026-06-30');
    expect(life.clock('reporting')).toMatchObject({ startedOn: '2026-04-22', dueOn: '2026-05-04' });
    expect(life.clock('enactment')).toMatchObject({ status: 'met', metOn: '2026-04-22', dueOn: due });
    expect(life.of('reminder-due').filter(({ body, at }) => body.clock === 'enactment#1' && at > '2026-04-25')).toEqual([]);
  });
  it('a number issued on the very last day is in time, also when it was entered late', () => {
    expect(numberIssued(due).until(dayAfter).stage).toBe('promulgation');
    const life = numberIssued(due, '2026-04-29');
    expect(life.stage).toBe('enactment');
    expect(life.tick().map(({ type }) => type)).toContain('deemed-valid');
  });
  it('a number issued too late gives time no effect: enactment stays open, and the law is silent', () => {
    const life = numberIssued('2026-04-22').until('2026-06-30');
    expect(life.stage).toBe('enactment');
    expect(late(life)).toBe('Late; legal effect unregulated');
    expect(signed(life).take('regency-head', 'enact', enact('2026-06-29')).stage).toBe('promulgation');
    expect(life.state.flags).not.toContain('deemed-valid');
  });
  it('without a number nothing happens at all', () => {
    const life = requested().until('2026-06-30');
    expect(life.stage).toBe('registration');
    expect(life.of('deemed-valid')).toEqual([]);
    expect(late(life)).toBe('Late; legal effect unregulated');
  });
  it('says nothing of the law’s silence while the number came in time', () => {
    expect(late(numberIssued('2026-04-08').until('2026-04-23'))).toBeUndefined();
  });
  it('while an enactment in time waits for the engine, time has no effect', () => {
    const life = signed(numberIssued('2026-04-08')).until(due).begin('regency-head', 'enact', enact(due)).until('2026-05-04');
    expect(life.of('deemed-valid')).toEqual([]);
    expect(life.carry().stage).toBe('promulgation');
    expect(life.state.facts['enactedOn']).toBe(due);
    expect(life.state.flags).toEqual([]);
  });
  it('and when that transfer fails, time takes its effect at the next tick', () => {
    const life = signed(numberIssued('2026-04-08')).until(due).begin('regency-head', 'enact', enact(due)).until('2026-05-04').damage('signed-regulation');
    expect(life.stage).toBe('enactment');
    life.tick();
    expect(life.stage).toBe('promulgation');
  });
});

describe('an enactment that is registered late', () => {
  it('but signed in time is accepted within the days of patience', () => {
    const life = signed(numberIssued('2026-04-08').until('2026-04-23')).take('regency-head', 'enact', enact(due));
    expect(life.stage).toBe('promulgation');
    expect(life.until('2026-06-30').of('deemed-valid')).toEqual([]);
  });
  it('and signed after the thirtieth day is refused: the regulation is valid already', () => {
    const life = signed(numberIssued('2026-04-08').until('2026-04-23'));
    expect(life.refused('regency-head', 'enact', enact('2026-04-22'))).toBe('deemed');
  });
  it('but signed in time supersedes the deemed validity until promulgation; both stay on record', () => {
    const life = signed(deemed());
    expect(life.refused('regency-head', 'enact', enact('2026-04-22'))).toBe('deemed');
    life.take('regency-head', 'enact', enact('2026-04-20'));
    expect(life.state).toMatchObject({ stage: 'promulgation', flags: [], facts: { enactedOn: '2026-04-20' } });
    expect([life.of('deemed-valid'), life.of('deemed-valid-superseded')].map((events) => events.length)).toEqual([1, 1]);
    expect(life.clock('reporting')).toMatchObject({ key: 'reporting#1', startedOn: '2026-04-20', dueOn: '2026-04-29' });
    expect(life.clock('enactment')!.metOn).toBe('2026-04-20');
    expect(life.state.marks.signed).toBeDefined();
  });
  it('starts no second reporting term when the report has been made', () => {
    const life = signed(deemed()).attach('regency-head', 'report-letter').take('regency-head', 'report', { facts: { reportedOn: dayAfter } });
    life.take('regency-head', 'enact', enact('2026-04-20'));
    expect(life.state.clocks.filter(({ rule }) => rule === 'reporting')).toMatchObject([{ status: 'met' }]);
  });
  it('is not registered twice, nor without the paper, nor by a daily deputy', () => {
    expect(deemed().refused('regency-head', 'enact', enact('2026-04-20'))).toBe('missing-documents');
    expect(signed(deemed()).refused('regency-head', 'enact', { ...enact('2026-04-20'), as: { capacity: 'Plh' } })).toBe('not-your-capacity');
    const life = signed(deemed()).take('regency-head', 'enact', enact('2026-04-20'));
    expect(life.refused('regency-head', 'enact', enact('2026-04-20'))).toBe('flag-required');
  });
  it('comes too late after promulgation', () => {
    const life = promulgated(deemed());
    expect(life.stage).toBe('reporting');
    expect(life.refused('regency-head', 'enact', enact('2026-04-20'))).toBe('wrong-stage');
    expect(walk(life, 'published').state.flags).toEqual(['deemed-valid']);
  });
  it('gives way to promulgation only with the sentence of the law on the last page', () => {
    const facts = { gazetteNumber: 'LD 2026/3', promulgatedOn: dayAfter };
    const life = deemed().attach('regency-secretary', 'gazette-copy');
    expect(life.refused('regency-secretary', 'promulgate', { facts })).toBe('missing-facts');
    expect(life.refused('regency-secretary', 'promulgate', { facts: { ...facts, validitySentence: 'Disahkan' } })).toBe('fact-invalid');
    expect(life.take('regency-secretary', 'promulgate', { facts: { ...facts, validitySentence: 'Peraturan Daerah ini dinyatakan sah' } }).stage).toBe('reporting');
    expect(life.state.facts['validitySentence']).toBe('Peraturan Daerah ini dinyatakan sah');
  });
  it('that was signed is promulgated without that sentence, also where a late paper has superseded the law’s word', () => {
    const facts = { gazetteNumber: 'LD 2026/3', promulgatedOn: dayAfter };
    const life = signed(deemed()).take('regency-head', 'enact', enact('2026-04-20')).attach('regency-secretary', 'gazette-copy');
    expect(life.refused('regency-secretary', 'promulgate', { facts: { ...facts, validitySentence: 'Peraturan Daerah ini dinyatakan sah' } })).toBe('unknown-fact');
    expect(life.take('regency-secretary', 'promulgate', { facts }).stage).toBe('reporting');
  });
  it('is not smuggled in as an external event', () => {
    const life = signed(deemed());
    expect(life.refusal({ type: 'register-external-event', kind: 'enactment', facts: { regulationNumber: '3', enactedOn: '2026-04-24' } }, life.actor('regency-head'))?.refused).toBe('unknown-fact');
  });
  it('after an outage of weeks finds one event, dated when it was due', () => {
    const life = numberIssued('2026-04-08').on('2026-06-01');
    const events = life.tick();
    expect(events.filter(({ type }) => type === 'deemed-valid')).toHaveLength(1);
    expect(life.of('deemed-valid')[0]!.body.dueAt).toBe('2026-04-24T17:00:00.000Z');
    life.tick();
    expect([life.tick(), nextAlarm(life.rules, life.state)]).toEqual([[], undefined]);
    expect(life.of('reminder-due').filter(({ body }) => body.clock === 'enactment#1' && body.day === 5)).toEqual([]);
  });
});
