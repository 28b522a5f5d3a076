import { type Actor, covers, personsOf } from '../actor';
import type { MediaType } from '../definition';
import { type CivilDate, civil, dayAt, isCivilDate, isoInstant, msOf, zoneOfRegion } from '../time';
import { type Criterion, criterionOf, lastValidDay, papersOf, type ReadinessDefinition, thresholdOn } from './criteria';
import { readinessAlarms } from './readiness-alarms';
import { type ReadinessActName, readinessOffices } from './readiness-acts';
import type { ReadinessCommand } from './readiness-command';
import type { ReadinessEvent } from './readiness-event';
import { type ReadinessRefusal, refuseReadiness } from './readiness-refusal';
import { type CriterionRecord, type EvidenceDocument, type ReadinessState, siteVisits, type Submission } from './readiness-state';
import { lacksOf, submittersOf } from './standing';

export type ReadinessDecision = { events: ReadinessEvent[] } | ReadinessRefusal;
type Of<T extends ReadinessCommand['type']> = Extract<ReadinessCommand, { type: T }>;

const LONGEST_NOTE = 10_000;
const LONGEST_REFERENCE = 100;
const MOST_DOCUMENTS = 40;
const MOST_EVENTS = 2_000;
const GREATEST_MEASURE = 1_000_000;

function roleRefusal(actor: Actor, act: ReadinessActName, region: string): ReadinessRefusal | undefined {
  const roles = readinessOffices[act];
  if (!roles.includes(actor.role)) return refuseReadiness('not-your-role', roles);
  return covers(actor.scope, region) ? undefined : refuseReadiness('not-your-region');
}

const isOneOf = (persons: Iterable<string>, actor: Actor): boolean => {
  const known = new Set(persons);
  return personsOf(actor).some((person) => known.has(person));
};

const todayIn = (state: ReadinessState, at: string): CivilDate => civil(dayAt(msOf(at), zoneOfRegion(state.regionCode)));

function words(text: { length: number }): ReadinessRefusal | undefined {
  if (text.length === 0) return refuseReadiness('reason-required');
  return text.length > LONGEST_NOTE ? refuseReadiness('note-too-long', [LONGEST_NOTE]) : undefined;
}

function attach(definition: ReadinessDefinition, state: ReadinessState, command: Of<'attach-evidence'>): ReadinessDecision {
  const { actor, criterion: place, documentType: type, sha256, size, name } = command;
  const criterion = criterionOf(definition, place);
  if (!criterion && place !== siteVisits) return refuseReadiness('unknown-criterion', [place]);
  const refusal = roleRefusal(actor, criterion ? 'attach-evidence' : 'attach-visit-paper', state.regionCode);
  if (refusal) return refusal;
  const accepted = criterion ? papersOf(criterion) : definition.siteVisits.evidence;
  if (!accepted.includes(type)) return refuseReadiness('unknown-document', [type]);
  const { media } = definition.documents[type]!;
  if (!media.some((one) => one === command.media)) return refuseReadiness('media-not-accepted', media);
  const documents = criterion ? (state.criteria[place]?.documents ?? []) : state.visitPapers;
  if (documents.length >= MOST_DOCUMENTS) return refuseReadiness('too-many-documents', [MOST_DOCUMENTS]);
  const version = 1 + documents.filter((one) => one.type === type).length;
  const document = { type, version, sha256, size, media: command.media as MediaType, name, by: personsOf(actor) };
  return { events: [{ type: 'evidence-attached', actor, body: { criterion: place, document } }] };
}

/** The papers a submission rests on: those it names, or all files of a type that takes several and the newest of any other. */
function evidenceOf(definition: ReadinessDefinition, criterion: Criterion, { documents }: CriterionRecord, asked: Of<'submit'>['evidence']): EvidenceDocument[] | ReadinessRefusal {
  const unknown = asked?.filter(({ type, sha256 }) => !documents.some((one) => one.type === type && one.sha256 === sha256)) ?? [];
  if (unknown.length > 0) return refuseReadiness('evidence-unknown', unknown.map(({ type }) => type));
  const chosen = papersOf(criterion).flatMap((type) => {
    const all = documents.filter((one) => one.type === type && (asked === undefined || asked.some(({ sha256 }) => sha256 === one.sha256)));
    return asked !== undefined || definition.documents[type]?.several ? all : all.slice(-1);
  });
  const missing = criterion.required.filter((type) => !chosen.some((one) => one.type === type));
  return missing.length > 0 ? refuseReadiness('missing-documents', missing) : chosen;
}

function dateRefusal({ issuedOn, validUntil }: Of<'submit'>, criterion: Criterion, today: CivilDate): ReadinessRefusal | undefined {
  const invalid = [issuedOn, validUntil].filter((date) => date !== undefined && !isCivilDate(date));
  if (invalid.length > 0) return refuseReadiness('evidence-date-invalid', invalid as string[]);
  if (issuedOn > today) return refuseReadiness('date-in-future', ['issuedOn', today]);
  if (validUntil !== undefined && validUntil < issuedOn) return refuseReadiness('validity-before-issue', [issuedOn, validUntil]);
  const last = lastValidDay(criterion, issuedOn, validUntil);
  return last !== undefined && last < today ? refuseReadiness('evidence-expired', [last]) : undefined;
}

