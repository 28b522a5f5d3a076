export const id = {
  'comfort.nav': 'Lainnya',
} as const;

export const en: Record<keyof typeof id, string> = {
  'comfort.nav': 'More',
};
