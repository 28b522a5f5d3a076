import { aMember, aZone, polygon, rectangle } from '#process/checks/corpus/claims';
import { plantedWorlds } from '#process/checks/corpus/planted-conflicts';
import { findAll } from '#process/checks/index';
import { areaHaOf } from '#process/matrix/index';
import { turfGeometry } from './geometry';

const { overlapHa } = turfGeometry;

describe('the ground two parcels share', () => {
  const parcel = rectangle(102.3, -3.92, 0.02);

  it('is measured in hectares', () => {
    expect(overlapHa(parcel, rectangle(102.31, -3.92, 0.02))).toBeCloseTo(areaHaOf(rectangle(102.31, -3.92, 0.01, 0.02)), 6);
    expect(overlapHa(parcel, parcel)).toBeCloseTo(areaHaOf(parcel), 6);
  });
  it('is nothing along a common border, at a common corner or apart', () => {
    expect(overlapHa(parcel, rectangle(102.32, -3.92, 0.02))).toBe(0);
    expect(overlapHa(parcel, rectangle(102.32, -3.9, 0.02))).toBe(0);
    expect(overlapHa(parcel, rectangle(103, -3.9, 0.02))).toBe(0);
  });
  it('is nothing below a hundred square metres, and something above', () => {
    const metres = (width: number) => overlapHa(rectangle(102.3, -3.92, 0.001), rectangle(102.301 - width / 111_000, -3.92, 0.001));
    expect(metres(0.5)).toBe(0);
    expect(metres(2)).toBeGreaterThan(0.01);
  });
  it('is not where the other parcel has a hole', () => {
    const ring = { ...parcel, coordinates: [...parcel.coordinates, rectangle(102.305, -3.915, 0.01).coordinates[0]!] };
    expect(overlapHa(ring, rectangle(102.306, -3.914, 0.005))).toBe(0);
  });
  it('is found in every part of a bay that another parcel crosses', () => {
    const bay = polygon([102, -4], [102.03, -4], [102.03, -3.97], [102.02, -3.97], [102.02, -3.99], [102.01, -3.99], [102.01, -3.97], [102, -3.97]);
    expect(overlapHa(bay, rectangle(102, -3.98, 0.03, 0.005))).toBeCloseTo(2 * areaHaOf(rectangle(102, -3.98, 0.01, 0.005)), 4);
  });
});

describe('the planted corpus on the real geometry', () => {
  it('is read without a miss and without a false alarm', () => {
    for (const { members, plans, expected } of plantedWorlds(17)) {
      expect(findAll(members, plans, turfGeometry).map(({ key }) => key)).toEqual([...expected].sort());
    }
  });
  it('lets neighbours with one ragged border stand side by side', () => {
    const border = Array.from({ length: 40 }, (_, at): [number, number] => [102.3 + (at % 3) * 0.000_713, -4 + at * 0.000_917]);
    const west = polygon(...border, [102.2, -4 + 39 * 0.000_917], [102.2, -4]);
    const east = polygon([102.4, -4], [102.4, -4 + 39 * 0.000_917], ...[...border].reverse());
    expect(
      findAll([aMember('1701', { zones: [aZone('KPI Manna', west)] }), aMember('1705', { zones: [aZone('KPI Tais', east)] })], [], turfGeometry),
    ).toEqual([]);
  });
});
