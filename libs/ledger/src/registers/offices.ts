import type { CivilDate, Provisional, Scope, Text } from '#process';
import type { Database } from '../database';
import type { Rulebook } from '../rulebook';

export interface PersonEntry {
  id: string;
  subject: string;
  name: string;
}

/** What follows when a term of office ends on a day. */
export interface Succession {
  role: string;
  scope: Scope;
  /** First day on which nobody holds the office; null while somebody else does. */
  vacantFrom: CivilDate | null;
  /** Others who hold the office on that day. */
  others: { person: string; name: string; capacity: string }[];
  /** Acting officials whose mandate hangs on this term. */
  mandates: { person: string; name: string; toOn: CivilDate }[];
  /** Open tasks of the office, and the first of them. */
  open: number;
  tasks: ({ taskId: string; subjectId: string; verb: Text; dueOn: CivilDate | null } & Provisional)[];
}

const mostPeople = 100;
const mostTasks = 20;

/** What an administrator looks up before writing into the register. */
export class OfficeRegister {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  /** People of an administrator's places and people without an office, by name. */
  async people(places: readonly Scope[], asked = ''): Promise<PersonEntry[]> {
    return this.database.inScope([], (tx) =>
      tx.query(
        `select p.id, p.subject, p.name from person p
          where (position(lower($1) in lower(p.name)) > 0 or position(lower($1) in lower(p.subject)) > 0)
            and (not exists (select 1 from holder h where h.person = p.id)
              or exists (select 1 from holder h, unnest($2::text[]) as place(code) where h.person = p.id and starts_with(h.scope, place.code)))
          order by p.name, p.id limit ${mostPeople}`,
        [asked, places],
      ),
    );
  }

  /** `on`: the last day of the term. Nothing is written. */
  async succession(scopes: readonly string[], holderId: string, on: CivilDate): Promise<Succession | undefined> {
    return this.database.inScope(scopes, async (tx) => {
      const [seat] = await tx.query<{ role: string; scope: Scope; next: CivilDate }[]>(`select role, scope, ($2::date + 1)::text as next from holder where id::text = $1`, [holderId, on]);
      if (!seat) return undefined;
      const { role, scope, next } = seat;
      const others = await tx.query<Succession['others']>(
        `select h.person, p.name, h.capacity from holder h join person p on p.id = h.person
          where h.id::text <> $1 and h.role = $2 and h.scope = $3 and h.from_on <= $4::date and (h.to_on is null or h.to_on >= $4::date) order by p.name`,
        [holderId, role, scope, next],
      );
      const mandates = await tx.query<Succession['mandates']>(
        `select m.person, p.name, m.to_on::text as "toOn" from mandate m join person p on p.id = m.person where m.holder::text = $1 and m.to_on >= $2::date order by p.name`,
        [holderId, next],
      );
      const [count] = await tx.query<{ open: string }[]>('select count(*) as open from task where role = $1 and scope = $2', [role, scope]);
      const tasks = await tx.query<(Omit<Succession['tasks'][number], keyof Provisional> & { region: string })[]>(
        `select task_id as "taskId", subject_id as "subjectId", region, verb, due_on::text as "dueOn" from task where role = $1 and scope = $2 order by due_sort, task_id limit ${mostTasks}`,
        [role, scope],
      );
      const reliance = await this.rulebook.reliance(tx, tasks);
      return { role, scope, vacantFrom: others.length === 0 ? next : null, others, mandates, open: Number(count!.open), tasks: tasks.map(({ region: _, ...task }, n) => ({ ...task, ...reliance[n]! })) };
    });
  }
}
