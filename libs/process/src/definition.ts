import type { Capacity, Level } from './actor';
import type { Text } from './text';

/** Where a number or a rule comes from, and how sure that is (`domain.md`). */
export interface Basis {
  source: string;
  certainty: 'verified' | 'reported' | 'assumed';
}

export type MediaType = 'pdf' | 'docx' | 'xlsx' | 'png' | 'jpeg';

export interface Role {
  label: Text;
  level: Level | 'any';
  /** The lane it is drawn in, where its seat would mislead: a ministry's office in the province. */
  lane?: Level;
  /** Who is told when a clock of this role has passed. */
  superior?: string;
}

export interface DocumentType {
  label: Text;
  media: readonly MediaType[];
  /** Several files stand side by side; otherwise a new file is a new version. */
  several?: boolean;
}

export interface Fact<F extends string = string> {
  label: Text;
  kind: 'text' | 'date' | 'year';
  /** The only values it may have. */
  values?: readonly string[];
  /** A date fact may not lie before this one. */
  notBefore?: F;
}

export interface Reason {
  label: Text;
  /** A note has to be given with it. */
  note?: 'required';
  /** Only when the cohort's policy includes the readiness of land. */
  only?: 'cohort-includes-readiness';
}

/** What starts or meets a clock. A date fact gives the day; anything else gives the civil day on which it was recorded. */
export type Trigger<S extends string = string, F extends string = string> =
  | { enter: S; round?: 'first' | 'later'; from?: S; notFrom?: S }
  | { leave: S }
  | { fact: F }
  | { flag: Flag };

/** Silence has an effect only where the law gives it one, and only under its guard. */
export interface ClockEffect<S extends string = string, F extends string = string> {
  event: 'deemed-valid';
  at: S;
  to: S;
  /** Working days of patience after the due day, before the event is recorded. */
  patience: number;
  /** The fact that has to exist, dated on the due day or before it. */
  requires: F;
  /** The fact that prevents it. */
  unless: F;
  article: string;
}

export interface ClockRule<S extends string = string, F extends string = string> {
  label: Text;
  /** Absent: the day comes from outside (a cohort's cut-off, a condition's own due day). */
  amount?: number;
  unit: 'working-day' | 'calendar-day';
  class: 'statutory-with-effect' | 'statutory' | 'policy';
  basis: Basis;
  starts: readonly Trigger<S, F>[];
  meets: readonly Trigger<S, F>[];
  /** Roles that are reminded; the owner of the stage when absent. */
  owner?: readonly string[];
  effect?: ClockEffect<S, F>;
}

/** One rung of the ladder of reminders, in working days from the due day. */
export interface Rung {
  day: number;
  to: 'owner' | 'superior' | 'administrator';
}

export type Guard<R extends string = string, D extends string = string, F extends string = string, C extends string = string, S extends string = string> =
  | { guard: 'first-round' }
  | { guard: 'later-round' }
  | { guard: 'matrix-valid' }
  | { guard: 'remarks-answered' }
  | { guard: 'quorum'; favourable: number; including: R; afterExpiryOf: C }
  | { guard: 'veto-stands' }
  | { guard: 'expired'; clock: C; workingDaysAgo: number }
  | { guard: 'fact-known'; fact: F }
  | { guard: 'fact-unknown'; fact: F }
  | { guard: 'same-text'; document: D; as: readonly TextMark[] }
  | { guard: 'flag'; flag: Flag; set: boolean }
  | { guard: 'on-or-before-due'; fact: F; clock: C }
  | { guard: 'fact-is'; fact: F; value: string }
  | { guard: 'returned-from'; stage: S }
  | { guard: 'differs'; documents: readonly D[]; from: TextMark }
  /** A check of the province, or a finding among the plans, is to be checked again. */
  | { guard: 'check-stale' };

/** A text whose hash is kept because a later stage has to show the same one. */
export type TextMark = 'harmonized' | 'endorsed' | 'approved' | 'evaluated' | 'refined' | 'registered' | 'signed';

export type Flag = 'relisting-due' | 'deemed-valid';

export interface Route<R extends string = string, D extends string = string, F extends string = string, C extends string = string, S extends string = string> {
  to: S;
  when?: Guard<R, D, F, C, S>;
}

