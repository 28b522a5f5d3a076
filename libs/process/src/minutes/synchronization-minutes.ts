import type { Actor, SystemActor } from '../actor';
import type { PlanKind, RecordedCohortEvent, ResolutionKind, Waiver } from '../cohort';
import { criterionOf, readinessV1 } from '../readiness';
import { roles } from '../rpik/vocabulary.v1';
import type { SealedText } from '../text';
import { fullDate, longDate, shortDate, type Zone, zoneOfRegion } from '../time';
import type { MinutesConflict, MinutesMember, MinutesSource } from './minutes-source';
import { type Paper, type PaperBlock, plainText } from './paper';

type EventOf<T extends RecordedCohortEvent['type']> = Extract<RecordedCohortEvent, { type: T }>;

const states: Record<string, string> = { active: 'Aktif', waived: 'Dikecualikan', withdrawn: 'Ditarik', late: 'Terlambat', fixed: 'Tetap (sudah ditetapkan)' };
const plans: Record<PlanKind, string> = { RIPIN: 'RIPIN', KIN: 'Kebijakan Industri Nasional', RPIP: 'RPIP', RTRWP: 'RTRW Provinsi', RTRWK: 'RTRW Kabupaten/Kota' };
const kinds: Record<ResolutionKind, string> = { merge: 'digabung', differentiate: 'dibedakan', cooperate: 'dikerjasamakan', accept: 'diterima' };
const settlements = { resolution: 'selesai dengan kesepakatan para pihak', override: 'dikesampingkan koordinator', acknowledgement: 'dicatat koordinator' };
const effects = { blocks: 'menghalangi pelepasan', acknowledge: 'cukup dicatat', vote: 'dijawab dalam penelaahan' };

/** The minutes of synchronization of one round: a draft before its release, afterwards the list that the release froze. Pure; the same source gives the same paper. */
export function synchronizationMinutes(source: MinutesSource): Paper {
  const write = new Writing(source);
  const { state, round, excerptFor } = source;
  const paper: Paper = {
    title: 'BERITA ACARA SINKRONISASI RENCANA PEMBANGUNAN INDUSTRI KABUPATEN/KOTA',
    subtitles: [`Provinsi ${write.province}`, `Tahun program ${state.programmeYear}, putaran ${round}`, `Nomor: ……/……/${state.programmeYear}`, ...(excerptFor ? [`Petikan untuk ${write.list(excerptFor)}`] : [])],
    mark: write.mark(),
    blocks: [
      ...write.opening(), ...write.plans(), ...write.policy(), ...write.members(), ...write.waivers(), ...write.conflicts(), ...write.overrides(), ...write.acknowledgements(), ...write.meetings(), ...write.outcome(), ...write.closing(),
    ],
  };
  return cleaned(paper);
}

const heading = (text: string): PaperBlock => ({ kind: 'heading', text });
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });
const list = (items: string[]): PaperBlock => ({ kind: 'list', items });
const table = (columns: [title: string, share: number][], rows: string[][]): PaperBlock => ({ kind: 'table', columns: columns.map(([title, share]) => ({ title, share })), rows });

class Writing {
  private readonly zone: Zone;

  constructor(private readonly source: MinutesSource) {
    this.zone = zoneOfRegion(source.state.province);
  }

  get province(): string {
    return (this.source.names.get(this.source.state.province) ?? this.source.state.province).replace(/^(Provinsi|Prov\.) /, '');
  }

  name = (region: string): string => this.source.names.get(region) ?? region;

  list(regions: readonly string[]): string {
    const names = regions.map(this.name);
    return names.length < 2 ? (names[0] ?? '–') : `${names.slice(0, -1).join(', ')} dan ${names.at(-1)}`;
  }

  mark(): string {
    const { release, supposed } = this.source;
    if (supposed) return `RANCANGAN – pengandaian, tidak dicatat: ${supposed.sentence.id}`;
    return release ? `Dilepas ${this.moment(release.at)}` : 'RANCANGAN – gerbang belum dilepas';
  }

  opening(): PaperBlock[] {
    const { state, supposed, excerptFor, hidden } = this.source;
    return [
      paragraph(`Berita acara ini disusun dari catatan kohor ${state.id} sampai dengan peristiwa nomor ${state.seq}, yang tercatat ${this.moment(state.at)}. Isinya sama dengan papan gerbang sinkronisasi pada keadaan itu.`),
      ...(supposed ? [paragraph(`Pengandaian: ${supposed.sentence.id} Akibatnya: ${supposed.effect.id} Tidak ada yang dicatat.`)] : []),
      ...(excerptFor ? [paragraph(`Petikan ini memuat benturan yang melibatkan ${this.list(excerptFor)}.${hidden > 0 ? ` Ada ${hidden} temuan lain di antara daerah lain yang tidak dimuat.` : ''}`)] : []),
    ];
  }

