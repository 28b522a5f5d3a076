/** The text of a part: UTF-16 by its mark, else UTF-8; numeric references resolved, so that no word hides behind them. */
export function xmlText(content: Buffer): string {
  const little = content[0] === 0xff && content[1] === 0xfe;
  const big = content[0] === 0xfe && content[1] === 0xff;
  const even = content.subarray(0, content.length & ~1);
  const text = little ? even.toString('utf16le') : big ? Buffer.from(even).swap16().toString('utf16le') : content.toString('utf8');
  return text.replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (_, code: string) => {
    const point = /^x/i.test(code) ? parseInt(code.slice(1), 16) : Number(code);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
}

/** The attributes of every element of that local name, whatever its prefix. */
export function attributes(xml: string, element: string): Partial<Record<string, string>>[] {
  return [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${element}\\b([^>]*)>`, 'g'))].map(([, inside]) =>
    Object.fromEntries([...inside!.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, one, two]) => [name, one ?? two ?? ''])));
}

/** Another machine; a template on the author's own disk (file:///C:/…) is an everyday trace and loads nothing here. */
export function isHostileTarget(target: string): boolean {
  return /^\s*(https?|ftp|mhtml|ms-[\w-]+):|^\s*(\\\\|\/\/)|^\s*file:(\/\/[^/]|\\\\|\/\/\/\/|\/\/\/\\\\)/i.test(target);
}
