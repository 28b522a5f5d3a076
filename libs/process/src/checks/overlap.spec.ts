import type { FlagshipClaim } from '../matrix';
import { aFlagship, aMember, convexGeometry } from './corpus/claims';
import type { MemberState } from './finding';
import { findAll } from './find-findings';

const kaur = (claim: Partial<FlagshipClaim> = {}, state?: MemberState) => ({
  ...aMember('1704', { flagships: [aFlagship(claim)] }, state),
  name: 'Kab. Kaur',
});
const seluma = (claim: Partial<FlagshipClaim> = {}, state?: MemberState) => ({
  ...aMember('1705', { flagships: [aFlagship(claim)] }, state),
  name: 'Kab. Seluma',
});
const find = (...members: Parameters<typeof findAll>[0]) => findAll(members, [], convexGeometry);

describe('two regions that want the same flagship (X01)', () => {
  it('block the gate, and each sees the claim of the other beside its own', () => {
    expect(find(kaur({ from: 2026, to: 2030 }), seluma({ commodity: 'Tenun Gumpak', from: 2028, to: 2046 }))).toEqual([
      {
        key: 'X01.1704-1705.commodity-tenun-bumpak',
        check: 'X01',
        effect: 'blocks',
        members: ['1704', '1705'],
        claims: [
          {
            regionCode: '1704',
            table: 'flagships',
            row: 1,
            summary: { id: 'Tenun bumpak (KBLI 13122), utama, 2026–2030', en: 'Tenun bumpak (KBLI 13122), main, 2026–2030' },
          },
          {
            regionCode: '1705',
            table: 'flagships',
            row: 1,
            summary: { id: 'Tenun Gumpak (KBLI 13122), utama, 2028–2046', en: 'Tenun Gumpak (KBLI 13122), main, 2028–2046' },
          },
        ],
        measure: { years: 3 },
        sentence: {
          id: 'Kab. Kaur dan Kab. Seluma sama-sama menetapkan tenun bumpak sebagai unggulan utama pada 2028–2030 tanpa pembagian peran yang dinyatakan keduanya.',
          en: 'Kab. Kaur and Kab. Seluma both name tenun bumpak their main flagship in 2028–2030, without a division of roles that both declare.',
        },
      },
    ]);
  });

  it('share one year when one ends in the year the other begins', () => {
    expect(find(kaur({ from: 2026, to: 2030 }), seluma({ from: 2030, to: 2034 })).map(({ measure }) => measure)).toEqual([{ years: 1 }]);
    expect(find(kaur({ from: 2030, to: 2034 }), seluma({ from: 2026, to: 2030 })).map(({ measure }) => measure)).toEqual([{ years: 1 }]);
  });
  it('share nothing when one follows the other', () => {
    expect(find(kaur({ from: 2026, to: 2029 }), seluma({ from: 2030, to: 2034 }))).toEqual([]);
    expect(find(kaur({ from: 2030, to: 2034 }), seluma({ from: 2026, to: 2029 }))).toEqual([]);
  });
  it('are found although they use different codes for it', () => {
    expect(find(kaur(), seluma({ kbli: '13121' }))).toHaveLength(1);
  });
  it('are found although they use different words for one code', () => {
    expect(find(kaur(), seluma({ commodity: 'Kain songket' })).map(({ key }) => key)).toEqual(['X01.1704-1705.kbli-13122']);
  });
  it('do not clash when one of them only supports', () => {
    expect(find(kaur(), seluma({ role: 'supporting' }))).toEqual([]);
  });
  it('do not clash once both have declared who does what', () => {
    expect(find(kaur({ sharedWith: ['1705'], division: 'benang' }), seluma({ sharedWith: ['1704'], division: 'penenunan' }))).toEqual([]);
  });
  it('clash while only one of them has declared it', () => {
    expect(find(kaur({ sharedWith: ['1705'], division: 'benang' }), seluma({ sharedWith: ['1704'] }))).toHaveLength(1);
  });

  it.each([
    ['blocks', 'active', 'active'],
    ['blocks', 'active', 'fixed'],
    ['blocks', 'late', 'active'],
    ['acknowledge', 'fixed', 'fixed'],
    ['acknowledge', 'waived', 'active'],
    ['acknowledge', 'waived', 'fixed'],
  ] as const)('%s between a region that is %s and one that is %s', (effect, first, second) => {
    expect(find(kaur({}, first), seluma({}, second)).map((finding) => finding.effect)).toEqual([effect]);
    expect(find(kaur({}, second), seluma({}, first)).map((finding) => finding.effect)).toEqual([effect]);
  });
  it('are no longer two once one has withdrawn', () => {
    expect(find(kaur({}, 'withdrawn'), seluma())).toEqual([]);
  });
  it('count their shared years once, however many rows they use', () => {
    const rows = [aFlagship({ from: 2026, to: 2030 }), aFlagship({ from: 2029, to: 2035, kbli: '13121' })];
    const [finding] = find(aMember('1704', { flagships: rows }), aMember('1705', { flagships: [aFlagship({ from: 2028, to: 2032 })] }));
    expect(finding).toMatchObject({
      key: 'X01.1704-1705.commodity-tenun-bumpak',
      measure: { years: 5 },
      claims: [{ row: 1 }, { row: 2 }, { row: 1 }],
    });
  });
});
