import { type Definition, type Guard, type Transition, type Trigger, isOutcome, routesOf, transitionsAt } from './definition';
import { uploadable } from './decide/documents';
import type { Text } from './text';

export type ProblemCode =
  | 'unknown-stage' | 'unknown-role' | 'unknown-document' | 'unknown-fact' | 'unknown-reason' | 'unknown-clock' | 'unknown-check'
  | 'stage-not-reachable' | 'stage-without-way-out' | 'transition-twice' | 'document-not-uploadable' | 'superior-circle' | 'ladder-not-sorted' | 'label-missing';

/** What is wrong with a definition and where: `stages/review/transitions/favourable`. */
export interface Problem {
  code: ProblemCode;
  at: string;
  /** The name that is missing, or the circle that was found. */
  names: string[];
}

const problem = (code: ProblemCode, at: string, ...names: string[]): Problem => ({ code, at, names });

/** Everything that would leave a case stuck, or a word without its meaning. A definition is published only when this is empty. */
export function checkProcess(definition: Definition): Problem[] {
  return [
    ...unknownNames(definition), ...unreachable(definition), ...withoutWayOut(definition), ...namedTwice(definition), ...missingUploads(definition),
    ...circles(definition), ...ladder(definition), ...labels(definition),
  ];
}

/** Every transition with its address, exits once. */
function everyTransition(definition: Definition): [at: string, transition: Transition][] {
  const ofStages = Object.entries(definition.stages).flatMap(([stage, { transitions }]) =>
    Object.entries(transitions).map(([name, one]): [string, Transition] => [`stages/${stage}/transitions/${name}`, one]));
  return [...ofStages, ...Object.entries(definition.exits).map(([name, one]): [string, Transition] => [`exits/${name}`, one])];
}

type Kind = 'stage' | 'role' | 'document' | 'fact' | 'reason' | 'clock' | 'check';
type Mention = [at: string, kind: Kind, name: string];

function unknownNames(definition: Definition): Problem[] {
  const known: Record<Kind, object> = {
    stage: definition.stages, role: definition.roles, document: definition.documents, fact: definition.facts, reason: definition.reasons, clock: definition.clocks, check: definition.checks,
  };
  return mentions(definition)
    .filter(([, kind, name]) => !Object.hasOwn(known[kind], name) && !(kind === 'stage' && isOutcome(definition, name)))
    .map(([at, kind, name]) => problem(`unknown-${kind}`, at, name));
}

function mentions(definition: Definition): Mention[] {
  const { programmeYear, envelope, evidence } = definition;
  const all = (at: string, kind: Kind, names: readonly string[] = []): Mention[] => names.map((name) => [at, kind, name]);
  return [
    ...all('start', 'stage', [definition.start]), ...all('roundsAt', 'stage', [definition.roundsAt]), ...all('nationReadsFrom', 'stage', [definition.nationReadsFrom]),
    ...all('programmeYear', 'stage', [programmeYear.last]), ...all('programmeYear', 'fact', [programmeYear.until]),
    ...all('reliance', 'check', Object.keys(definition.reliance ?? {})),
    ...all('envelope', 'clock', [envelope.clock, ...[...envelope.steps, ...envelope.unless.steps].flatMap(({ clock, again }) => (again ? [clock, again] : [clock]))]),
    ...all('envelope', 'fact', [envelope.unless.fact]),
    ...all('reading', 'document', definition.reading?.documents),
    ...all('conditionClock', 'clock', [definition.conditionClock]), ...all('evidence', 'document', [evidence.hold, evidence.correction]),
    ...Object.entries(definition.roles).flatMap(([name, { superior }]) => all(`roles/${name}`, 'role', superior === undefined ? [] : [superior])),
    ...Object.entries(definition.facts).flatMap(([name, { notBefore }]) => all(`facts/${name}`, 'fact', notBefore === undefined ? [] : [notBefore])),
    ...Object.entries(definition.clocks).flatMap(([name, { starts, meets, owner, effect }]) => [
      ...[...starts, ...meets].flatMap((trigger) => triggerMentions(`clocks/${name}`, trigger)),
      ...all(`clocks/${name}`, 'role', owner),
      ...all(`clocks/${name}`, 'stage', effect && [effect.at, effect.to]),
      ...all(`clocks/${name}`, 'fact', effect && [effect.requires, effect.unless]),
    ]),
    ...Object.entries(definition.stages).flatMap(([name, stage]) => [
      ...all(`stages/${name}`, 'role', [...stage.owner, ...Object.keys(stage.quorum?.voters ?? {})]),
      ...all(`stages/${name}`, 'document', stage.editable),
      ...all(`stages/${name}`, 'stage', [stage.gate, stage.quorum?.to].filter((to) => to !== undefined)),
      ...all(`stages/${name}`, 'check', Object.values(stage.quorum?.voters ?? {}).flatMap((checks) => checks ?? [])),
    ]),
    ...Object.entries(definition.exits).flatMap(([name, { from }]) => all(`exits/${name}`, 'stage', from)),
    ...everyTransition(definition).flatMap(([at, one]) => transitionMentions(at, one)),
  ];
}

