import type { RefusalCode } from '#process';
import { kind, named, type ProblemKind, text } from './problem';

/** What every refusal of the process means at the door. A new refusal without a line here does not compile. */
export const refusalProblems: Record<RefusalCode, ProblemKind> = {
  'unknown-transition': kind(422, text('Tindakan tidak dikenal', 'Unknown transition'), ([name = '']) =>
    text(`Proses ini tidak mengenal tindakan “${name}”. Lihat actions[] pada kasus untuk tindakan yang tersedia.`, `The process has no transition “${name}”. See actions[] of the case for what can be done.`)),
  'wrong-stage': kind(409, text('Kasus tidak berada pada tahap itu', 'The case is not at that stage'), ([stage = '', ...homes]) =>
    text(`Kasus kini berada pada tahap ${stage}${homes.length > 0 ? `; tindakan ini hanya dapat dilakukan pada ${named(homes)}` : ''}. Muat ulang kasus.`, `The case is at ${stage} now${homes.length > 0 ? `; this can only be done at ${named(homes)}` : ''}. Reload the case.`)),
  'case-closed': kind(409, text('Kasus sudah ditutup', 'The case is closed'), ([status = '']) =>
    text(`Kasus sudah berakhir (${status}). Riwayatnya tetap dapat dibaca, tetapi tidak dapat diubah lagi.`, `The case has ended (${status}). Its history can be read and nothing can be added.`)),
  'not-your-role': kind(403, text('Bukan wewenang peran Anda', 'Not for your role'), (roles) =>
    text(`Tindakan ini hanya untuk peran: ${named(roles)}. Minta pemegang peran itu melakukannya.`, `Only these roles may do this: ${named(roles)}. Ask a holder of that role.`)),
  'not-your-region': kind(403, text('Di luar wilayah Anda', 'Not your region'), text('Jabatan Anda tidak mencakup daerah ini. Hubungi pejabat daerah yang bersangkutan.', 'Your office does not cover this region. Ask an official of the region concerned.')),
  'not-your-capacity': kind(403, text('Tidak berwenang dalam kedudukan ini', 'Not in your capacity'), ([capacity = '']) =>
    text(`Sebagai ${capacity} Anda tidak dapat melakukan tindakan strategis ini. Pejabat definitif, Plt., atau Pj. yang melakukannya.`, `Acting as ${capacity} you may not take this decision. It belongs to the definitive holder or one who fills the vacancy.`)),
  'no-office': kind(403, text('Tidak memegang jabatan', 'No office held'), text('Anda tidak memegang jabatan yang berlaku saat ini. Mintalah administrator memeriksa daftar pejabat.', 'You hold no office that is in force now. Ask the administrator to check the register of office-holders.')),
  'four-eyes': kind(403, text('Harus orang lain', 'Somebody else has to do this'), ([act = '']) =>
    text(`Anda sendiri yang ${{ submitted: 'mengajukan', proposed: 'mengusulkan', reported: 'melaporkan' }[act] ?? 'terlibat dalam'} hal ini, sehingga orang lain yang harus memutuskan.`, `You ${act || 'had a hand in'} this yourself, so another person has to decide.`)),
  'second-person-needed': kind(409, text('Menunggu pihak kedua', 'A second person is needed'), (roles) =>
    text(`Langkah pertama sudah dicatat; sekarang giliran orang lain: ${named(roles)}.`, `The first half is recorded; it is now another person's turn: ${named(roles)}.`)),
  'in-transfer': kind(409, text('Berkas sedang diantar', 'The file is on its way'), text('Kasus sedang diantar ke meja berikutnya. Tunggu sebentar lalu muat ulang, atau batalkan pengantaran bila terlalu lama.', 'The case is being carried to the next desk. Wait a moment and reload, or cancel the transfer when it takes too long.')),
  'no-transfer': kind(409, text('Tidak ada pengantaran', 'Nothing is being carried'), text('Tidak ada pengantaran yang dapat dibatalkan. Muat ulang kasus.', 'There is no transfer to cancel. Reload the case.')),
  'transfer-too-young': kind(409, text('Pengantaran baru dimulai', 'The transfer has only begun'), ([seconds = '60']) =>
    text(`Pengantaran dapat dibatalkan setelah ${seconds} detik. Tunggu sebentar.`, `A transfer can be cancelled after ${seconds} seconds. Wait a moment.`)),
  stale: kind(409, text('Kasus sudah berubah', 'The case has changed'), ([seq = '']) =>
    text(`Orang lain lebih dahulu mengubah kasus ini; kini pada urutan ${seq}. Muat ulang, periksa, lalu ulangi bila masih perlu.`, `Somebody else was faster; the case is at seq ${seq} now. Reload, look, and repeat it if it still makes sense.`)),
  'unknown-document': kind(422, text('Jenis dokumen tidak dikenal', 'Unknown document type'), (types) =>
    text(`Proses ini tidak mengenal jenis dokumen: ${named(types)}.`, `The process has no document type: ${named(types)}.`)),
  'document-frozen': kind(409, text('Dokumen terkunci', 'The document is frozen'), ([type = '']) =>
    text(`Dokumen ${type} tidak dapat diganti pada tahap ini. Minta perbaikan kepada pemeriksa bila perlu diganti.`, `The document ${type} cannot be replaced at this stage. Have a correction requested if it must be.`)),
  'document-not-present': kind(404, text('Dokumen tidak ada', 'No such document'), ([type = '', version = '']) =>
    text(`Kasus tidak memuat ${type} versi ${version}.`, `The case holds no ${type} of version ${version}.`)),
  'media-not-accepted': kind(415, text('Jenis berkas tidak diterima', 'Media type not accepted'), (media) =>
    text(`Dokumen ini diterima sebagai: ${named(media)}.`, `This document is accepted as: ${named(media)}.`)),
  'too-many-documents': kind(409, text('Terlalu banyak dokumen', 'Too many documents'), ([most = '']) =>
    text(`Satu kasus memuat paling banyak ${most} dokumen. Tarik dokumen yang tidak diperlukan.`, `A case holds at most ${most} documents. Withdraw those that are not needed.`)),
  'missing-documents': kind(422, text('Dokumen belum lengkap', 'Required documents are missing'), (types) =>
    text(`Belum diunggah: ${named(types)}. Unggah lalu ulangi.`, `Not uploaded yet: ${named(types)}. Upload them and repeat.`)),
  'missing-facts': kind(422, text('Isian belum lengkap', 'Required facts are missing'), (facts) =>
    text(`Isi terlebih dahulu: ${named(facts)}.`, `Fill in first: ${named(facts)}.`)),
  'unknown-fact': kind(422, text('Isian tidak dikenal', 'Unknown fact'), (facts) =>
    text(`Tindakan ini tidak mengenal isian: ${named(facts)}.`, `This transition takes no fact called ${named(facts)}.`)),
  'fact-invalid': kind(422, text('Isian tidak sah', 'A fact is not valid'), ([fact = '', ...values]) =>
    text(`Isian ${fact} tidak sah${values.length > 0 ? `; pilih: ${named(values)}` : ' (tanggal ditulis TTTT-BB-HH)'}.`, `The fact ${fact} is not valid${values.length > 0 ? `; choose one of ${named(values)}` : ' (dates are written YYYY-MM-DD)'}.`)),
  'fact-too-long': kind(422, text('Isian terlalu panjang', 'A fact is too long'), ([fact = '', most = '']) =>
    text(`Isian ${fact} paling banyak ${most} karakter.`, `The fact ${fact} has at most ${most} characters.`)),
  'date-in-future': kind(422, text('Tanggal belum tiba', 'The date lies in the future'), ([fact = '…', date = '…']) =>
    text(`${fact} ${date} belum tiba. Catat setelah terjadi.`, `${fact} ${date} has not come yet. Register it once it has happened.`)),
  'date-before-previous': kind(422, text('Tanggal mendahului langkah sebelumnya', 'The date lies before the step that precedes it'), ([fact = '…', ...before]) =>
    text(`${fact} tidak boleh mendahului ${named(before)}.`, `${fact} may not lie before ${named(before)}.`)),
  'facts-differ': kind(409, text('Isian berbeda dari pihak pertama', 'The facts differ from the first half'), (facts) =>
    text(`Pihak pertama mencatat isian lain: ${named(facts)}. Samakan, atau ajukan keberatan.`, `The first person registered other values: ${named(facts)}. Enter the same, or dispute them.`)),
  'texts-differ': kind(409, text('Naskah berubah sejak pihak pertama', 'The texts have changed since the first half'), (types) =>
    text(`Dokumen berubah sejak pihak pertama mencatat: ${named(types)}.`, `Documents have changed since the first person's act: ${named(types)}.`)),
  'texts-unread': kind(422, text('Naskah belum dibaca', 'Texts have not been read'), (types) =>
    text(`Buka dahulu atau tulis mengapa tidak perlu: ${named(types)}.`, `Open first, or say why that is not needed: ${named(types)}.`)),
  'note-required': kind(422, text('Catatan wajib diisi', 'A note is required'), text('Tulis catatan yang menjelaskan keputusan ini.', 'Write a note that explains this decision.')),
  'note-too-long': kind(422, text('Teks terlalu panjang', 'The text is too long'), ([most = '']) =>
    text(`Teks paling banyak ${most} karakter. Ringkas, atau unggah sebagai dokumen.`, `A text has at most ${most} characters. Shorten it, or upload a document.`)),
  'unknown-reason': kind(422, text('Alasan tidak dikenal', 'Unknown reason'), (reasons) =>
    text(`Pilih alasan dari daftar: ${named(reasons)}.`, `Choose a reason from the list: ${named(reasons)}.`)),
  'reason-required': kind(422, text('Alasan wajib dipilih', 'A reason is required'), (reasons) =>
    text(`Pilih salah satu: ${named(reasons)}.`, `Choose one of: ${named(reasons)}.`)),
  'reason-not-available': kind(422, text('Alasan tidak tersedia di sini', 'The reason is not available here'), ([reason = '']) =>
    text(`Alasan ${reason} hanya berlaku bila kohor menilai kesiapan lahan.`, `The reason ${reason} only exists where the cohort's policy includes the readiness of land.`)),
  'remarks-required': kind(422, text('Catatan pemeriksaan wajib ada', 'A remark is required'), text('Sertakan paling sedikit satu catatan, dengan pasal atau bagian yang dimaksud.', 'Give at least one remark, naming the article or part it is about.')),
  'remarks-unanswered': kind(409, text('Masih ada catatan yang belum dijawab', 'Remarks are still unanswered'), (numbers) =>
    text(`Jawab dahulu catatan nomor ${named(numbers)}.`, `Answer the remarks ${named(numbers)} first.`)),
  'unknown-remark': kind(404, text('Catatan tidak ada', 'No such remark'), ([n = '']) => text(`Kasus tidak memuat catatan nomor ${n}.`, `The case has no remark ${n}.`)),
  'remark-answered': kind(409, text('Catatan sudah dijawab', 'The remark is answered'), ([n = '']) => text(`Catatan nomor ${n} sudah dijawab.`, `The remark ${n} has been answered.`)),
  'conditions-required': kind(422, text('Syarat wajib ditulis', 'Conditions are required'), text('Tulis paling sedikit satu syarat dengan penanggung jawab dan tenggatnya.', 'Give at least one condition with its owner and due day.')),
  'condition-invalid': kind(422, text('Syarat tidak sah', 'A condition is not valid'), ([index = '', field = '']) =>
    text(`Syarat ke-${Number(index) + 1 || index}: periksa ${field || 'isinya'}.`, `Condition ${Number(index) + 1 || index}: check ${field || 'what it says'}.`)),
  'conditions-open': kind(409, text('Masih ada syarat yang terbuka', 'Conditions are still open'), (numbers) =>
    text(`Penuhi dahulu syarat nomor ${named(numbers)}.`, `Meet the conditions ${named(numbers)} first.`)),
  'unknown-condition': kind(404, text('Syarat tidak ada', 'No such condition'), ([n = '']) => text(`Kasus tidak memuat syarat nomor ${n}.`, `The case has no condition ${n}.`)),
  'condition-not-open': kind(409, text('Syarat tidak terbuka', 'The condition is not open'), ([n = '']) => text(`Syarat nomor ${n} sudah dilaporkan atau diterima.`, `The condition ${n} has been reported or accepted.`)),
  'condition-not-reported': kind(409, text('Syarat belum dilaporkan', 'The condition is not reported'), ([n = '']) => text(`Syarat nomor ${n} belum dilaporkan pemenuhannya.`, `Nobody has reported on the condition ${n} yet.`)),
  'unknown-check': kind(404, text('Pemeriksaan tidak ada', 'No such check'), ([check = '']) =>
    text(`Pemeriksaan ${check} tidak pernah diberikan pada kasus ini.`, `The check ${check} was never given on this case.`)),
  'check-not-stale': kind(409, text('Tidak ada pemeriksaan yang usang', 'No check is stale'), (checks) =>
    text(`Dasar pemeriksaan ${named(checks)} tidak berubah. Pemeriksaan ulang dan pembukaan kembali hanya mungkin bila rencana acuan atau klaim yang diperiksa sudah berubah.`, `What the checks ${named(checks)} rest on has not changed. Checking again and reopening are for plans or claims that have changed since.`)),
  'checks-invalid': kind(422, text('Hasil pemeriksaan tidak sah', 'The checks are not valid'), (checks) =>
    text(`Nilai setiap butir dengan conform atau not-conform: ${named(checks)}.`, `Judge each check as conform or not-conform: ${named(checks)}.`)),
  'person-voted-already': kind(409, text('Anda sudah memberi suara', 'You have voted already'), ([role = '']) =>
    text(`Anda sudah memberi suara sebagai ${role}; satu orang dihitung satu kali.`, `You have voted as ${role}; a person counts once.`)),
  'votes-missing': kind(409, text('Suara belum cukup', 'Votes are missing'), (roles) => text(`Masih diperlukan: ${named(roles)}.`, `Still needed: ${named(roles)}.`)),
  'veto-stands': kind(409, text('Ada keberatan', 'A veto stands'), (roles) =>
    text(`Keberatan dari ${named(roles)} belum dicabut. Kembalikan kasus, atau bicarakan dengan yang berkeberatan.`, `The veto of ${named(roles)} stands. Return the case, or talk to the one who gave it.`)),
  'no-veto': kind(409, text('Tidak ada keberatan', 'No veto was given'), text('Kasus hanya dapat dikembalikan di sini bila ada keberatan.', 'Here a case is returned only on a veto.')),
  'matrix-invalid': kind(422, text('Matriks rencana belum sah', 'The plan matrix is not valid'), text('Lengkapi matriks rencana, termasuk produk unggulan dan sentra, lalu ulangi.', 'Complete the plan matrix, flagship products and sentra included, and repeat.')),
  'matrix-frozen': kind(409, text('Matriks rencana terkunci', 'The plan matrix is frozen'), ([stage = '']) => text(`Matriks tidak dapat diubah pada tahap ${stage}.`, `The matrix cannot be changed at ${stage}.`)),
  'round-required': kind(409, text('Bukan untuk putaran ini', 'Not in this round'), ([round = '']) =>
    text(round === '1' ? 'Tindakan ini hanya untuk putaran pertama; gunakan pengajuan kembali.' : 'Tindakan ini hanya untuk putaran kedua dan seterusnya.', round === '1' ? 'This belongs to the first round; resubmit instead.' : 'This belongs to the second round and later ones.')),
  'clock-running': kind(409, text('Tenggat masih berjalan', 'The term is still running'), ([clock = '']) => text(`Baru dapat dilakukan setelah tenggat ${clock} lewat.`, `This becomes possible once the term ${clock} has passed.`)),
  'fact-required': kind(409, text('Langkah sebelumnya belum dicatat', 'An earlier step is not recorded'), (facts) => text(`Catat dahulu: ${named(facts)}.`, `Register first: ${named(facts)}.`)),
  'fact-recorded-already': kind(409, text('Sudah dicatat', 'Recorded already'), (facts) => text(`Sudah dicatat: ${named(facts)}. Bila keliru, ajukan pembetulan.`, `Recorded already: ${named(facts)}. If it is wrong, correct the fact.`)),
  'text-differs': kind(409, text('Naskah berbeda', 'The text differs'), (types) => text(`${named(types)} tidak sama dengan naskah yang sudah ditetapkan sebelumnya.`, `${named(types)} is not the text that was settled before.`)),
  deemed: kind(409, text('Sudah dianggap sah', 'Deemed valid already'), ([, due = '']) => text(`Tenggat berakhir ${due}; sejak itu peraturan sah menurut undang-undang.`, `The term ended on ${due}; since then the regulation is valid by law.`)),
  'flag-required': kind(409, text('Belum berlaku untuk kasus ini', 'Not applicable to this case'), ([flag = '']) => text(`Hanya dapat dilakukan bila ${flag} berlaku.`, `Only possible while ${flag} applies.`)),
  'relisting-due': kind(409, text('Propemperda harus diperbarui', 'The programme has to be renewed'), text('Tahun program berakhir. Sekretariat DPRD mencatat keputusan Propemperda yang baru terlebih dahulu.', "The programme year is over. The council's secretariat records the new programme decision first.")),
  'fresh-sign-in-required': kind(401, text('Masuk ulang diperlukan', 'A fresh sign-in is required'), ([seconds = '300']) =>
    text(`Untuk menandatangani, masuk ulang paling lama ${Math.round((Number(seconds) || 300) / 60)} menit sebelumnya.`, `To sign, sign in again at most ${Math.round((Number(seconds) || 300) / 60)} minutes before.`)),
  'correction-under-way': kind(409, text('Perbaikan sedang diminta', 'A correction is under way'), (types) => text(`Daerah masih memperbaiki: ${named(types)}.`, `The regency is still correcting: ${named(types)}.`)),
  'correction-not-asked': kind(409, text('Tidak ada permintaan perbaikan', 'No correction was asked for'), text('Tidak ada perbaikan yang diminta untuk kasus ini.', 'No correction has been requested on this case.')),
  'correction-unchanged': kind(409, text('Dokumen belum diganti', 'Nothing was replaced'), (types) => text(`Ganti dahulu: ${named(types)}.`, `Replace first: ${named(types)}.`)),
  'documents-required': kind(422, text('Sebutkan dokumennya', 'Name the documents'), text('Sebutkan jenis dokumen yang harus diperbaiki.', 'Name the document types that have to be corrected.')),
  'documents-damaged': kind(409, text('Dokumen rusak', 'Documents are damaged'), (types) => text(`Ganti dahulu dokumen yang rusak: ${named(types)}.`, `Replace the damaged documents first: ${named(types)}.`)),
  'not-recallable': kind(409, text('Tidak dapat ditarik kembali', 'Cannot be recalled'), text('Tidak ada pengajuan yang dapat ditarik kembali.', 'There is no submission that can be recalled.')),
  'desk-has-opened': kind(409, text('Sudah dibuka meja berikutnya', 'The next desk has opened it'), text('Meja berikutnya sudah membuka kasus. Mintalah agar dikembalikan.', 'The next desk has opened the case. Ask them to return it.')),
  'not-at-gate': kind(409, text('Tidak berada di gerbang', 'Not at the gate'), text('Kasus tidak sedang menunggu di gerbang sinkronisasi.', 'The case does not wait at the synchronization gate.')),
  'gate-released': kind(409, text('Gerbang sudah dilepas', 'The gate has been released'), text('Pelepasan gerbang sudah berdasar pada klaim daerah ini; klaim tidak dapat diubah lagi di gerbang. Tunggu kasus melanjutkan.', "The release relies on this region's claims already; they cannot be amended at the gate any more. Wait until the case has gone on.")),
  'unknown-task': kind(404, text('Tugas tidak ada', 'No such task'), text('Tugas ini sudah selesai atau tidak pernah ada. Muat ulang daftar kerja.', 'The task is done or never existed. Reload the worklist.')),
  'task-taken': kind(409, text('Tugas sudah diambil', 'The task is taken'), ([name = 'p_']) => (name.startsWith('p_') ? text('Rekan Anda sudah mengambil tugas ini.', 'A colleague has claimed this task.') : { id: `Sudah diambil oleh ${name}.`, en: `Already taken by ${name}.` })),
  'task-not-claimed': kind(409, text('Tugas belum diambil', 'The task is not claimed'), text('Tugas ini tidak sedang diambil siapa pun.', 'Nobody has claimed this task.')),
  'no-such-holder': kind(422, text('Bukan pemegang peran', 'Not a holder of the role'), ([, role = '']) => text(`Orang itu tidak memegang peran ${role} untuk daerah ini.`, `That person does not hold the role ${role} for this region.`)),
  'fact-unknown': kind(409, text('Isian belum pernah dicatat', 'The fact was never registered'), ([fact = '…']) => text(`${fact} belum dicatat, sehingga tidak ada yang dibetulkan.`, `${fact} was never registered, so there is nothing to correct.`)),
  'fact-unchanged': kind(409, text('Nilainya sama', 'The value is the same'), ([fact = '…']) => text(`${fact} sudah bernilai demikian.`, `${fact} has that value already.`)),
  'unknown-clock': kind(404, text('Tenggat tidak ada', 'No such clock'), ([clock = '']) => text(`Kasus tidak memuat tenggat ${clock}.`, `The case has no clock ${clock}.`)),
  'clock-not-running': kind(409, text('Tenggat tidak berjalan', 'The clock is not running'), ([clock = '']) => text(`Tenggat ${clock} sudah selesai atau batal.`, `The clock ${clock} has been met or is void.`)),
  'statutory-clock': kind(409, text('Tenggat undang-undang', 'A term of the law'), text('Tenggat yang ditetapkan undang-undang tidak dapat dijeda atau diperpanjang.', 'A term set by law can be neither paused nor extended.')),
  'unknown-hold': kind(404, text('Jeda tidak ada', 'No such hold'), ([n = '']) => text(`Tidak ada jeda atau perpanjangan nomor ${n}.`, `There is no hold or extension ${n}.`)),
  'hold-not-proposed': kind(409, text('Tidak menunggu keputusan', 'Not waiting for a decision'), ([n = '']) => text(`Usulan nomor ${n} sudah diputuskan.`, `The proposal ${n} has been decided.`)),
  'hold-not-running': kind(409, text('Jeda tidak berjalan', 'The hold is not running'), ([n = '']) => text(`Jeda nomor ${n} tidak sedang berjalan.`, `The hold ${n} is not running.`)),
  'too-many-extensions': kind(409, text('Batas perpanjangan tercapai', 'No further extension'), ([most = '']) => text(`Satu tenggat diperpanjang paling banyak ${most} kali.`, `A term is extended at most ${most} times.`)),
  'extension-too-long': kind(422, text('Perpanjangan terlalu lama', 'The extension is too long'), ([most = '']) => text(`Perpanjangan paling lama ${most} hari, sama dengan tenggat semula.`, `An extension has at most ${most} days, as many as the original term.`)),
  'reminded-already': kind(409, text('Hari ini sudah diingatkan', 'Reminded already'), ([on = '…']) =>
    text(`Meja ini sudah diingatkan pada ${on}; satu kasus diingatkan paling banyak satu kali setiap hari kerja. Ulangi pada hari kerja berikutnya, atau naikkan kepada atasan.`, `The desk was reminded on ${on}; a case is reminded at most once a working day. Repeat it on the next working day, or escalate.`)),
  'escalated-already': kind(409, text('Hari ini sudah dinaikkan', 'Escalated already'), ([on = '…']) =>
    text(`Kasus ini sudah dinaikkan kepada atasan pada ${on}; paling banyak satu kali setiap hari kerja. Ulangi pada hari kerja berikutnya.`, `The case was escalated on ${on}; at most once a working day. Repeat it on the next working day.`)),
  'too-many-events': kind(409, text('Riwayat penuh', 'The history is full'), ([most = '']) => text(`Kasus mencapai batas ${most}. Hubungi administrator.`, `The case has reached its limit of ${most}. Ask the administrator.`)),
  'no-half': kind(409, text('Tidak ada yang disangkal', 'There is nothing to dispute'), text('Pihak pertama belum mencatat tindakan ini.', 'Nobody has recorded the first half of this act.')),
  'title-invalid': kind(422, text('Judul tidak sah', 'The title is not valid'), ([least = '3', most = '']) => text(`Judul ${least} sampai ${most} karakter.`, `A title has ${least} to ${most} characters.`)),
  'plan-years-invalid': kind(422, text('Jangka waktu rencana tidak sah', 'The plan years are not valid'), ([most = '']) => text(`Tahun awal tidak boleh setelah tahun akhir, dan paling lama ${most} tahun.`, `The first year may not lie after the last, and a plan covers at most ${most} years.`)),
  'programme-year-invalid': kind(422, text('Tahun program tidak sah', 'The programme year is not valid'), ([first = '', last = '']) => text(`Tahun program antara ${first} dan ${last}.`, `The programme year lies between ${first} and ${last}.`)),
};
