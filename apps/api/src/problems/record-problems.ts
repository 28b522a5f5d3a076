import type { TokenRefusalCode } from '#identity';
import type { DocumentRefusalCode } from '#documents';
import type { FilingRefusalCode, RegisterRefusalCode, RepairRefusal } from '#ledger';
import type { CohortRefusalCode, DeadlineRefusalCode, Text } from '#process';
import { kind, named, type ProblemKind, text } from './problem';
import { refusalProblems } from './refusal-problems';
import { shutInWords } from './shut-in-words';

export const tokenProblems: Record<TokenRefusalCode, ProblemKind> = {
  'token-missing': kind(401, text('Belum masuk', 'Not signed in'), text('Kirim tanda masuk Anda: Authorization: Bearer ….', 'Send your token: Authorization: Bearer ….')),
  'token-malformed': kind(401, text('Tanda masuk tidak terbaca', 'The token cannot be read'), text('Masuk ulang untuk memperoleh tanda masuk yang baru.', 'Sign in again to get a new token.')),
  'token-expired': kind(401, text('Sesi berakhir', 'The token has expired'), text('Sesi Anda berakhir. Masuk ulang; yang sudah dicatat tidak hilang.', 'Your session is over. Sign in again; nothing that was recorded is lost.')),
  'token-not-yet-valid': kind(401, text('Tanda masuk belum berlaku', 'The token is not valid yet'), text('Periksa jam komputer Anda, lalu masuk ulang.', "Check your computer's clock and sign in again.")),
  'token-foreign': kind(401, text('Tanda masuk milik layanan lain', 'The token is meant for another service'), text('Masuk melalui penyedia identitas Selaras.', 'Sign in with the identity provider of this installation.')),
  'token-signature-invalid': kind(401, text('Tanda masuk tidak sah', "The token's signature is not valid"), text('Masuk ulang untuk memperoleh tanda masuk yang sah.', 'Sign in again to get a valid token.')),
  'token-algorithm-refused': kind(401, text('Tanda masuk tidak diterima', 'The token is signed in a way that is refused'), text('Tanda masuk harus ditandatangani dengan kunci publik penyedia identitas.', "A token has to be signed with the provider's public key.")),
};

export const filingProblems: Record<FilingRefusalCode, ProblemKind> = {
  'unknown-process': kind(422, text('Proses tidak dikenal', 'Unknown process'), ([id = '']) => text(`Tidak ada proses “${id}”.`, `There is no process “${id}”.`)),
  'unknown-region': kind(422, text('Kode daerah tidak dikenal', 'Unknown region code'), ([code = '']) => text(`Tidak ada kabupaten/kota dengan kode BPS “${code}”.`, `No regency or city has the BPS code “${code}”.`)),
  'case-open-already': kind(409, text('Sudah ada kasus terbuka', 'A case is open already'), ([id = '…']) => text(`Untuk daerah dan tahun ini sudah ada ${id}. Lanjutkan kasus itu.`, `${id} is open for this region and year. Go on with it.`)),
  'no-calendar': kind(503, text('Kalender kerja belum diterbitkan', 'No working calendar is published'), text('Mintalah administrator menerbitkan kalender kerja.', 'Ask the administrator to publish the working calendar.')),
};

