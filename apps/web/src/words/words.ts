import i18next, { type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Text } from '../api/shapes';
import { en } from './en';
import { id, type WordKey } from './id';

export type Language = 'id' | 'en';
const remembered = 'selaras.language';

export function startWords(): void {
  const lng: Language = localStorage.getItem(remembered) === 'en' ? 'en' : 'id';
  document.documentElement.lang = lng;
  void i18next.use(initReactI18next).init({
    lng,
    fallbackLng: 'id',
    keySeparator: false,
    nsSeparator: false,
    resources: { id: { translation: id }, en: { translation: en } },
    // React escapes by itself.
    interpolation: { escapeValue: false },
  });
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
      document.documentElement.lang = next;
      void i18n.changeLanguage(next);
    },
  };
}
