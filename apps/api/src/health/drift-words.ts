import type { Text } from '#process';
import type { DriftKind } from '#ledger';

const outcomes = {
  made: { id: 'dibuat lagi dari catatan', en: 'made anew from the record' },
  ended: { id: 'disuruh berhenti', en: 'told to end' },
  reminded: { id: 'diingatkan setiap menit', en: 'reminded every minute' },
  folded: { id: 'disusun ulang dari riwayat', en: 'folded anew from the history' },
  restored: { id: 'tidak diubah; pulihkan dari cadangan', en: 'left alone; restore from a backup' },
  looked: { id: 'tidak diubah; mohon diperiksa', en: 'left alone; please look into it' },
} as const satisfies Record<string, Text>;

function words(id: string, en: string, then: keyof typeof outcomes): { label: Text; then: Text } {
  return { label: { id, en }, then: outcomes[then] };
}

/** What each count says, and in `then` what becomes of it. */
export const driftWords: Readonly<Record<DriftKind, { label: Text; then: Text }>> = {
  'workflow-missing': words('Kasus atau kohor tanpa alur', 'Cases or cohorts without a workflow', 'made'),
  'workflow-surplus': words('Alur tanpa kasus terbuka', 'Workflows without an open case', 'ended'),
  'agenda-left': words('Permintaan yang tertinggal', 'Requests left behind', 'reminded'),
  'alarm-past': words('Alarm yang terlewat', 'Alarms in the past', 'reminded'),
  'state-differs': words('Keadaan berbeda dari riwayat', 'State differs from the history', 'folded'),
  'columns-differ': words('Kolom daftar berbeda dari riwayat', 'Columns of lists differ from the history', 'folded'),
  'tasks-differ': words('Tugas berbeda dari riwayat', 'Tasks differ from the history', 'folded'),
  'stays-differ': words('Lama tinggal berbeda dari riwayat', 'Dwell times differ from the history', 'folded'),
  'arrivals-differ': words('Kedatangan di gerbang berbeda dari riwayat', 'Arrivals at the gate differ from the history', 'folded'),
  'agenda-ahead': words('Permintaan mendahului riwayat', 'Requests ahead of the history', 'folded'),
  'members-differ': words('Anggota kohor berbeda dari riwayat', 'Members of a cohort differ from the history', 'folded'),
  'releases-differ': words('Pembukaan gerbang berbeda dari riwayat', 'Releases of the gate differ from the history', 'folded'),
  'chain-broken': words('Riwayat tidak utuh', 'Histories that are not whole', 'restored'),
  'record-unreadable': words('Riwayat tidak terbaca', 'Histories that cannot be read', 'restored'),
  'notices-differ': words('Pemberitahuan berbeda dari riwayat', 'Notices differ from the history', 'looked'),
};
