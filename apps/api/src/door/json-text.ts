export const mostLevels = 32;

/** How deep brackets and braces of a JSON text are nested, strings apart; stops counting at `most`. No parsing: a hostile text costs one pass. */
export function levelsOf(json: string, most = mostLevels + 1): number {
  let [level, deepest, inString] = [0, 0, false];
  for (let at = 0; at < json.length; at++) {
    const sign = json.charCodeAt(at);
    if (inString) {
      if (sign === 0x5c) at++;
      else if (sign === 0x22) inString = false;
    } else if (sign === 0x22) inString = true;
    else if (sign === 0x7b || sign === 0x5b) {
      level++;
      if (level > deepest) deepest = level;
      if (deepest >= most) return deepest;
    } else if (sign === 0x7d || sign === 0x5d) level--;
  }
  return deepest;
}

/** Pointers (RFC 6901) of texts and names that no database can keep: NUL, and halves of surrogate pairs. */
export function unstorableTexts(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [pointer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (isStorable(name) ? unstorableTexts(inner, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`) : [pointer]));
}

export const isStorable = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
