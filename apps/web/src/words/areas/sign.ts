export const id = {
  'sign.nav': 'Dukungan',
} as const;

export const en: Record<keyof typeof id, string> = {
  'sign.nav': 'Endorsement',
};