  plans(): PaperBlock[] {
    const { referencePlans } = this.source.state;
    if (referencePlans.length === 0) return [heading('Rencana acuan'), paragraph('Tidak ada rencana acuan yang dicatat.')];
    const rows = referencePlans.map(({ kind, name, version, issuedOn, regionCode, supersededOn, file }) => [
      name ? `${plans[kind]}: ${name}` : plans[kind], version, fullDate(issuedOn, 'id'), regionCode ? this.name(regionCode) : '–', `${supersededOn ? `digantikan ${shortDate(supersededOn, 'id')}` : 'berlaku'}${file ? `; berkas ${fingerprint(file.sha256)}` : ''}`,
    ]);
    return [heading('Rencana acuan'), table([['Rencana', 3], ['Versi', 3], ['Tanggal', 3], ['Daerah', 2], ['Keadaan', 3]], rows)];
  }

  policy(): PaperBlock[] {
    const { policy: { need, mustInclude, onCutOff, includeReadiness }, cutOffOn, members } = this.source.state;
    return [
      heading('Kebijakan gerbang'),
      list([
        need === 'all' ? 'Semua anggota aktif harus hadir.' : `Paling sedikit ${need.atLeast} dari ${members.length} anggota harus hadir.`,
        ...(mustInclude.length > 0 ? [`Wajib hadir: ${this.list(mustInclude)}.`] : []),
        `Tanggal batas ${fullDate(cutOffOn, 'id')}; ${onCutOff === 'ask' ? 'sesudahnya koordinator memutuskan' : 'sesudahnya gerbang terbuka dengan yang hadir'}.`,
        includeReadiness ? 'Kesiapan zona industri kecil menjadi syarat bagi yang hadir.' : 'Kesiapan zona industri kecil tidak menjadi syarat.',
      ]),
    ];
  }

  members(): PaperBlock[] {
    const { state, release, members } = this.source;
    const rows = state.members.map(({ regionCode, state: is, regulationNumber }) => {
      const shown = members.find(({ region }) => region === regionCode);
      const frozen = release?.members.find((arrival) => arrival.regionCode === regionCode);
      const passed = state.releases.find(({ round, members: others }) => round !== release?.round && others.some((one) => one.regionCode === regionCode));
      return [
        this.name(regionCode),
        `${states[is] ?? is}${regulationNumber ? `: ${regulationNumber}` : ''}${passed && !frozen ? `; dilepas pada putaran ${passed.round}` : ''}`,
        frozen ? `${frozen.caseId}, peristiwa nomor ${frozen.arrivalSeq}` : release ? '–' : place(shown),
        shown?.arrivedAt ? this.moment(shown.arrivedAt) : shown?.missingSince && !release ? `belum; sejak ${this.moment(shown.missingSince)}` : '–',
        fingerprint(frozen?.manifestHash ?? shown?.manifestHash),
      ];
    });
    return [heading('Anggota'), table([['Daerah', 3], ['Status', 3], ['Perkara', 3], ['Tiba di gerbang', 3], ['Sidik daftar dokumen (SHA-256)', 4]], rows), ...this.lacking()];
  }

  /** What the missing still lack, and the zones of those who are there; of a draft only, since a released round waits for nobody. */
  private lacking(): PaperBlock[] {
    const { release, members, documents } = this.source;
    const rows = members.flatMap((member) => {
      if (release || !(member.missingSince || member.lacks?.readiness.length)) return [];
      const { documents: papers, remarks, readiness } = member.lacks ?? { documents: [], remarks: 0, readiness: [] };
      const zone = readiness.map((name) => criterionOf(readinessV1, name)?.short.id ?? name);
      const lacks = [
        ...papers.map((type) => this.documentName(type, documents)), ...(remarks > 0 ? [`${remarks} catatan belum ditanggapi`] : []), ...(zone.length > 0 ? [`kesiapan zona: ${zone.join(', ')}`] : []),
      ].join('; ') || '–';
      return [[this.name(member.region), place(member), lacks, member.actors.map(({ label, scope }) => `${label.id} (${this.name(scope)})`).join('; ') || '–']];
    });
    return rows.length > 0 ? [paragraph('Yang masih ditunggu:'), table([['Daerah', 2], ['Berada pada', 3], ['Masih kurang', 4], ['Yang bertindak', 3]], rows)] : [];
  }

  private documentName(type: string, documents: MinutesSource['documents']): string {
    return type.split('|').map((one) => documents[one]?.label.id ?? one).join(' atau ');
  }

