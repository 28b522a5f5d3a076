import { calendarProblems } from './calendar-problems';
import { doorProblems, type DoorCode } from './door-problems';
import { Problem, type ProblemKind, type ProblemTerms } from './problem';
import { noticeProblems } from './notice-problems';
import { cohortProblems, deadlineProblems, documentProblems, filingProblems, registerProblems, repairProblems, tokenProblems } from './record-problems';
import { readinessProblems } from './readiness-problems';
import { readingProblems } from './reading-problems';
import { refusalProblems } from './refusal-problems';

/** Every code this API can answer with. Where two rooms use one code it means the same thing in both. */
export const allProblems = {
  ...registerProblems, ...repairProblems, ...readinessProblems, ...readingProblems, ...noticeProblems, ...calendarProblems, ...cohortProblems, ...deadlineProblems, ...documentProblems, ...filingProblems, ...tokenProblems, ...refusalProblems, ...doorProblems,
} satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof allProblems;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(allProblems, code);

/** A problem of the door. */
export const problem = (code: DoorCode, terms?: ProblemTerms): Problem => new Problem(code, doorProblems[code], terms);

/** A refusal that came back as a value. */
export function refused(tables: Readonly<Record<string, ProblemKind>>, { refused: code, details = [] }: { refused: string; details?: readonly string[] }, terms?: ProblemTerms): Problem {
  return new Problem(code, tables[code] ?? allProblems['internal-error'], { details, ...terms });
}
