import type { CaseEvent } from './event';
import type { Definition } from './definition';
import type { Refusal } from './refusal';
import type { WorkingCalendar, Zone } from './time';

/** Everything a decision rests on besides the case and the command. */
export interface Rules {
  definition: Definition;
  calendar: WorkingCalendar;
  zone: Zone;
  /** "Kab. Seluma", for sentences. */
  regionName: string;
  /** Lower-case hex SHA-256 of a text in UTF-8. */
  digest(text: string): string;
}

/** No events: accepted, and nothing to record. */
export type Decision = { events: CaseEvent[] } | Refusal;
