import { type Actor, canonicalJson, type Capacity, type Scope, zoneOffsetHours, zoneOfRegion } from '#process';
import type { EntityManager } from 'typeorm';
import type { Caller } from './caller';
import type { Database } from './database';
import { sha256 } from './digest';
import { Holder, Mandate, Person } from './entities';
import { uuid7 } from './ids';
import { noted, officeAct } from './office-acts';
import type { KeyReused } from './results';
import { simulatedNow } from './simulated-clock';

export type UnknownCaller = { refused: 'unknown-person' | 'no-office' };
export type RegisterRefusalCode = 'not-your-role' | 'unknown-person' | 'unknown-holder' | 'subject-taken' | 'term-invalid' | 'term-ended';
export interface RegisterRefusal {
  refused: RegisterRefusalCode;
  details: string[];
}

export interface PersonInput {
  /** Given by the seed; made up otherwise. */
  id?: string;
  subject: string;
  name: string;
  email?: string;
  language?: 'id' | 'en';
}
export interface HolderInput {
  person: string;
  role: string;
  scope: Scope;
  capacity: Exclude<Capacity, 'Plh'>;
  from: string;
  to?: string;
  decree: string;
  superior?: string;
}
/** A Plh: `person` acts for the holder. */
export interface MandateInput {
  person: string;
  holder: string;
  from: string;
  to: string;
  decree: string;
}

export type HolderEntry = Holder & { name: string };
/** Somebody in an office today, by their own title or for its holder. */
export type SeatedActor = Actor & { name: string };
type Written<T> = T | RegisterRefusal | KeyReused;

/** The civil day of now where an office sits, and whether its term runs on it. */
export const day = (office: string): string => `(${simulatedNow} at time zone 'UTC' + ${office}.utc_offset * interval '1 hour')::date`;
export const inTerm = (office: string): string => `${office}.from_on <= ${day('h')} and (${office}.to_on is null or ${office}.to_on >= ${day('h')})`;

/** Who may do what today. A token says who somebody is; everything else is read here, at the moment of the decision. */
export class Register {
  constructor(private readonly database: Database) {}

  /** The offices of a signed-in person, mandates included. `authTime`: epoch seconds of the sign-in, by the real clock. */
  async callerOf(subject: string, authTime?: number): Promise<Caller | UnknownCaller> {
    const [row] = await this.database.outsideWalls<{ person: string; name: string; offices: Actor[]; scopes: string[]; real: string }>(callerOf, [subject]);
    if (!row) return { refused: 'unknown-person' };
    if (row.offices.length === 0) return { refused: 'no-office' };
    const { person, name, offices, scopes } = row;
    const age = authTime === undefined ? {} : { signInAge: Math.max(0, Math.floor(Number(row.real)) - authTime) };
    return { person, name, offices, scopes: offices.some(({ scope }) => scope === '') ? ['*'] : scopes, ...age };
  }

  /** People who hold a role at a seat on a civil day, and those who act for them. */
  async holdersOf(role: string, scope: Scope, on: string): Promise<{ person: string; name: string; capacity: Capacity; onBehalfOf?: string }[]> {
    return this.database.inScope([], (tx) =>
      tx.query(
        `select h.person, p.name, h.capacity from holder h join person p on p.id = h.person
        where h.role = $1 and h.scope = $2 and h.from_on <= $3 and (h.to_on is null or h.to_on >= $3)
       union all
       select m.person, p.name, 'Plh' from mandate m join holder h on h.id = m.holder join person p on p.id = m.person
        where h.role = $1 and h.scope = $2 and m.from_on <= $3 and m.to_on >= $3 order by name`,
        [role, scope, on],
      ),
    );
  }

