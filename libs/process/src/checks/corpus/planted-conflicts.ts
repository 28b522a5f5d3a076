import type { PlanMatrix } from '../../matrix';
import type { CheckedPlan, ClaimingMember } from '../finding';
import { aFlagship, aLink, aMaterial, aMember, aZone, polygon, rectangle } from './claims';
import { Random } from './random';

/** A cohort with what was planted in it: the keys that must be found, and how many look-alikes must not be. */
export interface World {
  name: string;
  members: ClaimingMember[];
  plans: CheckedPlan[];
  expected: string[];
  lookAlikes: number;
}

/** One story between two regions of the large cohort. Names and codes of a story occur in no other, so that stories cannot disturb each other. */
interface Story {
  /** Sorted. */
  a: string;
  b: string;
  /** A number that no other story has. */
  n: number;
  commodity: string;
  kbli: string;
  otherKbli: string;
  /** South-west corner of ground that belongs to this story. */
  west: number;
  south: number;
  random: Random;
  claim(region: string, claims: Partial<PlanMatrix>): void;
}

type Plant = (story: Story) => string;
type LookAlike = (story: Story) => void;

const pair = ({ a, b }: Story): string => `${a}-${b}`;
const flagshipOf = (story: Story, claim: Parameters<typeof aFlagship>[0] = {}) =>
  aFlagship({ kbli: story.kbli, commodity: story.commodity, ...claim });
/** The two regions in an order that chance decides, so that no rule gets by with looking one way only. */
const eitherWay = ({ a, b, random }: Story): readonly [string, string] => random.pick([[a, b] as const, [b, a] as const]);
const slugOf = (text: string): string => text.toLowerCase().replaceAll(' ', '-');
const sameCommodity = (story: Story): string => `X01.${pair(story)}.commodity-${slugOf(story.commodity)}`;

