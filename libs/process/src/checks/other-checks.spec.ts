import type { PlanMatrix } from '../matrix';
import { conformityOf } from './conformity';
import { aFlagship, aLink, aMaterial, aMember, aZone, convexGeometry, rectangle } from './corpus/claims';
import type { CheckedPlan, ClaimingMember, PlanContent } from './finding';
import { findAll, indexFindings, refind } from './find-findings';

const find = (members: ClaimingMember[], plans: CheckedPlan[] = []) => findAll(members, plans, convexGeometry);
const rpip = (content: Partial<PlanContent>): CheckedPlan => ({
  kind: 'RPIP',
  version: '2018–2038',
  issuedOn: '2018-12-31',
  regionCode: '17',
  content: { flagships: [], zones: [], ...content },
});

describe('parcels of two regions (X02)', () => {
  const maje = aMember('1704', { zones: [aZone('KPI Maje', rectangle(103.3, -4.8, 0.02))] });
  const next = (west: number, state?: ClaimingMember['state']) =>
    aMember('1701', { zones: [aZone('KPI Manna', rectangle(west, -4.8, 0.02))] }, state);

  it('block with the hectares both claim, the parcels side by side', () => {
    const [finding, ...others] = find([maje, next(103.31)]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ key: 'X02.1701-1704.kpi-manna.kpi-maje', effect: 'blocks', members: ['1701', '1704'] });
    expect(finding!.claims.map(({ regionCode, polygon }) => [regionCode, polygon?.coordinates[0]![0]![0]])).toEqual([
      ['1701', 103.31],
      ['1704', 103.3],
    ]);
    expect(finding!.measure.hectares).toBeCloseTo(246.4, 0);
  });
  it('may share a border', () => {
    expect(find([maje, next(103.32)])).toEqual([]);
  });
  it('of a waived region are shown only', () => {
    expect(find([maje, next(103.31, 'waived')]).map(({ effect }) => effect)).toEqual(['acknowledge']);
  });
});

describe('a supply link (X03)', () => {
  const sends = (tonnes: number) => aMember('1702', { links: [aLink('1702', '1771', 'Kopi', tonnes)] });
  const takes = (...tonnes: number[]) => aMember('1771', { links: tonnes.map((each) => aLink('1702', '1771', 'coffee', each)) });

  it('that only one end declares is to be acknowledged by both', () => {
    expect(find([sends(500), takes()])).toMatchObject([
      { key: 'X03.1702-1771.from-1702.kopi', effect: 'acknowledge', members: ['1702', '1771'], measure: { tonnes: 500 } },
    ]);
    expect(find([sends(500), takes()])[0]!.sentence.id).toBe(
      'Rantai pasok kopi dari 1702 ke 1771 (500 ton per tahun) hanya dinyatakan oleh 1702, tidak oleh 1771.',
    );
  });
  it('calls both ends by their names, also the one that claims nothing', () => {
    const names = new Map([['1702', 'Kab. Rejang Lebong'], ['1771', 'Kota Bengkulu']]);
    const [silent] = findAll([sends(500)], [], convexGeometry, names);
    expect(silent!.sentence).toEqual({
      id: 'Rantai pasok kopi dari Kab. Rejang Lebong ke Kota Bengkulu (500 ton per tahun) hanya dinyatakan oleh Kab. Rejang Lebong, tidak oleh Kota Bengkulu.',
      en: 'The supply link for kopi from Kab. Rejang Lebong to Kota Bengkulu (500 tonnes a year) is declared by Kab. Rejang Lebong only, not by Kota Bengkulu.',
    });
    const differing = refind(indexFindings([sends(500)], [], convexGeometry, names), takes(480)).findings[0];
    expect(differing!.sentence.en).toBe('The two ends of the supply link for kopi from Kab. Rejang Lebong to Kota Bengkulu differ by 20 tonnes a year.');
  });
  it('with two amounts names the difference', () => {
    expect(find([sends(500), takes(480)])).toMatchObject([{ measure: { tonnes: 20 }, claims: [{ regionCode: '1702' }, { regionCode: '1771' }] }]);
  });
  it('with one amount, even in two rows, is in order', () => {
    expect(find([sends(500), takes(200, 300)])).toEqual([]);
  });
  it('in the other direction is another link', () => {
    expect(find([sends(500), aMember('1771', { links: [aLink('1771', '1702', 'kopi', 500)] })])).toHaveLength(2);
  });
  it('to Pulau Baai is matched by nobody', () => {
    expect(find([aMember('1702', { links: [aLink('1702', 'pulau-baai', 'kopi', 500)] })])).toEqual([]);
  });
});

