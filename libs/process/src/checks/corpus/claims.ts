import {
  areaHaOf,
  emptyMatrix,
  type FlagshipClaim,
  type LinkClaim,
  type MaterialClaim,
  type PlanMatrix,
  type ZoneClaim,
  type ZonePolygon,
} from '../../matrix';
import type { ClaimingMember, Geometry } from '../finding';

/** A region that has its sentra and claims nothing else, unless told. */
export function aMember(regionCode: string, matrix: Partial<PlanMatrix> = {}, state: ClaimingMember['state'] = 'active'): ClaimingMember {
  return { regionCode, state, matrix: { ...emptyMatrix(), sentra: [{ name: 'Sentra', units: 5, product: 'anyaman' }], ...matrix } };
}

export function aFlagship(claim: Partial<FlagshipClaim> = {}): FlagshipClaim {
  return {
    kbli: '13122',
    commodity: 'Tenun bumpak',
    role: 'main',
    from: 2026,
    to: 2046,
    target: { unit: 'ton', value: 1 },
    sharedWith: [],
    division: '',
    ...claim,
  };
}

export function aZone(name: string, polygon: ZonePolygon): ZoneClaim {
  return { name, kind: 'KPI', areaHa: areaHaOf(polygon), polygon, rtrwRef: 'Pasal 40' };
}

export const aMaterial = (commodity: string, use: MaterialClaim['use'], tonnesPerYear: number): MaterialClaim => ({
  commodity,
  tonnesPerYear,
  origin: 'daerah sendiri',
  use,
});
export const aLink = (from: string, to: string, commodity: string, tonnesPerYear: number): LinkClaim => ({ from, to, commodity, tonnesPerYear });

/** A polygon by its corners; closes the ring itself. */
export function polygon(...corners: [number, number][]): ZonePolygon {
  return { type: 'Polygon', coordinates: [[...corners, corners[0]!]] };
}

export function rectangle(west: number, south: number, width: number, height = width): ZonePolygon {
  return polygon([west, south], [west + width, south], [west + width, south + height], [west, south + height]);
}

/** Overlap of convex polygons by Sutherland and Hodgman: exact enough to judge the rules without a library. */
export const convexGeometry: Geometry = {
  overlapHa(a, b) {
    let shape = open(a);
    const knife = open(b);
    const orientation = Math.sign(knife.reduce((sum, p, at) => sum + cross(p, knife[(at + 1) % knife.length]!), 0));
    for (const [at, from] of knife.entries()) shape = cutBy(shape, from, knife[(at + 1) % knife.length]!, orientation);
    return shape.length < 3 ? 0 : areaHaOf(polygon(...shape));
  },
};

type Point = [number, number];
const open = ({ coordinates }: ZonePolygon): Point[] => coordinates[0]!.slice(0, -1);
const cross = (p: Point, q: Point): number => p[0] * q[1] - q[0] * p[1];

function cutBy(shape: Point[], from: Point, to: Point, orientation: number): Point[] {
  const side = (p: Point): number => orientation * ((to[0] - from[0]) * (p[1] - from[1]) - (to[1] - from[1]) * (p[0] - from[0]));
  return shape.flatMap((p, at) => {
    const q = shape[(at + 1) % shape.length]!;
    const [here, there] = [side(p), side(q)];
    const kept = here >= 0 ? [p] : [];
    if (here * there >= 0) return kept;
    const share = here / (here - there);
    return [...kept, [p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])] as Point];
  });
}
