import { noticesOf, type PlanVersion, tasksOf } from '.';
import { aCaseAt, type Life, sealed, sha256 } from '../testing';

const ripin: PlanVersion = { kind: 'RIPIN', version: 'PP 14/2015' };
const rpip: PlanVersion = { kind: 'RPIP', version: '2018–2038', regionCode: '17' };
const rtrw: PlanVersion = { kind: 'RTRWK', version: '2012', regionCode: '1705' };
const known = [ripin, rpip, rtrw];
const newRpip: PlanVersion = { ...rpip, version: '2026–2046' };
const x01 = 'X01.1704-1705.commodity-tenun';

/** At the gate, with every check given on the plans that were in force. */
function reviewed(): Life {
  return aCaseAt('review')
    .take('provincial-coordinator', 'favourable', { checks: { C01: 'conform', C02: 'conform' }, plans: known })
    .take('provincial-planner', 'favourable', { checks: { C03: 'conform', C04: 'conform', C06: 'conform' }, plans: known })
    .take('provincial-legal', 'favourable', { checks: { C05: 'conform' }, plans: known });
}
const tell = (life: Life, plans: PlanVersion[], findings: string[] = []) => life.system({ type: 'mark-checks', plans, findings }, { system: 'cohort' });
const stale = (life: Life) => (life.state.stale ?? []).map(({ check, role, cause }) => `${check} ${role} ${cause.join()}`);
const rechecks = (life: Life) => tasksOf(life.rules, life.state).filter(({ key }) => key.startsWith('recheck.')).map(({ key, role, verb }) => `${key} ${role} ${verb.en}`);
const recheck = (life: Life, check: string, result: 'conform' | 'not-conform', note?: string, plans = [ripin, newRpip, rtrw]) =>
  life.refusal({ type: 'recheck', check, result, plans, ...(note && { note: sealed(note) }) }, life.actor('provincial-coordinator'))?.refused;
const rechecked = (life: Life, check: string, result: 'conform' | 'not-conform', note?: string) =>
  life.give({ type: 'recheck', check, result, plans: [ripin, newRpip, rtrw], ...(note && { note: sealed(note) }) }, life.actor('provincial-coordinator'));

describe('a new version of a plan of higher rank', () => {
  it.each<[plan: PlanVersion, marked: string[]]>([
    [{ ...ripin, version: 'PP 9/2027' }, ['C01 provincial-coordinator RIPIN PP 9/2027']],
    [newRpip, ['C02 provincial-coordinator RPIP 2026–2046']],
    [{ ...rtrw, version: '2026' }, ['C03 provincial-planner RTRWK 2026']],
    [{ ...rtrw, version: '2026', regionCode: '1704' }, []],
  ])('%o makes stale exactly the checks that relied on it', (plan, marked) => {
    const life = reviewed();
    tell(life, [...known.filter(({ kind, regionCode }) => kind !== plan.kind || regionCode !== plan.regionCode), plan]);
    expect(stale(life)).toEqual(marked);
  });

  it('marks once, tells the office and asks it, and moves nothing', () => {
    const life = reviewed();
    const [stage, round, clocks] = [life.stage, life.state.round, life.state.clocks];
    expect(tell(life, [ripin, newRpip, rtrw])).toHaveLength(1);
    expect(tell(life, [ripin, newRpip, rtrw])).toEqual([]);
    expect(rechecks(life)).toEqual(['recheck.C02 provincial-coordinator Check again: In line with the provincial plan']);
    expect([life.stage, life.state.round, life.state.clocks]).toEqual([stage, round, clocks]);
    const told = noticesOf(life.rules, undefined, life.events.at(-1)!, life.state);
    expect(told.map(({ template, to, data }) => [template, to.role, data['reason']])).toEqual([['check-stale', 'provincial-coordinator', { id: 'RPIP 2026–2046', en: 'RPIP 2026–2046' }]]);
  });

  it('marks nothing that was given without a cohort, nor a case that is with the council already', () => {
    const before = aCaseAt('synchronization');
    tell(before, [ripin, newRpip]);
    expect(stale(before)).toEqual([]);
    const submitted = aCaseAt('council-submission');
    expect(tell(submitted, [ripin, newRpip], [x01])).toEqual([]);
  });

  it('is asked of the vote itself while the review lasts: a vote given anew is fresh', () => {
    const life = aCaseAt('review').take('provincial-coordinator', 'favourable', { checks: { C01: 'conform', C02: 'conform' }, plans: known });
    tell(life, [ripin, newRpip, rtrw]);
    expect(stale(life)).toHaveLength(1);
    life.take('provincial-coordinator', 'favourable', { checks: { C01: 'conform', C02: 'conform' }, plans: [ripin, newRpip, rtrw] });
    expect(stale(life)).toEqual([]);
    expect(tell(life, [ripin, newRpip, rtrw])).toEqual([]);
  });
});