const planted: [times: number, what: string, plant: Plant][] = [
  [
    8,
    'the same flagship twice',
    (s) => (s.claim(s.a, { flagships: [flagshipOf(s)] }), s.claim(s.b, { flagships: [flagshipOf(s)] }), sameCommodity(s)),
  ],
  [
    6,
    'one commodity under two codes',
    (s) => (s.claim(s.a, { flagships: [flagshipOf(s)] }), s.claim(s.b, { flagships: [flagshipOf(s, { kbli: s.otherKbli })] }), sameCommodity(s)),
  ],
  [
    6,
    'one code for two commodities',
    (s) => {
      s.claim(s.a, { flagships: [flagshipOf(s)] });
      s.claim(s.b, { flagships: [flagshipOf(s, { commodity: `olahan ${s.commodity}` })] });
      return `X01.${pair(s)}.kbli-${s.kbli}`;
    },
  ],
  [
    6,
    'another spelling',
    (s) => {
      const spelling = s.random.pick([
        s.commodity.toUpperCase(),
        `  ${s.commodity.replaceAll(' ', '   ')} `,
        s.commodity.replaceAll(' ', '-'),
        `${s.commodity}.`,
      ]);
      s.claim(s.a, { flagships: [flagshipOf(s)] });
      s.claim(s.b, { flagships: [flagshipOf(s, { kbli: s.otherKbli, commodity: spelling })] });
      return sameCommodity(s);
    },
  ],
  [
    6,
    'years that share their boundary year',
    (s) => {
      const year = s.random.between(2028, 2040);
      const [earlier, later] = eitherWay(s);
      s.claim(earlier, { flagships: [flagshipOf(s, { from: 2026, to: year })] });
      s.claim(later, { flagships: [flagshipOf(s, { from: year, to: 2046 })] });
      return sameCommodity(s);
    },
  ],
  [
    6,
    'a division only one side declares',
    (s) => {
      const [declaring, silent] = eitherWay(s);
      s.claim(declaring, { flagships: [flagshipOf(s, { sharedWith: [silent], division: 'bahan baku' })] });
      s.claim(silent, { flagships: [flagshipOf(s)] });
      return sameCommodity(s);
    },
  ],
  [
    4,
    'a division without words on one side',
    (s) => {
      const [wordy, empty] = eitherWay(s);
      s.claim(wordy, { flagships: [flagshipOf(s, { sharedWith: [empty], division: 'bahan baku' })] });
      s.claim(empty, { flagships: [flagshipOf(s, { sharedWith: [wordy], division: '   ' })] });
      return sameCommodity(s);
    },
  ],
  [
    4,
    'a division declared with a third region',
    (s) => {
      s.claim(s.a, { flagships: [flagshipOf(s, { sharedWith: ['1799'], division: 'bahan baku' })] });
      s.claim(s.b, { flagships: [flagshipOf(s, { sharedWith: ['1799'], division: 'pengolahan' })] });
      return sameCommodity(s);
    },
  ],
  [
    6,
    'parcels that overlap',
    (s) => {
      s.claim(s.a, { zones: [aZone(`Kawasan A${s.n}`, rectangle(s.west, s.south, 0.02))] });
      s.claim(s.b, { zones: [aZone(`Kawasan B${s.n}`, rectangle(s.west + 0.01 + s.random.next() * 0.009, s.south + 0.005, 0.02))] });
      return `X02.${pair(s)}.kawasan-a${s.n}.kawasan-b${s.n}`;
    },
  ],
  [
    4,
    'a parcel inside another',
    (s) => {
      s.claim(s.a, { zones: [aZone(`Kawasan A${s.n}`, rectangle(s.west, s.south, 0.03))] });
      s.claim(s.b, { zones: [aZone(`Kawasan B${s.n}`, rectangle(s.west + 0.01, s.south + 0.01, 0.005))] });
      return `X02.${pair(s)}.kawasan-a${s.n}.kawasan-b${s.n}`;
    },
  ],
  [
    4,
    'a triangle that cuts a corner',
    (s) => {
      s.claim(s.a, { zones: [aZone(`Kawasan A${s.n}`, rectangle(s.west, s.south, 0.02))] });
      s.claim(s.b, {
        zones: [
          aZone(`Kawasan B${s.n}`, polygon([s.west + 0.018, s.south + 0.03], [s.west + 0.018, s.south + 0.018], [s.west + 0.03, s.south + 0.03])),
        ],
      });
      return `X02.${pair(s)}.kawasan-a${s.n}.kawasan-b${s.n}`;
    },
  ],
  [
    5,
    'a link one end does not know',
    (s) => {
      s.claim(s.random.pick([s.a, s.b]), { links: [aLink(s.a, s.b, s.commodity, 100)] });
      return `X03.${pair(s)}.from-${s.a}.${slugOf(s.commodity)}`;
    },
  ],
  [
    5,
    'a link with two amounts',
    (s) => {
      s.claim(s.a, { links: [aLink(s.b, s.a, s.commodity, 100)] });
      s.claim(s.b, { links: [aLink(s.b, s.a, s.commodity, 100 + s.random.between(1, 50))] });
      return `X03.${pair(s)}.from-${s.b}.${slugOf(s.commodity)}`;
    },
  ],
  [
    6,
    'more needed than produced',
    (s) => {
      s.claim(s.a, { materials: [aMaterial(s.commodity, 'produced', 400)] });
      s.claim(s.b, { materials: [aMaterial(s.commodity, 'needed', 400 + s.random.between(1, 300)), aMaterial(s.commodity, 'produced', 0)] });
      return `X04.${s.b}.${slugOf(s.commodity)}`;
    },
  ],
];

