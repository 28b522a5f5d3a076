import { type Calendar, type CaseState, clocksUnder, decreesBetween, type Definition, firm, type Provisional, provisionalDay, type Rules, type WorkingCalendar, workingCalendar, zoneOfRegion } from '#process';
import type { EntityManager } from 'typeorm';
import { sha256 } from './digest';
import { regionLabel } from './region-label';

/** What a case's rules are found by. */
export interface RulesOf {
  hash: string;
  calendarVersion: number;
  region: string;
}

/** Published rules, read once and kept: definitions by their hash, calendars by version and region. Neither is ever edited. */
export class Rulebook {
  private readonly definitions = new Map<string, Definition>();
  private readonly calendars = new Map<number, Calendar>();
  private readonly working = new Map<string, WorkingCalendar>();
  private readonly decrees = new Map<string, string[]>();
  private readonly names = new Map<string, string>();

  async rules(tx: EntityManager, { hash, calendarVersion, region }: RulesOf): Promise<Rules> {
    return {
      definition: await this.definition(tx, hash),
      calendar: await this.calendar(tx, calendarVersion, region),
      zone: zoneOfRegion(region),
      regionName: await this.regionName(tx, region),
      digest: sha256,
    };
  }

  /**
   * What a case is judged and shown by: the newest calendar, unless that would move a day the case still shows. Then its own
   * version counts, until the roll-out or its next act has moved it; so nothing is ever half of one and half of another.
   * `known`: the newest version, where it has been read for many cases at once.
   */
  async rulesOf(tx: EntityManager, state: Pick<CaseState, 'process' | 'calendarVersion' | 'region' | 'clocks'>, known?: number): Promise<Rules> {
    const { process: { hash }, calendarVersion, region } = state;
    const newest = known ?? (await this.newest(tx));
    const current = newest === undefined || newest <= calendarVersion ? undefined : await this.rules(tx, { hash, calendarVersion: newest, region });
    return current && clocksUnder(current, state).length === 0 ? current : this.rules(tx, { hash, calendarVersion, region });
  }

  /** The acts behind everything a version says otherwise than another, as far as they hold in a region. */
  async decreesBetween(tx: EntityManager, from: number, to: number, region: string): Promise<string[]> {
    const key = `${from} ${to} ${region}`;
    const [before, after] = [await this.published(tx, from), await this.published(tx, to)];
    const decrees = this.decrees.get(key) ?? (before && after ? decreesBetween(before, after, region) : []);
    this.decrees.set(key, decrees);
    return decrees;
  }

  /** Whether days can be relied on, by the newest calendar. */
  async reliance(tx: EntityManager, days: readonly { region: string; dueOn: string | null }[]): Promise<Provisional[]> {
    const newest = await this.newest(tx);
    const said: Provisional[] = [];
    for (const { region, dueOn } of days) said.push(newest === undefined || dueOn === null ? firm : provisionalDay(await this.calendar(tx, newest, region), dueOn));
    return said;
  }

  async newest(tx: EntityManager): Promise<number | undefined> {
    const [row] = await tx.query<{ version: number | null }[]>('select max(version) as version from working_calendar');
    return row?.version ?? undefined;
  }

  async definition(tx: EntityManager, hash: string): Promise<Definition> {
    const known = this.definitions.get(hash);
    if (known) return known;
    const [row] = await tx.query<{ definition: Definition }[]>('select definition from process_definition where hash = $1', [hash]);
    if (!row) throw new Error(`No process is published under the hash ${hash}.`);
    this.definitions.set(hash, row.definition);
    return row.definition;
  }

  async published(tx: EntityManager, version: number): Promise<Calendar | undefined> {
    const known = this.calendars.get(version);
    if (known) return known;
    const [row] = await tx.query<{ calendar: Calendar }[]>('select calendar from working_calendar where version = $1', [version]);
    if (row) this.calendars.set(version, row.calendar);
    return row?.calendar;
  }

  async calendar(tx: EntityManager, version: number, region: string): Promise<WorkingCalendar> {
    const key = `${version} ${region}`;
    const known = this.working.get(key);
    if (known) return known;
    const published = await this.published(tx, version);
    if (!published) throw new Error(`The working calendar has no version ${version}.`);
    const calendar = workingCalendar(published, region);
    this.working.set(key, calendar);
    return calendar;
  }

  /** "Kab. Seluma"; the code itself for a region that is not registered. */
  async regionName(tx: EntityManager, region: string): Promise<string> {
    const known = this.names.get(region);
    if (known) return known;
    const [row] = await tx.query<{ name: string }[]>('select name from region where code = $1', [region]);
    if (row) this.names.set(region, regionLabel(row.name));
    return row ? regionLabel(row.name) : region;
  }
}
