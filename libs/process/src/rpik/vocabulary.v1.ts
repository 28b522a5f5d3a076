import type { DocumentType, Fact, MediaType, Reason, Role } from '../definition';

/** The words of the RPIK process, version 1: who takes part, what papers and facts there are, and why a draft goes back. */

const PDF: readonly MediaType[] = ['pdf'];
const TEXT: readonly MediaType[] = ['pdf', 'docx'];
const DRAFT: readonly MediaType[] = ['docx'];
const TABLE: readonly MediaType[] = ['pdf', 'docx', 'xlsx'];
const SCAN: readonly MediaType[] = ['pdf', 'png', 'jpeg'];

export const roles = {
  'regency-drafter': { label: { id: 'Penyusun kabupaten/kota', en: 'Regency drafter' }, level: 'regency', superior: 'regency-secretary' },
  'regency-secretary': { label: { id: 'Sekretaris Daerah', en: 'Regency secretary' }, level: 'regency', superior: 'regency-head' },
  'regency-head': { label: { id: 'Bupati/Wali Kota', en: 'Regent or mayor' }, level: 'regency', superior: 'administrator' },
  'council-secretariat': { label: { id: 'Sekretariat DPRD', en: 'Council secretariat' }, level: 'regency', superior: 'administrator' },
  harmonizer: { label: { id: 'Kanwil Kementerian Hukum', en: 'Regional office of the Ministry of Law' }, level: 'province', lane: 'nation', superior: 'administrator' },
  'provincial-coordinator': { label: { id: 'Disperindag provinsi', en: 'Provincial coordinator' }, level: 'province', superior: 'provincial-secretary' },
  'provincial-planner': { label: { id: 'Bappeda provinsi', en: 'Provincial planner' }, level: 'province', superior: 'provincial-secretary' },
  'provincial-legal': { label: { id: 'Biro Hukum provinsi', en: 'Provincial legal bureau' }, level: 'province', superior: 'provincial-secretary' },
  'provincial-secretary': { label: { id: 'Sekretaris Daerah provinsi', en: 'Provincial secretary' }, level: 'province', superior: 'administrator' },
  'ministry-reviewer': { label: { id: 'Penelaah kementerian', en: 'Ministry reviewer' }, level: 'nation', superior: 'ministry-signer' },
  'ministry-signer': { label: { id: 'Penanda tangan kementerian', en: 'Ministry signer' }, level: 'nation', superior: 'administrator' },
  administrator: { label: { id: 'Administrator', en: 'Administrator' }, level: 'any' },
  observer: { label: { id: 'Pengamat', en: 'Observer' }, level: 'any' },
} as const satisfies Record<string, Role>;

