import { kind, named, type ProblemKind, text } from './problem';

/** What the door itself says no to, before anything of the process is asked. */
export const doorProblems = {
  'unknown-person': kind(403, text('Anda belum terdaftar', 'You are not registered'), text('Anda sudah masuk, tetapi belum tercantum dalam daftar pejabat. Hubungi administrator.', 'You are signed in, but the register of office-holders does not know you. Ask the administrator.')),
  'idempotency-key-required': kind(400, text('Idempotency-Key wajib ada', 'Idempotency-Key is required'), text('Setiap perintah membawa Idempotency-Key yang unik, supaya dapat diulang tanpa tercatat dua kali.', 'Every command carries a unique Idempotency-Key, so that it can be repeated without being recorded twice.')),
  'idempotency-key-invalid': kind(400, text('Idempotency-Key tidak sah', 'Idempotency-Key is not valid'), text('Kunci berisi 1 sampai 200 karakter ASCII yang terlihat.', 'A key has 1 to 200 visible ASCII characters.')),
  'idempotency-key-reused': kind(422, text('Kunci sudah dipakai', 'The key was used before'), text('Kunci ini sudah dipakai untuk perintah lain. Gunakan kunci baru.', 'This key was used for another command. Use a new one.')),
  'malformed-json': kind(400, text('JSON tidak terbaca', 'The JSON cannot be read'), text('Isi permintaan bukan JSON yang sah.', 'The body is not valid JSON.')),
  'malformed-request': kind(400, text('Permintaan tidak terbaca', 'The request cannot be read'), text('Alamat atau kepala permintaan tidak sah.', 'The address or the headers of the request are not valid.')),
  'unsupported-media-type': kind(415, text('Jenis isi tidak didukung', 'Unsupported media type'), (types) => text(`Kirim sebagai ${named(types, 'application/json')}.`, `Send it as ${named(types, 'application/json')}.`)),
  'not-acceptable': kind(406, text('Bentuk jawaban tidak tersedia', 'Not available in that form'), (types) => text(`Tersedia: ${named(types)}.`, `Available: ${named(types)}.`)),
  'payload-too-large': kind(413, text('Permintaan terlalu besar', 'The request is too large'), text('Isi permintaan melampaui batas ukuran.', 'The body is larger than allowed.')),
  'too-deep': kind(400, text('JSON terlalu dalam', 'The JSON is nested too deeply'), ([most = '32']) => text(`Paling dalam ${most} tingkat.`, `At most ${most} levels.`)),
  'validation-failed': kind(422, text('Isian tidak sesuai', 'The input does not fit'), text('Periksa isian yang disebut dalam errors.', 'Check the fields named in errors.')),
  'matrix-refused': kind(422, text('Matriks rencana belum dapat disimpan', 'The plan matrix cannot be saved'), ([total = '']) => text(`Ada ${total} masalah; baris dan kolomnya disebut dalam errors.`, `There are ${total} problems; errors names their rows and columns.`)),
  'matrix-absent': kind(404, text('Matriks rencana belum ada', 'No plan matrix yet'), text('Kasus ini belum memuat matriks rencana.', 'The case has no plan matrix yet.')),
  'cursor-malformed': kind(400, text('Penanda halaman tidak sah', 'The cursor is not valid'), text('Gunakan nextCursor dari halaman sebelumnya, tanpa diubah.', 'Use nextCursor of the page before, unchanged.')),
  'not-found': kind(404, text('Tidak ditemukan', 'Not found'), text('Alamat ini tidak ada, atau tidak untuk Anda.', 'There is nothing here, or nothing for you.')),
  'method-not-allowed': kind(405, text('Cara akses tidak diizinkan', 'Method not allowed'), text('Alamat ini tidak menerima cara akses tersebut.', 'This address does not take that method.')),
  'too-many-requests': kind(429, text('Terlalu banyak permintaan', 'Too many requests'), text('Tunggu sebentar, lalu coba lagi.', 'Wait a moment and try again.')),
  'case-busy': kind(429, text('Kasus sedang ramai', 'The case is busy'), text('Terlalu banyak perintah menunggu pada kasus ini. Ulangi dengan kunci yang sama sebentar lagi.', 'Too many commands wait for this case. Repeat with the same key in a moment.')),
  'store-away': kind(503, text('Penyimpanan dokumen tidak terjangkau', 'The document store is away'), text('Dokumen tidak dapat disimpan atau dibaca saat ini. Coba lagi sebentar lagi.', 'Documents can be neither stored nor read just now. Try again in a moment.')),
  'scanner-away': kind(503, text('Pemindai virus tidak terjangkau', 'The virus scanner is away'), text('Dokumen belum dapat diperiksa. Coba lagi sebentar lagi.', 'The document cannot be inspected just now. Try again in a moment.')),
  'keys-away': kind(503, text('Penyedia identitas tidak terjangkau', 'The identity provider is away'), text('Tanda masuk belum dapat diperiksa. Coba lagi sebentar lagi.', 'Your token cannot be verified just now. Try again in a moment.')),
  'database-away': kind(503, text('Basis data tidak terjangkau', 'The database is away'), text('Belum pasti apakah perintah tercatat. Ulangi dengan Idempotency-Key yang sama.', 'It is not certain whether the command was recorded. Repeat it with the same Idempotency-Key.')),
  'engine-away': kind(503, text('Mesin alur kerja tidak terjangkau', 'The workflow engine is away'), text('Coba lagi sebentar lagi; yang sudah dicatat tidak hilang.', 'Try again in a moment; nothing that was recorded is lost.')),
  'precondition-failed': kind(412, text('Kasus sudah berubah', 'The case has changed'), ([seq = '']) => text(`If-Match tidak cocok lagi; kini pada urutan ${seq}. Muat ulang, periksa, lalu ulangi.`, `If-Match no longer fits; the case is at seq ${seq}. Reload, look, and repeat.`)),
  'upload-stalled': kind(408, text('Unggahan terhenti', 'The upload stalled'), text('Data tidak lagi tiba. Periksa sambungan, lalu unggah ulang.', 'No more bytes arrived. Check your connection and upload again.')),
  'upload-broken': kind(400, text('Unggahan terputus', 'The upload was cut off'), text('Sambungan terputus sebelum berkas lengkap. Unggah ulang.', 'The connection ended before the file was complete. Upload again.')),
  'document-damaged': kind(409, text('Dokumen rusak ditemukan', 'Damaged documents were found'), (types) => text(`Isi yang tersimpan berubah: ${named(types)}. Kasus tetap di meja ini; unggah ulang dokumen itu, lalu ajukan kembali.`, `The stored bytes have changed: ${named(types)}. The case has not left its desk; upload these documents again and repeat.`)),
  'transfer-cancelled': kind(409, text('Pengantaran dibatalkan', 'The transfer was cancelled'), text('Pengantaran ini dibatalkan; kasus tetap di meja semula.', 'This transfer was cancelled; the case stayed at its desk.')),
  'contents-closed': kind(403, text('Isi kasus belum terbuka', 'The contents are not open yet'), text('Kementerian membaca isi kasus sejak tahap telaah kementerian; sebelumnya hanya tahap dan tanggalnya.', 'The ministry reads the contents of a case once it has come to the ministry; before, only its stage and dates.')),
  'clock-moves-forwards-only': kind(409, text('Jam hanya bergerak maju', 'The clock moves forwards only'), text('Pilih waktu setelah waktu simulasi sekarang.', 'Choose an instant after the simulated now.')),
  'unknown-persona': kind(404, text('Persona tidak ada', 'No such persona'), ([name = '']) => text(`Tidak ada persona “${name}”. Lihat GET /v1/demo/personas.`, `There is no persona “${name}”. See GET /v1/demo/personas.`)),
  'internal-error': kind(500, text('Terjadi kesalahan', 'Something went wrong'), text('Kesalahan di pihak kami; belum pasti apakah perintah tercatat. Ulangi dengan kunci yang sama, atau sampaikan traceId kepada administrator.', 'The fault is ours, and it is not certain whether the command was recorded. Repeat it with the same key, or give the traceId to the administrator.')),
} satisfies Record<string, ProblemKind>;

export type DoorCode = keyof typeof doorProblems;
