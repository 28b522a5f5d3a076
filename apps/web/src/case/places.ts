/** The parts of a case's page, by the last word of their address. */
export const caseParts = ['', 'dokumen', 'diskusi', 'riwayat', 'urusan', 'siapa'] as const;
export type CasePart = (typeof caseParts)[number];

/** Where an act on a case is taken. */
export const decidePlace = 'keputusan/:transition';