  /** Who sits in these offices today; and of an empty one since when it has been so, null when it never had a holder. */
  async officesAt(seats: readonly { role: string; scope: Scope }[]): Promise<{ role: string; scope: Scope; seated: SeatedActor[]; since: string | null }[]> {
    return this.database.inScope([], (tx) =>
      tx.query(
        `select s.role, s.scope,
                coalesce((select jsonb_agg(one order by one->>'name') from (
                  select jsonb_build_object('person', h.person, 'name', p.name, 'role', h.role, 'scope', h.scope, 'capacity', h.capacity) as one
                    from holder h join person p on p.id = h.person where h.role = s.role and h.scope = s.scope and ${inTerm('h')}
                  union all
                  select jsonb_build_object('person', m.person, 'name', p.name, 'role', h.role, 'scope', h.scope, 'capacity', 'Plh', 'onBehalfOf', jsonb_build_object('person', h.person, 'decree', m.decree))
                    from mandate m join holder h on h.id = m.holder join person p on p.id = m.person where h.role = s.role and h.scope = s.scope and ${inTerm('m')} and ${inTerm('h')}) sitting), '[]') as seated,
                (select (max(h.to_on) + 1)::text from holder h where h.role = s.role and h.scope = s.scope and h.to_on < ${day('h')}) as since
           from jsonb_to_recordset($1::jsonb) as s(role text, scope text)`,
        [JSON.stringify(seats.map(({ role, scope }) => ({ role, scope })))],
      ),
    );
  }

  /** All terms of offices, past and future; narrowed by role or seat. */
  async holders({ role, scope }: { role?: string; scope?: Scope } = {}): Promise<HolderEntry[]> {
    return this.database.inScope([], (tx) =>
      tx.query(
        `select h.id, h.person, p.name, h.role, h.scope, h.capacity, h.from_on::text as "fromOn", h.to_on::text as "toOn", h.decree, h.superior, h.utc_offset as "utcOffset"
         from holder h join person p on p.id = h.person
        where ($1::text is null or h.role = $1) and ($2::text is null or h.scope = $2) order by h.scope, h.role, h.from_on, h.id limit 2000`,
        [role ?? null, scope ?? null],
      ),
    );
  }

  async mandates(): Promise<(Mandate & { name: string; role: string; scope: string; actsFor: string })[]> {
    return this.database.inScope([], (tx) =>
      tx.query(
        `select m.id, m.person, p.name, m.holder, h.role, h.scope, h.person as "actsFor", m.from_on::text as "fromOn", m.to_on::text as "toOn", m.decree
         from mandate m join person p on p.id = m.person join holder h on h.id = m.holder order by m.from_on desc, m.id limit 2000`,
      ),
    );
  }

  addPerson(admin: Caller, key: string, input: PersonInput): Promise<Written<{ person: Person }>> {
    return this.write(admin, key, 'person-registered', input, async (tx) => {
      const taken = await tx.getRepository(Person).findOneBy({ subject: input.subject });
      return taken ? refuse('subject-taken', input.subject) : { person: await insertPerson(tx, input) };
    });
  }

  addHolder(admin: Caller, key: string, input: HolderInput): Promise<Written<{ holder: Holder }>> {
    return this.write(admin, key, 'holder-registered', input, async (tx) => {
      if (input.to !== undefined && input.to < input.from) return refuse('term-invalid', input.from, input.to);
      if (!(await tx.getRepository(Person).existsBy({ id: input.person }))) return refuse('unknown-person', input.person);
      return { holder: await insertHolder(tx, input) };
    });
  }

  /** `on` is the last day of the term. */
  endHolder(admin: Caller, key: string, id: string, on: string): Promise<Written<{ holder: Holder }>> {
    return this.write(admin, key, 'holder-ended', { id, on }, async (tx) => {
      const holder = await tx.getRepository(Holder).findOneBy({ id });
      if (!holder) return refuse('unknown-holder', id);
      if (on < holder.fromOn) return refuse('term-invalid', holder.fromOn, on);
      if (holder.toOn !== null && holder.toOn <= on) return refuse('term-ended', holder.toOn);
      await tx.getRepository(Holder).update({ id }, { toOn: on });
      return { holder: { ...holder, toOn: on } };
    });
  }

  addMandate(admin: Caller, key: string, input: MandateInput): Promise<Written<{ mandate: Mandate }>> {
    return this.write(admin, key, 'mandate-registered', input, async (tx) => {
      if (input.to < input.from) return refuse('term-invalid', input.from, input.to);
      if (!(await tx.getRepository(Person).existsBy({ id: input.person }))) return refuse('unknown-person', input.person);
      const holder = await tx.getRepository(Holder).findOneBy({ id: input.holder });
      if (!holder || holder.person === input.person) return refuse('unknown-holder', input.holder);
      const mandate: Mandate = { id: uuid7(), person: input.person, holder: input.holder, fromOn: input.from, toOn: input.to, decree: input.decree };
      await tx.getRepository(Mandate).insert(mandate);
      return { mandate };
    });
  }

