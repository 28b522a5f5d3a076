import fc from 'fast-check';
import { aZone, polygon, rectangle } from '../checks/corpus/claims';
import { kbliSample } from './kbli-sample';
import { completeness, emptyMatrix, isMatrixTable, type PlanMatrix, rowsOf, withTable, type ZonePolygon } from './plan-matrix';
import { areaHaOf } from './polygon';
import { type MatrixPlace, validateMatrix } from './validate-matrix';

const place: MatrixPlace = {
  region: '1705',
  planYears: { from: 2026, to: 2046 },
  knownRegions: ['1701', '1702', '1704', '1705', '1771'],
  box: [102.2, -4.5, 103, -3.8],
};
const seluma: PlanMatrix = {
  flagships: [
    {
      kbli: '13122',
      commodity: 'Tenun bumpak',
      role: 'main',
      from: 2026,
      to: 2046,
      target: { unit: 'lembar', value: 12_000 },
      sharedWith: ['1704'],
      division: 'penenunan',
    },
  ],
  zones: [{ ...aZone('Sentra Kampai', rectangle(102.5, -4.1, 0.0007)), kind: 'sentra' }],
  materials: [{ commodity: 'benang', tonnesPerYear: 12.5, origin: 'luar daerah', use: 'needed' }],
  links: [{ from: '1705', to: 'pulau-baai', commodity: 'Tenun bumpak', tonnesPerYear: 4 }],
  port: { tonnesPerYear: 4 },
  sentra: [{ name: 'Kampai', units: 12, product: 'Tenun bumpak' }],
};
const with_ = (table: keyof PlanMatrix, change: Record<string, unknown>) => ({
  ...seluma,
  [table]: [{ ...(seluma[table] as object[])[0], ...change }],
});
const judge = (input: unknown) => validateMatrix(input, place);
const faults = (input: unknown): string[] => {
  const judged = judge(input);
  return ('problems' in judged ? judged.problems : judged.warnings).map(({ kind, table, row, column, code }) =>
    `${kind} ${table} ${row} ${column} ${code}`.replace(/ +/g, ' '),
  );
};
const placed = (shape: unknown) => faults(with_('zones', { polygon: shape }));
const ring = (...positions: unknown[]) => ({ type: 'Polygon', coordinates: [positions] });

