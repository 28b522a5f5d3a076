export const id = {
  'compare.nav': 'Banding',
} as const;

export const en: Record<keyof typeof id, string> = {
  'compare.nav': 'Compare',
};