/** `correction` asks for another document in the same round; `answer` gives it. */
export type TransitionKind = 'advance' | 'return' | 'vote' | 'register' | 'correction' | 'answer' | 'exit';

export interface Transition<
  R extends string = string,
  D extends string = string,
  F extends string = string,
  Re extends string = string,
  C extends string = string,
  S extends string = string,
> {
  label: Text;
  kind: TransitionKind;
  /** Any one of these roles. */
  by: readonly R[];
  /** Both of these roles, one after the other: the first registers, the second confirms the same facts and texts. */
  both?: readonly [R, R];
  /** The stage or outcome reached; a list is read from the top. Absent: the case stays at its desk. */
  to?: S | readonly Route<R, D, F, C, S>[];
  documents?: readonly D[];
  /** One of these is enough. */
  anyDocument?: readonly D[];
  facts?: readonly F[];
  optionalFacts?: readonly F[];
  /** Facts that come with the act while the flag is up, and only then. */
  underFlag?: { flag: Flag; facts: readonly F[] };
  guards?: readonly Guard<R, D, F, C, S>[];
  reasons?: readonly Re[];
  note?: 'required';
  remarks?: 'required';
  /** Numbered conditions have to come with it. */
  conditions?: 'required';
  /** The file named first becomes the current one of the type named second. */
  becomes?: { [from in D]?: D };
  /** The hashes of these documents are kept under the mark. */
  marks?: { mark: TextMark; documents: readonly D[] };
  /** Once the case has moved, texts kept under the mark are compared with those the act has brought, type by type, and these offices are told. */
  compares?: { with: TextMark; documents: { [kept in D]?: D }; tell: readonly R[] };
  vote?: 'favourable' | 'unfavourable';
  /** Its taker may not sign what follows from it. */
  proposes?: true;
  /** Nobody signs what they proposed. */
  signs?: true;
  /** A sign-in at most this many seconds old. */
  freshSignIn?: number;
  excludedCapacities?: readonly Capacity[];
  /** The sender may take it back until the next desk has opened the case. */
  recallable?: true;
  clears?: Flag;
  /** Facts of the stage that have to be registered anew when the case comes back. */
  forgets?: readonly F[];
}

export interface Quorum<R extends string, S extends string> {
  voters: { [role in R]?: readonly string[] };
  to: S;
}

export interface Stage<R extends string, D extends string, F extends string, Re extends string, C extends string, S extends string> {
  phase: 'A' | 'B' | 'C' | 'D';
  label: Text;
  owner: readonly R[];
  /** State of the regulation's text while the case is here (`rpik.md`, Text status). */
  textStatus: string;
  /** Document types that may be replaced while the stage lasts; anything else is frozen. */
  editable: readonly D[];
  matrix?: 'editable';
  quorum?: Quorum<R, S>;
  /** Waits for the cohort: only its release opens the way to this stage. */
  gate?: S;
  /** Draft and input register are public while the case is here (UU 13/2022 art. 96). */
  public?: true;
  /** Blocked while the flag is up. */
  blockedBy?: Flag;
  transitions: { readonly [name: string]: Transition<R, D, F, Re, C, S> };
}

export interface Exit<R extends string, D extends string, F extends string, Re extends string, C extends string, S extends string> extends Transition<
  R,
  D,
  F,
  Re,
  C,
  S
> {
  from: readonly S[];
}

/** A step by its clock, and the clock it runs under when it has to be taken once more. */
export interface EnvelopeStepOf<C extends string = string> {
  clock: C;
  again?: C;
}

/** The process as one table of data: serialisable, hashed, published; a case is pinned to one version of it. */
export interface ProcessShape<
  R extends string = string,
  D extends string = string,
  F extends string = string,
  Re extends string = string,
  C extends string = string,
  S extends string = string,
  O extends string = string,