describe('the plan matrix of Seluma', () => {
  it('is accepted as it stands', () => {
    expect(judge(seluma)).toEqual({ matrix: seluma, warnings: [] });
  });
  it('may leave out tables, the port, the division and the partners', () => {
    const { sharedWith, division, ...flagship } = seluma.flagships[0]!;
    expect(judge({ flagships: [flagship] })).toEqual({
      matrix: { ...emptyMatrix(), flagships: [{ ...flagship, sharedWith: [], division: '' }] },
      warnings: [],
    });
    expect(sharedWith.length + division.length).toBeGreaterThan(0);
  });
  it('is told all of its problems at once, each by table, row and column', () => {
    const [flagship] = seluma.flagships;
    expect(
      faults({
        flagships: [flagship, { ...flagship, kbli: '1312', from: 2040, to: 2030 }],
        zones: 'none',
        sentra: [{ name: '', units: 2.5 }],
        roads: [],
      }),
    ).toEqual([
      'error matrix 0 roads unknown-table',
      'error flagships 2 kbli kbli-invalid',
      'error flagships 2 to years-reversed',
      'error zones 0 not-a-table',
      'error sentra 1 name required',
      'error sentra 1 units not-a-whole-number',
      'error sentra 1 product required',
    ]);
  });
  it('is told in both languages', () => {
    const judged = judge(with_('flagships', { kbli: '1312' }));
    expect('problems' in judged && judged.problems[0]!.message).toEqual({
      id: 'Kode KBLI terdiri atas lima angka, dengan nol di depan bila ada.',
      en: 'A KBLI code has five digits, leading zeros included.',
    });
  });

  it.each([
    ['a code the sample does not hold, with a warning', 'flagships', { kbli: '99999' }, 'warning flagships 1 kbli kbli-unknown'],
    ['a code given as a number', 'flagships', { kbli: 13122 }, 'error flagships 1 kbli kbli-invalid'],
    ['a role nobody knows', 'flagships', { role: 'chief' }, 'error flagships 1 role not-in-list'],
    ['a year before the plan begins', 'flagships', { from: 2025 }, 'error flagships 1 from outside-plan-years'],
    ['a year after the plan ends', 'flagships', { to: 2047 }, 'error flagships 1 to outside-plan-years'],
    ['a year as a text', 'flagships', { to: '2046' }, 'error flagships 1 to not-a-number'],
    ['a target that is no number', 'flagships', { target: { unit: 'ton', value: Number.NaN } }, 'error flagships 1 target.value not-a-number'],
    ['a target beyond all bounds', 'flagships', { target: { unit: 'ton', value: 1e16 } }, 'error flagships 1 target.value number-out-of-bounds'],
    ['a target with a foreign field', 'flagships', { target: { unit: 'ton', value: 1, note: '' } }, 'error flagships 1 target.note unknown-column'],
    ['a partner nobody knows', 'flagships', { sharedWith: ['9999'] }, 'error flagships 1 sharedWith region-unknown'],
    ['itself as a partner', 'flagships', { sharedWith: ['1705'] }, 'error flagships 1 sharedWith region-itself'],
    ['a partner named twice', 'flagships', { sharedWith: ['1704', '1704'] }, 'error flagships 1 sharedWith region-repeated'],
    ['partners that are no list', 'flagships', { sharedWith: '1704' }, 'error flagships 1 sharedWith not-a-list'],
    ['a text of 201 characters', 'flagships', { commodity: 'x'.repeat(201) }, 'error flagships 1 commodity text-too-long'],
    ['a text with a zero byte', 'flagships', { commodity: 'kopi\u0000' }, 'error flagships 1 commodity text-unreadable'],
    ['a text with half a character', 'flagships', { commodity: 'kopi\ud800' }, 'error flagships 1 commodity text-unreadable'],
    ['a text that is none', 'flagships', { commodity: 5 }, 'error flagships 1 commodity not-a-text'],
    ['a foreign column', 'materials', { price: 5 }, 'error materials 1 price unknown-column'],
    ['a negative amount', 'materials', { tonnesPerYear: -1 }, 'error materials 1 tonnesPerYear number-out-of-bounds'],
    ['an endless amount', 'materials', { tonnesPerYear: Number.POSITIVE_INFINITY }, 'error materials 1 tonnesPerYear not-a-number'],
    ['a link between two others', 'links', { from: '1701', to: '1702' }, 'error links 1 from link-of-others'],
    ['a link to itself', 'links', { to: '1705' }, 'error links 1 to link-to-itself'],
    ['a link to nowhere', 'links', { to: 'Pulau Baii' }, 'error links 1 to region-unknown'],
    ['a zone without area', 'zones', { areaHa: 0, polygon: undefined }, 'error zones 1 areaHa number-out-of-bounds'],
    ['a zone without its article, with a warning', 'zones', { rtrwRef: '' }, 'warning zones 1 rtrwRef rtrw-ref-missing'],
    [
      'an area that is not that of the polygon, with a warning',
      'zones',
      { areaHa: seluma.zones[0]!.areaHa * 1.3 },
      'warning zones 1 areaHa area-differs',
    ],
  ] as const)('is questioned about %s', (_what, table, change, fault) => {
    expect(faults(with_(table, change))).toEqual([fault]);
  });

  it('keeps a matrix that only carries warnings', () => {
    expect(judge(with_('flagships', { kbli: '99999' }))).toMatchObject({
      matrix: { flagships: [{ kbli: '99999' }] },
      warnings: [{ code: 'kbli-unknown' }],
    });
  });
  it('accepts 200 characters even when each is written in two halves', () => {
    expect(faults(with_('sentra', { product: '𝒦'.repeat(200) }))).toEqual([]);
  });
  it('tolerates an area that differs by a fifth', () => {
    expect(faults(with_('zones', { areaHa: seluma.zones[0]!.areaHa * 1.2 }))).toEqual([]);
  });
  it('does not take one zone, sentra or link twice, in whatever spelling', () => {
    const twice = (table: 'zones' | 'sentra' | 'links', change: object) =>
      faults({ ...seluma, [table]: [seluma[table][0], { ...seluma[table][0], ...change }] });
    expect(twice('zones', { name: 'SENTRA  kampai' })).toEqual(['error zones 2 name name-repeated']);
    expect(twice('sentra', { name: 'kampai' })).toEqual(['error sentra 2 name name-repeated']);
    expect(twice('links', { commodity: 'tenun gumpak' })).toEqual(['error links 2 commodity link-repeated']);
  });
  it('takes one port', () => {
    expect(faults(withTable(seluma, 'port', [{ tonnesPerYear: 1 }, { tonnesPerYear: 2 }]))).toEqual(['error port 0 too-many-rows']);
    expect(judge(withTable(seluma, 'port', []))).toMatchObject({ matrix: { sentra: seluma.sentra } });
  });
});

