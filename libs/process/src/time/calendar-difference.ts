import type { Calendar, CalendarDay } from './calendar';
import { keyOfDay } from './calendar-table';

/** What a version says otherwise than the one before it. Days in order of date. */
export interface CalendarDifference {
  added: CalendarDay[];
  removed: CalendarDay[];
  changed: { from: CalendarDay; to: CalendarDay }[];
  years: { added: number[]; removed: number[] };
  weekend?: { from: number[]; to: number[] };
  collectiveLeaveIsWorking?: { from: boolean; to: boolean };
}

export function calendarDifference(before: Calendar, after: Calendar): CalendarDifference {
  const [was, is] = [byKey(before), byKey(after)];
  const week = (days: readonly number[]) => [...days].sort();
  const [from, to] = [week(before.weekend), week(after.weekend)];
  return {
    added: [...is].filter(([key]) => !was.has(key)).map(([, day]) => day),
    removed: [...was].filter(([key]) => !is.has(key)).map(([, day]) => day),
    changed: [...is].flatMap(([key, day]) => (was.has(key) && !isSame(was.get(key)!, day) ? [{ from: was.get(key)!, to: day }] : [])),
    years: { added: after.years.filter((year) => !before.years.includes(year)), removed: before.years.filter((year) => !after.years.includes(year)) },
    ...(from.join() !== to.join() && { weekend: { from, to } }),
    ...(before.collectiveLeaveIsWorking !== after.collectiveLeaveIsWorking && { collectiveLeaveIsWorking: { from: before.collectiveLeaveIsWorking, to: after.collectiveLeaveIsWorking } }),
  };
}

/** The acts behind a difference, each once: what a due day that moves is owed to. For one region, its own days and those of its province and the nation. */
export function decreesBetween(before: Calendar, after: Calendar, region: string): string[] {
  const { added, removed, changed } = calendarDifference(before, after);
  const days = [...added, ...changed.map(({ to }) => to), ...removed].filter(({ scope = '' }) => region.startsWith(scope));
  return [...new Set(days.map(({ decree }) => decree))];
}

function byKey({ days }: Calendar): Map<string, CalendarDay> {
  return new Map([...days].sort((a, b) => (a.date < b.date ? -1 : 1)).map((day) => [keyOfDay(day), day]));
}

const isSame = (a: CalendarDay, b: CalendarDay): boolean =>
  a.kind === b.kind && a.decree === b.decree && a.issuedOn === b.issuedOn && a.name.id === b.name.id && a.name.en === b.name.en;
