import { type Definition, type Transition, isOutcome, routesOf, stageOrder } from '../definition';

/** One way from a desk to another, with the transitions that lead along it. */
export interface Move {
  from: string;
  to: string;
  /** `return` leads to an earlier desk, `law` is the effect the law gives to silence. */
  kind: 'advance' | 'return' | 'law';
  transitions: string[];
}

/** Every move between the desks of a process, each pair once, in the order of the desks. Exits are left to `exitsOf`. */
export function movesOf(definition: Definition): Move[] {
  const moves = new Map<string, Move>();
  const add = (from: string, to: string, name: string, kind?: Move['kind']) => {
    if (from === to) return;
    const back = !isOutcome(definition, to) && stageOrder(definition, to) < stageOrder(definition, from);
    const key = `${from} ${to} ${kind ?? ''}`;
    const move = moves.get(key) ?? { from, to, kind: kind ?? (back ? 'return' : 'advance'), transitions: [] };
    moves.set(key, { ...move, transitions: [...new Set([...move.transitions, name])] });
  };
  for (const [from, { transitions, quorum, gate }] of Object.entries(definition.stages)) {
    for (const [name, one] of Object.entries(transitions)) if (!leadsOut(definition, one)) routesOf(one).forEach(({ to }) => add(from, to, name));
    if (quorum) add(from, quorum.to, 'quorum');
    if (gate) add(from, gate, 'gate');
  }
  for (const { effect } of Object.values(definition.clocks)) if (effect) add(effect.at, effect.to, effect.event, 'law');
  return [...moves.values()];
}

const leadsOut = (definition: Definition, one: Transition) => one.kind === 'exit' && routesOf(one).every(({ to }) => isOutcome(definition, to));

export interface ExitMove {
  name: string;
  from: string[];
  to: string;
}

/** Exits that can be taken at many desks, and the ones of a single desk. */
export function exitsOf(definition: Definition): ExitMove[] {
  const common = Object.entries(definition.exits).flatMap(([name, one]) => routesOf(one).map(({ to }) => ({ name, from: [...one.from], to })));
  const single = Object.entries(definition.stages).flatMap(([stage, { transitions }]) =>
    Object.entries(transitions)
      .filter(([, one]) => leadsOut(definition, one))
      .flatMap(([name, one]) => routesOf(one).map(({ to }) => ({ name, from: [stage], to }))),
  );
  return [...common, ...single];
}
