import type { Language } from './notice';

/** Small phrases that sentences are built from; the wording of the screens (due.left, due.today, due.late). */
export interface Phrases {
  workingDaysLeft(days: number): string;
  remarks(count: number): string;
  conditions(count: number): string;
  members(count: number): string;
  /** Why this reader is told of a late stage. */
  rung(rung: number): string;
  provisional(year: string): string;
  readonly greeting: string;
  readonly toDo: string;
  readonly region: string;
  readonly caseTitle: string;
  readonly stage: string;
  readonly due: string;
  readonly noDueDay: string;
  readonly open: string;
  readonly more: (count: number) => string;
  readonly footer: string;
}

const counted = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;

export const phrases: Record<Language, Phrases> = {
  id: {
    workingDaysLeft: (days) => (days === 0 ? 'hari ini' : days > 0 ? `${days} hari kerja lagi` : `${-days} hari kerja terlambat`),
    remarks: (count) => `${count} catatan`,
    conditions: (count) => `${count} syarat`,
    members: (count) => `${count} daerah`,
    rung: (rung) => (rung >= 5 ? 'Anda diberi tahu sebagai administrator.' : 'Anda diberi tahu sebagai atasan.'),
    provisional: (year) => `sementara: tabel libur ${year} belum ada`,
    greeting: 'Yth.', toDo: 'Yang perlu dilakukan', region: 'Wilayah', caseTitle: 'Kasus', stage: 'Tahap', due: 'Tenggat',
    noDueDay: 'tidak ditetapkan', open: 'Buka kasus',
    more: (count) => `dan ${count} tugas lainnya`,
    footer: 'Pesan ini dikirim otomatis oleh Selaras kepada Anda sebagai pemegang peran. Balasan atas pesan ini tidak dibaca.',
  },
  en: {
    workingDaysLeft: (days) => (days === 0 ? 'today' : days > 0 ? `${counted(days, 'working day', 'working days')} left` : `${counted(-days, 'working day', 'working days')} late`),
    remarks: (count) => counted(count, 'remark', 'remarks'),
    conditions: (count) => counted(count, 'condition', 'conditions'),
    members: (count) => counted(count, 'region', 'regions'),
    rung: (rung) => (rung >= 5 ? 'You are told as the administrator.' : 'You are told as the superior.'),
    provisional: (year) => `provisional: no holiday table for ${year}`,
    greeting: 'Dear', toDo: 'What to do', region: 'Region', caseTitle: 'Case', stage: 'Stage', due: 'Due',
    noDueDay: 'none set', open: 'Open the case',
    more: (count) => `and ${counted(count, 'more task', 'more tasks')}`,
    footer: 'Selaras sent this message automatically to you as the holder of a role. Replies to it are not read.',
  },
};
