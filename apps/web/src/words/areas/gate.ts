export const id = {
  'gate.nav': 'Provinsi',
} as const;

export const en: Record<keyof typeof id, string> = {
  'gate.nav': 'Province',
};
