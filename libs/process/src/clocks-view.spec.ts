import { clocksView } from '.';
import { type Life, aCaseAt } from '../testing';

const seen = (life: Life, rule: string) => clocksView(life.rules, life.state, life.at).filter((clock) => clock.rule === rule).at(-1)!;

describe('a clock as its readers see it', () => {
  /** Ten working days from Monday 2 March 2026 end on the 16th; with two held days the tenth comes after Nyepi and Idul Fitri, on the 25th. */
  const held = () => {
    const life = aCaseAt('review', { on: '2026-03-02' }).until('2026-03-06').attach('provincial-coordinator', 'hold-evidence');
    life.give({ type: 'propose-hold', clock: 'review#1', reason: 'council-recess', first: '2026-03-04' }, life.actor('provincial-coordinator'));
    life.give({ type: 'confirm-hold', n: 1, accepted: true }, life.actor('provincial-secretary'));
    life.give({ type: 'lift-hold', n: 1, last: '2026-03-05' }, life.actor('provincial-coordinator'));
    return life.until('2026-03-16');
  };
  it('says its rule, how sure its basis is, its days, and how many are left', () => {
    expect(seen(held(), 'review')).toMatchObject({
      key: 'review#1', class: 'policy', label: { id: 'Penelaahan provinsi', en: 'Provincial review' }, basis: { source: 'policy', certainty: 'assumed' },
      startedOn: '2026-03-02', dueOn: '2026-03-25', status: 'running', late: false, expired: false, provisional: false, workingDaysLeft: 2,
    });
  });
  it('prints its arithmetic in both languages, with the holidays by name and the pause by its ground', () => {
    expect(seen(held(), 'review').arithmetic).toEqual({
      id: 'Hari kerja ke-8 dari 10; mulai 2 Mar 2026 (tidak dihitung); 5 hari libur dilewati (Cuti Bersama Hari Suci Nyepi (Tahun Baru Saka 1948), Hari Suci Nyepi (Tahun Baru Saka 1948), Cuti Bersama Idul Fitri 1447 Hijriah ×3); 2 hari kerja dijeda karena Masa reses DPRD; jatuh tempo 25 Mar 2026',
      en: 'Working day 8 of 10; start 2 Mar 2026 (not counted); 5 holidays skipped (Collective leave for Nyepi, Day of Silence (Nyepi), Collective leave for Eid al-Fitr ×3); 2 working days paused because of Council in recess; due 25 Mar 2026',
    });
  });
  it('tells law from policy, and a reading of the law from its letter', () => {
    const life = aCaseAt('evaluation-submission', { on: '2026-03-02' });
    expect(seen(life, 'enactment')).toMatchObject({ class: 'statutory-with-effect', basis: { source: 'UU 23/2014 art. 242(6)', certainty: 'verified' }, startedOn: '2026-03-02', dueOn: '2026-04-21' });
    expect(seen(life, 'hand-over')).toMatchObject({ class: 'statutory', basis: { source: 'UU 23/2014 art. 242(2)', certainty: 'verified' }, dueOn: '2026-03-05' });
    expect(seen(life, 'sending')).toMatchObject({ class: 'statutory', basis: { source: 'UU 23/2014 arts. 267(2), 325(1) by analogy', certainty: 'assumed' }, dueOn: '2026-03-05' });
  });
  it('counts backwards once it is late, and stands still once it is met', () => {
    const late = aCaseAt('harmonization', { on: '2026-03-02' }).until('2026-03-11');
    expect(seen(late, 'harmonization')).toMatchObject({ dueOn: '2026-03-09', status: 'running', late: true, expired: true, workingDaysLeft: -2 });
    expect(seen(late, 'consultation')).toMatchObject({ status: 'met', metOn: '2026-03-02', dueOn: '2026-04-07', late: false });
  });
});
