import type { BothLanguages } from './both-languages';

/** A step still to come before enactment: working days it takes at least, and its full legal term. */
export interface EnvelopeStep {
  least: number;
  full: number;
}

export interface EnvelopeRequest {
  /** Working days since joint approval (T0). */
  usedWorkingDays: number;
  /** Steps still to come, on every path. */
  steps: EnvelopeStep[];
  /** Further steps if the governor asks for refinement; leave out once the outcome is known. */
  refinementSteps?: EnvelopeStep[];
}

/** Working days throughout. */
export interface EnvelopePath {
  least: number;
  full: number;
  /** total − used − full; negative: the full terms do not fit. */
  slack: number;
  /** Even the least does not fit. */
  late: boolean;
}

export interface Envelope {
  used: number;
  total: number;
  /** The shortest path: without refinement as long as the outcome is unknown. */
  least: number;
  full: number;
  slack: number;
  lateByLaw: boolean;
  withRefinement?: EnvelopePath;
  sentence: BothLanguages;
}

/**
 * Whether the window from joint approval to enactment can still hold: 30 working days, UU 23/2014 art. 242(6), while the
 * terms inside it add up to more (domain.md §0, finding 3). Late by law only when no path is short enough.
 */
export function envelope(request: EnvelopeRequest, total = 30): Envelope {
  const { usedWorkingDays: used, steps, refinementSteps } = request;
  const { late, ...shortest } = pathOf(steps, used, total);
  const withRefinement = refinementSteps && pathOf([...steps, ...refinementSteps], used, total);
  const found = { used, total, ...shortest, lateByLaw: late, ...(withRefinement && { withRefinement }) };
  return { ...found, sentence: sentenceOf(found) };
}

function pathOf(steps: EnvelopeStep[], used: number, total: number): EnvelopePath {
  const least = steps.reduce((sum, step) => sum + step.least, 0);
  const full = steps.reduce((sum, step) => sum + step.full, 0);
  return { least, full, slack: total - used - full, late: used + least > total };
}

function sentenceOf({ used, total, least, slack, lateByLaw, withRefinement }: Omit<Envelope, 'sentence'>): BothLanguages {
  if (lateByLaw) {
    return {
      id: `Terlambat menurut undang-undang melalui jalur mana pun: ${used} hari kerja terpakai, sedikitnya ${least} lagi diperlukan, batasnya ${total} hari kerja sejak persetujuan bersama.`,
      en: `Late by law in every path: ${days(used)} used, at least ${least} more needed, the limit is ${days(total)} from joint approval.`,
    };
  }
  const main =
    slack >= 0
      ? { id: `Kelonggaran paling banyak ${slack} hari kerja dari ${total} sejak persetujuan bersama`, en: `At most ${days(slack)} of slack in the ${total} from joint approval` }
      : {
          id: `Tenggat penuh melampaui ${total} hari kerja sejak persetujuan bersama sebanyak ${-slack} hari kerja; masih mungkin bila langkah dipercepat`,
          en: `The full terms exceed the ${days(total)} from joint approval by ${days(-slack)}; still possible if steps finish early`,
        };
  const refinement = withRefinement ? refinementClause(withRefinement) : { id: '', en: '' };
  return { id: `${main.id}${refinement.id}.`, en: `${main.en}${refinement.en}.` };
}

function refinementClause({ slack, late }: EnvelopePath): BothLanguages {
  if (late) return { id: '; dengan penyempurnaan terlambat menurut undang-undang', en: '; with refinement late by law' };
  if (slack < 0) return { id: `; dengan penyempurnaan tenggat penuh lebih ${-slack} hari kerja`, en: `; with refinement the full terms are ${days(-slack)} too long` };
  return { id: `; dengan penyempurnaan paling banyak ${slack} hari kerja`, en: `; with refinement at most ${days(slack)}` };
}

const days = (count: number) => `${count} working day${count === 1 ? '' : 's'}`;
