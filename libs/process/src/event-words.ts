import { type Compared, comparedSentences } from './compared-texts';
import type { Definition } from './definition';
import type { EventType } from './event';
import type { Text } from './text';
import type { Language } from './time';
import { isCivilDate } from './time/civil-day';
import { shortDate } from './time/format';

/** Every kind of event has its words: one that has none does not compile. */
const words: Record<EventType, Text> = {
  'case-filed': { id: 'Kasus dibuka', en: 'Case filed' },
  'document-attached': { id: 'Dokumen diunggah', en: 'Document uploaded' },
  'document-withdrawn': { id: 'Dokumen ditarik', en: 'Document withdrawn' },
  'matrix-saved': { id: 'Matriks rencana disimpan', en: 'Plan matrix saved' },
  'claims-amended': { id: 'Klaim rencana diubah', en: 'Claims amended' },
  'transition-recorded': { id: 'Tercatat', en: 'Recorded' },
  'texts-read': { id: 'Naskah dibaca sebelum memutus', en: 'Texts read before the decision' },
  'vote-recorded': { id: 'Pendapat diberikan', en: 'Vote given' },
  'remark-added': { id: 'Catatan ditambahkan', en: 'Remark added' },
  'remark-answered': { id: 'Catatan dijawab', en: 'Remark answered' },
  'correction-requested': { id: 'Perbaikan diminta', en: 'Correction requested' },
  'half-recorded': { id: 'Pencatatan pertama, menunggu konfirmasi', en: 'First registration, to be confirmed' },
  'half-disputed': { id: 'Pencatatan dibantah', en: 'Registration disputed' },
  'transfer-started': { id: 'Berkas diserahkan', en: 'File handed over' },
  'transfer-failed': { id: 'Pengantaran gagal: dokumen rusak', en: 'Hand-over failed: a document is damaged' },
  'transfer-cancelled': { id: 'Pengantaran dibatalkan', en: 'Hand-over cancelled' },
  'case-moved': { id: 'Kasus berpindah', en: 'Case moved' },
  'texts-compared': { id: 'Naskah dibandingkan', en: 'Texts compared' },
  'case-recalled': { id: 'Pengajuan ditarik kembali', en: 'Submission recalled' },
  'gate-opened': { id: 'Gerbang dibuka', en: 'Gate opened' },
  'cohort-joined': { id: 'Bergabung dengan kohor; tanggal batas ditetapkan', en: 'Joined the cohort; the cut-off date is set' },
  'checks-stale': { id: 'Hasil pemeriksaan perlu diperiksa ulang', en: 'Checks have to be made again' },
  'check-renewed': { id: 'Pemeriksaan diperbarui', en: 'Check renewed' },
  'findings-stale': { id: 'Temuan lintas daerah perlu dilihat ulang', en: 'Findings between regions have to be looked at again' },
  'fact-corrected': { id: 'Fakta dibetulkan', en: 'Fact corrected' },
  'fact-correction-proposed': { id: 'Pembetulan fakta diusulkan', en: 'Correction of a fact proposed' },
  'external-event-registered': { id: 'Peristiwa luar dicatat', en: 'External event registered' },
  'condition-reported': { id: 'Pemenuhan syarat dilaporkan', en: 'Condition reported' },
  'condition-reviewed': { id: 'Syarat ditinjau', en: 'Condition reviewed' },
  'hold-proposed': { id: 'Jeda diusulkan', en: 'Hold proposed' },
  'hold-confirmed': { id: 'Jeda atau perpanjangan disetujui', en: 'Hold or extension confirmed' },
  'hold-refused': { id: 'Jeda atau perpanjangan ditolak', en: 'Hold or extension refused' },
  'hold-lifted': { id: 'Jeda diakhiri', en: 'Hold lifted' },
  'desk-opened': { id: 'Dibuka oleh meja penerima', en: 'Opened by the desk' },
  'task-claimed': { id: 'Tugas diambil', en: 'Task taken' },
  'task-released': { id: 'Tugas dilepas', en: 'Task given back' },
  'task-assigned': { id: 'Tugas ditugaskan', en: 'Task assigned' },
  'desk-reminded': { id: 'Meja diingatkan', en: 'Desk reminded' },
  'desk-escalated': { id: 'Dinaikkan ke atasan', en: 'Taken up to the superior' },
  'reminder-due': { id: 'Pengingat', en: 'Reminder' },
  'clock-expired': { id: 'Tenggat lewat', en: 'Deadline passed' },
  'flag-raised': { id: 'Tanda dipasang', en: 'Flag raised' },
  'deemed-valid': { id: 'Dinyatakan sah menurut undang-undang', en: 'Deemed valid by law' },
  'deemed-valid-superseded': { id: 'Penetapan menggantikan pernyataan sah', en: 'Enactment superseded the deemed validity' },
  'calendar-changed': { id: 'Kalender kerja berubah', en: 'Working calendar changed' },
  'notice-bounced': { id: 'Pemberitahuan tidak sampai', en: 'A notice reached nobody' },
  'seq-behind': { id: 'Catatan dipulihkan dari cadangan lama', en: 'Record was restored from an older backup' },
};

/** An event in a sentence: what happened, to what, and where it led. */
export function eventWords({ type, body }: { type: string; body: Record<string, unknown> }, definition: Definition | undefined, language: Language): string {
  const said = extension(type, body)?.[language] ?? (words as Partial<Record<string, Text>>)[type]?.[language] ?? type.replaceAll('-', ' ');
  return [said, detailOf(type, body, definition, language)].filter(Boolean).join(': ');
}

