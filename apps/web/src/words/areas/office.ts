export const id = {
  'office.nav': 'Pengelola',
} as const;

export const en: Record<keyof typeof id, string> = {
  'office.nav': 'Administration',
};