function measureRefusal(name: string, { measure: asked }: Criterion, measure: number | undefined, least: number | undefined): ReadinessRefusal | undefined {
  if (!asked) return measure === undefined ? undefined : refuseReadiness('measure-not-asked', [name]);
  if (measure === undefined) return refuseReadiness('measure-required', [asked.unit.en]);
  const fits = Number.isFinite(measure) && measure >= 0 && measure <= GREATEST_MEASURE && (!asked.whole || Number.isInteger(measure));
  if (!fits) return refuseReadiness('measure-invalid', [asked.unit.en]);
  return least !== undefined && measure < least ? refuseReadiness('below-threshold', [measure, least, asked.unit.en]) : undefined;
}

function submit(definition: ReadinessDefinition, state: ReadinessState, command: Of<'submit'>): ReadinessDecision {
  const { actor, criterion: name, issuedOn, validUntil, measure } = command;
  const criterion = criterionOf(definition, name);
  if (!criterion) return refuseReadiness('unknown-criterion', [name]);
  const refusal = roleRefusal(actor, 'submit', state.regionCode);
  if (refusal) return refusal;
  const today = todayIn(state, command.at);
  const threshold = thresholdOn(criterion, today);
  const unfit = dateRefusal(command, criterion, today) ?? measureRefusal(name, criterion, measure, threshold?.least);
  if (unfit) return unfit;
  const evidence = evidenceOf(definition, criterion, state.criteria[name] ?? { documents: [] }, command.evidence);
  if ('refused' in evidence) return evidence;
  const last = lastValidDay(criterion, issuedOn, validUntil);
  const submission: Omit<Submission, 'seq' | 'at'> = {
    evidence: evidence.map(({ type, version, sha256 }) => ({ type, version, sha256 })),
    issuedOn,
    ...(last !== undefined && { validUntil: last }),
    ...(measure !== undefined && { measure }),
    ...(threshold && { threshold: { from: threshold.from, least: threshold.least } }),
    by: [...new Set([...personsOf(actor), ...evidence.flatMap(({ by }) => by)])].sort(),
  };
  return { events: [{ type: 'criterion-submitted', actor, body: { criterion: name, submission } }] };
}

/** What waits is taken back; else what counts, as when a dispute has come up. */
function withdraw(definition: ReadinessDefinition, state: ReadinessState, { actor, criterion }: Of<'withdraw'>): ReadinessDecision {
  if (!criterionOf(definition, criterion)) return refuseReadiness('unknown-criterion', [criterion]);
  const refusal = roleRefusal(actor, 'withdraw', state.regionCode);
  if (refusal) return refusal;
  const { pending, standing } = state.criteria[criterion] ?? {};
  const submission = (pending ?? standing)?.seq;
  if (submission === undefined) return refuseReadiness('nothing-to-withdraw', [criterion]);
  return { events: [{ type: 'criterion-withdrawn', actor, body: { criterion, submission } }] };
}

function judge(definition: ReadinessDefinition, state: ReadinessState, command: Of<'verify'> | Of<'reject'>): ReadinessDecision {
  const { actor, criterion } = command;
  if (!criterionOf(definition, criterion)) return refuseReadiness('unknown-criterion', [criterion]);
  const refusal = roleRefusal(actor, command.type, state.regionCode);
  if (refusal) return refusal;
  const pending = state.criteria[criterion]?.pending;
  if (!pending) return refuseReadiness('nothing-to-verify', [criterion]);
  if (isOneOf(pending.by, actor)) return refuseReadiness('four-eyes');
  const about = { criterion, submission: pending.seq };
  if (command.type === 'reject') {
    const { reason } = command;
    return words(reason) ?? { events: [{ type: 'criterion-rejected', actor, body: { ...about, reason } }] };
  }
  if (pending.validUntil !== undefined && pending.validUntil < todayIn(state, command.at)) return refuseReadiness('evidence-expired', [pending.validUntil]);
  return { events: [{ type: 'criterion-verified', actor, body: { ...about, by: personsOf(actor) } }] };
}

function readinessRefusal(definition: ReadinessDefinition, state: ReadinessState, at: string): ReadinessRefusal | undefined {
  const lacks = lacksOf(definition, state, todayIn(state, at));
  return lacks.length > 0 ? refuseReadiness('not-ready', lacks) : undefined;
}