describe('claims that are amended at the gate', () => {
  it.each([
    [['flagships'], ['C01 provincial-coordinator flagships', 'C02 provincial-coordinator flagships']],
    [['zones'], ['C03 provincial-planner zones', 'C06 provincial-planner zones']],
    [['materials', 'links'], ['C06 provincial-planner materials']],
    [['sentra', 'port'], []],
  ])('in %j make stale exactly the checks that read them', (tables, marked) => {
    const life = reviewed();
    life.give({ type: 'amend-claims', sha256: sha256('m2'), valid: true, resolution: x01, tables }, life.actor('regency-drafter'));
    expect(stale(life)).toEqual(marked);
    expect(life.stage).toBe('synchronization');
  });
});

describe('a stale check', () => {
  const overtaken = () => {
    const life = reviewed();
    tell(life, [ripin, newRpip, rtrw]);
    return life;
  };

  it('is cleared when its office finds that it holds', () => {
    const life = overtaken();
    rechecked(life, 'C02', 'conform');
    expect([stale(life), rechecks(life), tell(life, [ripin, newRpip, rtrw])]).toEqual([[], [], []]);
  });

  it('stays when it does not hold any more, with a note, and the coordinator is asked whether to reopen', () => {
    const life = overtaken();
    expect(recheck(life, 'C02', 'not-conform')).toBe('note-required');
    rechecked(life, 'C02', 'not-conform', 'Tenun tidak lagi tercantum.');
    expect(life.state.stale).toEqual([{ check: 'C02', role: 'provincial-coordinator', cause: ['RPIP 2026–2046'], found: 'not-conform' }]);
    expect(rechecks(life)).toEqual(['recheck.C02 provincial-coordinator Decide on reopening: In line with the provincial plan']);
  });

  it('is given again by its own office only, and only when it is stale', () => {
    const life = overtaken();
    expect(life.refusal({ type: 'recheck', check: 'C02', result: 'conform' }, life.actor('provincial-planner'))?.refused).toBe('not-your-role');
    expect(life.refusal({ type: 'recheck', check: 'C02', result: 'conform' }, life.actor('provincial-coordinator', { scope: '18' }))?.refused).toBe('not-your-region');
    expect([recheck(life, 'C01', 'conform'), recheck(life, 'C09', 'conform')]).toEqual(['check-not-stale', 'unknown-check']);
  });

  it.each(['synchronization', 'recommendation', 'endorsement', 'sign-off'] as const)('lets the coordinator reopen the case at %s, and the planner confirm', (stage) => {
    const life = aCaseAt(stage);
    expect(life.refused('provincial-coordinator', 'reopen', { reasonCode: 'conflicts-provincial-plan', note: sealed('RPIP 2026') })).toBe('check-not-stale');
    tell(life, known, [x01]);
    life.take('provincial-coordinator', 'reopen', { reasonCode: 'overlap-with-region', note: sealed('X01') }).take('provincial-planner', 'reopen');
    expect(life.state).toMatchObject({ stage: 'drafting', round: 2, votes: [] });
    expect([life.state.stale, life.state.staleFindings]).toEqual([undefined, undefined]);
  });

  it('stops carrying a finding that is asked of nobody any more', () => {
    const life = aCaseAt('recommendation');
    tell(life, known, [x01]);
    expect(life.state.staleFindings).toEqual([x01]);
    tell(life, known, []);
    expect(life.state.staleFindings).toBeUndefined();
  });
});

describe('a conflict the gate was opened over', () => {
  it('stands in every later manifest, by the hash of the reason', () => {
    const reason = sealed('Disepakati Gubernur.');
    const life = aCaseAt('synchronization');
    const before = life.state.manifest!;
    life.system({ type: 'open-gate', cohort: 'cohort-17-2026', round: 1, release: 9, arrivalSeq: life.state.gate!.arrivedSeq, overrides: [{ key: x01, reason }] }, { system: 'cohort' });
    life.attach('provincial-coordinator', 'recommendation-letter').attach('provincial-coordinator', 'synchronization-minutes').take('provincial-coordinator', 'recommend');
    expect(life.stage).toBe('endorsement');
    expect([before.overrides, life.state.manifest!.overrides]).toEqual([undefined, [{ key: x01, reason: reason.sha256 }]]);
    life.take('ministry-reviewer', 'return-to-province', { reasonCode: 'other', note: sealed('Lengkapi.'), remarks: [{ text: sealed('Lengkapi.') }] });
    expect(life.state.manifest!.overrides).toHaveLength(1);
  });
});
