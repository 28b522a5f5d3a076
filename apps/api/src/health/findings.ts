import { causeOf, type Text } from '#process';
import type { DriftStatus, InstallationFault } from '#ledger';
import type { EngineHealth } from '#temporal';
import { type Finding, ok, trouble } from './part';

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** The reconciler runs once a minute. */
const reconcilerIsLate = 5 * 60_000;

export const databaseFinding = (asked: 'answers' | 'reads-only' | 'away'): Finding => {
  switch (asked) {
    case 'answers':
      return ok('Basis data menjawab dan dapat ditulis.', 'The database answers and can be written.');
    case 'reads-only':
      return trouble('Basis data hanya dapat dibaca (siaga, atau disk penuh): tidak ada yang dapat dicatat.', 'The database can only be read (a standby, or a full disk): nothing can be recorded.');
    case 'away':
      return trouble('Basis data tidak menjawab: tidak ada yang dapat dibaca atau dicatat.', 'The database does not answer: nothing can be read or recorded.');
  }
};

export const engineFinding = (health: EngineHealth): Finding =>
  health === 'engine-away'
    ? trouble('Mesin alur tidak menjawab: penerusan antarmeja dan pengingat menunggu, tidak ada yang hilang.', 'The engine does not answer: hand-overs and reminders wait, nothing is lost.')
    : ok('Mesin alur menjawab.', 'The engine answers.');

export const workerFinding = (health: EngineHealth): Finding => {
  switch (health) {
    case 'polling':
      return ok('Pekerja berjalan dan meminta tugas.', 'A worker runs and asks for work.');
    case 'no-worker':
      return trouble('Tidak ada pekerja yang berjalan: penerusan antarmeja, pengingat, dan surel menunggu.', 'No worker runs: hand-overs, reminders and mail wait.');
    case 'engine-away':
      return trouble('Pekerja tidak dapat bekerja selama mesin alur tidak menjawab.', 'A worker cannot work while the engine does not answer.');
  }
};

/** Mail leaves by the worker: without one it waits, whatever its server does. */
export function mailFinding(health: EngineHealth, faults: readonly InstallationFault[], { waiting, failing }: { waiting: number; failing: number }): Finding {
  const [fault] = faults.filter(({ workflowId }) => workflowId === 'notices-mail');
  if (fault) {
    const cause = causeOf({ kind: 'activity-failing', code: fault.code })!;
    return trouble(`Surel tidak dapat dikirim: ${cause.id}. ${waiting} pemberitahuan menunggu dan dicoba lagi.`, `Mail cannot be sent: ${cause.en}. ${many(waiting, 'notice waits and is', 'notices wait and are')} tried again.`, fault.since);
  }
  if (health !== 'polling') return trouble(`Surel tidak dikirim selama tidak ada pekerja yang berjalan; ${waiting} pemberitahuan menunggu.`, `Mail is not sent while no worker runs; ${many(waiting, 'notice waits', 'notices wait')}.`);
  const retried: Text = failing === 0 ? { id: '', en: '' } : { id: ` ${failing} pemberitahuan ditunda oleh server penerimanya dan dicoba lagi.`, en: ` ${many(failing, "notice was put off by its reader's server and is", "notices were put off by their readers' servers and are")} tried again.` };
  return ok(`Surel dapat dikirim.${retried.id}`, `Mail can be sent.${retried.en}`);
}

export const documentsFinding = (reached: boolean): Finding =>
  reached
    ? ok('Penyimpanan dokumen dapat dibaca dan ditulis.', 'The store of documents can be read and written.')
    : trouble('Penyimpanan dokumen tidak dapat dibaca atau ditulis: unggahan ditolak dan penerusan dengan dokumen menunggu.', 'The store of documents cannot be read or written: uploads are refused and hand-overs with documents wait.');

/** `at`: now by the real clock, which the reconciler keeps to. */
export function recordFinding({ ranAt, counts, standing }: DriftStatus, at: number): Finding {
  const broken = counts['chain-broken'] + counts['record-unreadable'];
  if (broken > 0) return trouble(`${broken} catatan tidak utuh: pulihkan dari cadangan, dan periksa siapa yang mempunyai akses ke basis data.`, `${many(broken, 'record is', 'records are')} not whole: restore from a backup, and find out who has access to the database.`, standing.since);
  if (standing.count > 0) return trouble(`${standing.count} hal berbeda dari catatannya dan belum diperbaiki.`, `${many(standing.count, 'thing differs', 'things differ')} from the record and not yet put right.`, standing.since);
  if (ranAt === null || at - Date.parse(ranAt) > reconcilerIsLate)
    return trouble('Pencocokan setiap menit tidak berjalan: perbedaan tidak akan ditemukan.', "The minute's comparison does not run: differences would not be found.", ranAt);
  const left = counts['agenda-left'] + counts['alarm-past'];
  if (left > 0) return trouble(`${left} permintaan atau alarm tertinggal lebih dari satu menit.`, `${many(left, 'request or alarm has', 'requests or alarms have')} been left behind for more than a minute.`);
  return ok('Setiap kasus mempunyai alurnya, dan semua yang ditampilkan sama dengan catatannya.', 'Every case has its workflow, and all that is shown follows from its record.');
}