const lookAlikes: [times: number, what: string, plant: LookAlike][] = [
  [
    8,
    'years that follow one another',
    (s) => {
      const year = s.random.between(2028, 2040);
      const [earlier, later] = eitherWay(s);
      s.claim(earlier, { flagships: [flagshipOf(s, { from: 2026, to: year - 1 })] });
      s.claim(later, { flagships: [flagshipOf(s, { from: year, to: 2046 })] });
    },
  ],
  [
    6,
    'a supporting role',
    (s) => (s.claim(s.a, { flagships: [flagshipOf(s)] }), s.claim(s.b, { flagships: [flagshipOf(s, { role: 'supporting' })] })),
  ],
  [
    4,
    'two upstream roles',
    (s) => (s.claim(s.a, { flagships: [flagshipOf(s, { role: 'upstream' })] }), s.claim(s.b, { flagships: [flagshipOf(s, { role: 'upstream' })] })),
  ],
  [
    8,
    'a division both declare',
    (s) => {
      s.claim(s.a, { flagships: [flagshipOf(s, { sharedWith: ['1799', s.b], division: 'bahan baku' })] });
      s.claim(s.b, { flagships: [flagshipOf(s, { sharedWith: [s.a], division: 'pengolahan' })] });
    },
  ],
  [
    6,
    'a name that contains the other',
    (s) => {
      s.claim(s.a, { flagships: [flagshipOf(s)] });
      s.claim(s.b, { flagships: [flagshipOf(s, { kbli: s.otherKbli, commodity: `${s.commodity} sawit` })] });
    },
  ],
  [4, 'one region twice', (s) => s.claim(s.a, { flagships: [flagshipOf(s), flagshipOf(s, { kbli: s.otherKbli })] })],
  [
    6,
    'parcels with a common border',
    (s) => {
      s.claim(s.a, { zones: [aZone(`Kawasan A${s.n}`, rectangle(s.west, s.south, 0.02))] });
      s.claim(s.b, { zones: [aZone(`Kawasan B${s.n}`, rectangle(s.west + 0.02, s.south + s.random.next() * 0.01, 0.02))] });
    },
  ],
  [
    4,
    'parcels with a common corner',
    (s) => {
      s.claim(s.a, { zones: [aZone(`Kawasan A${s.n}`, rectangle(s.west, s.south, 0.02))] });
      s.claim(s.b, { zones: [aZone(`Kawasan B${s.n}`, rectangle(s.west + 0.02, s.south + 0.02, 0.02))] });
    },
  ],
  [
    6,
    'triangles that face one another across a strip',
    (s) => {
      s.claim(s.a, { zones: [aZone(`Kawasan A${s.n}`, polygon([s.west, s.south], [s.west + 0.03, s.south], [s.west, s.south + 0.03]))] });
      s.claim(s.b, {
        zones: [
          aZone(`Kawasan B${s.n}`, polygon([s.west + 0.031, s.south + 0.001], [s.west + 0.031, s.south + 0.031], [s.west + 0.001, s.south + 0.031])),
        ],
      });
    },
  ],
  [
    4,
    'a border surveyed twice, a few square metres apart',
    (s) => {
      s.claim(s.a, { zones: [aZone(`Kawasan A${s.n}`, rectangle(s.west, s.south, 0.002))] });
      s.claim(s.b, { zones: [aZone(`Kawasan B${s.n}`, rectangle(s.west + 0.002 - 1e-7, s.south, 0.002))] });
    },
  ],
  [
    4,
    'a sentra inside its own zone',
    (s) =>
      s.claim(s.a, {
        zones: [aZone(`Kawasan A${s.n}`, rectangle(s.west, s.south, 0.03)), aZone(`Sentra A${s.n}`, rectangle(s.west + 0.01, s.south + 0.01, 0.005))],
      }),
  ],
  [
    6,
    'a link both ends declare alike',
    (s) => {
      s.claim(s.a, { links: [aLink(s.a, s.b, s.commodity, 100)] });
      s.claim(s.b, { links: [aLink(s.a, s.b, s.commodity.toUpperCase(), 100)] });
    },
  ],
  [6, 'a link to the hub', (s) => s.claim(s.a, { links: [aLink(s.a, 'pulau-baai', s.commodity, 100)] })],
  [
    6,
    'exactly as much needed as produced',
    (s) => {
      // 0.1 + 0.2 is a little more than 0.3 in floating point: here that little would be a shortage.
      s.claim(s.a, { materials: [aMaterial(s.commodity, 'needed', 0.1), aMaterial(s.commodity, 'needed', 0.2)] });
      s.claim(s.b, { materials: [aMaterial(s.commodity.toUpperCase(), 'produced', 0.3)] });
    },
  ],
];

/** The large cohort of sixty regions and the small ones whose checks look at all members at once. The same for the same seed. */
export function plantedWorlds(seed: number): World[] {
  return [theLargeCohort(new Random(seed)), ...portWorlds(), ...coverageWorlds(), ...conformityWorlds(), ...stateWorlds()];
}

function theLargeCohort(random: Random): World {
  const codes = Array.from({ length: 60 }, (_, at) => `17${String(at + 1).padStart(2, '0')}`);
  const matrices = new Map(codes.map((code) => [code, aMember(code).matrix]));
  const claim: Story['claim'] = (region, claims) => {
    const matrix = matrices.get(region) as unknown as Record<string, unknown[]>;
    for (const [table, rows] of Object.entries(claims)) matrix[table] = [...matrix[table]!, ...(rows as unknown[])].sort(() => random.next() - 0.5);
  };
  let n = 0;
  const story = (): Story => {
    n++;
    const first = random.between(0, 58);
    const [a, b] = [codes[first]!, codes[random.between(first + 1, 59)]!];
    return {
      a,
      b,
      n,
      commodity: `Hasil ${n}`,
      kbli: String(20_000 + 2 * n),
      otherKbli: String(20_001 + 2 * n),
      west: 101 + (n % 40) * 0.05,
      south: -5 + Math.floor(n / 40) * 0.05,
      random,
      claim,
    };
  };
  const expected = planted.flatMap(([times, , plant]) => Array.from({ length: times }, () => plant(story())));
  for (const [times, , plant] of lookAlikes) for (let time = 0; time < times; time++) plant(story());
  const members = codes.map((code): ClaimingMember => ({ regionCode: code, state: 'active', matrix: matrices.get(code)! }));
  return { name: 'sixty regions', members, plans: [], expected, lookAlikes: lookAlikes.reduce((sum, [times]) => sum + times, 0) };
}

