/**
 * Reads the text of an uncompressed PDF with embedded fonts, page by page, by the fonts' own ToUnicode maps: what a reader would copy out of it.
 * Only what our own files use (PDF 32000-1, 9.4 and 9.10.3): hexadecimal strings of two bytes a glyph.
 */
export function pdfText(bytes: Buffer): string {
  const file = bytes.toString('latin1');
  const objects = new Map([...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number, body]) => [number!, body!]));
  const fonts = new Map<string, Map<string, string>>();
  for (const body of objects.values()) {
    for (const [, name, font] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, map] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font!) ?? '') ?? [];
      if (map) fonts.set(name!, unicodeOf(objects.get(map) ?? ''));
    }
  }
  return [...objects.values()].filter((body) => /\bBT\b/.test(body)).map((content) => shown(content, fonts)).join('\n');
}

function unicodeOf(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first, , list] of block!.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
      [...list!.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex], at) => letters.set((parseInt(first!, 16) + at).toString(16).padStart(4, '0'), text(hex!.replaceAll(' ', ''))));
    }
  }
  return letters;
}

function shown(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let letters: ReadonlyMap<string, string> = new Map();
  const lines: string[] = [];
  for (const [, font, strings] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) letters = fonts.get(font) ?? new Map();
    else lines.push([...strings!.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex]) => hex!.match(/.{4}/g)!.map((glyph) => letters.get(glyph.toLowerCase()) ?? '\u{1F6AB}').join('')).join(''));
  }
  return lines.join('\n');
}
