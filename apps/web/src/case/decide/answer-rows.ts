import type { Definition } from '#process';
import { inRow, readDate } from '../../pieces/dates';
import type { CaseDocument } from '../../api/shapes';
import type { Words } from '../../words/words';
import type { Answers, Asked } from './answers';

export interface Reading {
  documents: readonly CaseDocument[];
  opened: ReadonlySet<string>;
}

/** Every question with what was answered, in words. */
export function answerRows(asked: Asked, answers: Answers, definition: Definition, { t, say, language }: Pick<Words, 't' | 'say' | 'language'>, reading: Reading = { documents: [], opened: new Set() }): [question: string, answer: string][] {
  const facts = asked.facts.map(({ name, label, kind }): [string, string] => {
    const value = answers.facts[name]?.trim() ?? '';
    const date = kind === 'date' ? readDate(value) : undefined;
    return [say(label), date ? inRow(date, language) : value];
  });
  const due = (text: string) => inRow(readDate(text) ?? '2000-01-01', language);
  return [
    ...(asked.reasons.length > 0 ? [[t('decide.reason'), say(definition.reasons[answers.reasonCode]?.label)] as [string, string]] : []),
    ...asked.checks.map((check): [string, string] => [`${check} ${say(definition.checks[check])}`, answers.checks[check] ? t(answers.checks[check] === 'conform' ? 'decide.conform' : 'decide.notConform') : '']),
    ...facts,
    ...answers.remarks.filter(({ text }) => text.trim()).map(({ text, unit }, n): [string, string] => [`${t('remark.text')} ${n + 1}${unit ? ` · ${unit}` : ''}`, text]),
    ...answers.conditions.filter(({ text }) => text.trim()).map(({ text, dueOn, owner }, n): [string, string] => [`${t('decide.conditions')} ${n + 1}`, `${text} — ${say(definition.roles[owner]?.label)}, ${due(dueOn)}`]),
    ...reading.documents.map(({ sha256, label }): [string, string] => [t('decide.reading', { name: say(label) }), reading.opened.has(sha256) ? t('decide.opened') : (answers.waived?.[sha256]?.trim() ?? '')]),
    [t('decide.note'), answers.note],
  ];
}
