/** What each region of the demo claims, and what the plans of higher rank say. Products and materials as the RPIP answer of 13 March 2018 names them; figures, parcels and partners are sample data. */

type Flagship = { kbli: string; commodity: string; role: 'main' | 'supporting' | 'upstream'; unit?: string; value?: number };
type Material = [commodity: string, tonnesPerYear: number, use: 'produced' | 'needed'];
type Link = [from: string, to: string, commodity: string, tonnesPerYear: number];

interface Claims {
  flagships: Flagship[];
  materials: Material[];
  links: Link[];
  port?: number;
  sentra: [name: string, units: number, product: string][];
  /** South-west corner, and the sides in degrees. */
  estate?: { name: string; west: number; south: number; side: number };
}

const claims: Record<string, Claims> = {
  '1701': {
    flagships: [{ kbli: '13121', commodity: 'tenun bumpak', role: 'main', unit: 'lembar', value: 4_000 }, { kbli: '10621', commodity: 'tepung ubi kayu', role: 'main', value: 1_800 }],
    materials: [['ubi kayu', 6_000, 'produced'], ['ikan', 700, 'needed']],
    links: [['1701', 'pulau-baai', 'tepung ubi kayu', 900]],
    port: 900,
    sentra: [['Sentra Tenun Pasar Bawah', 9, 'tenun bumpak']],
    // Laid over Seluma's estate beyond the border.
    estate: { name: 'KPI Pino Raya', west: 102.895, south: -4.305, side: 0.02 },
  },
  '1702': {
    flagships: [{ kbli: '10761', commodity: 'kopi', role: 'main', value: 2_400 }, { kbli: '10330', commodity: 'sari jeruk', role: 'supporting', value: 300 }],
    materials: [['kopi', 5_200, 'produced'], ['jeruk', 900, 'produced']],
    links: [['1702', 'pulau-baai', 'kopi', 1_500]],
    port: 1_500,
    sentra: [['Sentra Kopi Curup', 14, 'kopi']],
    estate: { name: 'KPI Curup Utara', west: 102.5, south: -3.45, side: 0.01 },
  },
  '1703': {
    flagships: [{ kbli: '10431', commodity: 'minyak sawit mentah', role: 'main', value: 60_000 }, { kbli: '10213', commodity: 'ikan beku', role: 'supporting', value: 1_200 }],
    materials: [['kelapa sawit', 310_000, 'produced'], ['ikan', 4_200, 'produced']],
    links: [['1703', 'pulau-baai', 'minyak sawit mentah', 42_000]],
    port: 42_000,
    sentra: [['Sentra Ikan Palik', 11, 'ikan olahan']],
    estate: { name: 'KI Arga Makmur', west: 102.15, south: -3.45, side: 0.02 },
  },
  '1704': {
    flagships: [{ kbli: '13121', commodity: 'tenun bumpak', role: 'main', unit: 'lembar', value: 2_500 }, { kbli: '10621', commodity: 'tepung ubi kayu', role: 'main', value: 1_100 }, { kbli: '10211', commodity: 'ikan asin', role: 'supporting', value: 400 }],
    materials: [['ubi kayu', 3_000, 'produced'], ['ikan', 2_800, 'produced']],
    // Bengkulu Selatan knows nothing of it.
    links: [['1704', '1701', 'ikan', 700]],
    port: 300,
    sentra: [['Sentra Ikan Maje', 7, 'ikan asin']],
    estate: { name: 'KPI Maje', west: 103.4, south: -4.82, side: 0.012 },
  },
  '1705': {
    flagships: [{ kbli: '13121', commodity: 'tenun bumpak', role: 'main', unit: 'lembar', value: 6_000 }, { kbli: '10722', commodity: 'gula aren', role: 'supporting', value: 350 }],
    materials: [['benang sutra', 12, 'needed'], ['benang sutra', 14, 'produced'], ['nira aren', 1_900, 'produced']],
    links: [['1705', 'pulau-baai', 'gula aren', 200]],
    port: 200,
    sentra: [['Sentra Tenun Bumpak Tais', 12, 'tenun bumpak']],
    estate: { name: 'KPI Semidang Alas Maras', west: 102.88, south: -4.3, side: 0.02 },
  },
  '1706': {
    flagships: [{ kbli: '22123', commodity: 'karet remah', role: 'main', value: 9_000 }, { kbli: '10437', commodity: 'minyak goreng sawit', role: 'main', value: 15_000 }],
    materials: [['karet', 14_000, 'produced'], ['kelapa sawit', 280_000, 'produced']],
    // The city counts on 1,000 only.
    links: [['1706', '1771', 'karet', 1_200], ['1706', 'pulau-baai', 'karet remah', 6_000]],
    port: 6_000,
    sentra: [['Sentra Karet Penarik', 8, 'karet remah']],
    estate: { name: 'KPI Penarik', west: 101.35, south: -2.85, side: 0.015 },
  },
  '1708': {
    flagships: [{ kbli: '10761', commodity: 'kopi', role: 'main', value: 1_600 }, { kbli: '10763', commodity: 'teh', role: 'main', value: 800 }],
    materials: [['kopi', 3_900, 'produced'], ['teh', 2_100, 'produced']],
    links: [['1708', 'pulau-baai', 'teh', 500]],
    port: 500,
    sentra: [['Sentra Kopi Kabawetan', 10, 'kopi']],
    estate: { name: 'KPI Kabawetan', west: 102.57, south: -3.66, side: 0.008 },
  },
  '1709': {
    flagships: [{ kbli: '21022', commodity: 'minuman biofarmaka', role: 'main', value: 260 }],
    materials: [['jahe', 1_300, 'produced']],
    links: [['1709', 'pulau-baai', 'minuman biofarmaka', 120]],
    port: 120,
    sentra: [['Sentra Biofarmaka Karang Tinggi', 6, 'minuman biofarmaka']],
    estate: { name: 'KPI Karang Tinggi', west: 102.38, south: -3.72, side: 0.008 },
  },
  '1771': {
    flagships: [{ kbli: '10750', commodity: 'makanan olahan', role: 'main', value: 900 }, { kbli: '32903', commodity: 'kerajinan kulit lantung', role: 'main', unit: 'buah', value: 20_000 }],
    materials: [['karet', 1_000, 'needed'], ['ikan', 1_500, 'needed']],
    links: [['1706', '1771', 'karet', 1_000], ['1771', 'pulau-baai', 'makanan olahan', 400]],
    port: 400,
    sentra: [['Sentra Kulit Lantung Anggut', 8, 'kerajinan kulit lantung']],
    estate: { name: 'KI Pulau Baai', west: 102.29, south: -3.92, side: 0.01 },
  },
};

