import { type Box, sheet } from './layout';
import type { Move } from './moves';

export interface Edge extends Move {
  path: string;
  /** A line that joins a shared rail has no head of its own. */
  joins?: true;
}

const GUTTER = sheet.lanes.left + 14;
const FORWARD_DY = -7;
const BACK_DY = 9;

/** A drawn line for every move between two desks. Advances go down, returns go up; long returns share one rail in the gutter. */
export function edgesOf(moves: readonly Move[], boxes: ReadonlyMap<string, Box>): Edge[] {
  const edges = moves.flatMap((move): Edge[] => {
    const from = boxes.get(move.from);
    const to = boxes.get(move.to);
    if (!from || !to) return [];
    if (isLong(from, to, move)) return [{ ...move, path: `M${from.left} ${from.middle.y + BACK_DY}H${GUTTER}`, joins: true }];
    return [{ ...move, path: move.kind === 'return' ? back(from, to) : forward(from, to, move.kind, [...boxes.values()]) }];
  });
  return [...edges, ...railsOf(edges, boxes)];
}

const isLong = (from: Box, to: Box, { kind }: Move) => kind === 'return' && from.index - to.index > 1;

/** One rail for each desk that long returns lead to, from the lowest of them up. */
function railsOf(edges: readonly Edge[], boxes: ReadonlyMap<string, Box>): Edge[] {
  const joining = edges.filter(({ joins }) => joins);
  return [...new Set(joining.map(({ to }) => to))].map((to) => {
    const mine = joining.filter((edge) => edge.to === to);
    const lowest = Math.max(...mine.map(({ from }) => boxes.get(from)!.middle.y));
    const target = boxes.get(to)!;
    const path = `M${GUTTER} ${lowest + BACK_DY}V${target.middle.y + BACK_DY}H${target.left}`;
    return { from: mine[0]!.from, to, kind: 'return', transitions: [...new Set(mine.flatMap(({ transitions }) => transitions))], path };
  });
}

function forward(from: Box, to: Box, kind: Move['kind'], boxes: readonly Box[]): string {
  const between = boxes.filter(({ index }) => index > from.index && index < to.index);
  const isBlocked = between.some(({ lane }) => lane === from.lane);
  if (from.lane === to.lane) {
    if (kind === 'law' || isBlocked) return beside(from, to, kind === 'law' ? 14 : 22, kind === 'law' ? 8 : 0);
    const x = from.middle.x + (between.length > 0 ? 70 : 0);
    return `M${x} ${from.bottom}V${to.top}`;
  }
  const side = to.lane > from.lane ? from.right : from.left;
  const shift = between.length === 0 ? 0 : to.lane > from.lane ? -60 : 60;
  return `M${side} ${from.middle.y + FORWARD_DY}H${to.middle.x + shift}V${to.top}`;
}

/** Out of the right side and in again: past a desk in the way, or for the effect of the law. */
const beside = (from: Box, to: Box, out: number, dy: number) =>
  `M${from.right} ${from.middle.y + dy}H${from.right + out}V${to.middle.y - dy}H${to.right}`;

function back(from: Box, to: Box): string {
  if (from.lane === to.lane) return beside(from, to, 18, 0);
  const x = from.middle.x - 70;
  return `M${x} ${from.top}V${to.middle.y + BACK_DY}H${from.lane > to.lane ? to.right : to.left}`;
}