  waivers(): PaperBlock[] {
    const { waivers } = this.source.state;
    if (waivers.length === 0) return [heading('Pengecualian'), paragraph('Tidak ada.')];
    const rows = waivers.map((waiver) => [
      String(waiver.n), this.name(waiver.regionCode), this.words(waiver.reason), this.asked(waiver), this.confirmed(waiver),
    ]);
    return [heading('Pengecualian'), table([['No.', 1], ['Daerah', 3], ['Alasan', 5], ['Diajukan oleh', 3], ['Disetujui oleh orang kedua', 3]], rows)];
  }

  private asked({ n }: Waiver): string {
    const asked = this.all('waiver-requested').find(({ body }) => body.waiver.n === n);
    return asked ? this.signed(asked) : '–';
  }

  private confirmed({ n }: Waiver): string {
    const confirmed = this.all('waiver-confirmed').find(({ body }) => body.n === n);
    return confirmed ? this.signed(confirmed) : 'belum disetujui';
  }

  conflicts(): PaperBlock[] {
    const { conflicts } = this.source;
    const shown = conflicts.filter(({ finding }) => finding.effect !== 'vote');
    if (shown.length === 0) return [heading('Benturan dan temuan'), paragraph('Tidak ada.')];
    return [heading('Benturan dan temuan'), ...shown.flatMap((conflict, at) => this.conflict(conflict, at + 1))];
  }

  private conflict(conflict: MinutesConflict, number: number): PaperBlock[] {
    const { finding: { key, check, effect, members, claims, sentence, subject }, record, settledBy, stale, undecided } = conflict;
    const standing = settledBy ? settlements[settledBy] : `belum selesai${stale ? '; klaim berubah sesudah kesepakatan' : ''}${undecided.length > 0 ? `; menunggu ${this.list(undecided)}` : ''}`;
    const said = (record?.resolutions ?? []).map(({ regionCode, kind, note, subject: agreed }) => {
      const event = this.all('conflict-resolved').findLast(({ body }) => body.key === key && body.regionCode === regionCode);
      return [this.name(regionCode), `${kinds[kind]}${agreed === subject ? '' : ' (atas klaim sebelumnya)'}`, note ? this.words(note) : '–', event ? this.signed(event) : '–'];
    });
    return [
      paragraph(`${number}. ${check} (${key}): ${sentence.id}`),
      paragraph(`Pihak: ${this.list(members)}. Akibat: ${effects[effect]}. Keadaan: ${standing}.`),
      ...(claims.length > 0 ? [table([['Daerah', 1], ['Klaim', 4]], claims.map((claim) => [this.name(claim.regionCode), claim.summary.id]))] : []),
      ...(said.length > 0 ? [table([['Daerah', 2], ['Penyelesaian', 2], ['Keterangan', 4], ['Dinyatakan oleh', 3]], said)] : []),
    ];
  }

  /** Every override ever made in the cohort stands in every later paper, whether the finding is still found or not. */
  overrides(): PaperBlock[] {
    const rows = this.all('conflict-overridden').filter(({ body }) => this.isShown(body.members)).map((event) => [
      event.body.key, this.list(event.body.members), this.words(event.body.reason), this.signed(event),
    ]);
    return [heading('Benturan yang dikesampingkan koordinator'), rows.length > 0 ? table([['Benturan', 3], ['Daerah', 3], ['Alasan', 5], ['Oleh', 3]], rows) : paragraph('Tidak ada.')];
  }

  acknowledgements(): PaperBlock[] {
    const rows = this.all('conflict-acknowledged').filter(({ body }) => this.isShown(body.members)).map((event) => [
      event.body.key, this.list(event.body.members), this.words(event.body.note), this.signed(event),
    ]);
    return [heading('Temuan yang dicatat koordinator'), rows.length > 0 ? table([['Temuan', 3], ['Daerah', 3], ['Catatan', 5], ['Oleh', 3]], rows) : paragraph('Tidak ada.')];
  }

  private isShown(members: readonly string[]): boolean {
    const { excerptFor } = this.source;
    return !excerptFor || members.some((region) => excerptFor.includes(region));
  }

  meetings(): PaperBlock[] {
    const rows = this.source.state.meetings.map(({ heldOn, invited, attended, note, minutes }) => [fullDate(heldOn, 'id'), this.list(invited), this.list(attended), note ? this.words(note) : '–', fingerprint(minutes?.sha256)]);
    return [heading('Rapat sinkronisasi'), rows.length > 0 ? table([['Tanggal', 2], ['Diundang', 3], ['Hadir', 3], ['Pokok pembahasan', 3], ['Sidik notula (SHA-256)', 3]], rows) : paragraph('Belum ada rapat yang dicatat.')];
  }

