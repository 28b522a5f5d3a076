import i18next, { type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Text } from '../api/shapes';
import { id, type WordKey } from './id';

export type Language = 'id' | 'en';
const remembered = 'selaras.language';

/** Indonesian is there from the start; English comes when somebody reads it, and where it does not come Indonesian stays. */
async function turnTo(language: Language): Promise<void> {
  try {
    if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) i18next.addResourceBundle('en', 'translation', (await import('./en')).en);
  } catch {
    return;
  }
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export async function startWords(): Promise<void> {
  document.documentElement.lang = 'id';
  await i18next.use(initReactI18next).init({
    lng: 'id',
    fallbackLng: 'id',
    keySeparator: false,
    nsSeparator: false,
    resources: { id: { translation: id } },
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