export const documents = {
  'council-programme-decision': { label: { id: 'Keputusan DPRD tentang Propemperda', en: 'Council decision on the legislative programme' }, media: PDF },
  'outside-programme-approval': { label: { id: 'Persetujuan di luar Propemperda', en: 'Approval outside the programme' }, media: PDF },
  'team-decree': { label: { id: 'SK tim penyusun', en: 'Decree on the drafting team' }, media: PDF },
  'plan-document': { label: { id: 'Dokumen RPIK', en: 'Plan document' }, media: TEXT },
  'academic-paper': { label: { id: 'Naskah akademik', en: 'Academic paper' }, media: TEXT },
  'draft-regulation': { label: { id: 'Rancangan Perda', en: 'Draft regulation' }, media: DRAFT },
  'plan-annex': { label: { id: 'Lampiran RPIK', en: 'Plan annex' }, media: TEXT },
  'response-matrix': { label: { id: 'Matriks tanggapan', en: 'Response matrix' }, media: TABLE },
  'consultation-report': { label: { id: 'Laporan konsultasi publik', en: 'Report on the public consultation' }, media: TEXT },
  'attendance-list': { label: { id: 'Daftar hadir', en: 'Attendance list' }, media: SCAN, several: true },
  'cover-letter': { label: { id: 'Surat pengantar', en: 'Cover letter' }, media: PDF },
  'harmonization-letter': { label: { id: 'Surat selesai harmonisasi', en: 'Letter on completed harmonisation' }, media: PDF },
  'harmonized-draft': { label: { id: 'Rancangan hasil harmonisasi', en: 'Harmonised draft' }, media: DRAFT },
  'recommendation-letter': { label: { id: 'Surat rekomendasi provinsi', en: 'Provincial letter of recommendation' }, media: PDF },
  'synchronization-minutes': { label: { id: 'Berita acara sinkronisasi', en: 'Minutes of synchronisation' }, media: TEXT },
  'ministry-assessment': { label: { id: 'Hasil telaah kementerian', en: "Ministry's assessment" }, media: TEXT },
  'endorsement-letter': { label: { id: 'Surat dukungan kementerian', en: 'Letter of endorsement' }, media: PDF },
  'cover-memorandum': { label: { id: 'Nota pengantar', en: 'Cover memorandum' }, media: PDF },
  'joint-approval-minutes': { label: { id: 'Berita acara persetujuan bersama', en: 'Minutes of joint approval' }, media: PDF },
  'approved-draft': { label: { id: 'Rancangan yang disetujui bersama', en: 'Jointly approved draft' }, media: TEXT },
  'evaluation-request': { label: { id: 'Surat permohonan evaluasi', en: 'Request for evaluation' }, media: PDF },
  'evaluation-result': { label: { id: 'Hasil evaluasi gubernur', en: "Result of the governor's evaluation" }, media: PDF },
  'refined-draft': { label: { id: 'Rancangan hasil penyempurnaan', en: 'Refined draft' }, media: TEXT },
  'follow-up-matrix': { label: { id: 'Matriks tindak lanjut evaluasi', en: 'Follow-up matrix' }, media: TABLE },
  'number-request': { label: { id: 'Permohonan nomor register', en: 'Request for the register number' }, media: PDF },
  'signed-regulation': { label: { id: 'Perda yang ditandatangani', en: 'Signed regulation' }, media: PDF },
  'gazette-copy': { label: { id: 'Salinan Lembaran Daerah', en: 'Copy of the regional gazette' }, media: PDF },
  'report-letter': { label: { id: 'Surat penyampaian kepada gubernur', en: 'Letter reporting to the governor' }, media: PDF },
  'withdrawal-letter': { label: { id: 'Surat penarikan', en: 'Letter of withdrawal' }, media: PDF },
  'rejection-minutes': { label: { id: 'Berita acara tidak disetujui', en: 'Minutes of rejection' }, media: PDF },
  'supersession-minutes': { label: { id: 'Berita acara rancangan DPRD', en: "Minutes on the council's own draft" }, media: PDF },
  'relisting-decision': { label: { id: 'Keputusan pencantuman kembali', en: 'Decision on relisting' }, media: PDF },
  'correction-evidence': { label: { id: 'Bukti pembetulan', en: 'Evidence for a correction' }, media: PDF },
  'hold-evidence': { label: { id: 'Bukti jeda', en: 'Evidence for a hold' }, media: PDF },
  'location-decree': { label: { id: 'SK lokasi', en: 'Decree on the location' }, media: SCAN },
  'land-certificate': { label: { id: 'Sertifikat tanah', en: 'Land certificate' }, media: SCAN },
  'asset-entry': { label: { id: 'Kartu inventaris barang', en: 'Asset entry' }, media: SCAN },
  'no-dispute-letter': { label: { id: 'Surat bebas sengketa', en: 'Letter of no dispute' }, media: SCAN },
  'field-check-minutes': { label: { id: 'Berita acara cek lapangan', en: 'Minutes of the field check' }, media: SCAN, several: true },
  'zoning-conformity': { label: { id: 'Kesesuaian ruang', en: 'Zoning conformity' }, media: SCAN },
  'commitment-statement': { label: { id: 'Pernyataan komitmen', en: 'Statement of commitment' }, media: SCAN },
  'flagship-decree': { label: { id: 'SK produk unggulan', en: 'Decree on flagship products' }, media: SCAN },
  'unit-list': { label: { id: 'Daftar unit usaha', en: 'List of business units' }, media: SCAN },
  'detailed-design': { label: { id: 'DED', en: 'Detailed design' }, media: SCAN },
  'environment-document': { label: { id: 'Dokumen lingkungan', en: 'Environment document' }, media: SCAN },
  'supply-chain-statement': { label: { id: 'Pernyataan rantai pasok', en: 'Supply-chain statement' }, media: SCAN },
} as const satisfies Record<string, DocumentType>;

const text = (id: string, en: string) => ({ label: { id, en }, kind: 'text' }) as const;
const year = (id: string, en: string) => ({ label: { id, en }, kind: 'year' }) as const;
const date = (id: string, en: string) => ({ label: { id, en }, kind: 'date' }) as const;
const after = <const N extends string>(notBefore: N, id: string, en: string) => ({ label: { id, en }, kind: 'date', notBefore }) as const;

