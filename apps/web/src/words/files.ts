type Half = Record<string, () => Promise<Record<string, string>>>;
export type WordFiles = Record<'id' | 'en', Half>;

/** Every file of words, by its path and half by half: nobody loads the language they do not read. */
export const wordFiles: WordFiles = {
  id: import.meta.glob<Record<string, string>>('./areas/*.ts', { query: '?id', import: 'id' }),
  en: import.meta.glob<Record<string, string>>('./areas/*.ts', { query: '?en', import: 'en' }),
};
