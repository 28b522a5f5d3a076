import { type ClockRule, type Definition, type StageOf, type Transition, isCompletion, routesOf } from '../definition';
import type { Text } from '../text';
import { type Edge, edgesOf } from './edges';
import { type Box, layOut, rowsBottom, sheet } from './layout';
import { exitsOf, movesOf } from './moves';

export interface Drawing {
  /** The desk a case lies on; it is shown filled, and said in the description. */
  at?: string;
  language: 'id' | 'en';
  /** The ground it is drawn on; light where it is printed or saved. */
  look?: 'light' | 'dark';
}

const ink = { text: '#17212B', soft: '#44515C', line: '#7C8888', advance: '#2B3D91', back: '#6B2F78', law: '#A3222B', done: '#1C6A3D', paper: '#FFFFFF', ground: '#F2F4F4', stripe: '#E9EDEF', now: '#1E2C70', onNow: '#C9D0F0' };
/** The same colours by night, each as far from its ground as by day. */
const night: typeof ink = { text: '#E9EEF3', soft: '#B9C4CF', line: '#77869A', advance: '#AEBBFF', back: '#DDA8EA', law: '#FF9C98', done: '#7FD3A0', paper: '#171E28', ground: '#0F141B', stripe: '#26313E', now: '#C9D2FF', onNow: '#26326F' };
const font = `"Segoe UI","Noto Sans",Roboto,"Liberation Sans","DejaVu Sans",Arial,sans-serif`;

const phases: Record<StageOf['phase'], Text> = {
  A: { id: 'Penyusunan', en: 'Drafting' },
  B: { id: 'Sinkronisasi', en: 'Synchronization' },
  C: { id: 'Dukungan', en: 'Endorsement' },
  D: { id: 'Penetapan', en: 'Enactment' },
};
const lanes: Text[] = [{ id: 'Kabupaten/Kota', en: 'Regency or city' }, { id: 'Provinsi', en: 'Province' }, { id: 'Kementerian', en: 'Ministries' }];
const words = {
  advance: { id: 'lanjut', en: 'goes on' },
  back: { id: 'kembali', en: 'goes back' },
  law: { id: 'akibat hukum bila diam', en: 'effect of silence by law' },
  days: { id: 'hk', en: 'wd' },
  daysLong: { id: 'hk = hari kerja; § = menurut undang-undang', en: 'wd = working days; § = statutory' },
  now: { id: 'Kasus sekarang di', en: 'The case is at' },
  gate: { id: 'gerbang kohor', en: 'cohort gate' },
  exits: { id: 'Jalan keluar', en: 'Ways out' },
  stages: { id: 'tahap', en: 'stages' },
};

/**
 * The whole process on one sheet, 1,200 px wide: three lanes, phases A–D, every desk a box, advances down, returns up. Plain
 * SVG without scripts, fonts or links from outside; `<title>` and `<desc>` say in words what the picture shows.
 */
export function drawSvg(definition: Definition, { at, language, look = 'light' }: Drawing): string {
  const say = (text: Text) => escape(text[language]);
  // Names inside the picture are its own, so that several may stand on one page.
  const id = `${definition.id}-v${definition.version}`;
  const boxes = layOut(definition);
  const bottom = rowsBottom(definition);
  const footer = exitLines(definition, language);
  const height = bottom + 76 + footer.length * 20;
  const moves = movesOf(definition);
  const returns = exitsOf(definition).flatMap(({ from, to, name }) => (to in definition.stages ? from.map((stage) => ({ from: stage, to, kind: 'return' as const, transitions: [name] })) : []));
  const edges = edgesOf([...moves, ...returns.filter((one) => !moves.some(({ from, to }) => from === one.from && to === one.to))], boxes);
  const current = at === undefined ? undefined : definition.stages[at];
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheet.width} ${height}" width="${sheet.width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" lang="${language}" font-family='${font}'>`,
    `<title id="${id}-title">${say(definition.label)}</title>`,
    `<desc id="${id}-desc">${describe(definition, language, current)}</desc>`,
    `<defs>${(['advance', 'back', 'law'] as const).map((kind) => `<marker id="${id}-${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="${ink[kind]}"/></marker>`).join('')}</defs>`,
    `<rect width="${sheet.width}" height="${height}" fill="${ink.ground}"/>`,
    `<text x="20" y="34" font-size="20" font-weight="600" fill="${ink.text}">${say(definition.label)}</text>`,
    ...legend(say, id),
    ...laneHeads(say, bottom),
    ...phaseStrip(definition, say),
    ...edges.map((edge) => edgeLine(edge, id)),
    ...[...boxes.values()].map((box) => drawBox(definition, box, language, box.stage === at)),
    ...gates(definition, boxes, say),
    ...footer.map((line, index) => `<text x="${sheet.lanes.left}" y="${bottom + 56 + index * 20}" font-size="12.5" fill="${ink.soft}">${escape(line)}</text>`),
    `<text x="${sheet.lanes.left}" y="${bottom + 34}" font-size="13" font-weight="600" fill="${ink.text}">${say(words.exits)}</text>`,
    '</svg>',
  ];
  const drawn = `${lines.join('\n')}\n`;
  return look === 'dark' ? Object.entries(ink).reduce((sheet, [name, colour]) => sheet.replaceAll(`"${colour}"`, `"${night[name as keyof typeof ink]}"`), drawn) : drawn;
}