export const facts = {
  programmeDecisionNumber: text('Nomor keputusan Propemperda', 'Number of the programme decision'),
  programmeYear: year('Tahun Propemperda', 'Programme year'),
  coverLetterNumber: text('Nomor surat pengantar', 'Number of the cover letter'),
  endorsementLetterNumber: text('Nomor surat dukungan', 'Number of the letter of endorsement'),
  discussionStartedOn: date('Tanggal mulai dibahas', 'Day on which discussion started'),
  jointApprovedOn: after('discussionStartedOn', 'Tanggal persetujuan bersama (T0)', 'Day of joint approval (T0)'),
  handedOverOn: after('jointApprovedOn', 'Tanggal penyampaian DPRD', 'Day of the hand-over by the council'),
  sentOn: after('jointApprovedOn', 'Tanggal kirim permohonan evaluasi', 'Day on which the request was sent'),
  receivedOn: after('sentOn', 'Tanggal terima permohonan evaluasi', 'Day on which the request was received'),
  evaluationNumber: text('Nomor hasil evaluasi', 'Number of the evaluation result'),
  evaluationDate: after('receivedOn', 'Tanggal hasil evaluasi', 'Day of the evaluation result'),
  evaluationSignatory: text('Penanda tangan hasil evaluasi', 'Signatory of the evaluation result'),
  evaluationOutcome: {
    label: { id: 'Kesimpulan evaluasi', en: 'Outcome of the evaluation' },
    kind: 'text',
    values: ['conform', 'conform-with-changes', 'not-conform'],
  },
  resultReceivedOn: after('evaluationDate', 'Tanggal terima hasil evaluasi', 'Day on which the result was received'),
  refinedOn: after('evaluationDate', 'Tanggal penyempurnaan', 'Day of the refinement'),
  numberRequestedOn: after('evaluationDate', 'Tanggal permohonan nomor register', 'Day on which the number was requested'),
  numberRequestReceivedOn: after('numberRequestedOn', 'Tanggal terima permohonan nomor', 'Day on which the request for the number was received'),
  registerNumber: text('Nomor register', 'Register number'),
  registerNumberIssuedOn: after('numberRequestReceivedOn', 'Tanggal nomor register', 'Day on which the register number was issued'),
  regulationNumber: text('Nomor Perda', 'Number of the regulation'),
  enactedOn: after('registerNumberIssuedOn', 'Tanggal penetapan', 'Day of enactment'),
  gazetteNumber: text('Nomor Lembaran Daerah', 'Gazette number'),
  promulgatedOn: date('Tanggal pengundangan', 'Day of promulgation'),
  validitySentence: {
    label: { id: 'Kalimat pengesahan pada halaman terakhir', en: 'Sentence of validity on the last page' },
    kind: 'text',
    values: ['Peraturan Daerah ini dinyatakan sah'],
  },
  reportedOn: date('Tanggal penyampaian kepada gubernur', 'Day of the report to the governor'),
  jdihAddress: text('Alamat JDIH', 'Address in the legal documentation network'),
  relistingNumber: text('Nomor keputusan pencantuman kembali', 'Number of the relisting decision'),
  relistingYear: year('Tahun pencantuman kembali', 'Year of the relisting'),
} as const satisfies Record<string, Fact>;

export const reasons = {
  incomplete: { label: { id: 'Tidak lengkap', en: 'Incomplete' } },
  'outside-authority': { label: { id: 'Di luar kewenangan', en: 'Outside the authority of the regency' } },
  'conflicts-higher-law': { label: { id: 'Bertentangan dengan peraturan lebih tinggi', en: 'Conflicts with higher law' } },
  'conflicts-spatial-plan': { label: { id: 'Bertentangan dengan RTRW', en: 'Conflicts with the spatial plan' } },
  'conflicts-provincial-plan': { label: { id: 'Bertentangan dengan RPIP', en: 'Conflicts with the provincial plan' } },
  'overlap-with-region': { label: { id: 'Tumpang tindih dengan daerah lain', en: 'Overlaps with another region' } },
  'drafting-technique': { label: { id: 'Teknik penyusunan', en: 'Drafting technique' } },
  'land-not-clear': { label: { id: 'Lahan belum jelas', en: 'Land is not clear' }, only: 'cohort-includes-readiness' },
  other: { label: { id: 'Lainnya', en: 'Other' }, note: 'required' },
} as const satisfies Record<string, Reason>;

export const holdReasons = {
  'council-recess': { id: 'Masa reses DPRD', en: 'Council in recess' },
  election: { id: 'Pemilihan', en: 'Election' },
  'spatial-plan-pending': { id: 'Menunggu RTRW', en: 'Spatial plan pending' },
  'force-majeure': { id: 'Keadaan kahar', en: 'Force majeure' },
  'waiting-for-higher-decision': { id: 'Menunggu keputusan lebih tinggi', en: 'Waiting for a higher decision' },
} as const;

/** Checks a voter answers for (domain.md §3.1). */
export const checks = {
  C01: { id: 'Selaras dengan RIPIN dan KIN', en: 'In line with RIPIN and KIN' },
  C02: { id: 'Selaras dengan RPIP', en: 'In line with the provincial plan' },
  C03: { id: 'Sesuai RTRW', en: 'Conforms to the spatial plans' },
  C04: { id: 'Sesuai RPJMD/RPJPD', en: 'Conforms to the development plans' },
  C05: { id: 'Sesuai kewenangan', en: 'Within the authority of the regency' },
  C06: { id: 'Sesuai daya dukung', en: 'Within the carrying capacity' },
} as const;

/** What each check reads (domain.md §3.1). Development plans and authority are no plans of a cohort and no tables of the matrix. */
export const reliance = {
  C01: { plans: ['RIPIN', 'KIN'], tables: ['flagships'] },
  C02: { plans: ['RPIP'], tables: ['flagships'] },
  C03: { plans: ['RTRWP', 'RTRWK'], tables: ['zones'] },
  C06: { plans: [], tables: ['zones', 'materials'] },
} as const;