  endMandate(admin: Caller, key: string, id: string, on: string): Promise<Written<{ mandate: Mandate }>> {
    return this.write(admin, key, 'mandate-ended', { id, on }, async (tx) => {
      const mandate = await tx.getRepository(Mandate).findOneBy({ id });
      if (!mandate) return refuse('unknown-holder', id);
      if (on < mandate.fromOn || on > mandate.toOn) return refuse('term-invalid', mandate.fromOn, on);
      await tx.getRepository(Mandate).update({ id }, { toOn: on });
      return { mandate: { ...mandate, toOn: on } };
    });
  }

  /** People and offices of an installation before it has an administrator: the seed, and the first start. Repeating it changes nothing. */
  async install(people: readonly (PersonInput & { id: string; offices: Omit<HolderInput, 'person'>[] })[]): Promise<void> {
    const key = `install/${sha256(canonicalJson(people))}`;
    await this.database.inScope(['*'], async (tx) => {
      if (!(await noted(tx, { by: { system: 'register' }, person: 'system/register', key, type: 'register-installed', body: { people: people.length } }))) return;
      for (const { offices, ...person } of people) {
        await insertPerson(tx, person);
        for (const office of offices) await insertHolder(tx, { ...office, person: person.id });
      }
    });
  }

  private async write<T extends object>(
    admin: Caller,
    key: string,
    type: string,
    body: object,
    work: (tx: EntityManager) => Promise<T | RegisterRefusal>,
  ): Promise<Written<T>> {
    if (!admin.offices.some(({ role }) => role === 'administrator')) return refuse('not-your-role', 'administrator');
    return officeAct<T | RegisterRefusal>(this.database, admin, key, { type, body }, work);
  }
}

const refuse = (refused: RegisterRefusalCode, ...details: string[]): RegisterRefusal => ({ refused, details });

async function insertPerson(
  tx: EntityManager,
  { id = `p_${uuid7().replaceAll('-', '')}`, subject, name, email, language = 'id' }: PersonInput,
): Promise<Person> {
  const person: Person = { id, subject, name, email: email ?? null, language };
  await tx.getRepository(Person).insert(person);
  return person;
}

/** A new holder fills the vacancy: the administrator's task is done. */
async function insertHolder(tx: EntityManager, { person, role, scope, capacity, from, to, decree, superior }: HolderInput): Promise<Holder> {
  const holder: Holder = {
    id: uuid7(),
    person,
    role,
    scope,
    capacity,
    fromOn: from,
    toOn: to ?? null,
    decree,
    superior: superior ?? null,
    utcOffset: zoneOffsetHours[zoneOfRegion(scope)],
  };
  await tx.getRepository(Holder).insert(holder);
  await tx.query(`delete from task where task_id = $1`, [`${role}@${scope === '' ? 'nation' : scope}/appoint`]);
  return holder;
}

const callerOf = {
  name: 'caller-of',
  text: `
with who as (select id, name from person where subject = $1
), office as (
  select h.role, h.scope, h.capacity, null::jsonb as behalf from holder h join who on h.person = who.id where ${inTerm('h')}
  union all
  select h.role, h.scope, 'Plh', jsonb_build_object('person', h.person, 'decree', m.decree)
    from mandate m join who on m.person = who.id join holder h on h.id = m.holder where ${inTerm('m')} and ${inTerm('h')}
)
select who.id as person, who.name, extract(epoch from clock_timestamp()) as real,
       coalesce((select jsonb_agg(jsonb_build_object('person', who.id, 'role', role, 'scope', scope, 'capacity', capacity)
                                  || case when behalf is null then '{}'::jsonb else jsonb_build_object('onBehalfOf', behalf) end order by role, scope, capacity) from office), '[]') as offices,
       array(select scope from office where scope <> ''
             union select r.code from office join region r on length(office.scope) = 2 and left(r.code, 2) = office.scope) as scopes
  from who`,
};
