import { type Definition, isCompletion } from '../definition';
import { exitsOf, movesOf } from './moves';

/** State names of Mermaid have no hyphens; the label keeps the official words. */
const idOf = (name: string) => name.replaceAll('-', '_');

/** The process as a Mermaid `stateDiagram-v2`: phases as composites, every move with the transitions that make it. */
export function drawMermaid(definition: Definition): string {
  const stages = Object.entries(definition.stages);
  const phases = [...new Set(stages.map(([, { phase }]) => phase))];
  const lines = [
    'stateDiagram-v2',
    `  %% ${definition.id}.v${definition.version}: ${definition.label.en}. Generated; do not edit.`,
    '  direction TB',
    `  [*] --> ${idOf(definition.start)}`,
    ...phases.flatMap((phase) => [
      `  state "${phase}" as phase_${phase} {`,
      ...stages.flatMap(([name, stage], index) => (stage.phase === phase ? [`    state "${index + 1} ${stage.label.id} / ${stage.label.en}" as ${idOf(name)}`] : [])),
      '  }',
    ]),
    ...Object.entries(definition.outcomes).map(([name, { label }]) => `  state "${label.id} / ${label.en}" as ${idOf(name)}`),
    ...movesOf(definition).map(({ from, to, transitions }) => `  ${idOf(from)} --> ${idOf(to)}: ${transitions.join(', ')}`),
    ...exitsOf(definition).flatMap(({ name, from, to }) => from.filter(() => to in definition.outcomes || to in definition.stages).map((stage) => `  ${idOf(stage)} --> ${idOf(to)}: ${name}`)),
    ...Object.keys(definition.outcomes).map((name) => `  ${idOf(name)} --> [*]`),
    `  classDef done stroke-width:3px`,
    ...Object.keys(definition.outcomes).filter((name) => isCompletion(definition, name)).map((name) => `  class ${idOf(name)} done`),
  ];
  return `${lines.join('\n')}\n`;
}
