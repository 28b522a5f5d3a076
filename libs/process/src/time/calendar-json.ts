import type { Calendar } from './calendar';
import { type CalendarProblem, type CalendarTerms, calendarOf, type Column, type DayEntry } from './calendar-table';

/** A calendar as `GET /v1/calendars/{version}` shows it, with nothing of it believed yet. `scope` is a BPS prefix: '' or absent the nation. */
export interface CalendarInput {
  weekend?: readonly number[];
  collectiveLeaveIsWorking?: boolean;
  years?: readonly number[];
  days: readonly { date?: unknown; kind?: unknown; name?: unknown; decree?: unknown; issuedOn?: unknown; scope?: unknown }[];
}

/** The same judgement as of a CSV: rows count the days from 1. */
export function calendarFromJson({ weekend, collectiveLeaveIsWorking, years, days }: CalendarInput, version: number): { calendar: Calendar } | { problems: CalendarProblem[] } {
  const terms: CalendarTerms = { version, ...(weekend && { weekend }), ...(collectiveLeaveIsWorking !== undefined && { collectiveLeaveIsWorking }), ...(years && { years }) };
  return calendarOf(days.map(entryOf), terms);
}

const texts: Record<Column, string> = { date: 'date', kind: 'kind', name_id: 'name/id', name_en: 'name/en', decree: 'decree', issued_on: 'issuedOn', note: 'scope' };

/** JSON pointer (RFC 6901) to what a problem is about, in a body of this form; for a CSV the row and the column. */
export function pointerOf({ row, column }: CalendarProblem, form: 'json' | 'csv'): string {
  if (form === 'csv') return `/${row}${column && `/${column}`}`;
  if (row > 0) return `/days/${row - 1}/${texts[column as Column] ?? column}`;
  return column === 'date' ? '/days' : `/${column}`;
}

const said = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function entryOf(day: CalendarInput['days'][number], index: number): DayEntry {
  const name = (typeof day.name === 'object' && day.name !== null ? day.name : { id: day.name, en: day.name }) as { id?: unknown; en?: unknown };
  const note = day.scope === undefined || day.scope === null ? '' : typeof day.scope === 'string' ? day.scope : JSON.stringify(day.scope);
  const cells = { date: said(day.date), kind: said(day.kind), name_id: said(name.id), name_en: said(name.en), decree: said(day.decree), issued_on: said(day.issuedOn), note };
  return { row: index + 1, cells, scope: /^(\d{2}(\d{2})?)?$/.test(note) ? note : undefined };
}
