import type { Text } from '../../api/shapes';
import type { Conflict } from '../api/shapes';

/** "KPI KPI Pino Raya": a zone whose name says its kind already. */
const once = (words: string): string => words.replace(/^(\S+) \1 /, '$1 ');

/** What a claim names, before its figures: "tenun bumpak (KBLI 13121), …", "KPI Pino Raya, 495 ha", "ikan 1704 → 1701: …". */
const nameIn = (summary: string): string => once(summary).split(/ \(| \d{4} →|,|:/)[0]!;

/** A claim with the names of the regions instead of their codes: "ikan, Kab. Kaur → Kab. Bengkulu Selatan: 700 ton per tahun". */
export const claimInWords = (summary: string, nameOf: (code: string) => string): string => once(summary).replace(/ (\d{4}) → (\d{4})\b/, (_all, from: string, to: string) => `, ${nameOf(from)} → ${nameOf(to)}`);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What a finding is about, in a word or two: what its claims name, or else the place its key ends in. */
export function subjectOf({ key, claims }: Pick<Conflict, 'key'> & { claims: { summary: Text }[] }, say: (text: Text) => string): string {
  const named = [...new Set(claims.map(({ summary }) => nameIn(say(summary))))];
  if (named.length > 0) return capital(named.length > 2 ? named[0]! : named.join(' – '));
  const [, , ...subject] = key.split('.');
  return (subject.at(-1) ?? '').split('-').map(capital).join(' ');
}