export const documentProblems: Record<DocumentRefusalCode, ProblemKind> = {
  'empty-file': kind(422, text('Berkas kosong', 'The file is empty'), text('Berkas tidak berisi apa pun. Periksa dan unggah ulang.', 'The file has no bytes. Check it and upload again.')),
  'too-large': kind(413, text('Berkas terlalu besar', 'The file is too large'), text('Batas satu dokumen adalah 100 MB. Perkecil gambar atau bagi berkas.', 'A document has at most 100 MB. Compress its pictures or divide it.')),
  'media-not-accepted': refusalProblems['media-not-accepted'],
  'magic-mismatch': kind(422, text('Isi berkas tidak sesuai jenisnya', 'The content is not what it claims to be'), (found) => text(`Isi berkas berbeda dari jenis atau akhiran namanya (${named(found)}). Simpan ulang dalam format yang benar.`, `The bytes are not of the declared type (${named(found)}). Save it in the right format.`)),
  'zip-bomb': kind(422, text('Berkas mengembang tidak wajar', 'The file expands beyond reason'), text('Berkas ditolak karena isinya mengembang tidak wajar. Simpan ulang dari aplikasi asalnya.', 'The file was refused because it expands beyond reason. Save it anew from its program.')),
  'zip-entry-name': kind(422, text('Susunan berkas mencurigakan', 'The file is laid out suspiciously'), text('Berkas memuat nama bagian yang tidak wajar. Simpan ulang dari aplikasi asalnya.', 'A part of the file has an improper name. Save it anew from its program.')),
  'macro-document': kind(422, text('Berkas memuat makro', 'The document holds macros'), text('Simpan sebagai dokumen tanpa makro (.docx atau .xlsx), lalu unggah ulang.', 'Save it without macros (.docx or .xlsx) and upload again.')),
  'embedded-object-refused': kind(422, text('Berkas memuat objek sisipan', 'The document holds embedded objects'), text('Hapus objek sisipan, lalu unggah ulang.', 'Remove embedded objects and upload again.')),
  'encrypted-document': kind(422, text('Dokumen terkunci sandi', 'The document is encrypted'), text('Hilangkan kata sandi dokumen, lalu unggah ulang.', 'Remove the password and upload again.')),
  'encrypted-pdf': kind(422, text('PDF terkunci sandi', 'The PDF is encrypted'), text('Hilangkan kata sandi PDF, lalu unggah ulang.', 'Remove the password of the PDF and upload again.')),
  'scripted-pdf': kind(422, text('PDF memuat skrip', 'The PDF holds scripts'), text('Cetak ulang ke PDF biasa, lalu unggah ulang.', 'Print it to a plain PDF and upload again.')),
  'digest-mismatch': kind(422, text('Berkas rusak di perjalanan', 'The bytes differ from the digest'), text('Isi yang tiba berbeda dari Content-Digest. Unggah ulang.', 'What arrived differs from Content-Digest. Upload again.')),
  'digest-invalid': kind(400, text('Content-Digest tidak terbaca', 'Content-Digest cannot be read'), text('Tulis Content-Digest: sha-256=:<base64>: (RFC 9530), atau hilangkan.', 'Write Content-Digest: sha-256=:<base64>: (RFC 9530), or leave it out.')),
  'virus-found': kind(422, text('Virus ditemukan', 'A virus was found'), text('Pemindai menemukan virus. Bersihkan komputer Anda dan unggah berkas yang bersih.', 'The scanner found a virus. Clean your computer and upload a clean file.')),
  'file-name-missing': kind(400, text('Nama berkas tidak ada', 'The file has no name'), text("Sertakan Content-Disposition: attachment; filename*=UTF-8''….", "Send Content-Disposition: attachment; filename*=UTF-8''….")),
  'file-name-invalid': kind(422, text('Nama berkas tidak sah', 'The file name is not valid'), text('Gunakan nama tanpa garis miring, karakter kendali, atau titik di ujungnya.', 'Use a name without slashes, control characters, or dots at its ends.')),
};

const notActive: Partial<Record<string, Text>> = {
  fixed: text('Perda sudah ditetapkan; ikut sebagai kendala tetap', 'its regulation is enacted; it takes part as a fixed constraint'),
  waived: text('dikecualikan pada putaran ini', 'waived in this round'),
  withdrawn: text('sudah keluar dari kohor', 'has left the cohort'),
  late: text('menyusul setelah gerbang dilepas', 'passes by itself after the release'),
};

