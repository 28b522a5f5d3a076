/** What a sample draft is about. `articlesSeed` chooses among wordings and optional articles; the same input gives the same text. */
export interface DraftRegulation {
  /** "Kabupaten Seluma" or "Seluma". */
  regionName: string;
  kind: 'kabupaten' | 'kota';
  /** "Bupati Seluma", "Wali Kota Bengkulu". */
  headTitle: string;
  /** Programme year; the plan lasts twenty years from it. */
  year: number;
  products: readonly string[];
  /** The small-industry zone, for example "Sentra IKM Tais". */
  zone: string;
  articlesSeed: number | string;
}

/** One ayat: a sentence, or a sentence opening a list of huruf. */
export type Ayat = string | { text: string; items: readonly string[] };

export interface Pasal {
  /** Other articles refer to it by `{key}`. */
  key: string;
  ayat: readonly Ayat[];
  explanation?: string;
}

export interface Bab {
  title: string;
  pasal: readonly Pasal[];
}

/** The words every article shares. */
export interface Terms extends DraftRegulation {
  place: string;
  area: 'Kabupaten' | 'Kota';
  region: string;
  head: 'Bupati' | 'Wali Kota';
  until: number;
  seed: number;
}

export function termsOf(draft: DraftRegulation): Terms {
  const place = draft.regionName.replace(/^(kabupaten|kota)\s+/i, '').trim();
  const area = draft.kind === 'kabupaten' ? 'Kabupaten' : 'Kota';
  return { ...draft, place, area, region: `${area} ${place}`, head: draft.kind === 'kabupaten' ? 'Bupati' : 'Wali Kota', until: draft.year + 20, seed: seedOf(draft.articlesSeed) };
}

/** FNV-1a, so that neighbouring seeds choose differently. */
function seedOf(seed: number | string): number {
  return [...String(seed)].reduce((hash, sign) => Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193) >>> 0, 0x811c9dc5);
}

export function choose<T>(terms: Terms, salt: number, variants: readonly T[]): T {
  return variants[((terms.seed >>> salt) ^ (terms.seed >>> (salt + 7))) % variants.length]!;
}
