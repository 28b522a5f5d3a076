import type { Definition, StageOf } from '#process';
import type { WordKey } from '../../words/id';
import { readDate } from '../../pieces/dates';

type Transition = StageOf['transitions'][string];

/** What somebody has filled in, as they typed it. */
export interface Answers {
  note: string;
  reasonCode: string;
  facts: Record<string, string>;
  remarks: { text: string; unit: string }[];
  conditions: { text: string; owner: string; dueOn: string }[];
  checks: Record<string, string>;
  foureyes: boolean;
  /** Why a document was not opened, by its hash. */
  waived?: Record<string, string>;
}

export const nothingYet: Answers = { note: '', reasonCode: '', facts: {}, remarks: [], conditions: [], checks: {}, foureyes: false };

/** What the definition asks for with this act by this office; the server judges by the same table. */
export interface Asked {
  transition: Transition;
  facts: { name: string; label: { id: string; en: string }; kind: 'text' | 'date' | 'year'; values: readonly string[]; isRequired: boolean }[];
  reasons: readonly string[];
  checks: readonly string[];
  remarks: boolean;
  conditions: boolean;
  note: 'required' | 'optional';
  signs: boolean;
}

export function askedBy(definition: Definition, stage: string, name: string, roles: readonly string[], flags: readonly string[] = []): Asked | undefined {
  const transition = definition.stages[stage]?.transitions[name] ?? definition.exits[name];
  if (!transition) return undefined;
  const { facts: always = [], underFlag } = transition;
  const required = underFlag && flags.includes(underFlag.flag) ? [...always, ...underFlag.facts] : always;
  const voters = definition.stages[stage]?.quorum?.voters ?? {};
  return {
    transition,
    facts: [...required, ...(transition.optionalFacts ?? [])].map((fact) => ({ name: fact, label: definition.facts[fact]!.label, kind: definition.facts[fact]!.kind, values: definition.facts[fact]!.values ?? [], isRequired: required.includes(fact) })),
    reasons: transition.reasons ?? [],
    checks: transition.vote ? (voters[roles.find((role) => voters[role]) ?? ''] ?? []) : [],
    remarks: transition.remarks === 'required',
    conditions: transition.conditions === 'required',
    note: transition.note === 'required' ? 'required' : 'optional',
    signs: transition.freshSignIn !== undefined,
  };
}

export interface Fault {
  field: string;
  word: WordKey;
}

/** What has to be corrected before the answers can be checked, in the order of the page. */
export function faultsOf(asked: Asked, { note, reasonCode, facts, remarks, conditions, checks }: Answers, definition: Definition): Fault[] {
  const faults: Fault[] = [];
  const missing = (field: string, isMissing: boolean) => isMissing && faults.push({ field, word: 'decide.missing' });
  missing('reason', asked.reasons.length > 0 && reasonCode === '');
  for (const check of asked.checks) missing(`check-${check}`, !checks[check]);
  for (const { name, kind, isRequired } of asked.facts) {
    const value = facts[name]?.trim() ?? '';
    missing(`fact-${name}`, isRequired && value === '');
    if (kind === 'date' && value !== '' && readDate(value) === undefined) faults.push({ field: `fact-${name}`, word: 'decide.badDate' });
  }
  missing('remark-0', asked.remarks && !remarks.some(({ text }) => text.trim() !== ''));
  missing('condition-0', asked.conditions && !conditions.some(({ text }) => text.trim() !== ''));
  conditions.forEach(({ text, dueOn }, n) => {
    if (text.trim() !== '' && readDate(dueOn) === undefined) faults.push({ field: `condition-${n}-due`, word: 'decide.badDate' });
  });
  missing('note', note.trim() === '' && (asked.note === 'required' || definition.reasons[reasonCode]?.note === 'required'));
  return faults;
}

/** The body of the command. */
export function commandOf(asked: Asked, name: string, { note, reasonCode, facts, remarks, conditions, checks }: Answers, expectedSeq: number, read: { sha256: string; reason?: string }[] = []): object {
  const said = Object.fromEntries(asked.facts.flatMap(({ name: fact, kind }) => (facts[fact]?.trim() ? [[fact, kind === 'date' ? readDate(facts[fact])! : facts[fact].trim()]] : [])));
  const pinned = remarks.filter(({ text }) => text.trim() !== '').map(({ text, unit }) => ({ text, ...(unit.trim() && { unit: unit.trim() }) }));
  const bound = conditions.filter(({ text }) => text.trim() !== '').map(({ text, owner, dueOn }) => ({ text, owner, dueOn: readDate(dueOn)! }));
  return {
    transition: name,
    expectedSeq,
    ...(note.trim() && { note }),
    ...(asked.reasons.length > 0 && { reasonCode }),
    ...((Object.keys(said).length > 0 || asked.checks.length > 0) && { facts: { ...said, ...(asked.checks.length > 0 && { checks }) } }),
    ...(pinned.length > 0 && { remarks: pinned }),
    ...(bound.length > 0 && { conditions: bound }),
    ...(read.length > 0 && { read }),
  };
}
