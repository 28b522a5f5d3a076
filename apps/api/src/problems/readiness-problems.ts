import type { ReadinessRefusalCode } from '#process';
import { kind, named, type ProblemKind, text } from './problem';
import { cohortProblems } from './record-problems';
import { refusalProblems } from './refusal-problems';

/** Why an act on the readiness of a region's zone was not accepted. */
export const readinessProblems: Record<ReadinessRefusalCode, ProblemKind> = {
  'not-your-role': refusalProblems['not-your-role'],
  'not-your-region': refusalProblems['not-your-region'],
  stale: refusalProblems.stale,
  'four-eyes': refusalProblems['four-eyes'],
  'unknown-criterion': kind(404, text('Syarat kesiapan tidak dikenal', 'No such condition of readiness'), ([name = '']) => text(`Tidak ada syarat “${name}”. Lihat GET /v1/readiness/criteria.`, `There is no condition “${name}”. See GET /v1/readiness/criteria.`)),
  'unknown-document': refusalProblems['unknown-document'],
  'media-not-accepted': refusalProblems['media-not-accepted'],
  'too-many-documents': refusalProblems['too-many-documents'],
  'missing-documents': refusalProblems['missing-documents'],
  'evidence-unknown': kind(422, text('Bukti belum diunggah di sini', 'The evidence was not uploaded here'), (types) => text(`Belum ada di sini: ${named(types)}. Unggah dahulu, lalu sebutkan SHA-256-nya.`, `Not there: ${named(types)}. Upload it first, then name its SHA-256.`)),
  'evidence-date-invalid': kind(422, text('Tanggal tidak sah', 'The date is not valid'), (dates) => text(`Bukan tanggal: ${named(dates)}. Tulis TTTT-BB-HH.`, `Not a date: ${named(dates)}. Write YYYY-MM-DD.`)),
  'date-in-future': refusalProblems['date-in-future'],
  'validity-before-issue': kind(422, text('Masa berlaku mendahului penerbitan', 'The evidence ends before it was issued'), ([issued = '', last = '']) => text(`Terbit ${issued}, berlaku sampai ${last}. Periksa kedua tanggalnya.`, `Issued ${issued}, valid until ${last}. Check both days.`)),
  'evidence-expired': kind(422, text('Bukti sudah kedaluwarsa', 'The evidence has expired'), ([last = '']) => text(`Bukti ini terakhir berlaku ${last}. Mintalah bukti yang baru.`, `It last counted on ${last}. Obtain new evidence.`)),
  'measure-required': kind(422, text('Ukuran wajib diisi', 'The measure is missing'), ([unit = '']) => text(`Isi ukurannya (${unit}).`, `Give the measure (${unit}).`)),
  'measure-invalid': kind(422, text('Ukuran tidak sah', 'The measure is not valid'), ([unit = '']) => text(`Ukuran adalah bilangan yang tidak negatif (${unit}); jumlah unit adalah bilangan bulat.`, `A measure is a number that is not negative (${unit}); units are whole.`)),
  'measure-not-asked': kind(422, text('Syarat ini tidak memakai ukuran', 'This condition has no measure'), text('Hilangkan ukurannya.', 'Leave the measure out.')),
  'below-threshold': kind(422, text('Di bawah ambang', 'Below the threshold'), ([measure = '…', least = '…', unit = '']) => text(`${measure} ${unit} kurang dari ${least} ${unit} yang disyaratkan hari ini.`, `${measure} ${unit} is less than the ${least} ${unit} that policy asks for today.`)),
  'nothing-to-withdraw': kind(409, text('Tidak ada yang ditarik', 'There is nothing to withdraw'), text('Syarat ini tidak sedang diajukan dan tidak terverifikasi.', 'Nothing is handed in or verified for this condition.')),
  'nothing-to-verify': kind(409, text('Tidak ada yang diverifikasi', 'There is nothing to verify'), text('Tidak ada pengajuan yang menunggu. Mungkin rekan Anda sudah memutuskannya, atau daerah menariknya.', 'Nothing waits. A colleague may have decided, or the region has withdrawn it.')),
  'reason-required': cohortProblems['reason-required'],
  'note-too-long': refusalProblems['note-too-long'],
  'not-ready': kind(409, text('Daerah belum siap', 'The region is not ready'), (lacks) => text(`Belum terpenuhi: ${named(lacks)}.`, `Not met yet: ${named(lacks)}.`)),
  'funding-proposed-already': kind(409, text('Sudah diusulkan', 'Proposed already'), text('Daerah ini sudah diusulkan; tunggu keputusan kementerian.', "The region has been proposed; wait for the ministry's word.")),
  'funding-not-proposed': kind(409, text('Belum diusulkan', 'Not proposed'), text('Tidak ada usulan yang menunggu keputusan. Koordinator provinsi mengusulkannya.', 'No proposal waits for a decision. The provincial coordinator makes it.')),
  'funded-already': kind(409, text('Sudah didanai', 'Funded already'), ([reference = '']) => text(`Pendanaan sudah dicatat dengan nomor ${reference}.`, `The funding was recorded under ${reference}.`)),
  'reference-invalid': kind(422, text('Nomor rujukan tidak sah', 'The reference number is not valid'), ([most = '']) => text(`Isi nomor rujukan, paling banyak ${most} karakter.`, `Give the reference number, at most ${most} characters.`)),
  'visitors-required': kind(422, text('Sebutkan yang berkunjung', 'Say who went there'), text('Isi siapa yang melakukan kunjungan lapangan.', 'Name who made the visit to the site.')),
  'too-many-events': refusalProblems['too-many-events'],
};
