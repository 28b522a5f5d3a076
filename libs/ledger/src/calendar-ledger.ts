import { bpsOfKemendagri, type Calendar, calendarFromCsv, calendarFromJson, type CalendarInput, type CalendarProblem, calendarDifference, type CalendarDifference, canonicalJson, civil, type ClockPreview, type CaseState, dayAt, dayOf, isWorkingDay, nonWorkingReason, type Text, underCalendar, type WorkingCalendar, workingCalendar, zoneOfRegion } from '#process';
import type { EntityManager } from 'typeorm';
import { raise } from './agenda-rows';
import { type Caller, everywhere } from './caller';
import { rolloutId } from './calendar-rollout';
import type { Database } from './database';
import { sha256 } from './digest';
import { officeAct } from './office-acts';
import type { KeyReused } from './results';
import type { Rulebook } from './rulebook';
import { readNow, simulatedNow } from './simulated-clock';

export interface CalendarVersion {
  version: number;
  hash: string;
  publishedAt: string;
  /** Undefined for what came with the product. */
  publishedBy: { person: string; name: string } | null;
  years: number[];
  days: number;
  current: boolean;
}

/** What is published, before it has a number. */
export type CalendarContent = Omit<Calendar, 'version'>;

export type CalendarRefusal = { refused: 'not-your-role' | 'not-your-region'; details: string[] };

export interface AffectedClock extends ClockPreview {
  caseId: string;
  region: string;
  regionName: string;
  stage: string;
  label: Text;
}

export interface AffectedCutOff {
  cohortId: string;
  cutOffOn: string;
  from: 'working-day' | 'non-working-day';
  to: 'working-day' | 'non-working-day';
  because: Text | null;
}

/** What a version would do, were it published now. Counts are of everything; `clocks` and `cohorts` list at most `limit`. */
export interface CalendarPreview {
  version: number;
  basedOn: number;
  difference: CalendarDifference;
  counts: { openCases: number; cases: number; clocks: number; alreadyPast: number; cohorts: number };
  clocks: AffectedClock[];
  cohorts: AffectedCutOff[];
  truncated: boolean;
}

interface OpenCase {
  caseId: string;
  region: string;
  stage: string;
  hash: string;
  clocks: CaseState['clocks'];
}

const page = 500;

/** Versions of the working calendar: shown, rehearsed, published. A version is written once and never edited. */
export class CalendarLedger {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  /** Newest first; all there are, as one is published a few times a year. */
  async versions(): Promise<CalendarVersion[]> {
    return this.database.inScope([], (tx) => versions(tx));
  }

  async version(version?: number): Promise<(CalendarVersion & { calendar: Calendar }) | undefined> {
    return this.database.inScope([], async (tx) => {
      const asked = version ?? (await this.rulebook.newest(tx));
      const [found] = asked === undefined ? [] : await versions(tx, asked);
      const calendar = found && (await this.rulebook.published(tx, found.version));
      return found && calendar && { ...found, calendar };
    });
  }

  /** A table as it was handed in, CSV as text: what it leaves unsaid of the week is as the current version says. */
  async judge(table: string | CalendarInput, terms: { weekend?: readonly number[]; collectiveLeaveIsWorking?: boolean } = {}): Promise<{ content: CalendarContent } | { problems: CalendarProblem[] }> {
    const current = (await this.version())?.calendar;
    const said = { weekend: current?.weekend ?? [0, 6], collectiveLeaveIsWorking: current?.collectiveLeaveIsWorking ?? false, ...terms };
    const judged = typeof table === 'string' ? calendarFromCsv(table, { version: 0, ...said, scopeOf: bpsOfKemendagri }) : calendarFromJson({ ...said, ...table }, 0);
    if ('problems' in judged) return judged;
    const { version: _, ...content } = judged.calendar;
    return { content };
  }

  /** Nothing is written, whatever comes of it. */
  async preview(content: CalendarContent, limit = 500): Promise<CalendarPreview> {
    const { basedOn, before, at } = await this.database.inScope([], async (tx) => {
      const basedOn = (await this.rulebook.newest(tx)) ?? 0;
      return { basedOn, before: await this.rulebook.published(tx, basedOn), at: (await readNow(tx)).at };
    });
    const proposed: Calendar = { ...content, version: basedOn + 1 };
    const counts = { openCases: 0, cases: 0, clocks: 0, alreadyPast: 0, cohorts: 0 };
    const clocks: AffectedClock[] = [];
    const under = new Map<string, WorkingCalendar>();
    const calendarOf = (region: string) => {
      const known = under.get(region) ?? workingCalendar(proposed, region);
      under.set(region, known);
      return known;
    };
    for (let after = ''; ; ) {
      const rows = await this.database.inScope(everywhere, async (tx) => {
        const open = await openCases(tx, after);
        const read = [];
        for (const row of open) read.push({ row, definition: await this.rulebook.definition(tx, row.hash), regionName: await this.rulebook.regionName(tx, row.region) });
        return read;
      });
      for (const { row: { caseId, region, stage, clocks: standing }, definition, regionName } of rows) {
        const zone = zoneOfRegion(region);
        const moved = underCalendar({ definition, calendar: calendarOf(region), zone, regionName, digest: sha256 }, { clocks: standing }, civil(dayAt(at, zone)));
        counts.openCases++;
        counts.cases += moved.length > 0 ? 1 : 0;
        counts.clocks += moved.length;
        counts.alreadyPast += moved.filter(({ alreadyPast }) => alreadyPast).length;
        for (const clock of moved) if (clocks.length < limit) clocks.push({ caseId, region, regionName, stage, label: definition.clocks[clock.rule]!.label, ...clock });
      }
      if (rows.length < page) break;
      after = rows.at(-1)!.row.caseId;
    }
    const cohorts = before ? await this.cutOffs(before, calendarOf) : [];
    counts.cohorts = cohorts.length;
    const difference = before ? calendarDifference(before, proposed) : calendarDifference({ ...proposed, days: [], years: [] }, proposed);
    return { version: proposed.version, basedOn, difference, counts, clocks, cohorts: cohorts.slice(0, limit), truncated: clocks.length < counts.clocks || cohorts.length > limit };
  }

