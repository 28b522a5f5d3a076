/** The skeleton of a paper: sentences (with `{region}`, `{year}`) and empty tables, then who signs. */
export interface Outline {
  numbered: boolean;
  parts: readonly (string | { columns: readonly string[]; rows: number })[];
  signedBy?: string;
}

const plan = 'Rencana Pembangunan Industri {region}';

const letterTo = (recipient: string, matter: string, signedBy: string, ...more: string[]): Outline => ({
  numbered: true, signedBy,
  parts: ['Sifat: ………', 'Lampiran: ……… berkas', `Hal: ${matter}`, `Yth. ${recipient}`, 'di tempat', `Sehubungan dengan ${matter.toLowerCase()}, bersama ini disampaikan hal-hal sebagai berikut:`, '1. ………………', '2. ………………', ...more, 'Demikian disampaikan, atas perhatian Saudara diucapkan terima kasih.'],
});
const minutesOf = (meeting: string, ...agreed: string[]): Outline => ({
  numbered: true, signedBy: 'Pimpinan rapat',
  parts: [`Pada hari ini ………, tanggal ………, bertempat di ………, telah dilaksanakan ${meeting}.`, 'Peserta yang hadir:', { columns: ['No.', 'Nama', 'Jabatan/instansi', 'Tanda tangan'], rows: 6 }, 'Hasil pembahasan:', ...agreed, 'Demikian berita acara ini dibuat dengan sebenarnya.'],
});
const statement = (subject: string): Outline => ({
  numbered: true, signedBy: 'Pejabat yang berwenang',
  parts: ['Yang bertanda tangan di bawah ini:', 'Nama: ………………', 'Jabatan: ………………', `dengan ini menyatakan bahwa ${subject}.`, 'Lokasi: ……………… Luas: ……… hektare', 'Berlaku sampai dengan: ………………', 'Demikian surat ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.'],
});
const decree = (subject: string): Outline => ({
  numbered: true, signedBy: 'Bupati/Wali Kota',
  parts: [`TENTANG ${subject}`, 'Menimbang: a. bahwa ………………;', 'Mengingat: 1. Undang-Undang Nomor 3 Tahun 2014 tentang Perindustrian; 2. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;', 'MEMUTUSKAN:', 'KESATU: ………………', 'KEDUA: ………………', 'KETIGA: Keputusan ini mulai berlaku pada tanggal ditetapkan.'],
});
const matrix = (title: string): Outline => ({
  numbered: false, signedBy: 'Penyusun',
  parts: [title, { columns: ['No.', 'Bagian (Pasal/ayat)', 'Catatan', 'Tanggapan', 'Perubahan naskah'], rows: 12 }],
});
const regulation: Outline = {
  numbered: true, signedBy: 'Bupati/Wali Kota',
  parts: [`TENTANG ${plan.toUpperCase().replace('{REGION}', '{region}')}`, 'DENGAN RAHMAT TUHAN YANG MAHA ESA', 'Menimbang: a. bahwa ………………;', 'Mengingat: 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945; 2. Undang-Undang Nomor 3 Tahun 2014 tentang Perindustrian; 3. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah; 4. Peraturan Pemerintah Nomor 14 Tahun 2015 tentang Rencana Induk Pembangunan Industri Nasional Tahun 2015-2035;', 'Dengan Persetujuan Bersama DPRD dan Bupati/Wali Kota', 'MEMUTUSKAN:', 'BAB I KETENTUAN UMUM', 'Pasal 1', 'BAB II KEDUDUKAN, JANGKA WAKTU, DAN SISTEMATIKA', 'BAB III VISI, MISI, TUJUAN, DAN SASARAN', 'BAB IV INDUSTRI UNGGULAN DAERAH', 'BAB V PERWILAYAHAN INDUSTRI', 'BAB VI PELAKSANAAN, PEMBINAAN, DAN PENGAWASAN', 'BAB VII PEMBIAYAAN', 'BAB VIII KETENTUAN PENUTUP', 'PENJELASAN', 'LAMPIRAN'],
};
const planDocument: Outline = {
  numbered: false,
  parts: [`${plan} Tahun {year}`, 'BAB I PENDAHULUAN', 'BAB II GAMBARAN KONDISI DAERAH TERKAIT PEMBANGUNAN INDUSTRI', 'BAB III VISI DAN MISI, TUJUAN DAN SASARAN', 'BAB IV STRATEGI DAN PROGRAM PEMBANGUNAN INDUSTRI', 'Industri unggulan:', { columns: ['No.', 'KBLI', 'Komoditas', 'Peran', 'Tahun', 'Sasaran'], rows: 5 }, 'BAB V PENUTUP'],
};
const report = (title: string, ...chapters: string[]): Outline => ({ numbered: false, signedBy: 'Penyusun', parts: [title, ...chapters.flatMap((chapter) => [chapter, '………………'])] });

