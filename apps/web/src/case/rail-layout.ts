import type { Definition } from '#process';

export const lanes = ['regency', 'province', 'nation'] as const;
export type Lane = (typeof lanes)[number];

/** In the units of the drawing, which is as wide as the page on a desk. */
export const sheet = { width: 1_232, height: 262, left: 126, right: 20, top: 86, gap: 66 };
/** A stage of another phase is a knot without a name; its phase still has room for its own. */
const narrow = { step: 27, phase: 122 };
/** What a line of a name takes: letters of the size of the drawing. */
const letter = 6.1;

export interface Spot {
  name: string;
  phase: string;
  lane: Lane;
  x: number;
  y: number;
  state: 'done' | 'now' | 'ahead';
  /** Named where there is room: the stages of the phase one is in. */
  lines: string[];
  side: 'above' | 'below';
}
export interface Strip {
  phase: string;
  x: number;
  width: number;
  isNow: boolean;
}

const laneOf = (definition: Definition, owner: string): Lane => {
  const role = definition.roles[owner];
  const lane = role?.lane ?? role?.level;
  return lane === 'province' || lane === 'nation' ? lane : 'regency';
};

/** A name in lines, none longer than it has to be. */
export function inLines(text: string, room: number): string[] {
  const most = Math.max(9, Math.floor(room / letter));
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) return [...lines.slice(0, -1), `${last} ${word}`];
    return [...lines, word];
  }, []);
}

export const widthOf = (lines: readonly string[]): number => Math.max(0, ...lines.map((line) => line.length)) * letter;

/** The phase one is in takes the room, the others are drawn together; neighbours of one lane are named above and below in turn. */
export function layOutRail(definition: Definition, at: number, say: (label: { id: string; en: string }) => string): { spots: Spot[]; strips: Strip[] } {
  const stages = Object.entries(definition.stages);
  const phases = [...new Set(stages.map(([, { phase }]) => phase))];
  const current = stages[Math.min(at, stages.length - 1)]![1].phase;
  const countOf = (phase: string) => stages.filter(([, stage]) => stage.phase === phase).length;
  const widthOfOther = (phase: string) => Math.max(countOf(phase) * narrow.step, narrow.phase);
  const room = sheet.width - sheet.left - sheet.right;
  const wide = room - phases.filter((phase) => phase !== current).reduce((sum, phase) => sum + widthOfOther(phase), 0);
  const spots: Spot[] = [];
  const strips: Strip[] = [];
  let x = sheet.left;
  for (const phase of phases) {
    const isNow = phase === current;
    const width = isNow ? wide : widthOfOther(phase);
    const members = stages.flatMap(([name, stage], index) => (stage.phase === phase ? [{ name, stage, index }] : []));
    const step = width / members.length;
    strips.push({ phase, x, width, isNow });
    const turn: Record<Lane, number> = { regency: 0, province: 0, nation: 0 };
    members.forEach(({ name, stage, index }, n) => {
      const lane = laneOf(definition, stage.owner[0]!);
      const [, plain = say(stage.label)] = /^(.*?) \(.*\)$/.exec(say(stage.label)) ?? [];
      spots.push({
        name, phase, lane,
        x: x + step * (n + 0.5),
        y: sheet.top + lanes.indexOf(lane) * sheet.gap,
        state: index < at ? 'done' : index === at ? 'now' : 'ahead',
        lines: isNow ? inLines(plain, Math.min(step * 1.7, 120)) : [],
        side: turn[lane]++ % 2 === 0 ? 'below' : 'above',
      });
    });
    x += width;
  }
  return { spots, strips };
}
