export const id = {
  'acts.checkOf': 'Periksa: {{what}}',
  'acts.check': 'Lanjut: periksa',
  'acts.nothing': 'tidak diisi',
  'acts.recordOf': 'Catat: {{what}}',
  'acts.dateHint': 'Misalnya 18/12/2026 atau 18 Des 2026',
  'acts.dateMissing': 'Tulis tanggalnya, misalnya 18/12/2026.',
  'acts.after': 'Setelah ini: {{sentence}}',
  'acts.recording': 'Mencatat…',
  'acts.change': 'Ubah',
} as const;

export const en: Record<keyof typeof id, string> = {
  'acts.checkOf': 'Check: {{what}}',
  'acts.check': 'Continue: check',
  'acts.nothing': 'left empty',
  'acts.recordOf': 'Record: {{what}}',
  'acts.dateHint': 'As in 18/12/2026 or 18 Dec 2026',
  'acts.dateMissing': 'Give the date, as in 18/12/2026.',
  'acts.after': 'After this: {{sentence}}',
  'acts.recording': 'Recording…',
  'acts.change': 'Change',
};
