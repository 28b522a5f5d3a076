import { area, featureCollection, intersect } from '@turf/turf';
import { type Geometry, overlapToleranceHa } from '#process/checks/index';
import type { ZonePolygon } from '#process/matrix/index';

/** The geometry the checks of a cohort ask for, by Turf: hectares on the sphere; what is below the tolerance is touching, not overlapping. */
export const turfGeometry: Geometry = {
  overlapHa(a, b) {
    const shared = commonGround(a, b);
    const hectares = shared ? area(shared) / 10_000 : 0;
    return hectares < overlapToleranceHa ? 0 : hectares;
  },
};

/** Borders that run along one another within rounding errors can defeat the cut; snapped to a centimetre they no longer do. */
function commonGround(a: ZonePolygon, b: ZonePolygon): ReturnType<typeof intersect> {
  try {
    return cut(a, b);
  } catch {
    return cut(snapped(a), snapped(b));
  }
}

function cut(a: ZonePolygon, b: ZonePolygon): ReturnType<typeof intersect> {
  return intersect(featureCollection([feature(a), feature(b)]));
}

function feature(geometry: ZonePolygon) {
  return { type: 'Feature' as const, properties: {}, geometry };
}

function snapped({ coordinates }: ZonePolygon): ZonePolygon {
  const snap = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
  return { type: 'Polygon', coordinates: coordinates.map((ring) => ring.map(([longitude, latitude]) => [snap(longitude), snap(latitude)])) };
}
