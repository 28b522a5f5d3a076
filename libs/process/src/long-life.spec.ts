import { alarmsOf, nextAlarm } from '.';
import { type Life, aCaseAt, road, sealed, walk } from '../testing';

const remarks = [{ text: sealed('Lampiran tidak lengkap'), unit: 'Pasal 7 ayat (2)' }];

/** When the year of the programme is over, the council lists the draft anew. */
function relisted(life: Life): Life {
  const year = Number(life.today.slice(0, 4));
  return life.attach('council-secretariat', 'relisting-decision', `${year}`).take('council-secretariat', 'relist', { facts: { relistingNumber: `${year}/DPRD`, relistingYear: String(year) } });
}

/** Ten rounds, from January 2026 to the turn of the year 2028: the legal bureau vetoes nine times, and every term is let pass. */
function ofThreeYears(): Life {
  const life = aCaseAt('intake', { on: '2026-01-05' });
  for (let round = 2; round <= 10; round++) {
    const months = (round - 1) * 4;
    const day = `${2026 + Math.floor(months / 12)}-${String(1 + (months % 12)).padStart(2, '0')}-15`;
    walk(life, 'review').take('provincial-legal', 'unfavourable', { checks: { C05: 'not-conform' }, remarks });
    life.take('provincial-coordinator', 'return-to-regency', { reasonCode: 'outside-authority' }).until(day);
    if (life.state.flags.includes('relisting-due')) relisted(life);
    road.drafting(life.attach('regency-drafter', 'draft-regulation', `round ${round}`));
  }
  return life;
}

describe('a long life', () => {
  const life = ofThreeYears();
  it('of ten rounds, more than forty clocks and three years fits into thirty kilobytes', () => {
    expect(life.state.round).toBe(10);
    expect(life.state.clocks.length).toBeGreaterThan(40);
    expect(Buffer.byteLength(JSON.stringify(life.state))).toBeLessThan(30_000);
    expect([life.events[0]!.at.slice(0, 10), life.today]).toEqual(['2026-01-05', '2029-01-15']);
  });
  it('ends where it should, with all the papers and the clocks of the law little larger', () => {
    const ended = walk(life.fork(), 'published');
    expect(ended.state.clocks.length).toBeGreaterThan(50);
    expect(Buffer.byteLength(JSON.stringify(ended.state))).toBeLessThan(32_000);
    expect(ended.state.seq).toBeLessThan(2_000);
  });
  it('has climbed the ladder of every term that was let pass, each rung once', () => {
    const rungs = life.of('reminder-due').map(({ body }) => `${body.clock} ${body.day}`);
    expect(new Set(rungs).size).toBe(rungs.length);
    expect(life.of('reminder-due').filter(({ body }) => body.clock === 'redrafting#9').map(({ body }) => body.day)).toEqual([-3, -1, 0, 1, 5]);
  });
  it('costs one timer: the earliest alarm of all, whatever else is to come', () => {
    const alarms = alarmsOf(life.rules, life.state);
    expect(alarms.length).toBeGreaterThan(1);
    expect(Date.parse(nextAlarm(life.rules, life.state)!.at)).toBe(Math.min(...alarms.map(({ at }) => at)));
  });
});
