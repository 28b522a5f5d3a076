/** Spellings met in letters and in the press for one and the same word. */
const words: Record<string, string> = { gumpak: 'bumpak', baii: 'baai', bai: 'baai' };

/** Whole names that mean one commodity, English or short form to the Indonesian name. A crop and what is pressed from it stay apart. */
const names: Record<string, string> = {
  coffee: 'kopi',
  rubber: 'karet',
  fish: 'ikan',
  coconut: 'kelapa',
  citrus: 'jeruk',
  orange: 'jeruk',
  horticulture: 'hortikultura',
  biopharmaca: 'biofarmaka',
  'bio farmaka': 'biofarmaka',
  palm: 'kelapa sawit',
  'oil palm': 'kelapa sawit',
  sawit: 'kelapa sawit',
  cpo: 'minyak sawit mentah',
  'crude palm oil': 'minyak sawit mentah',
  'crumb rubber': 'karet remah',
  'gula semut aren': 'gula aren semut',
  'kain tenun bumpak': 'tenun bumpak',
  'kain bumpak': 'tenun bumpak',
};

/**
 * One spelling for a commodity or a name: lower case, no accents, punctuation and runs of spaces as one space, known aliases replaced.
 * "Tenun  Gumpak" and "tenun-bumpak" are equal afterwards; "kelapa" and "kelapa sawit" are not.
 */
export function commodityName(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const spelled = plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => own(words, word) ?? word)
    .join(' ');
  return own(names, spelled) ?? spelled;
}

function own(table: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
