import { rpikV1 } from '../rpik/rpik.v1';
import type { Definition } from '../definition';

const definition: Definition = rpikV1;
const gate = 'synchronization';

/** Stages that can be reached from one, whatever is decided on the way. */
function reachable(from: string): Set<string> {
  const found = new Set<string>();
  const look = (stage: string) => {
    for (const { to = [] } of Object.values(definition.stages[stage]?.transitions ?? {})) {
      for (const next of typeof to === 'string' ? [to] : to.map((route) => route.to)) if (!found.has(next)) { found.add(next); look(next); }
    }
  };
  look(from);
  return found;
}

const statutory = Object.entries(definition.clocks).filter(([, clock]) => clock.class !== 'policy');
const facts = new Set(statutory.flatMap(([, { starts }]) => starts.flatMap((start) => ('fact' in start ? [start.fact] : []))));
/** Stages in which a fact may be recorded that starts a statutory clock, or whose entry starts one. */
const starting = Object.entries(definition.stages)
  .filter(([name, { transitions = {} }]) => statutory.some(([, { starts }]) => starts.some((start) => 'enter' in start && start.enter === name)) || Object.values(transitions).some(({ facts: asked = [] }) => asked.some((fact) => facts.has(fact))))
  .map(([name]) => name);

describe('a member with a running statutory clock', () => {
  it('cannot stand at the gate: every statutory clock starts in a stage from which no way leads back to it', () => {
    expect(starting).toEqual(expect.arrayContaining(['deliberation', 'evaluation-submission', 'evaluation']));
    expect(starting.map((stage) => [stage, reachable(stage).has(gate)])).toEqual(starting.map((stage) => [stage, false]));
  });

  it('is not what waits there: the only clock of the gate is a policy, the cohort\'s own date', () => {
    const waiting = Object.entries(definition.clocks).filter(([, { starts }]) => starts.some((start) => 'enter' in start && start.enter === gate));
    expect(waiting.map(([name, clock]) => [name, clock.class])).toEqual([['cut-off', 'policy']]);
  });
});
