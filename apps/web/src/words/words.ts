import i18next, { type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Text } from '../api/shapes';
import { first } from './first';
import type { WordFiles } from './files';
import type { Area, WordKey } from './id';

export type Language = 'id' | 'en';
const remembered = 'selaras.language';

const atStart = Object.keys(first) as Area[];
const spoken = new Set(atStart);
const loaded: Record<Language, Set<Area>> = { id: new Set(atStart), en: new Set() };
const current = (): Language => (i18next.language === 'en' ? 'en' : 'id');

let files: WordFiles | undefined;

/** Adds what is not there yet of these areas. */
const add = (language: Language, areas: Iterable<Area>) =>
  Promise.all(
    [...areas].map(async (area) => {
      if (loaded[language].has(area)) return;
      i18next.addResourceBundle(language, 'translation', await files![language][`./areas/${area}.ts`]!());
      loaded[language].add(area);
    }),
  );

/** Sees to it that a page finds its words; where the reader's language does not come, Indonesian does. */
export async function learn(areas: readonly Area[]): Promise<void> {
  areas.forEach((area) => spoken.add(area));
  await add(current(), areas).catch(() => add('id', areas));
}

/** English comes when somebody reads it, and where it does not come Indonesian stays. */
async function turnTo(language: Language): Promise<void> {
  try {
    await add(language, spoken);
  } catch {
    return;
  }
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export async function startWords(found: WordFiles): Promise<void> {
  files = found;
  document.documentElement.lang = 'id';
  await i18next.use(initReactI18next).init({
    lng: 'id',
    fallbackLng: 'id',
    keySeparator: false,
    nsSeparator: false,
    resources: { id: { translation: Object.assign({}, ...Object.values(first)) } },
    // React escapes by itself.
    interpolation: { escapeValue: false },
  });
  if (localStorage.getItem(remembered) === 'en') await turnTo('en');
}

export interface Words {
  t: (key: WordKey | 'due.left' | 'due.late' | 'gate.daysHere', values?: Record<string, string | number>) => string;
  /** The reader's half of a text of the process. */
  say: (text: Text | undefined) => string;
  language: Language;
  switchTo: (language: Language) => void;
}

export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'id';
  return {
    t: t as TFunction as Words['t'],
    say: (text) => text?.[language] ?? '',
    language,
    switchTo: (next) => {
      localStorage.setItem(remembered, next);
      void turnTo(next);
    },
  };
}