> {
  id: string;
  version: number;
  label: Text;
  roles: { readonly [role in R]: Role };
  documents: { readonly [type in D]: DocumentType };
  facts: { readonly [fact in F]: Fact<NoInfer<F>> };
  reasons: { readonly [reason in Re]: Reason };
  holdReasons: { readonly [reason: string]: Text };
  checks: { readonly [check: string]: Text };
  /** What a check rests on: plans of higher rank by kind, and tables of the plan matrix. Another version of either makes it stale. */
  reliance?: { readonly [check: string]: { readonly plans: readonly string[]; readonly tables: readonly string[] } };
  ladder: readonly Rung[];
  /** Local time at which a rung of the ladder is sent, in minutes after midnight. */
  ladderAt: number;
  start: NoInfer<S>;
  /** Returns to this stage begin a new round. */
  roundsAt: NoInfer<S>;
  /** The nation reads the contents of a case from this stage on. */
  nationReadsFrom: NoInfer<S>;
  /** The year's programme has to be renewed when this fact is unknown at its end. */
  programmeYear: { flag: Flag; until: NoInfer<F>; last: NoInfer<S> };
  /** A term set for several steps together, and the clocks of the steps inside it; more of them unless the fact has this value. */
  envelope: { clock: NoInfer<C>; steps: readonly EnvelopeStepOf<NoInfer<C>>[]; unless: { fact: NoInfer<F>; value: string; steps: readonly EnvelopeStepOf<NoInfer<C>>[] } };
  /** The rule under which a condition's own due day runs. */
  conditionClock: NoInfer<C>;
  /** Texts that whoever lets a case pass reads first, as others have brought them. `demanded`: without an opening or a reason for each the act is refused. */
  reading?: { documents: readonly NoInfer<D>[]; demanded?: true };
  /** Papers that have to be there before a hold or a correction of a fact is proposed. */
  evidence: { hold: NoInfer<D>; correction: NoInfer<D> };
  clocks: { readonly [clock in C]: ClockRule<NoInfer<S>, NoInfer<F>> };
  outcomes: { readonly [outcome in O]: { label: Text } };
  stages: { readonly [stage in S]: Stage<NoInfer<R>, NoInfer<D>, NoInfer<F>, NoInfer<Re>, NoInfer<C>, NoInfer<S> | NoInfer<O>> };
  exits: { readonly [name: string]: Exit<NoInfer<R>, NoInfer<D>, NoInfer<F>, NoInfer<Re>, NoInfer<C>, NoInfer<S> | NoInfer<O>> };
}

/** A definition whose names are plain strings, as it is read back from PostgreSQL. */
export type Definition = ProcessShape;
export type StageOf = Stage<string, string, string, string, string, string>;

/** Keeps names as types: a misspelt stage, role, fact, reason, clock or document does not compile. */
export function defineProcess<
  const R extends string,
  const D extends string,
  const F extends string,
  const Re extends string,
  const C extends string,
  const S extends string,
  const O extends string,
>(shape: ProcessShape<R, D, F, Re, C, S, O>): ProcessShape<R, D, F, Re, C, S, O> {
  return shape;
}

export function stageOf(definition: Definition, name: string): StageOf {
  const stage = definition.stages[name];
  if (!stage) throw new Error(`${definition.id}.v${definition.version} has no stage ${name}`);
  return stage;
}

/** Every transition that leaves or happens at a stage, exits included, by name. */
export function transitionsAt(definition: Definition, stage: string): Record<string, Transition> {
  const exits = Object.entries(definition.exits).filter(([, exit]) => exit.from.includes(stage));
  // Without a prototype: `constructor` is no transition.
  return Object.assign(Object.create(null) as Record<string, Transition>, definition.stages[stage]?.transitions, Object.fromEntries(exits));
}

/** The facts a transition asks for under these flags. */
export const factsAsked = ({ facts = [], underFlag }: Transition, flags: readonly Flag[]): readonly string[] =>
  underFlag && flags.includes(underFlag.flag) ? [...facts, ...underFlag.facts] : facts;

export const stageOrder = (definition: Definition, stage: string): number => Object.keys(definition.stages).indexOf(stage);

/** Whether an outcome is the end the process aims at; the others are exits. */
export const isCompletion = (definition: Definition, outcome: string): boolean =>
  Object.values(definition.stages).some(({ transitions }) => Object.values(transitions).some((one) => one.kind === 'advance' && routesOf(one).some(({ to }) => to === outcome)));

export const isOutcome = (definition: Definition, name: string): boolean => name in definition.outcomes;

/** All roles that can have a hand in a transition. */
export const rolesOf = (transition: Transition): readonly string[] => transition.both ?? transition.by;

export const routesOf = (transition: Transition): readonly Route[] =>
  transition.to === undefined ? [] : typeof transition.to === 'string' ? [{ to: transition.to }] : transition.to;
