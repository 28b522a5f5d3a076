import { type Definition, fullDate, longDate, shortDate, zoneOfRegion } from '#process';
import { eventWords } from '#process/event-words';
import { type Paper, type PaperBlock, plainText } from '#process/minutes/index';
import type { EventRecord } from '#ledger';
import type { CaseView } from './case-view';

const heading = (text: string): PaperBlock => ({ kind: 'heading', text });
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text: plainText(text) });
const table = (columns: [title: string, share: number][], rows: string[][]): PaperBlock[] =>
  rows.length === 0 ? [paragraph('Tidak ada.')] : [{ kind: 'table', columns: columns.map(([title, share]) => ({ title, share })), rows: rows.map((row) => row.map(plainText)) }];
const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);
const acting = (capacity: string | undefined): string => (capacity === undefined || capacity === 'definitive' ? '' : `${capacity}. `);

/**
 * A case on paper, in Indonesian: what its reader may see, as it stands at one seq, with every hash. The same record gives the same bytes;
 * of persons it names the offices alone.
 */
export function caseDossier(view: CaseView, events: readonly EventRecord[], definition: Definition, address: string): Paper {
  const zone = zoneOfRegion(view.region.code);
  const role = (name: string) => definition.roles[name]?.label.id ?? name;
  const value = (text: string) => (isDay(text) ? fullDate(text, 'id') : text);
  const votes = view.votes as { role: string; vote: string; checks: Record<string, string> }[];
  const conditions = view.conditions as { n: number; text: string; owner: string; dueOn: string; status: string }[];
  // A condition's day is the one of its own clock.
  const provisionalOf = (day: string) => {
    const because = view.clocks.find(({ dueOn, provisional }) => provisional && dueOn === day)?.provisionalBecause;
    return because ? ` (${because.id})` : '';
  };
  const last = events.at(-1);
  return {
    title: 'BERKAS KASUS',
    subtitles: [plainText(view.title), `${view.region.name}, tahun program ${view.programmeYear}`, `Nomor kasus ${view.id}`, `Menurut catatan #${view.seq}, ${longDate(view.at, zone, 'id')}`],
    mark: `${view.id} #${view.seq}`,
    blocks: [
      heading('A. Kedudukan'),
      ...table([['Unsur', 1], ['Isi', 3]], [
        ['Tahap', `${view.stage.label.id}${view.phase ? ` (${view.phase})` : ''}`],
        ['Putaran', String(view.round)],
        ['Menunggu', view.waitingFor.sentence.id],
        ['Kepala rantai', last ? `#${last.seq} ${last.hash}` : '–'],
        ['Alamat verifikasi', `${address}/verifikasi/${view.id}/${view.seq}`],
      ]),
      heading('B. Fakta tercatat'),
      ...table([['Fakta', 2], ['Isi', 3]], Object.entries(view.facts).map(([name, text]) => [definition.facts[name]?.label.id ?? name, value(text)])),
      heading('C. Dokumen'),
      ...table([['Dokumen', 3], ['Versi', 1], ['Sidik jari SHA-256', 5]], view.documents.map(({ label, version, sha256 }) => [label.id, String(version), sha256])),
      heading('D. Tenggat'),
      ...table([['Tenggat', 2], ['Jatuh', 1], ['Hitungan', 4]], view.clocks.map(({ label, dueOn, provisionalBecause, arithmetic }) => [label.id, `${shortDate(dueOn, 'id')}${provisionalBecause ? ` (${provisionalBecause.id})` : ''}`, arithmetic.id])),
      heading('E. Penelaahan'),
      ...table([['Kantor', 2], ['Pendapat', 1], ['Pemeriksaan', 3]], votes.map(({ role: name, vote, checks }) => [role(name), vote === 'favourable' ? 'setuju' : 'keberatan', Object.entries(checks ?? {}).map(([check, result]) => `${check} ${result === 'conform' ? 'sesuai' : 'tidak sesuai'}`).join(', ')])),
      heading('F. Syarat dukungan'),
      ...table([['No.', 1], ['Syarat', 5], ['Oleh', 2], ['Paling lambat', 2]], conditions.map(({ n, text, owner, dueOn }) => [String(n), text, role(owner), `${shortDate(dueOn, 'id')}${provisionalOf(dueOn)}`])),
      heading('G. Benturan yang dikesampingkan'),
      ...table([['Temuan', 1], ['Alasan', 3]], view.overrides.map(({ key, reason }) => [key, reason ?? '–'])),
      heading('H. Catatan'),
      ...table([['No.', 1], ['Bagian', 2], ['Catatan', 5], ['Jawaban', 5]], view.remarks.map(({ n, unit, text, answer }) => [String(n), unit ?? '–', text ?? '–', answer?.text ?? 'belum dijawab'])),
      heading('I. Riwayat'),
      ...table([['#', 1], ['Waktu', 4], ['Peristiwa', 5], ['Kantor', 4], ['Sidik jari', 4]], events.map((event) => [String(event.seq), longDate(event.at, zone, 'id'), eventWords({ type: event.type, body: event.body as Record<string, unknown> }, definition, 'id'), officeOf(event, role), `${event.hash.slice(0, 16)}…`])),
    ],
  };
}

function officeOf({ actor }: EventRecord, role: (name: string) => string): string {
  const { role: name, capacity, article } = actor as { role?: string; capacity?: string; article?: string };
  return name ? `${acting(capacity)}${role(name)}` : (article ?? 'sistem');
}