describe('a raw material (X04)', () => {
  it('that all regions need more of than they produce is told to those that need it', () => {
    const members = [
      aMember('1701', { materials: [aMaterial('karet', 'produced', 700)] }),
      aMember('1702', { materials: [aMaterial('Rubber', 'needed', 500)] }),
      aMember('1703', { materials: [aMaterial('KARET', 'needed', 300)] }),
    ];
    expect(find(members)).toMatchObject([
      {
        key: 'X04.1702-1703.karet',
        effect: 'acknowledge',
        members: ['1702', '1703'],
        measure: { tonnes: 100 },
        claims: [{ regionCode: '1701' }, { regionCode: '1702' }, { regionCode: '1703' }],
      },
    ]);
  });
  it('is enough when tenths of tonnes add up', () => {
    expect(
      find([
        aMember('1701', { materials: [aMaterial('karet', 'needed', 0.1), aMaterial('karet', 'needed', 0.2), aMaterial('karet', 'produced', 0.3)] }),
      ]),
    ).toEqual([]);
  });
});

describe('the port of Pulau Baai (X05)', () => {
  const plan = [rpip({ portTonnesPerYear: 1_000 })];
  const port = (code: string, tonnesPerYear: number, state?: ClaimingMember['state']) => aMember(code, { port: { tonnesPerYear } }, state);

  it('blocks when the regions together claim more than it carries', () => {
    expect(find([port('1701', 600), port('1702', 650)], plan)).toMatchObject([
      { key: 'X05.1701-1702.pulau-baai', effect: 'blocks', measure: { tonnes: 250 } },
    ]);
  });
  it('does not block because of a waived region, but says so', () => {
    expect(find([port('1701', 600), port('1702', 650, 'waived')], plan)).toMatchObject([{ effect: 'acknowledge', members: ['1701', '1702'] }]);
  });
  it('blocks among those whose claims bind, the waived one only shown', () => {
    const [finding] = find([port('1701', 600), port('1702', 650), port('1703', 5, 'waived')], plan);
    expect(finding).toMatchObject({ effect: 'blocks', members: ['1701', '1702'], measure: { tonnes: 250 } });
    expect(finding!.claims).toHaveLength(3);
  });
  it('does not block among fixed regions', () => {
    expect(find([port('1701', 600, 'fixed'), port('1702', 650, 'fixed')], plan)).toMatchObject([{ effect: 'acknowledge' }]);
  });
});

describe('a region against the plans above it (C01, C02)', () => {
  const coffee = aFlagship({ kbli: '10761', commodity: 'Kopi', from: 2026, to: 2046 });
  const region = (...flagships: PlanMatrix['flagships']) => aMember('1702', { flagships });
  const kin = (content: Partial<PlanContent>): CheckedPlan => ({ ...rpip(content), kind: 'KIN', regionCode: undefined });

  it('conforms when each flagship is in a national priority group', () => {
    expect(conformityOf('C01', region(coffee), [kin({ flagships: [{ kbli: '107', commodity: 'pangan' }] })])).toEqual({
      check: 'C01',
      result: 'conform',
      exceptions: [],
    });
  });
  it('lists each exception with its reason', () => {
    const plan = rpip({ flagships: [{ commodity: 'kopi', role: 'upstream' }], horizon: { from: 2018, to: 2038 } });
    expect(conformityOf('C02', region(coffee, aFlagship({ to: 2030 })), [plan])).toEqual({
      check: 'C02',
      result: 'not-conform',
      exceptions: [
        { row: 1, reason: 'role-differs' },
        { row: 1, reason: 'outside-horizon' },
        { row: 2, reason: 'not-listed' },
      ],
    });
  });
  it('is answered in the vote and blocks nothing', () => {
    expect(find([region(coffee)], [rpip({})])).toMatchObject([
      { key: 'C02.1702.flagships', effect: 'vote', claims: [{ summary: { id: 'Kopi (KBLI 10761), utama, 2026–2046 – tidak tercantum' } }] },
    ]);
  });
  it('is not asked of a plan whose content nobody has entered, nor of a fixed region', () => {
    expect(conformityOf('C01', region(coffee), [])).toBeUndefined();
    expect(find([{ ...region(coffee), state: 'fixed' }], [rpip({})])).toEqual([]);
  });
});

describe('coverage (X06)', () => {
  it('misses a sentra in a region, also in a waived one', () => {
    expect(find([aMember('1701', { sentra: [] }, 'waived')])).toMatchObject([{ key: 'X06.1701.sentra', effect: 'acknowledge', members: ['1701'] }]);
  });
  it('misses a zone of the provincial plan that nobody serves', () => {
    expect(find([aMember('1701')], [rpip({ zones: [{ name: 'Utara', regionCodes: ['1706'] }] })])).toMatchObject([
      { key: 'X06.province.zone.17.utara', members: [], effect: 'acknowledge' },
    ]);
  });
});
