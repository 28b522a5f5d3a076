import type { Digest, DigestItem, FactName, NoticeFacts, Text } from './facts';
import { factNames } from './facts';
import type { Language } from './notice';
import { oneLine } from './one-line';
import { phrases } from './phrases';
import { shortDate } from './short-date';

/** What a sentence may say about a digest. */
export interface DigestWords { readonly late: number; readonly today: number; readonly soon: number; readonly open: number; readonly unread: number; readonly lines: readonly string[] }

/** The facts as words of one language; null where a fact is not given, so that a sentence can ask `if`. */
export type Wording = Record<Exclude<FactName, 'digest'>, string | null> & { readonly digest: DigestWords | null };

/** Facts → words: labels in the reader's language, days as "25 Nov 2026", counts with their noun, every value on one line. */
export function wordingOf(facts: Partial<NoticeFacts>, language: Language): Wording {
  const say = phrases[language];
  const words = (text: Text): string => oneLine(typeof text === 'string' ? text : text[language]);
  const day = (civil: string): string => shortDate(civil, language);
  const count = (noun: (count: number) => string) => (n: number): string | null => (n > 0 ? noun(n) : null);
  const sayings: { readonly [F in Exclude<FactName, 'digest'>]: (value: NoticeFacts[F]) => string | null } = {
    regionName: words, path: words, caseTitle: words, stage: words, transition: words, task: words, actorOffice: words, reason: words,
    vote: words, cohort: words, letterNumber: words, condition: words, clock: words, consequence: words, basis: words, outcome: words,
    vacantRole: words, unreachedOffice: words, message: words, fault: words, member: words, meetingTime: words, place: words, plan: words, finding: words, check: words, criterion: words, differences: words,
    dueOn: day, previousDueOn: day, effectiveOn: day, since: day, meetingOn: day,
    documents: (documents) => documents.map(words).join(', '),
    workingDaysLeft: say.workingDaysLeft, remarkCount: count(say.remarks), openRemarkCount: count(say.remarks),
    conditionCount: count(say.conditions), memberCount: count(say.members), rung: say.rung,
    conditionNumber: String, programmeYear: String,
    // The first round is nothing to mention.
    round: (round) => (round > 1 ? String(round) : null),
    provisional: (provisional) => (provisional && facts.dueOn ? say.provisional(facts.dueOn.slice(0, 4)) : null),
  };
  const said = (fact: FactName): [FactName, unknown] => {
    const value = facts[fact];
    if (value === undefined || value === null) return [fact, null];
    return [fact, fact === 'digest' ? digestWords(value as Digest, language) : (sayings[fact] as (value: unknown) => string | null)(value)];
  };
  return Object.fromEntries(factNames.map(said)) as Wording;
}

function digestWords(digest: Digest, language: Language): DigestWords {
  const more = digest.open - digest.items.length;
  const lines = digest.items.map((item) => digestLine(item, language));
  return { ...digest, lines: more > 0 ? [...lines, phrases[language].more(more)] : lines };
}

function digestLine(item: DigestItem, language: Language): string {
  const words = wordingOf(item, language);
  const asides = [words.workingDaysLeft, words.provisional].filter(Boolean).join('; ');
  const due = [words.dueOn, asides && `(${asides})`].filter(Boolean).join(' ');
  return [words.regionName, words.caseTitle, words.stage, due].filter(Boolean).join(' · ');
}
