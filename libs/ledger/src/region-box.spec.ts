import { areaHaOf, boxOf, readPolygon } from '#process/matrix/polygon';
import { referenceRegions } from './reference';
import { regionBox } from './region-box';

const within = (box: readonly number[], [longitude, latitude]: [number, number]) => longitude > box[0]! && longitude < box[2]! && latitude > box[1]! && latitude < box[3]!;

/** Where the seats of the regions lie, to a few hundredths of a degree. */
const seats: Record<string, [number, number]> = {
  '1701': [102.9, -4.46], '1702': [102.52, -3.47], '1703': [102.19, -3.44], '1704': [103.34, -4.79], '1705': [102.57, -4.07],
  '1706': [101.12, -2.58], '1707': [102.2, -3.13], '1708': [102.58, -3.65], '1709': [102.41, -3.72], '1771': [102.27, -3.8],
};

describe('the plausible box of a region', () => {
  it('is recorded for each of the ten regions, holds its seat, and says that it is approximate', () => {
    const regions = referenceRegions().filter(({ code }) => code.length === 4);
    expect(regions.map(({ code }) => code)).toEqual(Object.keys(seats));
    for (const { code, facts } of regions) {
      expect([code, within(regionBox(facts)!, seats[code]!)]).toEqual([code, true]);
      expect(facts['box_basis']).toContain('approximate');
    }
  });

  it('reaches over the sea to Enggano, which belongs to Bengkulu Utara alone', () => {
    const enggano: [number, number] = [102.25, -5.4];
    expect(referenceRegions().filter(({ facts }) => within(regionBox(facts) ?? [0, 0, 0, 0], enggano)).map(({ code }) => code)).toEqual(['1703']);
  });

  it.each([[undefined], [null], [{}], [{ box: '' }], [{ box: '1 2 3' }], [{ box: '1 2 3 x' }], [{ box: '103 -4 102 -5' }]])('is unknown for %j', (facts) => {
    expect(regionBox(facts)).toBeUndefined();
  });

  it('is the box of a polygon drawn around it', () => {
    const read = readPolygon({ type: 'Polygon', coordinates: [[[102.2, -4.5], [103.15, -4.5], [103.15, -3.65], [102.2, -3.65], [102.2, -4.5]]] });
    expect('polygon' in read && [boxOf(read.polygon), areaHaOf(read.polygon) > 900_000]).toEqual([regionBox(referenceRegions().find(({ code }) => code === '1705')!.facts), true]);
  });
});