const perDegree = 111.2;

/** A square of ground as GeoJSON, and its hectares. */
function parcel({ west, south, side }: NonNullable<Claims['estate']>) {
  const [east, north] = [round(west + side), round(south + side)];
  const polygon = { type: 'Polygon' as const, coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
  return { areaHa: Math.round((side * perDegree) ** 2 * 100), polygon };
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** A region's plan matrix for a programme year. */
export function matrixOf(code: string, year: number): object {
  const { flagships, materials, links, port, sentra, estate } = claims[code]!;
  const [from, to] = [year + 1, year + 20];
  return {
    flagships: flagships.map(({ kbli, commodity, role, unit = 'ton', value = 100 }) => ({ kbli, commodity, role, from, to, target: { unit, value }, sharedWith: [], division: '' })),
    zones: estate ? [{ name: estate.name, kind: estate.name.startsWith('KI ') ? 'KI' : 'KPI', rtrwRef: `Perda RTRW ${code} (contoh)`, ...parcel(estate) }] : [],
    materials: materials.map(([commodity, tonnesPerYear, use]) => ({ commodity, tonnesPerYear, origin: use === 'produced' ? 'dalam daerah' : 'daerah lain', use })),
    links: links.map(([start, end, commodity, tonnesPerYear]) => ({ from: start, to: end, commodity, tonnesPerYear })),
    ...(port !== undefined && { port: { tonnesPerYear: port } }),
    sentra: sentra.map(([name, units, product]) => ({ name, units, product })),
  };
}

/** A product and a place, as regions of an earlier year planned it before flows and tonnes were asked for. */
export function earlierMatrixOf(code: string, year: number): object {
  const { flagships, zones, sentra } = matrixOf(code, year) as { flagships: object[]; zones: object[]; sentra: object[] };
  return { flagships: flagships.slice(0, 1), zones, materials: [], links: [], sentra };
}

const national = [
  { kbli: '10', commodity: 'industri pangan' }, { kbli: '11', commodity: 'industri minuman' }, { kbli: '13', commodity: 'industri tekstil' }, { kbli: '14', commodity: 'industri pakaian jadi' },
  { kbli: '16', commodity: 'industri hulu agro: kayu' }, { kbli: '20', commodity: 'industri kimia berbasis agro' }, { kbli: '21', commodity: 'industri farmasi dan obat tradisional' }, { kbli: '22', commodity: 'industri karet' },
];
const provincial = ['tenun bumpak', 'tepung ubi kayu', 'kopi', 'sari jeruk', 'minyak sawit mentah', 'ikan beku', 'ikan asin', 'gula aren', 'karet remah', 'minyak goreng sawit', 'teh', 'minuman biofarmaka', 'makanan olahan', 'kerajinan kulit lantung'];

/** The plans of higher rank; what they list is sample data. */
export const referencePlans = [
  { kind: 'RIPIN', name: 'Rencana Induk Pembangunan Industri Nasional 2015–2035', version: 'PP 14/2015', issuedOn: '2015-03-06', content: { flagships: national } },
  {
    kind: 'RPIP',
    name: 'Rencana Pembangunan Industri Provinsi Bengkulu 2018–2038',
    version: '2018–2038',
    issuedOn: '2018-03-13',
    content: {
      flagships: provincial.map((commodity) => ({ commodity })),
      zones: [
        { name: 'WPI Selatan', regionCodes: ['1701', '1704', '1705'] },
        { name: 'WPI Timur', regionCodes: ['1702', '1707', '1708'] },
        { name: 'WPI Utara', regionCodes: ['1703', '1706', '1709'] },
        { name: 'Kota Bengkulu dan Pulau Baai', regionCodes: ['1771'] },
        { name: 'Pulau Enggano' },
      ],
      portTonnesPerYear: 250_000,
    },
  },
];
