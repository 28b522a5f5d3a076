import type { Language } from './notice';

const months: Record<Language, readonly string[]> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

const civilDay = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export const isCivilDay = (value: string): boolean => civilDay.test(value);

/** "2026-11-05" as people write it: "5 Nov 2026". No Intl: its tables differ between machines. */
export function shortDate(day: string, language: Language): string {
  const parts = civilDay.exec(day);
  if (!parts) throw new Error(`not a civil day: ${day}`);
  return `${Number(parts[3])} ${months[language][Number(parts[2]) - 1]} ${parts[1]}`;
}
