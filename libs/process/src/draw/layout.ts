import type { Level } from '../actor';
import { type Definition, type StageOf } from '../definition';

/** Where everything stands on the drawing, in pixels: three lanes side by side, one row a desk, phases from top to bottom. */
export const sheet = { width: 1_200, top: 96, row: 58, box: { width: 300, height: 42 }, lanes: { left: 120, width: 356 }, strip: { left: 20, width: 64 } };

export interface Box {
  stage: string;
  index: number;
  lane: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  middle: { x: number; y: number };
}

const lanes: readonly Level[] = ['regency', 'province', 'nation'];

/** The lane of a desk is the one of its first owner. */
export function laneOf(definition: Definition, stage: StageOf): number {
  const role = definition.roles[stage.owner[0] ?? ''];
  const level = role?.lane ?? role?.level;
  return Math.max(0, lanes.findIndex((lane) => lane === level));
}

export function layOut(definition: Definition): Map<string, Box> {
  const { top: start, row, box, lanes: area } = sheet;
  const boxes = Object.entries(definition.stages).map(([stage, one], index): [string, Box] => {
    const lane = laneOf(definition, one);
    const x = area.left + lane * area.width + area.width / 2;
    const y = start + index * row + row / 2;
    return [stage, { stage, index, lane, left: x - box.width / 2, right: x + box.width / 2, top: y - box.height / 2, bottom: y + box.height / 2, middle: { x, y } }];
  });
  return new Map(boxes);
}

export const rowsBottom = (definition: Definition) => sheet.top + Object.keys(definition.stages).length * sheet.row;
