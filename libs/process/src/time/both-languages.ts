/** A text for officials: Indonesian and English. */
export interface BothLanguages {
  id: string;
  en: string;
}
export type Language = keyof BothLanguages;
