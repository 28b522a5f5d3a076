export const id = {
  'radar.nav': 'Tersendat',
} as const;

export const en: Record<keyof typeof id, string> = {
  'radar.nav': 'Stalled',
};