export const cohortProblems: Record<CohortRefusalCode, ProblemKind> = {
  'cohort-exists': kind(409, text('Kohor sudah ada', 'The cohort exists'), ([id = '']) => text(`Kohor ${id} sudah dibentuk.`, `The cohort ${id} exists already.`)),
  'cohort-not-there': kind(404, text('Kohor tidak ada', 'No such cohort'), text('Kohor ini belum dibentuk.', 'The cohort has not been created.')),
  'not-your-role': refusalProblems['not-your-role'],
  'not-your-region': refusalProblems['not-your-region'],
  stale: refusalProblems.stale,
  'unknown-region': filingProblems['unknown-region'],
  'cohort-invalid': kind(422, text('Kohor tidak sah', 'The cohort is not valid'), (parts) => text(`Periksa: ${named(parts)}.`, `Check: ${named(parts)}.`)),
  'member-unknown': kind(404, text('Bukan anggota', 'Not a member'), (codes) => text(`Bukan anggota kohor: ${named(codes)}.`, `Not members of the cohort: ${named(codes)}.`)),
  'member-exists': kind(409, text('Sudah menjadi anggota', 'A member already'), (codes) => text(`Sudah menjadi anggota: ${named(codes)}.`, `Members already: ${named(codes)}.`)),
  'member-not-active': kind(409, text('Anggota tidak aktif', 'The member is not active'), ([code = '', state = '']) => {
    const { id, en } = notActive[state] ?? text('tidak aktif', 'not active');
    return text(`${code}: ${id}.`, `${code}: ${en}.`);
  }),
  'member-released': kind(409, text('Gerbang sudah dibuka untuk anggota', 'The gate was opened for the member'), (codes) => text(`Sudah dilepas: ${named(codes)}.`, `Released already: ${named(codes)}.`)),
  'waiver-unknown': kind(404, text('Pengecualian tidak ada', 'No such waiver'), ([n = '']) => text(`Tidak ada pengecualian nomor ${n}.`, `There is no waiver ${n}.`)),
  'waiver-settled': kind(409, text('Pengecualian sudah diputuskan', 'The waiver is settled'), ([n = '']) => text(`Pengecualian nomor ${n} sudah diputuskan.`, `The waiver ${n} has been confirmed.`)),
  'second-person-needed': refusalProblems['second-person-needed'],
  'reason-required': kind(422, text('Alasan wajib ditulis', 'A reason is required'), text('Tulis alasannya.', 'Write down the reason.')),
  'note-too-long': refusalProblems['note-too-long'],
  'finding-unknown': kind(404, text('Temuan tidak ada', 'No such finding'), (keys) => text(`Temuan ini sudah tidak ada: ${named(keys)}.`, `The finding does not exist any more: ${named(keys)}.`)),
  'finding-not-blocking': kind(409, text('Temuan tidak dapat sekadar dicatat', 'The finding cannot be acknowledged only'), text('Temuan ini menghalangi gerbang: para daerah menyelesaikannya, atau koordinator mengesampingkannya dengan alasan.', 'This finding blocks the gate: its regions resolve it, or the coordinator overrides it with a reason.')),
  'finding-overridden': kind(409, text('Sudah dikesampingkan', 'Overridden already'), ([key = '']) => text(`Benturan ${key} sudah dikesampingkan untuk klaim yang sama; alasan yang tercatat tetap berlaku.`, `The conflict ${key} has been overridden for these very claims; the recorded reason stands.`)),
  'resolution-given': kind(409, text('Sudah diselesaikan', 'Resolved already'), text('Daerah ini sudah menyatakan penyelesaiannya.', 'This region has declared its resolution.')),
  'policy-impossible': kind(422, text('Syarat gerbang tidak mungkin dipenuhi', 'The policy can never be met'), (details) => text(`Syarat harus dapat dipenuhi oleh anggota yang masih ditunggu (${named(details)}). Turunkan jumlahnya atau tambah anggota.`, `The members that are waited for have to be able to meet it (${named(details)}). Ask for fewer, or add members.`)),
  'cut-off-past': kind(422, text('Tanggal tutup sudah lewat', 'The cut-off date has passed'), ([day = '']) => text(`Tanggal tutup ${day} sudah lewat. Pilih hari ini atau sesudahnya.`, `The cut-off date ${day} has passed. Choose today or a later day.`)),
  'meeting-unknown': kind(404, text('Rapat tidak ada', 'No such meeting'), ([n = '']) => text(`Tidak ada rapat nomor ${n} pada kohor ini.`, `The cohort has no meeting ${n}.`)),
  'meeting-invalid': kind(422, text('Rapat tidak sah', 'The meeting is not valid'), (parts) => text(`Periksa: ${named(parts)}. Rapat dicatat setelah berlangsung, dan pesertanya anggota kohor, masing-masing sekali.`, `Check: ${named(parts)}. A meeting is recorded once it was held, and its participants are members of the cohort, each named once.`)),
  'meeting-past': kind(422, text('Waktu rapat sudah lewat', 'The time of the meeting has passed'), (when) => text(`Waktu itu (${named(when)}) sudah lewat menurut jam provinsi. Pilih waktu yang akan datang; rapat yang sudah berlangsung dicatat sebagai rapat.`, `That time (${named(when)}) has passed on the clocks of the province. Choose a time to come; a meeting that was held is recorded as held.`)),
  'meeting-settled': kind(409, text('Rapat sudah selesai', 'The meeting is settled'), ([n = '']) => text(`Panggilan rapat nomor ${n} sudah dicatat pelaksanaannya atau dibatalkan. Panggil rapat baru bila perlu.`, `The called meeting ${n} was held or called off. Call another one if it is needed.`)),
  'plan-unknown': kind(404, text('Rencana acuan tidak ada', 'No such reference plan'), text('Rencana acuan ini tidak tercantum pada kohor.', 'The cohort does not list this reference plan.')),
  'nobody-at-gate': kind(409, text('Belum ada yang tiba', 'Nobody is at the gate'), text('Belum ada kasus yang menunggu di gerbang.', 'No case waits at the gate.')),
  'gate-shut': kind(409, text('Gerbang belum dapat dibuka', 'The gate cannot be opened yet'), (why) => {
    const { id, en } = shutInWords(why);
    return text(`Gerbang masih tertutup: ${id}.`, `The gate is still shut: ${en}.`);
  }),
  'list-changed': kind(409, text('Daftar sudah berubah', 'The list has changed'), (cases) => text(`Kini menunggu di gerbang: ${named(cases)}. Periksa lalu ulangi.`, `At the gate now: ${named(cases)}. Look and repeat.`)),
};

