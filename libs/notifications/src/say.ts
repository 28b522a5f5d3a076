import Handlebars from 'handlebars';
import { checkFacts } from './check-facts';
import type { Notice } from './notice';
import { phrases } from './phrases';
import { catalogue } from './templates/catalogue';
import type { Template } from './templates/template';
import { wordingOf, type Wording } from './wording';

/** A notice in plain words; what the bell shows, and what a mail is laid out from. */
export interface Said {
  readonly subject: string;
  readonly happened: string;
  readonly toDo: string;
  /** Label and value, in the order to show them: region, case, stage, due day. */
  readonly particulars: readonly (readonly [label: string, value: string])[];
  /** The tasks of a digest, one a line. */
  readonly lines: readonly string[];
  /** The words on the one button. */
  readonly open: string;
  readonly path: string;
}

const compiled = new Map<string, Handlebars.TemplateDelegate<Wording>>();

/** Fills a source. Values are escaped later, once, by whoever lays out HTML. `strict`: an unknown name throws instead of vanishing. */
function fill(source: string, words: Wording): string {
  const ready = compiled.get(source) ?? Handlebars.compile<Wording>(source, { noEscape: true, strict: true, knownHelpersOnly: true });
  compiled.set(source, ready);
  return ready(words);
}

/** Puts a notice into the words of its language. Throws `UnreadableNotice`, with the template's name, when a fact is missing or malformed. */
export function say(notice: Notice): Said {
  checkFacts(notice);
  const template: Template = catalogue[notice.template];
  const sentences = template[notice.language];
  const words = wordingOf(notice.data, notice.language);
  return {
    subject: fill(sentences.subject, words),
    happened: fill(sentences.happened, words),
    toDo: fill(sentences.toDo, words),
    particulars: particularsOf(template, words, notice),
    lines: words.digest?.lines ?? [],
    open: sentences.open ?? phrases[notice.language].open,
    path: notice.data.path,
  };
}

function particularsOf(template: Template, words: Wording, { language }: Notice): Said['particulars'] {
  const label = phrases[language];
  const asides = [words.workingDaysLeft, words.provisional].filter((aside) => aside !== null).join('; ');
  const due = words.dueOn && (asides ? `${words.dueOn} (${asides})` : words.dueOn);
  const rows: [string, string | null][] = [
    [label.region, words.regionName],
    [label.caseTitle, words.caseTitle],
    [label.stage, words.stage],
    [label.due, due ?? (template.asks ? label.noDueDay : null)],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== null);
}