function triggerMentions(at: string, trigger: Trigger): Mention[] {
  if ('fact' in trigger) return [[at, 'fact', trigger.fact]];
  if ('flag' in trigger) return [];
  const stages = 'leave' in trigger ? [trigger.leave] : [trigger.enter, trigger.from, trigger.notFrom];
  return stages.filter((stage) => stage !== undefined).map((stage) => [at, 'stage', stage]);
}

function transitionMentions(at: string, one: Transition): Mention[] {
  const of = (kind: Kind, names: readonly string[]): Mention[] => names.map((name) => [at, kind, name]);
  const becomes = [one.becomes, one.compares?.documents].flatMap((pairs) => Object.entries(pairs ?? {}).flat()).filter((type) => type !== undefined);
  const guards = [...(one.guards ?? []), ...routesOf(one).flatMap(({ when }) => when ?? [])];
  return [
    ...of('role', [...one.by, ...(one.both ?? []), ...(one.compares?.tell ?? [])]),
    ...of('stage', routesOf(one).map(({ to }) => to)),
    ...of('document', [...(one.documents ?? []), ...(one.anyDocument ?? []), ...becomes, ...(one.marks?.documents ?? [])]),
    ...of('fact', [...(one.facts ?? []), ...(one.optionalFacts ?? []), ...(one.underFlag?.facts ?? []), ...(one.forgets ?? [])]),
    ...of('reason', one.reasons ?? []),
    ...guards.flatMap((guard) => guardMentions(at, guard)),
  ];
}

function guardMentions(at: string, guard: Guard): Mention[] {
  switch (guard.guard) {
    case 'quorum':
      return [[at, 'role', guard.including], [at, 'clock', guard.afterExpiryOf]];
    case 'expired':
      return [[at, 'clock', guard.clock]];
    case 'fact-known':
    case 'fact-unknown':
    case 'fact-is':
      return [[at, 'fact', guard.fact]];
    case 'on-or-before-due':
      return [[at, 'fact', guard.fact], [at, 'clock', guard.clock]];
    case 'same-text':
      return [[at, 'document', guard.document]];
    case 'returned-from':
      return [[at, 'stage', guard.stage]];
    case 'differs':
      return guard.documents.map((type) => [at, 'document', type]);
    case 'first-round':
    case 'later-round':
    case 'matrix-valid':
    case 'remarks-answered':
    case 'veto-stands':
    case 'flag':
    case 'check-stale':
      return [];
  }
}

/** Stages and outcomes that can come next: by an act, a quorum, the gate, or the effect of silence. */
function nextOf(definition: Definition, stage: string): string[] {
  const { gate, quorum } = definition.stages[stage] ?? {};
  const effects = Object.values(definition.clocks).flatMap(({ effect }) => (effect?.at === stage ? [effect.to] : []));
  const acts = Object.values(transitionsAt(definition, stage)).flatMap((one) => routesOf(one).map(({ to }) => to));
  return [...new Set([...acts, ...(gate ? [gate] : []), ...(quorum ? [quorum.to] : []), ...effects])].filter((to) => to !== stage);
}