const outlines: Readonly<Record<string, Outline>> = {
  'council-programme-decision': decree('PROGRAM PEMBENTUKAN PERATURAN DAERAH TAHUN {year}'),
  'outside-programme-approval': minutesOf('pembahasan pengajuan rancangan peraturan daerah di luar Propemperda (UU 23/2014 Pasal 239 ayat (7))', '1. Alasan pengajuan: ………………', '2. Persetujuan: ………………'),
  'team-decree': decree('PEMBENTUKAN TIM PENYUSUN RENCANA PEMBANGUNAN INDUSTRI'),
  'cover-letter': letterTo('Gubernur Bengkulu u.p. Dinas Perindustrian dan Perdagangan', `Penyampaian rancangan peraturan daerah tentang ${plan}`, 'Sekretaris Daerah'),
  'harmonization-letter': letterTo('Sekretaris Daerah {region}', 'Hasil harmonisasi rancangan peraturan daerah', 'Kepala Kantor Wilayah Kementerian Hukum'),
  'recommendation-letter': letterTo('Menteri Perindustrian', `Rekomendasi provinsi atas ${plan}`, 'Kepala Dinas Perindustrian dan Perdagangan Provinsi'),
  'endorsement-letter': letterTo('Gubernur Bengkulu', `Dukungan atas ${plan}`, 'Direktur Jenderal', '3. Syarat (bila ada): ………………'),
  'cover-memorandum': letterTo('Ketua DPRD {region}', 'Nota pengantar rancangan peraturan daerah', 'Bupati/Wali Kota'),
  'joint-approval-minutes': minutesOf('rapat paripurna persetujuan bersama DPRD dan Bupati/Wali Kota', '1. Rancangan peraturan daerah disetujui bersama pada tanggal ………'),
  'evaluation-request': letterTo('Gubernur Bengkulu', 'Permohonan evaluasi rancangan peraturan daerah', 'Bupati/Wali Kota'),
  'evaluation-result': { numbered: true, signedBy: 'Gubernur', parts: ['Hasil evaluasi rancangan peraturan daerah menurut enam tolok ukur:', { columns: ['No.', 'Tolok ukur', 'Hasil', 'Catatan'], rows: 6 }, 'Kesimpulan: sesuai / sesuai dengan perubahan / tidak sesuai'] },
  'number-request': letterTo('Gubernur Bengkulu u.p. Biro Hukum', 'Permohonan nomor register', 'Bupati/Wali Kota'),
  'report-letter': letterTo('Gubernur Bengkulu', 'Penyampaian peraturan daerah yang telah ditetapkan (UU 23/2014 Pasal 249)', 'Bupati/Wali Kota'),
  'withdrawal-letter': letterTo('Ketua DPRD {region}', 'Penarikan kembali rancangan peraturan daerah', 'Bupati/Wali Kota'),
  'relisting-decision': decree('PERUBAHAN PROGRAM PEMBENTUKAN PERATURAN DAERAH TAHUN {year}'),
  'rejection-minutes': minutesOf('rapat paripurna DPRD', '1. Rancangan peraturan daerah tidak disetujui dengan alasan ………'),
  'supersession-minutes': minutesOf('rapat DPRD tentang rancangan prakarsa DPRD (UU 12/2011 Pasal 62)', '1. ………'),
  'synchronization-minutes': minutesOf('rapat sinkronisasi rencana pembangunan industri provinsi', '1. Industri unggulan: ………', '2. Perwilayahan: ………', '3. Rantai pasok dan Pelabuhan Pulau Baai: ………'),
  'field-check-minutes': minutesOf('pemeriksaan lapangan lokasi Sentra IKM', '1. Batas dan luas: ………', '2. Keadaan lahan: ………'),
  'signed-regulation': regulation, 'gazette-copy': regulation, 'draft-regulation': regulation, 'harmonized-draft': regulation, 'approved-draft': regulation, 'refined-draft': regulation,
  'plan-document': planDocument, 'plan-annex': planDocument,
  'academic-paper': report('NASKAH AKADEMIK', 'BAB I PENDAHULUAN', 'BAB II KAJIAN TEORETIS DAN PRAKTIK EMPIRIS', 'BAB III EVALUASI DAN ANALISIS PERATURAN PERUNDANG-UNDANGAN TERKAIT', 'BAB IV LANDASAN FILOSOFIS, SOSIOLOGIS, DAN YURIDIS', 'BAB V JANGKAUAN, ARAH PENGATURAN, DAN RUANG LINGKUP MATERI MUATAN', 'BAB VI PENUTUP', 'LAMPIRAN: RANCANGAN PERATURAN DAERAH'),
  'consultation-report': report('LAPORAN KONSULTASI PUBLIK (UU 13/2022 Pasal 96)', 'A. Pelaksanaan', 'B. Masukan masyarakat', 'C. Tanggapan penyusun', 'D. Kesimpulan'),
  'ministry-assessment': report('TELAAH KEMENTERIAN', 'A. Kesesuaian dengan RIPIN dan Kebijakan Industri Nasional', 'B. Kesesuaian dengan RPIP', 'C. Catatan', 'D. Usul'),
  'response-matrix': matrix('Matriks tanggapan atas catatan'), 'follow-up-matrix': matrix('Matriks tindak lanjut hasil evaluasi'),
  'attendance-list': { numbered: false, parts: ['Hari/tanggal: ………', 'Tempat: ………', { columns: ['No.', 'Nama', 'Instansi/alamat', 'Tanda tangan'], rows: 25 }] },
  'location-decree': decree('PENETAPAN LOKASI SENTRA IKM'), 'flagship-decree': decree('PENETAPAN PRODUK UNGGULAN DAERAH'),
  'land-certificate': statement('lahan dimaksud bersertipikat atas nama Pemerintah {region}'),
  'asset-entry': statement('lahan dimaksud tercatat sebagai barang milik daerah'),
  'no-dispute-letter': statement('lahan dimaksud tidak dalam sengketa'),
  'zoning-conformity': statement('lokasi dimaksud sesuai dengan rencana tata ruang wilayah'),
  'commitment-statement': statement('Bupati/Wali Kota dan DPRD {region} berkomitmen mengelola Sentra IKM'),
  'supply-chain-statement': statement('pasokan bahan baku dan keterhubungan dengan Pelabuhan Pulau Baai tersedia'),
  'unit-list': { numbered: false, signedBy: 'Kepala dinas', parts: ['Daftar unit usaha (paling sedikit 5):', { columns: ['No.', 'Nama usaha', 'Pemilik', 'Produk', 'Tenaga kerja'], rows: 10 }] },
  'detailed-design': report('RANCANGAN RINCI (DED) SENTRA IKM', 'A. Gambar', 'B. Spesifikasi', 'C. Rencana anggaran biaya'),
  'environment-document': report('DOKUMEN LINGKUNGAN', 'A. Uraian kegiatan', 'B. Dampak', 'C. Pengelolaan dan pemantauan'),
  'correction-evidence': statement('terdapat kekeliruan pencatatan yang perlu diperbaiki, yaitu ………'),
  'hold-evidence': statement('terdapat keadaan yang menunda pelaksanaan, yaitu ………'),
};

/** A type that the process has gained since gets the form of a letter: every type has a template. */
export function outlineOf(documentType: string): Outline {
  return outlines[documentType] ?? letterTo('………………', '………………', 'Pejabat yang berwenang');
}

export const outlinedTypes: readonly string[] = Object.keys(outlines);
