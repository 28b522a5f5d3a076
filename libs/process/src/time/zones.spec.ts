import { zoneOfRegion } from '.';

describe('the zone of a region', () => {
  it.each([
    ['WIB', ['', '11', '17', '1705', '1771', '21', '31', '36', '61', '62', '6201']],
    ['WITA', ['51', '52', '53', '63', '64', '65', '71', '7371', '76']],
    ['WIT', ['81', '82', '91', '92', '94', '95', '96', '97', '9471']],
  ])('is %s for %j', (zone, regions) => {
    for (const region of regions) expect(zoneOfRegion(region)).toBe(zone);
  });
  it('is unknown for a code of no province', () => {
    for (const region of ['20', '1', '99', 'WIB']) expect(() => zoneOfRegion(region)).toThrow(RangeError);
  });
});