  outcome(): PaperBlock[] {
    const { release, blockedBy, excerptFor } = this.source;
    if (!release) return [heading('Keadaan gerbang'), paragraph(blockedBy.id)];
    const event = this.all('gate-released').find(({ seq }) => seq === release.seq);
    const mine = release.conflicts.filter(({ key }) => this.isShown(this.partiesOf(key)));
    return [
      heading('Pelepasan gerbang'),
      paragraph(`Gerbang putaran ${release.round} dilepas ${event ? this.signed(event) : this.moment(release.at)} (peristiwa nomor ${release.seq}) untuk ${release.members.length} kasus berikut, tidak lebih dan tidak kurang.`),
      ...(event?.body.note && !excerptFor ? [paragraph(`Keterangan: ${this.words(event.body.note)}`)] : []),
      table([['Daerah', 3], ['Perkara', 3], ['Peristiwa kedatangan', 2], ['Sidik daftar dokumen (SHA-256)', 5]], release.members.map(({ regionCode, caseId, arrivalSeq, manifestHash }) => [this.name(regionCode), caseId, String(arrivalSeq), fingerprint(manifestHash)])),
      paragraph(`Dikecualikan: ${release.waived.length > 0 ? this.list(release.waived) : 'tidak ada'}.`),
      ...(mine.length > 0 ? [paragraph('Benturan dan temuan yang menjadi dasar pelepasan:'), list(mine.map(({ key, by }) => `${key}: ${settlements[by]}`))] : []),
    ];
  }

  private partiesOf(key: string): readonly string[] {
    const { conflicts, state } = this.source;
    return conflicts.find(({ finding }) => finding.key === key)?.finding.members ?? state.conflicts[key]?.members ?? [];
  }

  closing(): PaperBlock[] {
    const { state } = this.source;
    const regions = state.members.filter((member) => member.state !== 'withdrawn').map(({ regionCode }) => ({ office: 'Wakil Pemerintah Daerah', of: this.name(regionCode) }));
    return [
      paragraph('Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.'),
      paragraph('……………………, tanggal ……………………'),
      { kind: 'signatures', places: [...['provincial-coordinator', 'provincial-planner', 'provincial-legal'].map((role) => ({ office: roleName(role), of: `Provinsi ${this.province}` })), ...regions] },
    ];
  }

  private all<T extends RecordedCohortEvent['type']>(type: T): EventOf<T>[] {
    return this.source.events.filter((event): event is EventOf<T> => event.type === type);
  }

  private words(seal: SealedText): string {
    return this.source.words.get(seal.sha256) ?? `(teks tertutup, SHA-256 ${seal.sha256})`;
  }

  /** Office and moment of an act. Never a name: the chain holds none. */
  private signed({ actor, at }: RecordedCohortEvent): string {
    return `${'system' in actor ? byItself(actor) : this.office(actor)}, ${this.moment(at)}`;
  }

  private office({ role, scope, capacity, onBehalfOf }: Actor): string {
    const acting = capacity === 'definitive' ? '' : ` (${capacity}${onBehalfOf ? `, ${onBehalfOf.decree}` : ''})`;
    return `${roleName(role)}${scope.length === 4 ? ` ${this.name(scope)}` : ''}${acting}`;
  }

  private moment(at: string): string {
    return longDate(at, this.zone, 'id');
  }
}

const roleName = (role: string): string => (roles as Record<string, { label: { id: string } }>)[role]?.label.id ?? role;
const byItself = ({ system }: SystemActor): string => (system === 'clock' ? 'oleh tanggal batas' : 'oleh sistem');
const place = (member: MinutesMember | undefined): string => (member?.caseId ? `${member.caseId}${member.stage ? `, ${member.stage.id}` : ''}` : 'belum ada kasus');

/** A hash in groups that a line can break between; the digits stand as they are. */
const fingerprint = (hash: string | null | undefined): string => hash?.match(/.{1,16}/g)?.join(' ') ?? '–';

function cleaned({ title, subtitles, mark, blocks }: Paper): Paper {
  const plain = (texts: readonly string[]) => texts.map(plainText);
  return {
    title: plainText(title),
    subtitles: plain(subtitles),
    mark: plainText(mark),
    blocks: blocks.map((block): PaperBlock => {
      switch (block.kind) {
        case 'heading':
        case 'paragraph':
          return { ...block, text: plainText(block.text) };
        case 'list':
          return { ...block, items: plain(block.items) };
        case 'table':
          return { ...block, rows: block.rows.map(plain) };
        case 'signatures':
          return { ...block, places: block.places.map(({ office, of }) => ({ office: plainText(office), of: plainText(of) })) };
      }
    }),
  };
}
