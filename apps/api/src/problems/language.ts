import type { Text } from '#process';

export type Language = keyof Text;

/** The language of an answer by `Accept-Language` (RFC 9110 section 12.5.4): English when it is preferred to Indonesian, else Indonesian. */
export function languageOf(header: string | undefined): Language {
  const ranges = (header ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const quality = parameters.map((one) => /^\s*q=(\d(?:\.\d{1,3})?)\s*$/.exec(one)?.[1]).find((q) => q !== undefined);
    return { language: tag.trim().split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
  });
  const wish = (language: Language) => Math.max(0, ...ranges.filter((range) => range.language === language).map(({ quality }) => quality));
  return wish('en') > wish('id') ? 'en' : 'id';
}
