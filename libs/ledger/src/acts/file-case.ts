import { canonicalJson, decideFiling, type FileCase, isoInstant, isRefusal } from '#process';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../caller';
import { type KnownCommand, readCase, standing, subjectScope } from '../case-row';
import { sha256 } from '../digest';
import type { Applied, FileResult, KeyReused } from '../results';
import { isUnique } from '../sql-failure';
import type { ActRoom } from './act';
import { busy } from './take';
import { write } from './write';

export interface Filing {
  /** Id of a published process; its newest version is taken. */
  process: string;
  regionCode: string;
  programmeYear: number;
  title: string;
  planYears: { from: number; to: number };
}

/** Opens a case in its turn. The row reserves its name for ever. */
export async function fileCase(room: ActRoom, caller: Caller, key: string, input: Filing): Promise<FileResult> {
  const base = `${input.process}-${input.regionCode}-${input.programmeYear}`;
  const attempt = () => room.queue.run(base, () => room.database.inScope(caller.scopes, (tx) => fileIn(room, tx, caller, key, input, base)));
  // A clash is somebody who filed the same case at the same moment: the second look finds it.
  return (await attempt().catch((failure: unknown) => (isUnique(failure) ? attempt() : Promise.reject(failure)))) ?? busy;
}

async function fileIn({ rulebook }: ActRoom, tx: EntityManager, caller: Caller, key: string, input: Filing, base: string): Promise<FileResult> {
  const [process] = await tx.query<{ hash: string; id: string }[]>(
    // Numbered before the calendar is read: a roll-out waits for every transaction that may have read the one before.
    'select id, hash, pg_current_xact_id() from process_definition where id = $1 order by version desc limit 1',
    [input.process],
  );
  if (!process) return { refused: 'unknown-process', details: [input.process] };
  const [region] = await tx.query<unknown[]>(`select 1 from region where code = $1 and length(code) = 4`, [input.regionCode]);
  if (!region) return { refused: 'unknown-region', details: [input.regionCode] };
  const [calendar] = await tx.query<{ version: number | null }[]>('select max(version) as version from working_calendar');
  if (calendar?.version == null) return { refused: 'no-calendar', details: [] };

  const stands = await standing(tx, subjectScope(input.regionCode), caller.person, key);
  const bodyHash = sha256(canonicalJson({ command: 'file-case', input }));
  if (stands.known) return filedBefore(tx, stands.known, bodyHash);
  const rules = await rulebook.rules(tx, { hash: process.hash, calendarVersion: calendar.version, region: input.regionCode });
  const at = isoInstant(stands.real + stands.offset);
  const earlier = await tx.query<{ caseId: string; status: string }[]>(
    'select case_id as "caseId", status from regulation_case where process_id = $1 and region = $2 and programme_year = $3',
    [process.id, input.regionCode, input.programmeYear],
  );
  const open = earlier.find(({ status }) => status === 'open');
  const id = earlier.length === 0 ? base : `${base}.${earlier.length + 1}`;

  const commands = caller.offices.map((actor): FileCase => ({
    type: 'file-case',
    actor,
    at,
    id,
    region: input.regionCode,
    title: input.title,
    programmeYear: input.programmeYear,
    planYears: input.planYears,
    calendarVersion: calendar.version!,
    processHash: process.hash,
  }));
  const decisions = commands.map((command) => ({ command, decision: decideFiling(rules, command) }));
  const taken = decisions.find(({ decision }) => !isRefusal(decision)) ?? decisions[0];
  if (!taken) return { refused: 'no-office', details: [] };
  if (isRefusal(taken.decision)) return taken.decision;
  if (open) return { refused: 'case-open-already', details: [open.caseId] };
  const act = { person: caller.person, key, bodyHash, type: 'file-case', texts: [] };
  return {
    applied: await write(rulebook, tx, {
      rulesBefore: rules,
      rules,
      position: { caseId: id },
      events: taken.decision.events,
      command: taken.command,
      act,
      at,
    }),
  };
}

async function filedBefore(tx: EntityManager, known: KnownCommand, bodyHash: string): Promise<{ applied: Applied } | KeyReused> {
  const row = known.bodyHash === bodyHash ? await readCase(tx, known.subjectId) : undefined;
  return row ? { applied: { caseId: known.subjectId, seq: known.seq, state: row.state, repeated: true } } : { keyReused: true };
}
