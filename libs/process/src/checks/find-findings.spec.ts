import fc from 'fast-check';
import { type MatrixRows, matrixTables, type PlanMatrix } from '../matrix';
import { aFlagship, aLink, aMaterial, aMember, aZone, convexGeometry, rectangle } from './corpus/claims';
import { nation } from './corpus/nation';
import { plantedWorlds } from './corpus/planted-conflicts';
import { findAll, indexFindings, refind } from './find-findings';
import { findingKey } from './finding-key';
import { type CheckedPlan, type ClaimingMember, effectOfCheck } from './finding';

const codes = ['1701', '1702', '1703', '1704', '1705'];
const names = ['Kopi', 'coffee', 'karet', 'Tenun gumpak', 'tenun-bumpak'];
const plans: CheckedPlan[] = [
  {
    kind: 'RPIP',
    version: '2018–2038',
    issuedOn: '2018-12-31',
    regionCode: '17',
    content: {
      flagships: [{ commodity: 'kopi', role: 'main' }],
      zones: [{ name: 'Zona 1' }, { name: 'Selatan', regionCodes: ['1704'] }],
      portTonnesPerYear: 150,
    },
  },
  { kind: 'KIN', version: '2025', issuedOn: '2025-01-01', content: { flagships: [{ kbli: '131', commodity: 'tekstil' }], zones: [] } },
];

const flagship = fc
  .record({
    kbli: fc.constantFrom('10761', '13122', '13121'),
    commodity: fc.constantFrom(...names),
    role: fc.constantFrom('main' as const, 'main' as const, 'supporting' as const),
    from: fc.integer({ min: 2026, max: 2032 }),
    length: fc.integer({ min: 0, max: 6 }),
    sharedWith: fc.subarray(codes),
    division: fc.constantFrom('', 'hulu'),
  })
  .map(({ length, ...claim }) => aFlagship({ ...claim, to: claim.from + length }));
const zone = fc
  .record({ n: fc.integer({ min: 1, max: 3 }), west: fc.integer({ min: 0, max: 4 }), south: fc.integer({ min: 0, max: 2 }) })
  .map(({ n, west, south }) => aZone(`Zona ${n}`, rectangle(102 + west / 100, -4 + south / 100, 0.02)));
const link = fc
  .record({
    from: fc.constantFrom(...codes, 'pulau-baai'),
    to: fc.constantFrom(...codes, 'pulau-baai'),
    commodity: fc.constantFrom(...names),
    tonnes: fc.constantFrom(10, 20),
  })
  .map(({ from, to, commodity, tonnes }) => aLink(from, to, commodity, tonnes));
const material = fc
  .record({ commodity: fc.constantFrom(...names), use: fc.constantFrom('produced' as const, 'needed' as const), tonnes: fc.constantFrom(5, 10, 20) })
  .map(({ commodity, use, tonnes }) => aMaterial(commodity, use, tonnes));
const member: fc.Arbitrary<ClaimingMember> = fc
  .record({
    regionCode: fc.constantFrom(...codes),
    state: fc.constantFrom<ClaimingMember['state']>('active', 'active', 'active', 'waived', 'withdrawn', 'late', 'fixed'),
    flagships: fc.array(flagship, { maxLength: 4 }),
    zones: fc.uniqueArray(zone, { maxLength: 3, selector: ({ name }) => name }),
    materials: fc.array(material, { maxLength: 3 }),
    links: fc.array(link, { maxLength: 4 }),
    port: fc.option(
      fc.constantFrom(0, 50, 80).map((tonnesPerYear) => ({ tonnesPerYear })),
      { nil: undefined },
    ),
    sentra: fc.boolean(),
  })
  .map(({ regionCode, state, sentra, ...tables }) => aMember(regionCode, { ...tables, ...(sentra ? {} : { sentra: [] }) }, state));

describe('findings after one region has changed', () => {
  it('are those of a full run, whatever changed and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 14 }), (changes) => {
        const now = new Map<string, ClaimingMember>();
        let index = indexFindings([], plans, convexGeometry);
        for (const change of changes) {
          now.set(change.regionCode, change);
          index = refind(index, change);
          expect(index.findings).toEqual(findAll([...now.values()], plans, convexGeometry));
        }
      }),
      { numRuns: 150, seed: 5 },
    );
  });
  it('leave the earlier index as it was', () => {
    const before = indexFindings([aMember('1701', { flagships: [aFlagship()] })], [], convexGeometry);
    expect(refind(before, aMember('1702', { flagships: [aFlagship()] })).findings).toHaveLength(1);
    expect(before.findings).toEqual([]);
  });
});

