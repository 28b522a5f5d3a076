import type { Change } from './compare-articles';

/** The key of the Pasal that a remark points at: "Pasal 7 ayat (2)", "psl. 7", "Lampiran II", "Penjelasan Pasal 7". */
export function unitNamed(unit: string): string | undefined {
  const plain = unit.toLowerCase().replace(/\s+/g, ' ').trim();
  const article = /\b(?:pasal|psl\.?)\s*(\d{1,4}[a-z]?)\b/.exec(plain);
  if (article) return `${/^penjelasan\b/.test(plain) ? 'penjelasan-' : ''}pasal-${article[1]}`;
  const annex = /\blampiran(?:\s+([ivxlc]{1,8}|\d{1,2})\b)?/.exec(plain);
  if (annex) return annex[1] ? `lampiran-${annex[1]}` : 'lampiran';
  return /\bpenjelasan\b/.test(plain) ? 'penjelasan' : /\b(menimbang|mengingat|pembukaan|konsideran)\b/.test(plain) ? 'pembukaan' : undefined;
}

/** Whether a remark is about this change: by the number it has now, or had before. */
export const isAbout = (unit: string, { key, was }: Pick<Change, 'key' | 'was'>): boolean => {
  const named = unitNamed(unit);
  return named !== undefined && (named === key.replace(/-lama$/, '') || (was !== null && named === unitNamed(was)));
};
