import { type Definition, type TextMark, type Transition, transitionsAt } from './definition';
import { textsOf } from './manifest';
import type { CaseDocument, CaseState, Manifest } from './state';
import type { Text } from './text';

/** Units of a text by their label ("Pasal 9"), under the Bab they stand in. */
export interface ChangedChapter {
  chapter: string | null;
  changed: string[];
  added: string[];
  removed: string[];
  renumbered: string[];
}

/** Why two files were not laid side by side. */
export type Incomparable = 'no-earlier-text' | 'no-text' | 'not-docx' | 'too-large' | 'damaged' | 'too-slow';

/** What became of a text between two acts. The counts are of all units; the lists are cut where they would swell the record. */
export type TextFinding =
  | { result: 'identical' }
  | { result: 'differs'; units: number; unchanged: number; changed: number; added: number; removed: number; renumbered: number; chapters: ChangedChapter[]; unlisted: number; cut?: true }
  | { result: 'not-comparable'; because: Incomparable };

/** A text as it was kept under the mark, and as the act has it: hashes, null where there is none. */
export interface TextPair {
  type: string;
  as: string;
  before: string | null;
  after: string | null;
}

export interface ComparisonAsked {
  /** The seq of the `case-moved` it belongs to. */
  moved: number;
  transition: string;
  with: TextMark;
  texts: TextPair[];
  matrix: 'same' | 'changed' | 'absent';
}

export type ComparedText = TextPair & TextFinding;
export type Compared = Omit<ComparisonAsked, 'texts'> & { texts: ComparedText[] };

/** The comparison an act calls for, by what was kept before it and what it has brought. */
export function comparisonAsked(transition: Transition | undefined, name: string, before: CaseState, documents: readonly CaseDocument[], manifest: Manifest | undefined, moved: number): ComparisonAsked | undefined {
  const { compares } = transition ?? {};
  if (!compares) return undefined;
  const kept = before.marks[compares.with];
  const pairs = Object.entries(compares.documents).flatMap(([as, type]) => (type === undefined ? [] : [{ as, type }]));
  const now = textsOf(documents, pairs.map(({ type }) => type));
  const [was, is] = [before.manifest?.matrix?.sha256, manifest?.matrix?.sha256];
  return {
    moved, transition: name, with: compares.with,
    texts: pairs.map(({ as, type }) => ({ type, as, before: kept?.[as] ?? null, after: now[type] ?? null })),
    matrix: is === undefined ? 'absent' : is === was ? 'same' : 'changed',
  };
}

/** Equal hashes and missing texts speak for themselves; only of two different files somebody has to say what he has read. */
export function findingOf({ before, after }: TextPair, read: TextFinding | undefined): TextFinding {
  if (before === null) return { result: 'not-comparable', because: 'no-earlier-text' };
  if (after === null) return { result: 'not-comparable', because: 'no-text' };
  if (before === after) return { result: 'identical' };
  return read && read.result !== 'identical' ? read : { result: 'not-comparable', because: 'no-text' };
}

/** The text kept under a mark that a text of this type is laid beside. */
export function keptText(definition: Definition, { marks }: Pick<CaseState, 'marks'>, type: string, mark: string): { as: string; sha256: string } | undefined {
  const acts = Object.keys(definition.stages).flatMap((stage) => Object.values(transitionsAt(definition, stage)));
  for (const { compares } of acts) {
    if (compares?.with !== mark) continue;
    const as = Object.entries(compares.documents).find(([, of]) => of === type)?.[0];
    const sha256 = as && marks[compares.with]?.[as];
    if (as && sha256) return { as, sha256 };
  }
  return undefined;
}

/** Marks that a signature has kept: they belong to the round that was signed. */
export const signedMarks = (definition: Definition): ReadonlySet<TextMark> =>
  new Set(Object.keys(definition.stages).flatMap((stage) => Object.values(transitionsAt(definition, stage)).flatMap(({ signs, marks }) => (signs && marks ? [marks.mark] : []))));

const because: Record<Incomparable, Text> = {
  'no-earlier-text': { id: 'tidak ada naskah yang didukung', en: 'there is no endorsed text' },
  'no-text': { id: 'naskahnya tidak ada', en: 'the text is not there' },
  'not-docx': { id: 'berkasnya bukan DOCX', en: 'the file is no DOCX' },
  'too-large': { id: 'berkasnya terlalu besar untuk dibaca', en: 'the file is too large to be read' },
  damaged: { id: 'berkasnya tidak dapat dibaca', en: 'the file cannot be read' },
  'too-slow': { id: 'membacanya terlalu lama', en: 'reading it takes too long' },
};

const namedInSentence = 6;

/** One text in a sentence without its full stop. */
export function comparedSentence(definition: Definition | undefined, { type, ...finding }: ComparedText): Text {
  const label = definition?.documents[type]?.label ?? { id: type, en: type };
  const said = (id: string, en: string): Text => ({ id: `${label.id}: ${id}`, en: `${label.en}: ${en}` });
  if (finding.result === 'identical') return said('sama dengan naskah yang didukung, sidik jarinya sama', 'identical to the endorsed text, the hash is equal');
  if (finding.result === 'not-comparable') return said(`tidak dapat dibandingkan, karena ${because[finding.because].id}`, `cannot be compared, because ${because[finding.because].en}`);
  const { changed, added, removed, renumbered, chapters } = finding;
  if (changed + added + removed + renumbered === 0) return said('berkasnya lain, isi teksnya sama dengan naskah yang didukung', 'another file, the same words as the endorsed text');
  const labels = chapters.flatMap((one) => [...one.changed, ...one.added, ...one.removed, ...one.renumbered]);
  const more = changed + added + removed + renumbered - Math.min(labels.length, namedInSentence);
  const named = [...labels.slice(0, namedInSentence), ...(more > 0 ? ['…'] : [])].join(', ');
  return said(
    `berbeda dari naskah yang didukung, ${changed} bagian diubah, ${added} ditambah, ${removed} dihapus, ${renumbered} berganti nomor (${named})`,
    `differs from the endorsed text, ${changed} parts changed, ${added} added, ${removed} removed, ${renumbered} renumbered (${named})`,
  );
}

const matrixChanged: Text = { id: 'Matriks rencana diubah; pemeriksaan silang membacanya yang baru', en: 'The plan matrix has changed; the cross-checks read the new one' };

/** Everything that was found, as one line. */
export function comparedSentences(definition: Definition | undefined, { texts, matrix }: Pick<Compared, 'texts' | 'matrix'>): Text {
  const all = [...texts.map((text) => comparedSentence(definition, text)), ...(matrix === 'changed' ? [matrixChanged] : [])];
  return { id: all.map(({ id }) => id).join('. '), en: all.map(({ en }) => en).join('. ') };
}
