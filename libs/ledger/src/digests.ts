import { dayAt, dayOf, isWorkingDay, pages, type WorkingCalendar, workingDaysBetween, zoneOfRegion } from '#process';
import type { EntityManager } from 'typeorm';
import { everywhere } from './caller';
import type { Database } from './database';
import type { Rulebook } from './rulebook';
import { readNow, simulatedNow } from './simulated-clock';

interface Due {
  person: string;
  role: string;
  scope: string;
  /** The civil day at the seat of the person's office. */
  day: string;
}

interface Waiting {
  subjectId: string;
  title: string | null;
  region: string;
  verb: { id: string; en: string };
  dueOn: string | null;
}

const shown = 10;
const kept = 90;
const soon = 3;
const dayLength = 86_400_000;

/** What waits for each person, once a working day at the hour they have chosen, by mail. */
export class Digests {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  /**
   * Writes the digests that are due by the clock the cases are judged by, and says in how many milliseconds of it the next ones
   * are. A day is done once it has been looked at, also where nothing waits; a day that has passed is not made up for.
   */
  async write(each: () => void = () => undefined): Promise<{ written: number; nextInMs: number }> {
    const { due, nextInMs, newest } = await this.database.inScope(everywhere, async (tx) => ({
      due: await tx.query<Due[]>(dueNow),
      nextInMs: await untilNext(tx),
      newest: await this.rulebook.newest(tx),
    }));
    let written = 0;
    for (const one of newest === undefined ? [] : due) {
      if (await this.database.inScope(everywhere, (tx) => this.writeFor(tx, one, newest!))) written += 1;
      each();
    }
    await this.database.inScope(everywhere, (tx) => tx.query(`delete from digest where day < ${simulatedNow}::date - $1::int`, [kept]));
    return { written, nextInMs };
  }

  private async writeFor(tx: EntityManager, { person, role, scope, day }: Due, newest: number): Promise<boolean> {
    if (!isWorkingDay(await this.rulebook.calendar(tx, newest, scope), dayOf(day))) return false;
    const { at } = await readNow(tx);
    const [{ tasks = 0, unread = 0 } = {}] = await tx.query<{ tasks: number; unread: number }[]>(begun, [person, day, new Date(at)]);
    if (tasks + unread === 0) return false;
    const waiting = await tx.query<Waiting[]>(waitingFor, [person]);
    const left = await this.daysLeft(tx, waiting, newest, at);
    const reliance = await this.rulebook.reliance(tx, waiting);
    const items = await Promise.all(waiting.slice(0, shown).map(async (task, n) => ({
      caseTitle: task.title ?? task.subjectId,
      regionName: await this.rulebook.regionName(tx, task.region),
      stage: task.verb,
      ...(task.dueOn !== null && { dueOn: task.dueOn, workingDaysLeft: left[n]!, ...(reliance[n]!.provisional && { provisional: true }) }),
    })));
    const count = (fits: (days: number) => boolean) => left.filter((days) => days !== undefined && fits(days)).length;
    const digest = { late: count((days) => days < 0), today: count((days) => days === 0), soon: count((days) => days > 0 && days <= soon), open: tasks, unread, items };
    const regionName = scope === '' ? 'Indonesia' : await this.rulebook.regionName(tx, scope);
    await tx.query(
      `insert into notice (subject_kind, subject_id, seq, region, channel, template, person, role, scope, facts, at, due_at, state)
       values ('person', $1, $2, $4, 'mail', 'digest', $1, $3, $4, $5, $6, $6, 'pending') on conflict on constraint told_once_per_event do nothing`,
      [person, dayOf(day), role, scope, JSON.stringify({ regionName, path: pages.work, digest }), new Date(at)],
    );
    return true;
  }

  private async daysLeft(tx: EntityManager, waiting: readonly Waiting[], newest: number, at: number): Promise<(number | undefined)[]> {
    const calendars = new Map<string, WorkingCalendar>();
    for (const { region } of waiting) if (!calendars.has(region)) calendars.set(region, await this.rulebook.calendar(tx, newest, region));
    return waiting.map(({ region, dueOn }) => (dueOn === null ? undefined : workingDaysBetween(calendars.get(region)!, dayAt(at, zoneOfRegion(region)), dayOf(dueOn))));
  }
}

const local = (offset: string): string => `(${simulatedNow} at time zone 'UTC' + ${offset} * interval '1 hour')`;
const termOf = (term: string): string => `${term}.from_on <= ${local('h.utc_offset')}::date and (${term}.to_on is null or ${term}.to_on >= ${local('h.utc_offset')}::date)`;

/** Offices people hold today, mandates included. A person's seat is the most local of them. */
const offices = `
  select h.person, h.role, h.scope, h.utc_offset from holder h where ${termOf('h')}
  union
  select m.person, h.role, h.scope, h.utc_offset from mandate m join holder h on h.id = m.holder where ${termOf('m')} and ${termOf('h')}`;

const dueNow = `
with office as (${offices}
), seat as (
  select distinct on (person) person, role, scope, utc_offset, ${local('utc_offset')} as local from office order by person, length(scope) desc, scope, role
)
select s.person, s.role, s.scope, s.local::date::text as day
  from seat s join person p on p.id = s.person left join notice_preference w on w.person = s.person
 where p.email is not null and coalesce(w.digest, true) and extract(epoch from s.local::time) >= coalesce(w.digest_at, 450) * 60
   and not exists (select 1 from digest d where d.person = s.person and d.day = s.local::date)
 order by s.person`;

const mine = `from task t where not t.carried and (t.claimed_by is null or t.claimed_by = $1)
   and (t.role, t.scope) in (select o.role, o.scope from (${offices}) o where o.person = $1)`;

/** The day is taken: whoever comes second finds it done and gets no row. */
const begun = `
with counted as (
  select (select count(*) ${mine})::int as tasks,
         (select count(*) from notice n where n.person = $1 and n.channel = 'in-app' and n.state <> 'muted' and n.read_at is null)::int as unread
)
insert into digest (person, day, at, tasks, unread) select $1, $2::date, $3, tasks, unread from counted on conflict do nothing returning tasks, unread`;

const waitingFor = `
select t.subject_id as "subjectId", c.title, t.region, t.verb, t.due_on::text as "dueOn"
  from (select t.* ${mine} order by t.due_sort, t.task_id limit 500) t left join regulation_case c on c.case_id = t.subject_id order by t.due_sort, t.task_id`;

/** Until the next hour at which a digest of somebody can be due, in any zone. */
async function untilNext(tx: EntityManager): Promise<number> {
  const [row] = await tx.query<{ wait: number | null }[]>(
    `select min(mod(hour.at * 60 - extract(epoch from hour.local::time) + 86400, 86400))::float8 as wait
       from (select distinct ${local('h.utc_offset')} as local, coalesce(w.digest_at, 450) as at from holder h left join notice_preference w on w.person = h.person where coalesce(w.digest, true)) hour`,
  );
  return row?.wait == null ? dayLength : Math.ceil(row.wait * 1_000) || dayLength;
}