describe('the polygon of a zone', () => {
  const inside = rectangle(102.5, -4.1, 0.0007).coordinates[0]!;
  it.each<[string, unknown, string]>([
    ['has its ring closed', ring(...inside.slice(0, 4), [102.5, -4.1001]), 'polygon-open'],
    ['has four positions', ring(inside[0], inside[1], inside[0]), 'polygon-too-short'],
    ['is a Polygon', { type: 'MultiPolygon', coordinates: [[inside]] }, 'polygon-invalid'],
    ['has numbers', ring([102.5, '-4.1'], ...inside.slice(1)), 'polygon-invalid'],
    ['has longitude before latitude', ring(...inside.map(([longitude, latitude]) => [latitude, longitude])), 'polygon-invalid'],
    ['has at most a thousand positions', ring(...Array.from({ length: 1_001 }, () => [102.5, -4.1])), 'polygon-too-large'],
    ['does not cross itself', polygon([102.5, -4.1], [102.501, -4.099], [102.501, -4.1], [102.5, -4.099]), 'polygon-crosses-itself'],
    [
      'does not touch itself',
      polygon([102.5, -4.1], [102.502, -4.1], [102.501, -4.099], [102.502, -4.098], [102.5, -4.098], [102.501, -4.099]),
      'polygon-crosses-itself',
    ],
    ['does not run back on itself', polygon([102.5, -4.1], [102.501, -4.1], [102.502, -4.1], [102.501, -4.1]), 'polygon-crosses-itself'],
    ['is more than a line', polygon([102.5, -4.125], [102.5625, -4.125], [102.53125, -4.125]), 'polygon-crosses-itself'],
    ['is more than a point', ring(...Array.from({ length: 4 }, () => [102.5, -4.1])), 'polygon-crosses-itself'],
    ['lies in the region', rectangle(103.3, -4.1, 0.0007), 'outside-region'],
  ])('%s', (_rule, shape, code) => {
    expect(placed(shape)).toContain(`error zones 1 polygon ${code}`);
  });
  it('does not touch one of its own sides with a corner, from whichever side and however it is turned', () => {
    const bay: [number, number][] = [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [0, 4],
    ];
    for (const [east, north] of [
      [1, 1],
      [-1, 1],
      [1, -1],
      [-1, -1],
    ] as const) {
      for (const turned of [bay, bay.map(([x, y]): [number, number] => [y, x])]) {
        const corners = turned.map(([x, y]): [number, number] => [102.5 + (east * x) / 4_096, -4.125 + (north * y) / 4_096]);
        expect(placed(polygon(...corners))).toContain('error zones 1 polygon polygon-crosses-itself');
      }
    }
  });
  it('holds its holes', () => {
    const holed = (west: number, south: number): ZonePolygon => ({
      type: 'Polygon',
      coordinates: [rectangle(102.5, -4.1, 0.01).coordinates[0]!, rectangle(west, south, 0.002).coordinates[0]!],
    });
    expect(placed(holed(102.6, -4.1))).toContain('error zones 1 polygon polygon-hole-outside');
    expect(placed(holed(102.499, -4.099))).toContain('error zones 1 polygon polygon-crosses-itself');
    expect(faults(with_('zones', { polygon: holed(102.503, -4.097), areaHa: areaHaOf(holed(102.503, -4.097)) }))).toEqual([]);
    expect(areaHaOf(holed(102.503, -4.097))).toBeCloseTo(areaHaOf(rectangle(102.5, -4.1, 0.01)) - areaHaOf(rectangle(102.503, -4.097, 0.002)), 6);
  });
  it('may be drawn in either direction, repeat a position and carry altitudes', () => {
    expect(placed(ring(...inside.map((position) => [...position, 12]).flatMap((position) => [position, position])))).toEqual([]);
    expect(placed(ring(...[...inside].reverse()))).toEqual([]);
  });
  it('measures a hundredth of a degree at the equator as 123.6 hectares', () => {
    expect(areaHaOf(rectangle(102, 0, 0.01))).toBeCloseTo(123.64, 1);
  });
});

