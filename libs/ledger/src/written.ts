import { type CaseCommand, type CaseState, civil, dayAt, type FileCase, msOf, pages, type Rules, type Zone } from '#process';
import type { OpenedText } from './seal';
import type { TextColumns } from './write-case';

/** The civil day of an instant, by which terms of office are read. */
export const dayIn = (zone: Zone, at: string): string => civil(dayAt(msOf(at), zone));

/** What a notice of a vacancy says about the case that met it. */
export function subjectFacts({ definition, regionName }: Rules, { id, title, stage }: CaseState): object {
  const label = (definition.stages[stage] ?? definition.outcomes[stage])?.label;
  return { regionName, path: pages.case(id), caseTitle: title, ...(label && { stage: label }) };
}

/** Words stay within their author's level when they belong to an internal remark or to its answer. */
export function textColumns(texts: readonly OpenedText[], state: CaseState, command: CaseCommand | FileCase): TextColumns[] {
  const internal = new Set(
    state.remarks.filter(({ visibility }) => visibility === 'internal').flatMap(({ text, answer }) => [text.sha256, answer?.text.sha256]),
  );
  const authorScope = 'person' in command.actor ? command.actor.scope : '';
  return texts.map((text) => ({ ...text, visibility: internal.has(text.sha256) ? 'internal' : 'counterpart', authorScope }));
}
