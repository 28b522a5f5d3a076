import { factNames, factShapes, type FactName } from './facts';
import type { Notice, TemplateName } from './notice';
import { isCivilDay } from './short-date';
import { catalogue } from './templates/catalogue';

/** A notice that cannot be put into words; thrown, because it is a fault of ours and not of the reader's. */
export class UnreadableNotice extends Error {
  constructor(readonly template: string, readonly facts: readonly string[], why: string) {
    super(`notice "${template}": ${why} ${facts.join(', ')}`.trim());
    this.name = 'UnreadableNotice';
  }
}

type Fits = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isName: Fits = (value) => typeof value === 'string' && value.trim() !== '';
const isText: Fits = (value) => isName(value) || (isRecord(value) && isName(value.id) && isName(value.en));
const isWhole: Fits = (value) => Number.isSafeInteger(value);
const isDay: Fits = (value) => typeof value === 'string' && isCivilDay(value);
const absentOr = (fits: Fits): Fits => (value) => value === undefined || value === null || fits(value);
const isFlag: Fits = (value) => typeof value === 'boolean';
const isDigestItem: Fits = (item) => isRecord(item) && isName(item.caseTitle) && isName(item.regionName) && isText(item.stage)
  && absentOr(isDay)(item.dueOn) && absentOr(isWhole)(item.workingDaysLeft) && absentOr(isFlag)(item.provisional);

const fits: Record<(typeof factShapes)[FactName], Fits> = {
  name: isName,
  text: isText,
  texts: (value) => Array.isArray(value) && value.length > 0 && value.every(isText),
  day: isDay,
  whole: isWhole,
  flag: (value) => typeof value === 'boolean',
  path: (value) => typeof value === 'string' && /^\/(?![/\\])[^\s\\\u0000-\u001f]*$/.test(value),
  digest: (value) => isRecord(value) && [value.late, value.today, value.soon, value.open, value.unread].every(isWhole) && Array.isArray(value.items) && value.items.every(isDigestItem),
};

/** Refuses a notice with a hole in it before a reader sees the hole. Rows come from a database, so types alone do not settle it. */
export function checkFacts(notice: Notice): void {
  if (!Object.hasOwn(catalogue, notice.template)) throw new UnreadableNotice(String(notice.template), [], 'there is no such template');
  const given: Partial<Record<FactName, unknown>> = notice.data;
  const needed: readonly FactName[] = ['regionName', 'path', ...catalogue[notice.template as TemplateName].needs];
  const missing = needed.filter((fact) => given[fact] === undefined || given[fact] === null);
  if (missing.length > 0) throw new UnreadableNotice(notice.template, missing, 'missing');
  const malformed = factNames.filter((fact) => !absentOr(fits[factShapes[fact]])(given[fact]));
  if (malformed.length > 0) throw new UnreadableNotice(notice.template, malformed, 'malformed');
}