describe('the key of a finding', () => {
  it('does not depend on the order of members or rows', () => {
    fc.assert(
      fc.property(fc.uniqueArray(member, { selector: ({ regionCode }) => regionCode }), (members) => {
        const turned = [...members].reverse().map((each) => ({ ...each, matrix: reversed(each.matrix) }));
        expect(findAll(turned, plans, convexGeometry).map(({ key, effect }) => [key, effect])).toEqual(
          findAll(members, plans, convexGeometry).map(({ key, effect }) => [key, effect]),
        );
      }),
      { numRuns: 200, seed: 5 },
    );
  });
  it('occurs once, is safe in a URL and begins with its check', () => {
    fc.assert(
      fc.property(fc.uniqueArray(member, { selector: ({ regionCode }) => regionCode }), (members) => {
        const findings = findAll(members, plans, convexGeometry);
        expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
        for (const { key, check, effect } of findings) {
          expect(key).toMatch(/^[XC]0[1-6](\.[a-z0-9-]+)+$/);
          expect(key.startsWith(`${check}.`)).toBe(true);
          expect([effectOfCheck[check], 'acknowledge']).toContain(effect);
        }
      }),
      { numRuns: 200, seed: 5 },
    );
  });
  it('survives an unrelated edit, and a change of the claim itself updates what it says', () => {
    const kaur = aMember('1704', { flagships: [aFlagship()] });
    const index = indexFindings([kaur, aMember('1705', { flagships: [aFlagship()] })], [], convexGeometry);
    const edited = refind(
      index,
      aMember('1704', { flagships: [aFlagship({ commodity: 'Ikan', kbli: '10213' }), aFlagship({ to: 2030 })], port: { tonnesPerYear: 5 } }),
    );
    expect(edited.findings.map(({ key, measure, claims }) => [key, measure.years, claims[0]!.row])).toEqual([[index.findings[0]!.key, 5, 2]]);
  });
  it('names the members in one order, whoever asks, and keeps other scripts apart', () => {
    expect(findingKey('X01', ['1705', '1704'], ['kbli:13122'])).toBe('X01.1704-1705.kbli-13122');
    expect(findingKey('X02', ['1704'], ['ꦏꦺꦴꦥꦶ'])).not.toBe(findingKey('X02', ['1704'], ['ꦠꦼꦤꦸꦤ꧀']));
  });
  it('stays short for long names and keeps them apart', () => {
    const long = (end: string) => `${'produk olahan hasil bumi '.repeat(7)}${end}`;
    const members = ['1704', '1705'].map((code) =>
      aMember(code, { flagships: [aFlagship({ commodity: long('satu'), kbli: '10799' }), aFlagship({ commodity: long('dua'), kbli: '10799' })] }),
    );
    const keys = findAll(members, [], convexGeometry).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key.length).toBeLessThan(90);
  });
});

describe('members named twice', () => {
  it('are a mistake of the caller', () => {
    expect(() => findAll([aMember('1701'), aMember('1701')], [], convexGeometry)).toThrow('named twice');
  });
});

describe('514 regions', () => {
  const members = nation(514, 2026);
  const index = indexFindings(members, [], convexGeometry);

  it('are compared only where they claim the same thing', () => {
    const rows = (table: 'flagships' | 'zones') => members.reduce((sum, { matrix }) => sum + matrix[table].length, 0);
    const [flagshipPairs, zonePairs] = [rows('flagships') ** 2 / 2, rows('zones') ** 2 / 2];
    process.stdout.write(
      `514 regions: ${JSON.stringify(index.compared)} of ${flagshipPairs} flagship and ${zonePairs} zone pairs, ${index.findings.length} findings\n`,
    );
    expect(index.compared.claims).toBeLessThan(flagshipPairs / 50);
    expect(index.compared.boxes).toBeLessThan(zonePairs / 10);
    expect(index.compared.polygons).toBeLessThan(20);
    expect(index.findings.length).toBeGreaterThan(514);
  });
  it('are not compared again because one of them changed', () => {
    const { compared, findings } = refind(index, nation(514, 2027)[100]!);
    expect(findings).not.toEqual(index.findings);
    expect(compared.claims).toBeLessThan(index.compared.claims / 50);
    expect(compared.boxes).toBeLessThanOrEqual(3 * 514 * 3);
    expect(compared.polygons).toBeLessThan(20);
  });
});

describe('the planted cohort', () => {
  it('is told the same by sixty regions that join one after the other', () => {
    const { members } = plantedWorlds(17)[0]!;
    let index = indexFindings([], [], convexGeometry);
    for (const each of members) index = refind(index, each);
    expect(index.findings).toEqual(findAll(members, [], convexGeometry));
  });
});

function reversed(matrix: PlanMatrix): PlanMatrix {
  const turned = { ...matrix } as Record<string, unknown>;
  for (const table of matrixTables) if (Array.isArray(turned[table])) turned[table] = [...(turned[table] as MatrixRows[typeof table][])].reverse();
  return turned as unknown as PlanMatrix;
}