function unreachable(definition: Definition): Problem[] {
  const reached = new Set([definition.start]);
  for (const stage of reached) nextOf(definition, stage).forEach((to) => reached.add(to));
  return Object.keys(definition.stages).filter((stage) => !reached.has(stage)).map((stage) => problem('stage-not-reachable', `stages/${stage}`, stage));
}

/** A desk whose case nobody that exists can hand on, exits aside. The gate is the cohort's hand. */
function withoutWayOut(definition: Definition): Problem[] {
  const exists = (one: Transition) => (one.both ? one.both.every((role) => role in definition.roles) : one.by.some((role) => role in definition.roles));
  return Object.entries(definition.stages).flatMap(([name, { transitions, gate, quorum }]) => {
    const leaves = Object.values(transitions).some((one) => exists(one) && routesOf(one).some(({ to }) => to !== name));
    const votes = quorum && Object.keys(quorum.voters).length > 0 && Object.keys(quorum.voters).every((role) => role in definition.roles);
    return leaves || gate || votes ? [] : [problem('stage-without-way-out', `stages/${name}`, name)];
  });
}

function namedTwice(definition: Definition): Problem[] {
  return Object.entries(definition.exits).flatMap(([name, { from }]) =>
    from.filter((stage) => definition.stages[stage]?.transitions[name]).map((stage) => problem('transition-twice', `stages/${stage}/transitions/${name}`, name)));
}

/** A required paper has to find an uploader at its own desk or at one that comes before it. */
function missingUploads(definition: Definition): Problem[] {
  const order = Object.keys(definition.stages);
  return order.flatMap((stage, index) => {
    const before = order.slice(0, index + 1);
    const made = before.flatMap((one) => Object.values(transitionsAt(definition, one)).flatMap(({ becomes }) => Object.values(becomes ?? {})));
    const has = (type: string) => made.includes(type) || before.some((one) => uploadable(definition, one, type).length > 0);
    return Object.entries(transitionsAt(definition, stage)).flatMap(([name, { documents = [], anyDocument = [] }]) => {
      const missing = [...documents.filter((type) => !has(type)), ...(anyDocument.length > 0 && !anyDocument.some(has) ? anyDocument : [])];
      return missing.length > 0 ? [problem('document-not-uploadable', `stages/${stage}/transitions/${name}`, ...missing)] : [];
    });
  });
}

function circles(definition: Definition): Problem[] {
  return Object.keys(definition.roles).flatMap((role) => {
    const above: string[] = [];
    for (let next = definition.roles[role]?.superior; next !== undefined && !above.includes(next); next = definition.roles[next]?.superior) above.push(next);
    return above.includes(role) ? [problem('superior-circle', `roles/${role}`, ...above)] : [];
  });
}

function ladder({ ladder: rungs }: Definition): Problem[] {
  const isSorted = rungs.every(({ day }, index) => index === 0 || rungs[index - 1]!.day < day);
  return isSorted ? [] : [problem('ladder-not-sorted', 'ladder', ...rungs.map(({ day }) => String(day)))];
}

/** Every label in Indonesian and in English. */
function labels(definition: Definition): Problem[] {
  const of = (room: string, entries: { [name: string]: { label: Text } }): [string, Text][] => Object.entries(entries).map(([name, { label }]) => [`${room}/${name}`, label]);
  const bare = (room: string, entries: { [name: string]: Text }): [string, Text][] => Object.entries(entries).map(([name, label]) => [`${room}/${name}`, label]);
  const { roles, documents, facts, reasons, clocks, outcomes, stages, holdReasons, checks } = definition;
  const all: [string, Text][] = [
    ['label', definition.label], ...of('roles', roles), ...of('documents', documents), ...of('facts', facts), ...of('reasons', reasons), ...of('clocks', clocks),
    ...of('outcomes', outcomes), ...of('stages', stages), ...bare('holdReasons', holdReasons), ...bare('checks', checks),
    ...everyTransition(definition).map(([at, { label }]): [string, Text] => [at, label]),
  ];
  return all.flatMap(([at, label]) => {
    const missing = (['id', 'en'] as const).filter((language) => !label[language]?.trim());
    return missing.length > 0 ? [problem('label-missing', at, ...missing)] : [];
  });
}