/** One event proposes two things. */
function extension(type: string, body: Record<string, unknown>): Text | undefined {
  const { kind, days } = type === 'hold-proposed' ? (body['hold'] as { kind: string; days?: number }) : { kind: '' };
  return kind === 'extension' ? { id: `Perpanjangan ${days} hari diusulkan`, en: `Extension by ${days} days proposed` } : undefined;
}

function detailOf(type: string, body: Record<string, unknown>, definition: Definition | undefined, language: Language): string {
  if (!definition) return '';
  const stage = (name: unknown) => (definition.stages[String(name)]?.label ?? definition.outcomes[String(name)]?.label)?.[language] ?? '';
  const paper = (name: unknown) => definition.documents[String(name)]?.label[language] ?? '';
  const act = (name: unknown) => Object.values(definition.stages).flatMap(({ transitions }) => Object.entries(transitions)).find(([key]) => key === name)?.[1].label[language] ?? '';
  switch (type) {
    case 'document-attached':
      return paper((body['document'] as { type?: string })?.type);
    case 'texts-read':
      return readWords(body['texts'] as { type: string; reason?: unknown }[], paper, language);
    case 'document-withdrawn':
      return paper(body['type']);
    case 'texts-compared':
      return comparedSentences(definition, body as unknown as Compared)[language];
    case 'case-moved':
      return `${stage(body['from'])} → ${stage(body['to'])}`;
    case 'transfer-started':
      return act((body['transfer'] as { transition?: string })?.transition);
    case 'transition-recorded':
      return [act(body['transition']), ...dated(body, definition, language)].filter(Boolean).join('; ');
    case 'vote-recorded':
      return act(body['transition']);
    case 'external-event-registered':
      return dated(body, definition, language).join('; ');
    case 'fact-corrected':
      return [`${definition.facts[String(body['fact'])]?.label[language] ?? ''} ${day(body['from'], language)} → ${day(body['to'], language)}`, ...terms(body, definition, language)].join('; ');
    case 'hold-confirmed':
    case 'hold-lifted':
      return terms(body, definition, language).join('; ');
    case 'half-recorded':
      return act((body['half'] as { transition?: string })?.transition);
    case 'reminder-due':
      return reminder(String(body['clock']), Number(body['day']), definition, language);
    case 'desk-escalated':
      return named(body['roles'], definition, language);
    case 'notice-bounced':
      return named([body['role']], definition, language);
    case 'clock-expired':
      return definition.clocks[String(body['rule'])]?.label[language] ?? '';
    case 'gate-opened':
    case 'deemed-valid':
    case 'case-recalled':
      return stage(body['to']);
    default:
      return '';
  }
}

const day = (value: unknown, language: Language): string => (isCivilDate(String(value)) ? shortDate(String(value), language) : String(value));

/** The days that were registered, which may lie before the day of the entry, and the terms that are counted from them now. */
function dated(body: Record<string, unknown>, definition: Definition, language: Language): string[] {
  const facts = Object.entries((body['facts'] ?? {}) as Record<string, string>).filter(([, value]) => isCivilDate(value));
  return [...facts.map(([fact, value]) => `${definition.facts[fact]?.label[language] ?? fact} ${day(value, language)}`), ...terms(body, definition, language)];
}

interface CountedClock {
  rule: string;
  dueOn: string;
  status: string;
  pauses?: { last?: string }[];
}

/** A clock that is held has no day until the hold ends. */
function terms({ clocks }: Record<string, unknown>, definition: Definition, language: Language): string[] {
  const counted = ({ status, pauses = [] }: CountedClock) => status === 'running' && pauses.every(({ last }) => last !== undefined);
  const running = ((clocks ?? []) as CountedClock[]).filter(counted);
  return running.map(({ rule, dueOn }) => `${definition.clocks[rule]?.label[language] ?? rule} ${language === 'id' ? 'jatuh tempo' : 'due'} ${shortDate(dueOn, language)}`);
}

const named = (roles: unknown, { roles: known }: Definition, language: Language): string => (Array.isArray(roles) ? roles : []).flatMap((role) => known[String(role)]?.label[language] ?? []).join(', ');

/** Rungs stand on working days, counted from the due day. */
function reminder(clock: string, day: number, { clocks }: Definition, language: Language): string {
  const left = Math.abs(day);
  const when = {
    id: day < 0 ? `${left} hari kerja lagi` : day === 0 ? 'jatuh tempo hari ini' : `${left} hari kerja terlambat`,
    en: day < 0 ? `${left} working ${left === 1 ? 'day' : 'days'} left` : day === 0 ? 'due today' : `${left} working ${left === 1 ? 'day' : 'days'} late`,
  }[language];
  return [clocks[clock.split('#')[0]!]?.label[language], when].filter(Boolean).join(', ');
}

/** Which were opened; of the others the reason is on record. */
function readWords(texts: readonly { type: string; reason?: unknown }[], paper: (name: unknown) => string, language: Language): string {
  const without = { id: 'tidak dibuka, dengan alasan', en: 'not opened, with a reason' }[language];
  return texts.map(({ type, reason }) => (reason ? `${paper(type)} (${without})` : paper(type))).join(', ');
}
