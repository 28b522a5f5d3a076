import { type Actor, covers, personsOf } from '../actor';
import { type Definition, type Transition, rolesOf } from '../definition';
import { type Refusal, refuse } from '../refusal';
import type { Rules } from '../rules';
import type { CaseState } from '../state';
import { textsOf } from '../manifest';
import { guardRefusal } from './guards';

const overlap = (some: readonly string[], others: readonly string[]) => some.some((person) => others.includes(person));

/** Whether a person in an office may take a transition at all: role, region, capacity, four eyes. */
export function whoMay(definition: Definition, state: CaseState, transition: Transition, actor: Actor): Refusal[] {
  const roles = rolesOf(transition);
  if (!roles.includes(actor.role)) return [refuse('not-your-role', roles)];
  if (!covers(actor.scope, state.region)) return [refuse('not-your-region')];
  const refusals: Refusal[] = [];
  if (transition.excludedCapacities?.includes(actor.capacity)) refusals.push(refuse('not-your-capacity', [actor.capacity]));
  const level = definition.roles[actor.role]?.level;
  if (level !== 'regency' && overlap(personsOf(actor), state.submitters)) refusals.push(refuse('four-eyes', ['submitted']));
  if (transition.signs && overlap(personsOf(actor), state.proposers)) refusals.push(refuse('four-eyes', ['proposed']));
  return refusals;
}

function documentRefusals(state: CaseState, transition: Transition): Refusal[] {
  const has = (type: string) => state.documents.some((document) => document.type === type);
  const missing = (transition.documents ?? []).filter((type) => !has(type));
  const refusals: Refusal[] = [];
  if (missing.length > 0) refusals.push(refuse('missing-documents', missing));
  if (transition.anyDocument && !transition.anyDocument.some(has)) refusals.push(refuse('missing-documents', transition.anyDocument));
  if (transition.to !== undefined && state.damaged?.length) refusals.push(refuse('documents-damaged', state.damaged));
  return refusals;
}

function halfRefusals(name: string, transition: Transition, state: CaseState, actor: Actor): Refusal[] {
  const half = state.halves.find((one) => one.transition === name);
  if (!half) return [];
  const other = rolesOf(transition).filter((role) => role !== half.role);
  if (half.role === actor.role || overlap(personsOf(actor), half.persons)) return [refuse('second-person-needed', other)];
  const texts = textsOf(state.documents, Object.keys(half.texts));
  const changed = Object.keys(half.texts).filter((type) => texts[type] !== half.texts[type]);
  return changed.length > 0 ? [refuse('texts-differ', changed)] : [];
}

function stageRefusals(definition: Definition, state: CaseState, transition: Transition): Refusal[] {
  const stage = definition.stages[state.stage];
  const refusals: Refusal[] = [];
  const flag = stage?.blockedBy;
  // The act that ends the programme's year in time may be registered late: `inputs` judges it by its day.
  const endsYear = transition.facts?.includes(definition.programmeYear.until);
  if (flag === 'relisting-due' && state.flags.includes(flag) && transition.kind === 'advance' && !endsYear) refusals.push(refuse('relisting-due'));
  if (transition.kind === 'correction' && state.correction) refusals.push(refuse('correction-under-way', state.correction.documents));
  if (transition.kind === 'answer') {
    if (!state.correction) refusals.push(refuse('correction-not-asked'));
    else if (unchanged(state).length > 0) refusals.push(refuse('correction-unchanged', unchanged(state)));
  } else if (state.correction && ['advance', 'vote'].includes(transition.kind)) {
    refusals.push(refuse('correction-under-way', state.correction.documents));
  }
  const to = typeof transition.to === 'string' ? [transition.to] : (transition.to ?? []).map((route) => route.to);
  const open = state.conditions.filter(({ before, status }) => before && to.includes(before) && status !== 'accepted');
  if (open.length > 0) refusals.push(refuse('conditions-open', open.map(({ n }) => n)));
  return refusals;
}

/** Documents that were asked for and are still the ones of the last manifest. */
function unchanged(state: CaseState): string[] {
  return (state.correction?.documents ?? []).filter((type) => {
    const before = state.manifest?.documents.filter((entry) => entry.type === type).map(({ sha256 }) => sha256) ?? [];
    const now = state.documents.filter((document) => document.type === type).map(({ sha256 }) => sha256);
    return now.length === 0 || before.join() === now.join();
  });
}

/**
 * Everything that stands in the way of an act before a word of it is written: the button's reasons, and the POST's judge.
 * What the act itself has to say (facts, note, reason, remarks) is judged in `inputs`.
 */
export function standing(rules: Rules, state: CaseState, name: string, transition: Transition, actor: Actor, at: string): Refusal[] {
  const who = whoMay(rules.definition, state, transition, actor);
  if (who.some(({ refused }) => refused === 'not-your-role' || refused === 'not-your-region')) return who;
  return [
    ...who,
    ...stageRefusals(rules.definition, state, transition),
    ...halfRefusals(name, transition, state, actor),
    ...(transition.guards ?? []).map((guard) => guardRefusal(rules, state, guard, at)).filter((refusal) => refusal !== undefined),
    ...documentRefusals(state, transition),
  ];
}
