import type { ClaimingMember } from '../finding';
import { aFlagship, aLink, aMaterial, aMember, aZone, rectangle } from './claims';
import { Random } from './random';

/** So many regions with eight flagships, three zones, six materials and four links each, spread over the country by chance. */
export function nation(count: number, seed: number): ClaimingMember[] {
  const random = new Random(seed);
  const region = (at: number) => String(1_101 + at);
  return Array.from({ length: count }, (_, at) =>
    aMember(region(at), {
      flagships: Array.from({ length: 8 }, () =>
        aFlagship({ kbli: String(random.between(10_100, 10_899)), commodity: `Hasil ${random.between(1, 800)}` }),
      ),
      zones: Array.from({ length: 3 }, (_each, n) => aZone(`Zona ${n}`, rectangle(95 + random.next() * 45, -11 + random.next() * 17, 0.02))),
      materials: Array.from({ length: 6 }, () =>
        aMaterial(`Bahan ${random.between(1, 400)}`, random.pick(['produced', 'needed']), random.between(1, 500)),
      ),
      links: Array.from({ length: 4 }, () => aLink(region(at), region(random.between(0, count - 1)), `Bahan ${random.between(1, 400)}`, 10)),
    }),
  );
}