function propose(definition: ReadinessDefinition, state: ReadinessState, { actor, at, note }: Of<'propose-funding'>): ReadinessDecision {
  const refusal = roleRefusal(actor, 'propose-funding', state.regionCode);
  if (refusal) return refusal;
  if (state.funding?.state === 'proposed') return refuseReadiness('funding-proposed-already');
  if (state.funding?.state === 'funded') return refuseReadiness('funded-already', [state.funding.reference ?? '']);
  const unready = readinessRefusal(definition, state, at);
  if (unready) return unready;
  if (isOneOf(submittersOf(state), actor)) return refuseReadiness('four-eyes');
  if (note && note.length > LONGEST_NOTE) return refuseReadiness('note-too-long', [LONGEST_NOTE]);
  const submissions = Object.fromEntries(Object.keys(definition.criteria).map((name) => [name, state.criteria[name]!.standing!.seq]));
  return { events: [{ type: 'funding-proposed', actor, body: { by: personsOf(actor), submissions, ...(note && { note }) } }] };
}

/** The ministry's word on a proposal. It is granted only while the region is still ready. */
function answer(definition: ReadinessDefinition, state: ReadinessState, command: Of<'fund'> | Of<'decline-funding'>): ReadinessDecision {
  const { actor } = command;
  const refusal = roleRefusal(actor, command.type, state.regionCode);
  if (refusal) return refusal;
  if (state.funding?.state === 'funded') return refuseReadiness('funded-already', [state.funding.reference ?? '']);
  if (state.funding?.state !== 'proposed') return refuseReadiness('funding-not-proposed');
  if (isOneOf([...submittersOf(state), ...state.funding.proposedBy], actor)) return refuseReadiness('four-eyes');
  if (command.type === 'decline-funding') return words(command.reason) ?? { events: [{ type: 'funding-declined', actor, body: { reason: command.reason } }] };
  const reference = command.reference.trim();
  if (reference.length === 0 || reference.length > LONGEST_REFERENCE) return refuseReadiness('reference-invalid', [LONGEST_REFERENCE]);
  return readinessRefusal(definition, state, command.at) ?? { events: [{ type: 'funding-granted', actor, body: { reference } }] };
}

function visit(state: ReadinessState, { actor, at, visitedOn, visitors, minutes }: Of<'record-visit'>): ReadinessDecision {
  const refusal = roleRefusal(actor, 'record-visit', state.regionCode);
  if (refusal) return refusal;
  if (!isCivilDate(visitedOn)) return refuseReadiness('evidence-date-invalid', [visitedOn]);
  const today = todayIn(state, at);
  if (visitedOn > today) return refuseReadiness('date-in-future', ['visitedOn', today]);
  if (visitors.length === 0) return refuseReadiness('visitors-required');
  if (visitors.length > LONGEST_NOTE) return refuseReadiness('note-too-long', [LONGEST_NOTE]);
  if (!state.visitPapers.some(({ sha256 }) => sha256 === minutes)) return refuseReadiness('evidence-unknown', ['field-check-minutes']);
  const body = { visit: { n: state.visits.length + 1, visitedOn, visitors, minutes, role: actor.role } };
  return { events: [{ type: 'site-visited', actor, body }] };
}

/** What time has done: evidence that has ended, and the nearest reminder that is due for each that has not. */
function tick(definition: ReadinessDefinition, state: ReadinessState, { at, actor }: Of<'tick'>): ReadinessDecision {
  const due = readinessAlarms(definition, state).filter((alarm) => alarm.at <= msOf(at));
  const ended = new Set(due.filter(({ days }) => days === undefined).map(({ criterion }) => criterion));
  const events = due.flatMap(({ criterion, submission, days, at: dueAt }): ReadinessEvent[] => {
    const body = { criterion, submission, dueAt: isoInstant(dueAt) };
    if (days === undefined) return [{ type: 'criterion-expired', actor, body }];
    const later = due.some((other) => other.criterion === criterion && other.days !== undefined && other.days < days);
    return ended.has(criterion) || later ? [] : [{ type: 'expiry-near', actor, body: { ...body, days } }];
  });
  return { events };
}

/** Judges one command on the readiness of a region. Pure. */
export function decideReadiness(definition: ReadinessDefinition, state: ReadinessState, command: ReadinessCommand): ReadinessDecision {
  if ('expectedSeq' in command && command.expectedSeq !== undefined && command.expectedSeq !== state.seq) return refuseReadiness('stale', [state.seq]);
  if (command.type === 'tick') return tick(definition, state, command);
  if (state.seq >= MOST_EVENTS) return refuseReadiness('too-many-events', [MOST_EVENTS]);
  switch (command.type) {
    case 'attach-evidence':
      return attach(definition, state, command);
    case 'submit':
      return submit(definition, state, command);
    case 'withdraw':
      return withdraw(definition, state, command);
    case 'verify':
    case 'reject':
      return judge(definition, state, command);
    case 'propose-funding':
      return propose(definition, state, command);
    case 'fund':
    case 'decline-funding':
      return answer(definition, state, command);
    case 'record-visit':
      return visit(state, command);
  }
}