function describe(definition: Definition, language: 'id' | 'en', current: StageOf | undefined): string {
  const names = Object.values(definition.stages).map(({ label }, index) => `${index + 1} ${label[language]}`);
  const now = current ? `${words.now[language]}: ${current.label[language]}. ` : '';
  return escape(`${now}${names.length} ${words.stages[language]}: ${names.join('; ')}.`);
}

function legend(say: (text: Text) => string, id: string): string[] {
  const entries = (['advance', 'back', 'law'] as const).map((kind, index) => {
    const x = sheet.lanes.left + index * 118;
    return `<path d="M${x} 54h26" stroke="${ink[kind]}" stroke-width="1.8" ${dash(kind)}marker-end="url(#${id}-${kind})"/><text x="${x + 33}" y="58" font-size="12.5" fill="${ink.soft}">${say(words[kind])}</text>`;
  });
  return [...entries, `<text x="${sheet.width - 20}" y="58" text-anchor="end" font-size="12.5" fill="${ink.soft}">${say(words.daysLong)}</text>`];
}

function laneHeads(say: (text: Text) => string, bottom: number): string[] {
  const { left, width } = sheet.lanes;
  return lanes.map((lane, index) => {
    const x = left + index * width;
    const head = `<text x="${x + width / 2}" y="84" text-anchor="middle" font-size="14" font-weight="600" fill="${ink.text}">${say(lane)}</text>`;
    return `<rect x="${x + 4}" y="${sheet.top - 4}" width="${width - 8}" height="${bottom - sheet.top + 8}" rx="8" fill="${ink.paper}"/>${head}`;
  });
}

/** The phases down the left side, and a hair line through the lanes where one ends. */
function phaseStrip(definition: Definition, say: (text: Text) => string): string[] {
  const stages = Object.values(definition.stages);
  return [...new Set(stages.map(({ phase }) => phase))].flatMap((phase) => {
    const first = stages.findIndex((stage) => stage.phase === phase);
    const count = stages.filter((stage) => stage.phase === phase).length;
    const y = sheet.top + first * sheet.row;
    const height = count * sheet.row;
    const { left, width } = sheet.strip;
    const middle = y + height / 2;
    return [
      `<rect x="${left}" y="${y + 2}" width="${width}" height="${height - 4}" rx="8" fill="${ink.stripe}"/>`,
      `<text x="${left + 23}" y="${middle + 8}" text-anchor="middle" font-size="22" font-weight="700" fill="${ink.advance}">${phase}</text>`,
      `<text transform="translate(${left + 50} ${middle}) rotate(-90)" text-anchor="middle" font-size="12.5" fill="${ink.soft}">${say(phases[phase])}</text>`,
      ...(first > 0 ? [`<path d="M${left} ${y}H${sheet.width - 16}" stroke="${ink.line}" stroke-width="1" stroke-dasharray="1 4"/>`] : []),
    ];
  });
}

const dash = (kind: 'advance' | 'back' | 'law') => (kind === 'back' ? 'stroke-dasharray="5 4" ' : kind === 'law' ? 'stroke-dasharray="2 3" ' : '');

function edgeLine({ kind, path, transitions, joins }: Edge, id: string): string {
  const look = kind === 'return' ? 'back' : kind;
  return `<path d="${path}" fill="none" stroke="${ink[look]}" stroke-width="1.8" stroke-linejoin="round" ${dash(look)}${joins ? '' : `marker-end="url(#${id}-${look})"`}><title>${escape(transitions.join(', '))}</title></path>`;
}

