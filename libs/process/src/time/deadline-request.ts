import { type Day, dayOf, isCivilDate, msOf } from './civil-day';
import type { DeadlineRequest, Pause } from './deadline';

export type DeadlineRefusalCode =
  | 'amount-invalid' | 'start-missing' | 'start-ambiguous' | 'date-invalid'
  | 'statutory-cannot-be-paused' | 'statutory-cannot-be-extended'
  | 'too-many-extensions' | 'extension-too-long' | 'pause-before-start' | 'pause-overlaps';

interface ReadRequest {
  start: Day;
  /** With extensions. */
  amount: number;
  pauses: { first: Day; last?: Day }[];
  probe?: Day;
}

const MOST_DAYS = 3_650;
const MOST_EXTENSIONS = 2;
const isPositiveInteger = (value: number) => Number.isInteger(value) && value >= 1;

/** Checks a request and turns its dates into days. Dates outside 1900–2199 are taken for mistyped ones. */
export function readDeadlineRequest(request: DeadlineRequest, dayAtInstant: (ms: number) => Day): ReadRequest | { refused: DeadlineRefusalCode } {
  const { amount, extensions = [], pauses = [] } = request;
  if (!isPositiveInteger(amount) || amount > MOST_DAYS) return { refused: 'amount-invalid' };
  if (request.start === undefined && request.startInstant === undefined) return { refused: 'start-missing' };
  if (request.start !== undefined && request.startInstant !== undefined) return { refused: 'start-ambiguous' };

  const start = request.start === undefined ? dayOfInstant(request.startInstant!, dayAtInstant) : readDay(request.start);
  const probe = request.probe === undefined ? undefined : readDay(request.probe);
  if (start === undefined || (request.probe !== undefined && probe === undefined)) return { refused: 'date-invalid' };

  const refused = refusedExtension(request.class, amount, extensions);
  if (refused) return { refused };
  const ledger = readPauses(request.class, start, pauses);
  if ('refused' in ledger) return ledger;
  return { start, probe, pauses: ledger.pauses, amount: extensions.reduce((sum, days) => sum + days, amount) };
}

function refusedExtension(kind: DeadlineRequest['class'], amount: number, extensions: number[]): DeadlineRefusalCode | undefined {
  if (extensions.length === 0) return undefined;
  if (kind === 'statutory') return 'statutory-cannot-be-extended';
  if (!extensions.every(isPositiveInteger)) return 'amount-invalid';
  if (extensions.length > MOST_EXTENSIONS) return 'too-many-extensions';
  return extensions.some((days) => days > amount) ? 'extension-too-long' : undefined;
}

function readPauses(kind: DeadlineRequest['class'], start: Day, pauses: Pause[]): Pick<ReadRequest, 'pauses'> | { refused: DeadlineRefusalCode } {
  if (pauses.length > 0 && kind === 'statutory') return { refused: 'statutory-cannot-be-paused' };
  const read: ReadRequest['pauses'] = [];
  for (const pause of pauses) {
    const first = readDay(pause.first);
    const last = pause.last === undefined ? undefined : readDay(pause.last);
    if (first === undefined || (pause.last !== undefined && last === undefined) || (last ?? first) < first) return { refused: 'date-invalid' };
    read.push({ first, last });
  }
  read.sort((a, b) => a.first - b.first);
  if (read.some(({ first }) => first < start)) return { refused: 'pause-before-start' };
  const overlaps = read.some(({ last = Infinity }, index) => index + 1 < read.length && read[index + 1]!.first <= last);
  return overlaps ? { refused: 'pause-overlaps' } : { pauses: read };
}

function readDay(text: string): Day | undefined {
  return isCivilDate(text) && text >= '1900-01-01' && text < '2200-01-01' ? dayOf(text) : undefined;
}

function dayOfInstant(text: string, dayAtInstant: (ms: number) => Day): Day | undefined {
  try {
    return readDay(text.slice(0, 10)) === undefined ? undefined : dayAtInstant(msOf(text));
  } catch (failure) {
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}
