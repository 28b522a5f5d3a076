import type { CalendarProblemCode } from '#process';
import { kind, type ProblemKind, text } from './problem';

/** A calendar that is not accepted: named after its first mistake. Nothing of it was published. */
const mistake = (titleId: string, titleEn: string, id: string, en: string): ProblemKind =>
  kind(422, text(titleId, titleEn), ([count = '1']) =>
    text(`${id} Ada ${count} kesalahan, masing-masing disebut dengan tempatnya dalam errors; kalender belum diterbitkan. Perbaiki, lalu kirim lagi.`, `${en} Mistakes found: ${count}, each named with its place in errors; nothing was published. Correct them and send it again.`),
  );

export const calendarProblems: Record<CalendarProblemCode, ProblemKind> = {
  'malformed-row': mistake('Baris CSV tidak terbaca', 'A row of the CSV cannot be read', 'Jumlah kolom atau tanda kutipnya tidak benar.', 'The number of its fields or its quotes are wrong.'),
  'missing-column': mistake('Kepala tabel tidak sesuai', 'The header does not fit', 'Tabel memerlukan kolom date, kind, name_id, name_en, decree, issued_on, note.', 'The table needs the columns date, kind, name_id, name_en, decree, issued_on, note.'),
  'empty-table': mistake('Kalender kosong', 'The calendar is empty', 'Tabel harus memuat setidaknya satu hari libur nasional.', 'The table needs at least one national holiday.'),
  'too-many-days': mistake('Hari terlalu banyak', 'Too many days', 'Satu tabel memuat paling banyak 5.000 hari.', 'A table holds at most 5,000 days.'),
  'invalid-date': mistake('Tanggal tidak ada', 'There is no such day', 'Tanggal ditulis TTTT-BB-HH dan harus ada dalam kalender.', 'A day is written YYYY-MM-DD and has to exist.'),
  'unknown-kind': mistake('Jenis hari tidak dikenal', 'Unknown kind of day', 'Yang ada: national-holiday, collective-leave, election, regional, working-day-override.', 'There are national-holiday, collective-leave, election, regional and working-day-override.'),
  'missing-name': mistake('Nama hari kosong', 'A day has no name', 'Setiap hari dinamai dalam kedua bahasa.', 'Every day is named in both languages.'),
  'missing-decree': mistake('Keputusan belum disebut', 'A decree is missing', 'Setiap hari bersandar pada keputusan yang menetapkannya.', 'Every day rests on the decree that made it.'),
  'text-too-long': mistake('Teks terlalu panjang', 'A text is too long', 'Nama dan keputusan paling panjang 300 karakter.', 'Names and decrees have at most 300 characters.'),
  'missing-issue-date': mistake('Tanggal penetapan belum disebut', 'A day of issue is missing', 'Sebutkan kapan keputusan ditetapkan, agar dapat ditanyakan apa yang diketahui pada suatu hari.', 'Say when the decree was issued, so that what was known on a day can be asked.'),
  'invalid-issue-date': mistake('Tanggal penetapan tidak ada', 'There is no such day of issue', 'Tanggal ditulis TTTT-BB-HH dan harus ada dalam kalender.', 'A day is written YYYY-MM-DD and has to exist.'),
  'unknown-scope': mistake('Wilayah tidak dikenal', 'Unknown region', 'Hari regional menyebut wilayahnya: dalam CSV scope=17.05, dalam JSON kode BPS.', 'A regional day names its region: scope=17.05 in CSV, the BPS code in JSON.'),
  'duplicate-day': mistake('Hari tercantum dua kali', 'A day is listed twice', 'Satu hari tercantum sekali untuk satu wilayah.', 'A day is listed once for a region.'),
  'gap-of-year': mistake('Ada tahun yang terlewat', 'A year is missing', 'Setiap tahun dari yang pertama sampai yang terakhir memuat hari libur nasionalnya.', 'Every year from the first to the last has its national holidays.'),
  'week-pattern-invalid': mistake('Pola pekan tidak sah', 'The pattern of the week is not valid', 'Hari bebas dalam pekan ditulis 0 (Minggu) sampai 6 (Sabtu).', 'Free days of the week are written 0 (Sunday) to 6 (Saturday).'),
  'week-without-working-day': mistake('Pekan tanpa hari kerja', 'A week without a working day', 'Sisakan setidaknya satu hari kerja; tanpa itu tidak ada tenggat yang dapat berakhir.', 'Leave at least one working day; without one no term could ever end.'),
};