  /** Version n + 1, with its entry in the book of the offices and the request for its roll-out, in one transaction. */
  async publish(admin: Caller, key: string, content: CalendarContent): Promise<CalendarVersion | CalendarRefusal | KeyReused> {
    const offices = admin.offices.filter(({ role }) => role === 'administrator');
    if (offices.length === 0) return { refused: 'not-your-role', details: ['administrator'] };
    if (!offices.some(({ scope }) => scope === '')) return { refused: 'not-your-region', details: [] };
    return officeAct(this.database, admin, key, { type: 'calendar-published', body: { content: sha256(canonicalJson(content)) } }, async (tx) => {
      // Two who publish at once take turns, so that each has a number of its own.
      await tx.query(`select pg_advisory_xact_lock(hashtext('working-calendar'))`);
      const version = ((await this.rulebook.newest(tx)) ?? 0) + 1;
      const calendar = canonicalJson({ ...content, version });
      const [known] = await tx.query<unknown[]>('select 1 from person where id = $1', [admin.person]);
      await tx.query(`insert into working_calendar (version, hash, calendar, published_at, published_by) values ($1, $2, $3, ${simulatedNow}, $4)`, [version, sha256(calendar), calendar, known ? admin.person : null]);
      await tx.query('insert into calendar_rollout (version) values ($1)', [version]);
      await raise(tx, { kind: 'calendar', id: rolloutId(version), seq: version }, '');
      return (await versions(tx, version))[0]!;
    });
  }

  /** A cut-off date is somebody's word and does not move; what kind of day it is may change. */
  private async cutOffs(before: Calendar, calendarOf: (region: string) => WorkingCalendar): Promise<AffectedCutOff[]> {
    const rows = await this.database.inScope(everywhere, (tx) =>
      tx.query<{ cohortId: string; province: string; cutOffOn: string | null }[]>(`select cohort_id as "cohortId", province, state ->> 'cutOffOn' as "cutOffOn" from cohort order by cohort_id limit 5000`),
    );
    const kindOf = (calendar: WorkingCalendar, day: number) => (isWorkingDay(calendar, day) ? 'working-day' : 'non-working-day');
    return rows.flatMap(({ cohortId, province, cutOffOn }): AffectedCutOff[] => {
      if (cutOffOn === null) return [];
      const [was, is, day] = [workingCalendar(before, province), calendarOf(province), dayOf(cutOffOn)];
      const [from, to] = [kindOf(was, day), kindOf(is, day)] as const;
      const reason = nonWorkingReason(to === 'non-working-day' ? is : was, day);
      return from === to ? [] : [{ cohortId, cutOffOn, from, to, because: reason && 'name' in reason ? reason.name : null }];
    });
  }
}

async function versions(tx: EntityManager, version?: number): Promise<CalendarVersion[]> {
  const rows = await tx.query<(Omit<CalendarVersion, 'publishedAt' | 'publishedBy'> & { publishedAt: Date; person: string | null; name: string | null })[]>(
    `select c.version, c.hash, c.published_at as "publishedAt", c.published_by as person, p.name, c.calendar -> 'years' as years, json_array_length(c.calendar -> 'days') as days,
            c.version = (select max(version) from working_calendar) as current
       from working_calendar c left join person p on p.id = c.published_by where $1::int is null or c.version = $1 order by c.version desc limit 500`,
    [version ?? null],
  );
  return rows.map(({ publishedAt, person, name, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString(), publishedBy: person === null ? null : { person, name: name ?? person } }));
}

/** Only what a preview needs of each: a state holds a hundred times as much. */
function openCases(tx: EntityManager, after: string): Promise<OpenCase[]> {
  return tx.query<OpenCase[]>(
    `select case_id as "caseId", region, stage, process_hash as hash, state -> 'clocks' as clocks from regulation_case where status = 'open' and case_id > $1 order by case_id limit $2`,
    [after, page],
  );
}