const rpip = (content: Partial<NonNullable<CheckedPlan['content']>>): CheckedPlan => ({
  kind: 'RPIP',
  version: '2018–2038',
  issuedOn: '2018-12-31',
  regionCode: '17',
  content: { flagships: [], zones: [], ...content },
});
const world = (name: string, members: ClaimingMember[], plans: CheckedPlan[], expected: string[]): World => ({
  name,
  members,
  plans,
  expected,
  lookAlikes: expected.length === 0 ? 1 : 0,
});
const port = (code: string, tonnesPerYear: number, state?: ClaimingMember['state']) => aMember(code, { port: { tonnesPerYear } }, state);

function portWorlds(): World[] {
  const plans = [rpip({ portTonnesPerYear: 1_000 })];
  return [
    world('three regions overfill the port', [port('1701', 400), port('1702', 400), port('1703', 201)], plans, ['X05.1701-1702-1703.pulau-baai']),
    world('one region overfills the port', [port('1701', 1_001), port('1702', 0)], plans, ['X05.1701.pulau-baai']),
    world('the port is exactly full', [port('1701', 999.9), port('1702', 0.1)], plans, []),
    world('no capacity is known', [port('1701', 9_999_999)], [rpip({})], []),
    world('another province has its own port', [port('1801', 9_999_999), port('1701', 1_000)], plans, []),
    world('the withdrawn region takes its tonnes along', [port('1701', 900), port('1702', 900, 'withdrawn')], plans, []),
  ];
}

function coverageWorlds(): World[] {
  const plans = [rpip({ zones: [{ name: 'Pulau Baai' }, { name: 'Timur', regionCodes: ['1702', '1707'] }] })];
  const hubZone = aMember('1771', { zones: [aZone('Pulau Baii', rectangle(102.3, -3.92, 0.01))] });
  return [
    world('the eastern zone stays empty', [hubZone, aMember('1702')], plans, ['X06.province.zone.17.timur']),
    world('nobody plans a zone', [aMember('1701')], plans, ['X06.province.zone.17.pulau-baai', 'X06.province.zone.17.timur']),
    world('both zones are served', [hubZone, aMember('1707', { zones: [aZone('Sentra Tubei', rectangle(102.2, -3.2, 0.01))] })], plans, []),
    world('a region has no sentra', [aMember('1701'), aMember('1702', { sentra: [] })], [], ['X06.1702.sentra']),
  ];
}

function conformityWorlds(): World[] {
  const kin: CheckedPlan = {
    kind: 'KIN',
    version: '2025',
    issuedOn: '2025-01-01',
    content: { flagships: [{ kbli: '107', commodity: 'pangan' }], zones: [] },
  };
  const coffee = aFlagship({ kbli: '10761', commodity: 'Kopi' });
  return [
    world('a flagship outside the national groups', [aMember('1702', { flagships: [coffee, aFlagship()] })], [kin], ['C01.1702.flagships']),
    world(
      'a flagship outside the provincial plan',
      [aMember('1702', { flagships: [coffee] })],
      [rpip({ flagships: [{ commodity: 'karet' }] })],
      ['C02.1702.flagships'],
    ),
    world(
      'a role the provincial plan does not give',
      [aMember('1702', { flagships: [coffee] })],
      [rpip({ flagships: [{ commodity: 'kopi', role: 'upstream' }] })],
      ['C02.1702.flagships'],
    ),
    world('a code inside the national group', [aMember('1702', { flagships: [coffee] })], [kin], []),
    world(
      'a commodity of the provincial plan by its English name',
      [aMember('1702', { flagships: [coffee] })],
      [rpip({ flagships: [{ commodity: 'coffee', role: 'main' }] })],
      [],
    ),
    world(
      'the plan of another province',
      [aMember('1702', { flagships: [coffee] })],
      [{ ...rpip({ flagships: [{ commodity: 'karet' }] }), regionCode: '18' }],
      [],
    ),
  ];
}

function stateWorlds(): World[] {
  const both = (state: ClaimingMember['state']) => [
    aMember('1704', { flagships: [aFlagship()] }),
    aMember('1705', { flagships: [aFlagship({ commodity: 'Tenun gumpak', kbli: '13121' })] }, state),
  ];
  const key = 'X01.1704-1705.commodity-tenun-bumpak';
  return [
    world('against a fixed region', both('fixed'), [], [key]),
    world('against a waived region', both('waived'), [], [key]),
    world('against a withdrawn region', both('withdrawn'), [], []),
  ];
}
