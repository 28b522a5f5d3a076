import { climbs, isMandatory, nextAlarm, rpikV1, tellings } from '.';
import { aCaseAt, type Life } from '../testing';

const delivery = { system: 'delivery' } as const;
const bounce = (life: Life, role: string, template = 'reminder') => {
  life.notices.length = 0;
  return life.system({ type: 'notice-bounced', notice: 'a-notice', template, role }, delivery);
};
const told = (life: Life) => life.notices.map(({ template, to }) => [template, to.role, to.scope]);

describe('a notice that reached nobody', () => {
  it.each([
    ['regency-drafter', 'regency-secretary', '1705'], ['regency-secretary', 'regency-head', '1705'], ['regency-head', 'administrator', '1705'], ['council-secretariat', 'administrator', '1705'],
    ['harmonizer', 'administrator', '1705'], ['provincial-coordinator', 'provincial-secretary', '17'], ['provincial-planner', 'provincial-secretary', '17'], ['provincial-legal', 'provincial-secretary', '17'],
    ['provincial-secretary', 'administrator', '1705'],
  ])('to %s is told at once to %s', (role, superior, scope) => {
    const life = aCaseAt('intake');
    expect(bounce(life, role)).toMatchObject([{ type: 'notice-bounced', actor: delivery, body: { notice: 'a-notice', template: 'reminder', role, to: superior } }]);
    expect(told(life)).toEqual([['notice-bounced', superior, scope]]);
  });
  it('to the ministry goes up within the ministry, and only when the ministry reads the case', () => {
    const life = aCaseAt('endorsement');
    bounce(life, 'ministry-reviewer');
    expect(told(life)).toEqual([['notice-bounced', 'ministry-signer', '']]);
  });
  it('names the office and the matter, and no person', () => {
    const life = aCaseAt('intake');
    bounce(life, 'provincial-coordinator', 'overdue');
    expect(life.notices[0]!.data).toMatchObject({ unreachedOffice: rpikV1.roles['provincial-coordinator'].label, message: { en: 'notices to the superior' } });
    expect(JSON.stringify([life.events.at(-1), life.notices[0]!.data])).not.toContain('p_');
  });
  it('ends at the administrator: above them there is nobody to tell', () => {
    const life = aCaseAt('intake');
    expect(bounce(life, 'administrator', 'overdue')).toEqual([]);
    expect(told(life)).toEqual([]);
  });
  it('leaves the case as it is: screens stay valid, clocks run, the desk keeps its task', () => {
    const life = aCaseAt('intake');
    const { state } = life;
    bounce(life, 'provincial-coordinator');
    expect(life.state).toEqual({ ...state, seq: state.seq + 1, at: state.at });
    expect(nextAlarm(life.rules, life.state)).toEqual(nextAlarm(life.rules, state));
  });
  it('is heard while the case is on its way to the next desk, and not after its end', () => {
    const life = aCaseAt('programme').attach('regency-drafter', 'council-programme-decision');
    life.begin('regency-drafter', 'record-programme', { facts: { programmeDecisionNumber: '12', programmeYear: '2026' } });
    expect(bounce(life, 'regency-drafter')).toHaveLength(1);
    expect(life.carry().stage).toBe('preparation');
    life.attach('regency-head', 'withdrawal-letter').take('regency-head', 'withdraw');
    expect(() => bounce(life, 'regency-drafter')).toThrow('case-closed');
  });
});

describe('notices that nobody switches off', () => {
  it('are the rungs from the due day on, what superiors hear, returns, moved and deemed days, and faults', () => {
    expect([-3, -1, 0, 1, 5].map((rung) => isMandatory('reminder', { rung }))).toEqual([false, false, true, true, true]);
    const always = Object.keys(tellings).filter((template) => isMandatory(template, { rung: -3 }));
    expect(always.sort()).toEqual([
      'case-returned', 'chain-broken', 'deadline-moved', 'declined', 'deemed-valid', 'desk-escalated', 'desk-reminded', 'no-holder', 'notice-bounced', 'overdue', 'readiness-declined', 'readiness-expired', 'readiness-rejected', 'system-fault', 'transfer-failed',
    ]);
  });
  it('go up the ladder when they bounce, as every reminder does; the others do not', () => {
    expect(climbs('reminder', { rung: -3 }) && climbs('overdue') && climbs('case-returned')).toBe(true);
    expect(['remark-added', 'task-opened', 'endorsed', 'vote-recorded', 'chain-broken'].filter((template) => climbs(template))).toEqual([]);
  });
});
