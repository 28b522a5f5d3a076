import type { NoticeRefusalCode } from '#ledger';
import { kind, named, type ProblemKind, text } from './problem';
import { refusalProblems } from './refusal-problems';

export const noticeProblems: Record<NoticeRefusalCode, ProblemKind> = {
  'not-your-role': refusalProblems['not-your-role'],
  'notice-unknown': kind(404, text('Pemberitahuan tidak ada', 'No such notice'), text('Pemberitahuan ini tidak ada, atau bukan dalam wilayah Anda.', 'There is no such notice, or none within your scope.')),
  'notice-not-bounced': kind(409, text('Pemberitahuan tidak ditolak', 'The notice has not bounced'), (state) => text(`Hanya pemberitahuan yang ditolak dapat dikirim ulang; yang ini: ${named(state)}.`, `Only a notice that bounced can be tried again; this one is: ${named(state)}.`)),
};