describe('a matrix from anywhere', () => {
  it('is judged and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (input) => void judge(input)),
      { numRuns: 2_000, seed: 5 },
    );
    const table = fc.array(fc.anything({ maxDepth: 2 }), { maxLength: 4 });
    const near = fc.record(
      { flagships: table, zones: table, materials: table, links: table, port: fc.anything(), sentra: table },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(near, (input) => void judge(input)),
      { numRuns: 2_000, seed: 5 },
    );
  });
  it('is bounded to 200 rows a table and 200 problems, the errors first', () => {
    const judged = judge({
      ...seluma,
      flagships: Array.from({ length: 5_000 }, () => ({ ...seluma.flagships[0], kbli: '99999', role: 'x', commodity: 5 })),
    });
    if (!('problems' in judged)) throw new Error('accepted');
    expect(judged.problems).toHaveLength(200);
    expect(judged.problems.every(({ kind }) => kind === 'error')).toBe(true);
    expect(judged.total).toBe(601);
  });
  it('cannot smuggle in a prototype', () => {
    const judged = judge(
      JSON.parse('{"__proto__": {"flagships": [{}]}, "sentra": [{"__proto__": {"name": "a"}, "name": "b", "units": 5, "product": "c"}]}'),
    );
    expect('problems' in judged && judged.problems.map(({ code }) => code)).toEqual(['unknown-table', 'unknown-column']);
  });
  it('that was accepted is accepted again, unchanged', () => {
    const judged = judge(with_('zones', { rtrwRef: '' }));
    expect('matrix' in judged && judge(judged.matrix)).toEqual(judged);
  });
});

describe('what the matrix still lacks before consultation may open', () => {
  it('is a flagship and a sentra', () => {
    expect(completeness(emptyMatrix())).toEqual(['flagships', 'sentra']);
    expect(completeness({ ...emptyMatrix(), sentra: seluma.sentra })).toEqual(['flagships']);
    expect(completeness(seluma)).toEqual([]);
  });
});

describe('the tables of a matrix', () => {
  it('are known by name, the port as a table of one row', () => {
    expect([isMatrixTable('port'), isMatrixTable('roads'), isMatrixTable('toString')]).toEqual([true, false, false]);
    expect([rowsOf(seluma, 'port'), rowsOf(emptyMatrix(), 'port'), rowsOf(seluma, 'links')]).toEqual([[seluma.port], [], seluma.links]);
  });
});

describe('the sample of KBLI codes', () => {
  it('holds at least sixty distinct codes of five digits, each with both names, and says that it is a sample', () => {
    const codes = kbliSample.codes.map(({ code }) => code);
    expect(codes.length).toBeGreaterThanOrEqual(60);
    expect([...new Set(codes)].sort()).toEqual(codes);
    for (const { code, name } of kbliSample.codes)
      expect([/^[0-9]{5}$/.test(code), name.id.length > 3, name.en.length > 3]).toEqual([true, true, true]);
    expect(kbliSample.certainty).toBe('assumed');
  });
});
