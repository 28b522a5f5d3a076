import { rpikV1 } from '#process';
import { inLines, layOutRail, sheet, widthOf } from './rail-layout';

const count = Object.keys(rpikV1.stages).length;
const everywhere = Array.from({ length: count + 1 }, (_, at) => at).flatMap((at) => (['id', 'en'] as const).map((language) => layOutRail(rpikV1, at, (label) => label[language])));

describe('the stages of a case in a drawing', () => {
  it('stand from left to right in their order, on the sheet, each in the lane of its desk', () => {
    for (const { spots } of everywhere) {
      expect(spots.map(({ name }) => name)).toEqual(Object.keys(rpikV1.stages));
      expect(spots.every(({ x }, n) => x > (spots[n - 1]?.x ?? sheet.left) && x < sheet.width)).toBe(true);
    }
    expect(everywhere[0]!.spots.filter(({ lane }) => lane === 'nation').map(({ name }) => name)).toEqual(['harmonization', 'endorsement', 'sign-off']);
  });
  it('are named in the phase the case is in, and no name lies on another', () => {
    for (const { spots, strips } of everywhere) {
      const named = spots.filter(({ lines }) => lines.length > 0);
      expect(new Set(named.map(({ phase }) => phase))).toEqual(new Set(strips.filter(({ isNow }) => isNow).map(({ phase }) => phase)));
      const clashes = named.flatMap((one) => named.filter((other) => other !== one && other.lane === one.lane && other.side === one.side && other.x > one.x && other.x - one.x < (widthOf(one.lines) + widthOf(other.lines)) / 2).map((other) => `${one.name} ${other.name}`));
      expect(clashes).toEqual([]);
      expect(named.filter(({ lines }) => lines.length > 3)).toEqual([]);
    }
  });
  it('break a name between words only', () => {
    expect(inLines('Pembicaraan tingkat I dan II', 100)).toEqual(['Pembicaraan', 'tingkat I dan II']);
  });
});
