/** Where the tiles of a province lie, roughly as on the map: column and row from 1. Provinces without a picture of their own get rows of five. */
const drawn: Record<string, [column: number, row: number]> = {
  '1706': [1, 1], '1703': [2, 2], '1707': [3, 2], '1771': [2, 3], '1709': [3, 3], '1702': [4, 3], '1705': [3, 4], '1708': [4, 4], '1701': [4, 5], '1704': [5, 5],
};

export interface Tile {
  code: string;
  column: number;
  row: number;
}

export const isDrawn = (regions: readonly { code: string }[]): boolean => regions.every(({ code }) => drawn[code]);

export function tilesOf(codes: readonly string[]): Tile[] {
  const hasPicture = codes.every((code) => drawn[code]);
  return codes.map((code, n) => {
    const [column, row] = hasPicture ? drawn[code]! : [(n % 5) + 1, Math.floor(n / 5) + 1];
    return { code, column, row };
  });
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** The tile an arrow leads to: the nearest in that direction, and of those the one that lies most straight ahead. */
export function neighbour(tiles: readonly Tile[], from: string, arrow: Arrow): string {
  const here = tiles.find(({ code }) => code === from);
  if (!here) return from;
  const isSideways = arrow === 'ArrowLeft' || arrow === 'ArrowRight';
  const sign = arrow === 'ArrowRight' || arrow === 'ArrowDown' ? 1 : -1;
  const ahead = tiles
    .map(({ code, column, row }) => ({ code, on: sign * (isSideways ? column - here.column : row - here.row), off: Math.abs(isSideways ? row - here.row : column - here.column) }))
    .filter(({ on }) => on > 0)
    .sort((one, other) => one.off + one.on - (other.off + other.on) || one.off - other.off);
  return ahead[0]?.code ?? from;
}
