import type { Text } from '#process';

/** What an installation consists of, for whoever runs it. */
export const parts = ['database', 'engine', 'worker', 'mail', 'documents', 'record'] as const;
export type PartName = (typeof parts)[number];

/** How a part is now. `since`: when it began, where the part itself knows. */
export interface Finding {
  status: 'ok' | 'trouble';
  sentence: Text;
  since?: string;
}

export interface Part {
  part: PartName;
  label: Text;
  status: 'ok' | 'trouble';
  /** Since when it is so, as far as this process or the record knows; on the time line of the house. */
  since: string;
  sentence: Text;
}

export const partLabels: Readonly<Record<PartName, Text>> = {
  database: { id: 'Basis data', en: 'Database' },
  engine: { id: 'Mesin alur (Temporal)', en: 'Engine (Temporal)' },
  worker: { id: 'Pekerja', en: 'Worker' },
  mail: { id: 'Surel', en: 'Mail' },
  documents: { id: 'Penyimpanan dokumen', en: 'Document storage' },
  record: { id: 'Catatan dan turunannya', en: 'The record and what follows from it' },
};

export const ok = (id: string, en: string): Finding => ({ status: 'ok', sentence: { id, en } });
export const trouble = (id: string, en: string, since?: string | null): Finding => ({ status: 'trouble', sentence: { id, en }, ...(since && { since }) });
