import { type Arrow, neighbour, tilesOf } from './tiles';

const bengkulu = ['1701', '1702', '1703', '1704', '1705', '1706', '1707', '1708', '1709', '1771'];

describe('the tile map', () => {
  it('has a place of its own for every region', () => {
    const tiles = tilesOf(bengkulu);
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(10);
    const others = tilesOf(['1801', '1802', '1803', '1804', '1805', '1806']);
    expect(others.at(-1)).toEqual({ code: '1806', column: 1, row: 2 });
  });

  it.each<[string, Arrow, string]>([
    ['1705', 'ArrowUp', '1709'], ['1705', 'ArrowRight', '1708'], ['1705', 'ArrowDown', '1701'], ['1706', 'ArrowDown', '1703'], ['1704', 'ArrowRight', '1704'], ['1771', 'ArrowLeft', '1706'],
  ])('leads from %s by %s to %s', (from, arrow, to) => {
    expect(neighbour(tilesOf(bengkulu), from, arrow)).toBe(to);
  });

  it('can be walked through by arrows alone', () => {
    const tiles = tilesOf(bengkulu);
    const reached = new Set(['1706']);
    for (const from of reached) for (const arrow of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const) reached.add(neighbour(tiles, from, arrow));
    expect([...reached].sort()).toEqual(bengkulu);
  });
});
