import type { NoticeRefusalCode, PreferenceRefusal } from '#ledger';
import { kind, named, type ProblemKind, text } from './problem';
import { refusalProblems } from './refusal-problems';

export const noticeProblems: Record<NoticeRefusalCode | Exclude<PreferenceRefusal['refused'], 'stale'>, ProblemKind> = {
  'not-your-role': refusalProblems['not-your-role'],
  'notice-mandatory': kind(422, text('Pemberitahuan ini wajib', 'These notices are mandatory'), (kinds) => text(`Tidak dapat dimatikan: ${named(kinds)}. Kantor lain dan batas waktu undang-undang bergantung padanya; matikan jenis lain, atau biarkan yang ini menyala.`, `Cannot be switched off: ${named(kinds)}. Other offices and the terms of the law rely on them; switch off another kind, or leave these on.`)),
  'notice-unknown': kind(404, text('Pemberitahuan tidak ada', 'No such notice'), text('Pemberitahuan ini tidak ada, atau bukan dalam wilayah Anda.', 'There is no such notice, or none within your scope.')),
  'notice-not-bounced': kind(409, text('Pemberitahuan tidak ditolak', 'The notice has not bounced'), (state) => text(`Hanya pemberitahuan yang ditolak dapat dikirim ulang; yang ini: ${named(state)}.`, `Only a notice that bounced can be tried again; this one is: ${named(state)}.`)),
};
