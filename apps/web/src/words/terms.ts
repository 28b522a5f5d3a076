/** Terms of art in plain words, as one would explain them to a new colleague. */
export const meanings = {
  RPIK: { id: 'Rencana Pembangunan Industri Kabupaten/Kota: rencana industri satu daerah untuk 20 tahun, ditetapkan dengan Perda.', en: 'Industrial development plan of a regency or city: 20 years of one region, laid down in a regional regulation.' },
  RPIP: { id: 'Rencana Pembangunan Industri Provinsi, yang diacu oleh rencana kabupaten dan kota.', en: 'Industrial development plan of the province, to which the plans of its regencies and cities refer.' },
  RIPIN: { id: 'Rencana Induk Pembangunan Industri Nasional: rencana induk yang diacu semua daerah.', en: 'National master plan of industrial development, to which every region refers.' },
  KIN: { id: 'Kebijakan Industri Nasional: arah lima tahunan dari rencana induk nasional.', en: 'National industrial policy: the five-year course of the national master plan.' },
  KPI: { id: 'Kawasan Peruntukan Industri: bagian wilayah yang menurut tata ruang boleh dipakai untuk industri.', en: 'Area designated for industry by the spatial plan.' },
  RTRW: { id: 'Rencana Tata Ruang Wilayah: menentukan bagian wilayah dipakai untuk apa.', en: 'Spatial plan: it says what each part of the region is used for.' },
  KBLI: { id: 'Klasifikasi Baku Lapangan Usaha Indonesia: kode untuk setiap jenis usaha.', en: 'Standard classification of business fields: a code for each kind of business.' },
  Perda: { id: 'Peraturan Daerah: disetujui bersama oleh DPRD dan kepala daerah.', en: 'Regional regulation: agreed by the council and the head of the region.' },
  Propemperda: { id: 'Program Pembentukan Perda: daftar tahunan Perda yang akan dibahas.', en: 'Annual programme of the regional regulations that will be deliberated.' },
  DPRD: { id: 'Dewan Perwakilan Rakyat Daerah.', en: 'Regional council of representatives.' },
  Kanwil: { id: 'Kantor wilayah Kementerian Hukum di provinsi; melakukan pengharmonisasian.', en: 'Regional office of the Ministry of Law in the province; it harmonises drafts.' },
  Bappeda: { id: 'Badan perencanaan pembangunan daerah.', en: 'Regional development planning agency.' },
  Plt: { id: 'Pelaksana tugas: menjalankan jabatan yang sedang kosong.', en: 'Acting official: carries an office that is vacant.' },
  Plh: { id: 'Pelaksana harian: menggantikan pejabat yang sementara berhalangan; tidak menandatangani.', en: 'Daily acting official: stands in for a holder who is away for a while; does not sign.' },
  Pj: { id: 'Penjabat: kepala daerah sementara yang ditunjuk.', en: 'Appointed interim head of a region.' },
} as const;

export type TermName = keyof typeof meanings;
