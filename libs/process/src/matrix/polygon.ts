import { matrixLimits, type MatrixProblemCode } from './matrix-problems';
import type { ZonePolygon } from './plan-matrix';

type Position = [number, number];
/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

const earthRadius = 6_371_008.8;

/** Reads a GeoJSON Polygon (altitudes are dropped) or names the first thing that is wrong with it. */
export function readPolygon(value: unknown): { polygon: ZonePolygon } | { code: MatrixProblemCode } {
  const rings = ringsOf(value);
  if (!Array.isArray(rings)) return { code: rings };
  for (const ring of rings) {
    if (ring.length < 4) return { code: 'polygon-too-short' };
    if (!same(ring[0]!, ring.at(-1)!)) return { code: 'polygon-open' };
  }
  if (crossesItself(rings)) return { code: 'polygon-crosses-itself' };
  const [outer, ...holes] = rings;
  if (holes.some((hole) => !contains(outer!, hole[0]!))) return { code: 'polygon-hole-outside' };
  return { polygon: { type: 'Polygon', coordinates: rings } };
}

function ringsOf(value: unknown): Position[][] | 'polygon-invalid' | 'polygon-too-large' {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'Polygon' || !('coordinates' in value))
    return 'polygon-invalid';
  const rings = value.coordinates;
  if (!Array.isArray(rings) || rings.length === 0 || !rings.every((ring) => Array.isArray(ring))) return 'polygon-invalid';
  let positions = 0;
  for (const ring of rings as unknown[][]) positions += ring.length;
  if (positions > matrixLimits.positions || rings.length > matrixLimits.positions) return 'polygon-too-large';
  const read: Position[][] = [];
  for (const ring of rings as unknown[][]) {
    if (!ring.every(isPosition)) return 'polygon-invalid';
    read.push(ring.map(([longitude, latitude]) => [longitude, latitude]));
  }
  return read;
}

function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value) || value.length < 2 || value.length > 3 || !value.every((part) => Number.isFinite(part))) return false;
  return Math.abs(value[0] as number) <= 180 && Math.abs(value[1] as number) <= 90;
}

export function boxOf(polygon: ZonePolygon): Box {
  const outer = polygon.coordinates[0]!;
  const east = outer.map(([longitude]) => longitude);
  const north = outer.map(([, latitude]) => latitude);
  return [Math.min(...east), Math.min(...north), Math.max(...east), Math.max(...north)];
}

export function liesInside(polygon: ZonePolygon, [west, south, east, north]: Box): boolean {
  const box = boxOf(polygon);
  return box[0] >= west && box[1] >= south && box[2] <= east && box[3] <= north;
}

/** Hectares on the sphere, holes taken off (Chamberlain and Duquette, JPL 07-03). */
export function areaHaOf(polygon: ZonePolygon): number {
  const [outer, ...holes] = polygon.coordinates.map(ringArea);
  return (outer! - holes.reduce((sum, area) => sum + area, 0)) / 10_000;
}

function ringArea(ring: Position[]): number {
  let sum = 0;
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1]!, ring[at]!];
    sum += radians(b[0] - a[0]) * (2 + Math.sin(radians(a[1])) + Math.sin(radians(b[1])));
  }
  return Math.abs((sum * earthRadius * earthRadius) / 2);
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

interface Side {
  a: Position;
  b: Position;
  ring: number;
  at: number;
  last: number;
  west: number;
  east: number;
}

/** Two sides may meet only where one ends and the next begins; sides are swept from the west, so far ones are never compared. */
function crossesItself(rings: Position[][]): boolean {
  const sides = rings.flatMap(sidesOf).sort((p, q) => p.west - q.west);
  for (let i = 0; i < sides.length; i++) {
    for (let j = i + 1; j < sides.length && sides[j]!.west <= sides[i]!.east; j++) {
      if (collide(sides[i]!, sides[j]!)) return true;
    }
  }
  return rings.some((ring) => sidesOf(ring, 0).length < 3);
}

function sidesOf(ring: Position[], ringNumber: number): Side[] {
  const corners = ring.filter((position, at) => at === 0 || !same(position, ring[at - 1]!));
  return corners.slice(1).map((b, at) => {
    const a = corners[at]!;
    return { a, b, ring: ringNumber, at, last: corners.length - 2, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) };
  });
}

function collide(p: Side, q: Side): boolean {
  const [first, second] = p.at < q.at ? [p, q] : [q, p];
  if (p.ring === q.ring && second.at === first.at + 1) return foldsBack(first.a, first.b, second.b);
  if (p.ring === q.ring && first.at === 0 && second.at === p.last) return foldsBack(second.a, second.b, first.b);
  return meet(p, q);
}

/** Whether the way a → b → c returns on itself. */
function foldsBack(a: Position, b: Position, c: Position): boolean {
  return turn(a, b, c) === 0 && (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0;
}

function meet(p: Side, q: Side): boolean {
  const [c, d] = [turn(p.a, p.b, q.a), turn(p.a, p.b, q.b)];
  const [a, b] = [turn(q.a, q.b, p.a), turn(q.a, q.b, p.b)];
  if (c * d < 0 && a * b < 0) return true;
  return (c === 0 && between(p, q.a)) || (d === 0 && between(p, q.b)) || (a === 0 && between(q, p.a)) || (b === 0 && between(q, p.b));
}

function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function between({ a, b, west, east }: Side, point: Position): boolean {
  return point[0] >= west && point[0] <= east && point[1] >= Math.min(a[1], b[1]) && point[1] <= Math.max(a[1], b[1]);
}

function contains(ring: Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at++) {
    const [[x1, y1], [x2, y2]] = [ring[at - 1]!, ring[at]!];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}
