import type { Zone } from './civil-day';

const provincesOfZone: Record<Zone, string[]> = {
  // Sumatera, Riau islands, Jawa and Banten, Kalimantan Barat and Tengah
  WIB: ['11', '12', '13', '14', '15', '16', '17', '18', '19', '21', '31', '32', '33', '34', '35', '36', '61', '62'],
  // Bali and Nusa Tenggara, Kalimantan Selatan, Timur and Utara, Sulawesi
  WITA: ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'],
  // Maluku, Maluku Utara, Papua with the provinces made of it
  WIT: ['81', '82', '91', '92', '93', '94', '95', '96', '97'],
};

const zoneOfProvince = new Map<string, Zone>(
  (Object.keys(provincesOfZone) as Zone[]).flatMap((zone) => provincesOfZone[zone].map((province): [string, Zone] => [province, zone])),
);

/** Whether two digits are the BPS code of a province. */
export const isProvince = (code: string): boolean => zoneOfProvince.has(code);

/**
 * Zone of a region by the first two digits of its BPS code ('17', '1705'); '' is the nation, whose offices keep
 * Jakarta's time. Source: Keppres 41/1987. Throws RangeError for a code of no province.
 */
export function zoneOfRegion(region: string): Zone {
  const zone = region === '' ? 'WIB' : zoneOfProvince.get(region.slice(0, 2));
  if (!zone) throw new RangeError(`no province has the code of region ${region}`);
  return zone;
}
