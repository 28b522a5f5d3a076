export const id = {
  'open.nav': 'Untuk umum',
} as const;

export const en: Record<keyof typeof id, string> = {
  'open.nav': 'Public',
};
