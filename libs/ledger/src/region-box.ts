import type { Box } from '#process/matrix/index';

/** The plausible box of a region from its facts: `west south east north` in degrees, approximate. Undefined where none is recorded, or none can be read. */
export function regionBox(facts: Readonly<Record<string, string>> | null | undefined): Box | undefined {
  const degrees = (facts?.['box'] ?? '').split(' ').map(Number);
  const [west, south, east, north] = degrees as [number, number, number, number];
  return degrees.length === 4 && degrees.every(Number.isFinite) && west < east && south < north ? [west, south, east, north] : undefined;
}
