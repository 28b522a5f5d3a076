import { dayAt, dayOf, type Matter, type Provisional, type SubjectKind, taskMatter, type Text, workingDaysBetween, zoneOfRegion } from '#process';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../caller';
import { keyOf, limitOf, type Page, pageOf, type PageOf } from '../cursor';
import type { Database } from '../database';
import type { Rulebook } from '../rulebook';
import { readNow } from '../simulated-clock';

/** `mine`: for me or for nobody in particular; `unit`: all of my offices; `waiting`: what others have to do on cases I see. */
export type WorklistView = 'mine' | 'unit' | 'waiting';

export interface WorklistRow {
  taskId: string;
  subject: { kind: SubjectKind; id: string };
  matter: Matter;
  about: string | null;
  caseId?: string;
  title: string | null;
  region: string;
  regionName: string;
  stage: string | null;
  verb: Text;
  transition: string | null;
  role: string;
  scope: string;
  dueOn: string | null;
  workingDaysLeft: number | null;
  provisional: boolean;
  provisionalBecause: Text | null;
  since: string;
  claimedBy: string | null;
  carried: boolean;
}

type Row = Omit<WorklistRow, 'subject' | 'matter' | 'about' | 'caseId' | 'workingDaysLeft' | 'since' | keyof Provisional> & {
  subjectKind: WorklistRow['subject']['kind'];
  subjectId: string;
  since: Date;
  dueSort: string;
};

const columns = `t.task_id, t.subject_kind, t.subject_id, t.region, t.stage, t.verb, t.transition, t.role, t.scope, t.due_on, t.due_sort, t.since, t.claimed_by, t.carried`;
const after = `(t.due_sort, t.task_id) > ($2::date, $3::text)`;

/** One index range per office, each in the order of the list, so that a page costs the same however many tasks there are. */
export const ofOffices = (mineOnly: boolean): string => `
select ${columns} from jsonb_to_recordset($1::jsonb) as office(role text, scope text)
 cross join lateral (select ${columns} from task t where t.role = office.role and t.scope = office.scope and ${after}
   ${mineOnly ? 'and (t.claimed_by is null or t.claimed_by = $5)' : 'and $5::text is not null'} order by t.due_sort, t.task_id limit $4) t`;

const notOwn = `not exists (select 1 from jsonb_to_recordset($1::jsonb) as office(role text, scope text) where office.role = t.role and office.scope = t.scope)`;

/** A province is one index range, and so is a region; nothing is read twice, since no region is named beside its province. */
export const ofPlaces = `
select ${columns} from unnest($5::text[]) as place(code)
 cross join lateral (
   (select ${columns} from task t where length(place.code) = 2 and t.province = place.code and ${after} and ${notOwn} order by t.due_sort, t.task_id limit $4)
   union all
   (select ${columns} from task t where length(place.code) = 4 and t.region = place.code and ${after} and ${notOwn} order by t.due_sort, t.task_id limit $4)) t`;

export const ofNation = `select ${columns} from task t where $5::text[] is null and ${after} and ${notOwn} order by t.due_sort, t.task_id limit $4`;

const shown = (source: string): string => `
select t.task_id as "taskId", t.subject_kind as "subjectKind", t.subject_id as "subjectId", c.title, t.region, coalesce(replace(replace(r.name, 'Kabupaten ', 'Kab. '), 'Provinsi ', 'Prov. '), '') as "regionName",
       t.stage, t.verb, t.transition, t.role, t.scope, t.due_on::text as "dueOn", t.due_sort::text as "dueSort", t.since, t.claimed_by as "claimedBy", t.carried
  from (select * from (${source}) all_of_them order by due_sort, task_id limit $4) t
  left join regulation_case c on c.case_id = t.subject_id left join region r on r.code = t.region
 order by t.due_sort, t.task_id`;

/** What there is to do, earliest due day first. */
export class Worklist {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  async page(caller: Caller, view: WorklistView, page: PageOf): Promise<Page<WorklistRow>> {
    const limit = limitOf(page);
    const [due = '0001-01-01', task = ''] = keyOf(page, 2) ?? [];
    const offices = JSON.stringify(caller.offices.map(({ role, scope }) => ({ role, scope })));
    const isNation = caller.scopes.includes('*');
    const source = view === 'waiting' ? (isNation ? ofNation : ofPlaces) : ofOffices(view === 'mine');
    const last = view === 'waiting' ? (isNation ? null : placesOf(caller.scopes)) : caller.person;
    return this.database
      .inScope(caller.scopes, async (tx) => {
        const rows = await tx.query<Row[]>(shown(source), [offices, due, task, limit + 1, last]);
        const days = await this.daysLeft(tx, rows);
        const reliance = await this.rulebook.reliance(tx, rows);
        return pageOf(
          rows.map((row, index) => ({ ...entry(row, days(row)), ...reliance[index]! })).map((item, index) => ({ item, row: rows[index]! })),
          limit,
          ({ row }) => [row.dueSort, row.taskId],
        );
      })
      .then(({ items, nextCursor }) => ({ items: items.map(({ item }) => item), nextCursor }));
  }

  /** By the newest calendar; a case's own page uses the version it is pinned to. */
  private async daysLeft(tx: EntityManager, rows: readonly Row[]): Promise<(row: Row) => number | null> {
    const [calendar] = await tx.query<{ version: number | null }[]>('select max(version) as version from working_calendar');
    const { at } = await readNow(tx);
    const calendars = new Map<string, Awaited<ReturnType<Rulebook['calendar']>>>();
    for (const region of new Set(rows.map((row) => row.region)))
      if (calendar?.version) calendars.set(region, await this.rulebook.calendar(tx, calendar.version, region));
    return ({ region, dueOn }) => {
      const known = calendars.get(region);
      return dueOn === null || !known ? null : workingDaysBetween(known, dayAt(at, zoneOfRegion(region)), dayOf(dueOn));
    };
  }
}

/** Provinces, and regions outside of them. */
export function placesOf(scopes: readonly string[]): string[] {
  return scopes.filter((code) => code.length === 2 || !scopes.includes(code.slice(0, 2)));
}

function entry({ subjectKind, subjectId, since, dueSort: _, ...rest }: Row, workingDaysLeft: number | null): Omit<WorklistRow, keyof Provisional> {
  const subject = { kind: subjectKind, id: subjectId };
  return {
    ...rest,
    subject,
    ...taskMatter({ subject, key: rest.taskId.slice(subjectId.length + 1), transition: rest.transition }),
    ...(subjectKind === 'case' && { caseId: subjectId }),
    since: since.toISOString(),
    workingDaysLeft,
  };
}