function drawBox(definition: Definition, { stage, index, left, top, middle }: Box, language: 'id' | 'en', isNow: boolean): string {
  const { label, owner } = definition.stages[stage]!;
  const { width, height } = sheet.box;
  const [fill, text, soft, edge] = isNow ? [ink.now, ink.paper, ink.onNow, ink.now] : [ink.paper, ink.text, ink.soft, ink.line];
  // What stands in brackets in a label goes to the second line, with the owners.
  const [, name = label[language], bracket] = /^(.*?) \((.*)\)$/.exec(label[language]) ?? [];
  const owners = owner.map((role) => definition.roles[role]?.label[language] ?? role).join(', ');
  const term = termOf(definition, stage, language);
  const second = bracket ? `${owners} · ${bracket}` : owners;
  const room = width - 46;
  return [
    `<g${isNow ? ' aria-current="step"' : ''}><title>${escape(`${index + 1} ${label[language]} — ${owners}`)}</title>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="7" fill="${fill}" stroke="${edge}" stroke-width="${isNow ? 3 : 1.2}"/>`,
    `<text x="${left + 20}" y="${middle.y + 5}" text-anchor="middle" font-size="14" font-weight="700" fill="${isNow ? ink.paper : ink.advance}">${index + 1}</text>`,
    `<text x="${left + 38}" y="${middle.y - 3}" font-size="12.5" font-weight="600" fill="${text}">${escape(shorten(name, room / 7.8))}</text>`,
    `<text x="${left + 38}" y="${middle.y + 13}" font-size="11" fill="${soft}">${escape(shorten(second, (room - 8 - term.length * 7.2) / 6.5))}</text>`,
    ...(term ? [`<text x="${left + width - 8}" y="${middle.y + 13}" text-anchor="end" font-size="11" font-weight="600" fill="${soft}">${escape(term)}</text>`] : []),
    '</g>',
  ].join('');
}

/** A gate is drawn as two bars across the way it opens. */
function gates(definition: Definition, boxes: ReadonlyMap<string, Box>, say: (text: Text) => string): string[] {
  return Object.entries(definition.stages).flatMap(([stage, { gate }]) => {
    const box = boxes.get(stage);
    if (!gate || !box) return [];
    const y = box.bottom + (sheet.row - sheet.box.height) / 2 - 3;
    const bars = [-1, 1].map((side) => `<path d="M${box.middle.x + side * 8} ${y}h${side * 62}" stroke="${ink.text}" stroke-width="4" stroke-linecap="round"/>`);
    return [...bars, `<text x="${box.middle.x + 80}" y="${y + 4}" font-size="11" fill="${ink.soft}">${say(words.gate)}</text>`];
  });
}

/** The terms that are met at a desk: "60 hk", "§ 3 · 3 hk". */
function termOf(definition: Definition, stage: string, language: 'id' | 'en'): string {
  const rules = Object.values(definition.clocks).filter((rule) => rule.amount !== undefined && deskOf(definition, rule) === stage);
  const mark = rules.some((rule) => rule.class !== 'policy') ? '§ ' : '';
  const amounts = [...new Set(rules.map(({ amount }) => amount))].join(' · ');
  return amounts ? `${mark}${amounts} ${words.days[language]}` : '';
}

/** The desk at which a term ends: the one it ends with, or the one whose act brings its fact. */
function deskOf(definition: Definition, { meets, effect }: ClockRule): string | undefined {
  if (effect) return effect.at;
  const leave = meets.flatMap((trigger) => ('leave' in trigger ? [trigger.leave] : []))[0];
  const facts = meets.flatMap((trigger) => ('fact' in trigger ? [trigger.fact] : []));
  const brings = (test: (one: Transition) => boolean) =>
    Object.entries(definition.stages).find(([, { transitions }]) => Object.values(transitions).some((one) => test(one) && one.facts?.some((fact) => facts.includes(fact))))?.[0];
  return leave ?? brings(({ kind }) => kind === 'advance') ?? brings(() => true);
}

/** One line a way out: what it is called, where it leads, and from which desks. */
function exitLines(definition: Definition, language: 'id' | 'en'): string[] {
  const numbers = Object.keys(definition.stages);
  const lines = exitsOf(definition).filter(({ to }) => to in definition.outcomes).map(({ name, from, to }) => {
    const transition = definition.exits[name] ?? definition.stages[from[0]!]?.transitions[name];
    const indexes = from.map((stage) => numbers.indexOf(stage) + 1);
    const range = indexes.length > 1 ? `${indexes[0]}–${indexes.at(-1)}` : `${indexes[0]}`;
    return `${range}: ${transition?.label[language] ?? name} → ${definition.outcomes[to]!.label[language]}`;
  });
  const done = Object.entries(definition.stages).flatMap(([stage, { transitions }]) =>
    Object.values(transitions).flatMap((one) => routesOf(one).filter(({ to }) => to in definition.outcomes && isCompletion(definition, to)).map(({ to }) => `${numbers.indexOf(stage) + 1}: ${one.label[language]} → ${definition.outcomes[to]!.label[language]}`)));
  return [...done, ...lines];
}

const shorten = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, Math.floor(most) - 1).trimEnd()}…`);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!);
