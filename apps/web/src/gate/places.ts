/** The pages of a cohort, by what follows its address; the first is its board. */
export const cohortPlaces = ['', 'temuan', 'temuan/:key', 'putuskan/:action', 'anggota', 'rapat', 'rujukan', 'kesiapan', 'kesiapan/:region', 'angka'] as const;
export type CohortPlace = (typeof cohortPlaces)[number];
