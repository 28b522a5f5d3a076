import { personas } from './index';

const bengkulu = [
  { bps: '1705', name: 'Kabupaten Seluma' },
  { bps: '1771', name: 'Kota Bengkulu' },
];

describe('the personas of the demo', () => {
  it('are four in each region, five in the province and three of the nation', () => {
    expect(personas(bengkulu).map(({ persona }) => persona)).toEqual([
      'drafter-1705', 'secretary-1705', 'head-1705', 'council-1705',
      'drafter-1771', 'secretary-1771', 'head-1771', 'council-1771',
      'coordinator-1700', 'planner-1700', 'legal-1700', 'harmonizer-1700', 'secretary-1700',
      'ministry-reviewer', 'ministry-signer', 'admin',
    ]);
  });

  it('say who they are, and that they are samples', () => {
    const all = personas(bengkulu);
    expect(all[2]).toMatchObject({ subject: 'demo|head-1705', role: 'regency-head', scope: '1705', email: 'head-1705@contoh.selaras.test', office: { id: 'Bupati, Kabupaten Seluma' } });
    expect(all.find(({ persona }) => persona === 'head-1771')?.office).toEqual({ id: 'Wali Kota, Kota Bengkulu', en: 'Mayor, Kota Bengkulu' });
    expect(all.every(({ name }) => name.endsWith(' (contoh)'))).toBe(true);
  });

  it('stay the same people when another region joins', () => {
    const more = personas([...bengkulu, { bps: '7306', name: 'Kabupaten Gowa' }]);
    for (const one of personas(bengkulu)) expect(more).toContainEqual(one);
    expect(more.map(({ persona }) => persona)).toContain('coordinator-7300');
  });

  it('never share a name within a province, however many regions it has', () => {
    const names = personas(Array.from({ length: 99 }, (_, i) => ({ bps: String(1701 + i), name: `Kabupaten ${i}` }))).map(({ name }) => name);
    expect(new Set(names).size).toBe(99 * 4 + 5 + 3);
  });
});