export const registerProblems: Record<RegisterRefusalCode, ProblemKind> = {
  'not-your-role': refusalProblems['not-your-role'],
  'unknown-person': kind(422, text('Orang tidak terdaftar', 'The person is not registered'), (ids) => text(`Tidak terdaftar: ${named(ids)}. Daftarkan orangnya terlebih dahulu.`, `Not registered: ${named(ids)}. Register the person first.`)),
  'unknown-holder': kind(404, text('Pemegang jabatan tidak ada', 'No such holder'), (ids) => text(`Tidak ada dalam daftar pejabat: ${named(ids)}.`, `Not in the register: ${named(ids)}.`)),
  'subject-taken': kind(409, text('Akun sudah terdaftar', 'The account is registered'), (subjects) => text(`Akun ${named(subjects)} sudah milik seseorang.`, `The account ${named(subjects)} belongs to somebody already.`)),
  'term-invalid': kind(422, text('Masa jabatan tidak sah', 'The term is not valid'), (days) => text(`Akhir masa jabatan tidak boleh mendahului awalnya (${named(days)}).`, `A term may not end before it begins (${named(days)}).`)),
  'term-ended': kind(409, text('Masa jabatan sudah berakhir', 'The term has ended'), (days) => text(`Masa jabatan sudah berakhir pada ${named(days)}.`, `The term ended on ${named(days)} already.`)),
};

export const repairProblems: Record<RepairRefusal['refused'] | 'not-your-role', ProblemKind> = {
  'not-your-role': refusalProblems['not-your-role'],
  'record-broken': kind(409, text('Catatan kasus tidak utuh', 'The record is not whole'), (why) => text(`Riwayat kasus ini bukan lagi yang pernah ditulis (${named(why)}). Tidak ada yang diubah dan tidak ada yang disusun ulang darinya; pulihkan dari cadangan, dan periksa siapa yang mempunyai akses ke basis data.`, `The history of this case is no longer what was written (${named(why)}). Nothing was changed and nothing is derived from it; restore it from a backup, and find out who has access to where it is kept.`)),
};

const request = (id: string, en: string): ProblemKind => kind(422, text('Permintaan hitung tenggat tidak sah', 'The deadline cannot be computed'), text(id, en));
export const deadlineProblems: Record<DeadlineRefusalCode, ProblemKind> = {
  'amount-invalid': request('Jumlah hari adalah bilangan bulat 1 sampai 3650.', 'The amount is a whole number of days from 1 to 3650.'),
  'start-missing': request('Isi start atau startInstant.', 'Give start or startInstant.'),
  'start-ambiguous': request('Isi salah satu saja: start atau startInstant.', 'Give either start or startInstant, not both.'),
  'date-invalid': request('Ada tanggal yang tidak sah; tanggal ditulis TTTT-BB-HH.', 'A date is not valid; dates are written YYYY-MM-DD.'),
  'statutory-cannot-be-paused': request('Tenggat undang-undang tidak dapat dijeda.', 'A term of the law cannot be paused.'),
  'statutory-cannot-be-extended': request('Tenggat undang-undang tidak dapat diperpanjang.', 'A term of the law cannot be extended.'),
  'too-many-extensions': request('Paling banyak dua perpanjangan.', 'At most two extensions.'),
  'extension-too-long': request('Perpanjangan paling lama sama dengan tenggat semula.', 'An extension is at most as long as the original term.'),
  'pause-before-start': request('Jeda tidak boleh mendahului awal tenggat.', 'A pause may not begin before the term.'),
  'pause-overlaps': request('Jeda tidak boleh bertumpang tindih.', 'Pauses may not overlap.'),
};
