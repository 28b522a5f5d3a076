import type { Text } from './text';

/** What can go wrong in the engine, the worker or the mail, and is nobody's delay. */
export const systemFaultKinds = ['transfer-not-arrived', 'activity-failing', 'workflow-missing', 'workflow-silent', 'alarm-missed', 'notice-failing', 'notice-bounced'] as const;
export type SystemFaultKind = (typeof systemFaultKinds)[number];

export interface SystemFault {
  kind: SystemFaultKind;
  since: string;
  /** Tries that have failed so far. */
  attempt?: number;
  /** What was tried (`checkpointDocuments`), and the code it failed with. */
  activity?: string;
  code?: string;
  /** The office a notice did not reach. */
  role?: string;
}

/** A mail that bounced, or an alarm that has not rung, keeps no case where it is; the others do. */
export const blocks = ({ kind }: Pick<SystemFault, 'kind'>): boolean => !['notice-failing', 'notice-bounced', 'alarm-missed'].includes(kind);

const happened: Record<SystemFaultKind, Text> = {
  'transfer-not-arrived': { id: 'Berkas belum tiba di meja berikutnya', en: 'The file has not arrived at the next desk' },
  'activity-failing': { id: 'Langkah mesin alur tidak selesai', en: 'A step of the engine does not succeed' },
  'workflow-missing': { id: 'Mesin alur tidak menjalankan kasus ini', en: 'The engine does not carry this case' },
  'workflow-silent': { id: 'Mesin alur belum menanggapi kasus ini', en: 'The engine has not attended to this case' },
  'alarm-missed': { id: 'Alarm tenggat sudah lewat dan belum berbunyi', en: 'An alarm of a due day lies in the past and has not rung' },
  'notice-failing': { id: 'Pemberitahuan belum terkirim', en: 'A notice has not been sent yet' },
  'notice-bounced': { id: 'Pemberitahuan ditolak', en: 'A notice was refused' },
};

const steps: Record<string, Text> = {
  checkpointDocuments: { id: 'pemeriksaan ulang berkas sebelum diteruskan', en: 're-hashing the files before they are handed on' },
  compareTexts: { id: 'perbandingan naskah dengan yang didukung', en: 'comparing a text with the endorsed one' },
  completeTransfer: { id: 'pencatatan kedatangan di meja berikutnya', en: 'recording the arrival at the next desk' },
  attend: { id: 'pencatatan tenggat yang jatuh tempo', en: 'recording what has become due' },
  attendCohort: { id: 'pembacaan keadaan gerbang', en: 'reading the state of the gate' },
  openGates: { id: 'pembukaan gerbang bagi anggota kohor', en: "opening the gate for the cohort's members" },
  reachMail: { id: 'menghubungi server surel', en: 'reaching the mail server' },
  deliverNotices: { id: 'pengiriman pemberitahuan', en: 'sending notices' },
  reconcile: { id: 'pencocokan mesin alur dengan catatan', en: 'comparing the engine with the record' },
};

const away: Text = { id: 'layanan yang dituju tidak dapat dihubungi', en: 'the service it needs cannot be reached' };
const storeAway: Text = { id: 'penyimpanan berkas tidak dapat dibaca', en: 'the store of files cannot be read' };
const slow: Text = { id: 'jawaban tidak datang pada waktunya', en: 'the answer did not come in time' };
const causes: Record<string, Text> = {
  'store-away': storeAway, EACCES: storeAway, EIO: storeAway, ENOENT: storeAway, ESTALE: storeAway,
  ENOSPC: { id: 'penyimpanan penuh', en: 'the disk is full' },
  ECONNREFUSED: away, ECONNRESET: away, ENOTFOUND: away, EHOSTUNREACH: away, CannotConnectNowError: away, '57P01': away, '57P03': away, '08006': away,
  ESOCKET: away, ECONNECTION: away, EDNS: away, EAUTH: { id: 'server surel menolak nama atau kata sandi kami', en: 'the mail server refuses our name or password' },
  ETIMEDOUT: slow, TimeoutError: slow, '57014': slow, '55P03': slow, QueryFailedError: { id: 'basis data menolak atau tidak menjawab', en: 'the database refused or did not answer' },
  'no-address': { id: 'jabatan itu tidak mempunyai alamat surel', en: 'that office has no e-mail address' },
  'unusable-address': { id: 'alamat surel jabatan itu tidak dapat dipakai', en: 'the e-mail address of that office cannot be used' },
  'gave-up': { id: 'server surel terlalu lama tidak menerima', en: 'the mail server did not accept it for too long' },
};
const unknown: Text = { id: 'sebab rinci ada di catatan teknis', en: 'the details are in the technical log' };

/** The cause in plain words; a code nobody has put into words says where to look. */
export const causeOf = ({ code, kind }: Pick<SystemFault, 'code' | 'kind'>): Text | undefined =>
  code === undefined ? undefined : (causes[code] ?? (kind.startsWith('notice') ? { id: `server surel menjawab ${code}`, en: `the mail server answered ${code}` } : unknown));

/** "Langkah mesin alur tidak selesai (pemeriksaan ulang berkas …), percobaan 6: penyimpanan berkas tidak dapat dibaca." */
export function faultSentence(fault: SystemFault): Text {
  const { kind, activity, attempt } = fault;
  const step = activity === undefined ? undefined : steps[activity];
  const cause = causeOf(fault);
  const say = (lang: 'id' | 'en', tried: string) => `${happened[kind][lang]}${step ? ` (${step[lang]})` : ''}${attempt ? `, ${tried} ${attempt}` : ''}${cause ? `: ${cause[lang]}` : ''}.`;
  return { id: say('id', 'percobaan'), en: say('en', 'attempt') };
}
