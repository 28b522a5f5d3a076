import { personsOf, type Actor } from './actor';
import { withClocks } from './clocks';
import { comparisonAsked, signedMarks } from './compared-texts';
import { type Definition, isOutcome, transitionsAt } from './definition';
import { type CaseEvent, type EventBodies, type RecordedEvent, withoutSubstance } from './event';
import { textsOf } from './manifest';
import type { CaseState, Clock, Half, Remark } from './state';

type Changes = Partial<CaseState>;

const unique = (persons: readonly string[]) => [...new Set(persons)];
const actorOf = (event: CaseEvent): Actor | undefined => ('person' in event.actor ? event.actor : undefined);

function filed(caseId: string, at: string, body: EventBodies['case-filed']): CaseState {
  const { process, region, title, programmeYear, planYears, stage, calendarVersion, clocks } = body;
  return {
    id: caseId,
    process,
    region,
    title,
    programmeYear,
    planYears,
    stage,
    status: 'open',
    round: 1,
    seq: 1,
    substantiveSeq: 1,
    at,
    enteredAt: at,
    calendarVersion,
    facts: {},
    factBy: {},
    documents: [],
    versions: {},
    marks: {},
    clocks,
    holds: [],
    votes: [],
    remarks: [],
    conditions: [],
    submitters: [],
    proposers: [],
    halves: [],
    claims: {},
    flags: [],
  };
}

function withFacts(state: CaseState, facts: { [fact: string]: string }, role: string | undefined): Changes {
  const by = Object.fromEntries(Object.keys(facts).map((fact) => [fact, role ?? '']));
  return { facts: { ...state.facts, ...facts }, factBy: { ...state.factBy, ...by } };
}

const isCorrection = (half: Half) => half.transition.startsWith('correct-fact:');

/** Facts that a return makes void are registered anew; the history keeps them. */
function forgetting(state: CaseState, facts: readonly string[]): CaseState {
  const kept = <V>(of: { [fact: string]: V }) => Object.fromEntries(Object.entries(of).filter(([fact]) => !facts.includes(fact)));
  return { ...state, facts: kept(state.facts), factBy: kept(state.factBy) };
}

/** What a stay at a desk leaves behind when the case goes: claims, openings, a correction asked, what could be recalled. */
const deskCleared: Changes = { claims: {}, deskOpened: undefined, correction: undefined, recallable: undefined, reopened: undefined };

function moved(definition: Definition, state: CaseState, body: EventBodies['case-moved'], at: string, seq: number): Changes {
  const transition = transitionsAt(definition, body.from)[body.transition];
  const stays = body.from === body.to;
  const documents = body.documents ?? state.documents;
  const clocks = withClocks(state.clocks, body.clocks);
  const draftChanged = draftOf(state.manifest?.documents) !== draftOf(body.manifest?.documents);
  const votesVoid = stays ? draftChanged : body.round !== state.round;
  const forgotten = transition?.forgets ?? [];
  const closes = isOutcome(definition, body.to);
  const arrives = definition.stages[body.to]?.gate !== undefined;
  return {
    ...deskCleared,
    ...withFacts(forgetting(state, forgotten), body.facts, body.by?.role),
    stage: body.to,
    ...(closes && { status: body.to, closedAt: at }),
    round: body.round,
    enteredAt: stays ? state.enteredAt : at,
    documents,
    versions: highest(state.versions, documents),
    manifest: body.manifest ?? state.manifest,
    marks: { ...(body.round === state.round ? state.marks : unsigned(definition, state.marks)), ...body.marks },
    comparing: comparisonAsked(transition, body.transition, state, documents, body.manifest, seq) ?? state.comparing,
    ...(body.round !== state.round && { comparing: undefined, compared: undefined }),
    conditions: [...state.conditions, ...(body.conditions ?? [])],
    flags: body.flags,
    clocks,
    transfer: undefined,
    halves: stays ? state.halves.filter((half) => half.transition !== body.transition) : state.halves.filter(isCorrection),
    votes: votesVoid ? [] : state.votes,
    ...(votesVoid && { stale: undefined, staleFindings: undefined }),
    ...(body.round !== state.round && { overrides: undefined }),
    returnedFrom: transition?.kind === 'return' ? body.from : state.returnedFrom,
    ...(transition?.recallable && body.by && { recallable: { to: body.from, by: personsOf(body.by), role: body.by.role, clocks: state.transfer?.clocksBefore ?? [] } }),
    gate: arrives && body.manifest ? { arrivedSeq: seq, manifestHash: body.manifest.hash } : undefined,
    ...(transition?.signs && transition.kind === 'advance' && body.by && { signedIn: body.by.capacity }),
  };
}

/** What was signed in one round is nobody's word on the text of the next. */
function unsigned(definition: Definition, marks: CaseState['marks']): CaseState['marks'] {
  const signed = signedMarks(definition);
  return Object.fromEntries(Object.entries(marks).filter(([mark]) => !signed.has(mark as keyof typeof marks)));
}

const draftOf = (documents: readonly { type: string; sha256: string }[] | undefined) => documents?.find(({ type }) => type === 'draft-regulation')?.sha256;

function highest(versions: CaseState['versions'], documents: CaseState['documents']): CaseState['versions'] {
  const result = { ...versions };
  for (const { type, version } of documents) result[type] = Math.max(version, result[type] ?? 0);
  return result;
}

/** The hands in an act, for four eyes: who submitted for the regency, who proposed the endorsement. */
function hands(definition: Definition, state: CaseState, by: Actor, stage: string, name: string): Changes {
  const isRegency = definition.roles[by.role]?.level === 'regency';
  const proposes = transitionsAt(definition, stage)[name]?.proposes;
  return {
    ...(isRegency && { submitters: unique([...state.submitters, ...personsOf(by)]) }),
    ...(proposes && { proposers: personsOf(by) }),
  };
}

function attached(definition: Definition, state: CaseState, { document }: EventBodies['document-attached']): Changes {
  const several = definition.documents[document.type]?.several;
  const others = state.documents.filter(({ type, sha256 }) => type !== document.type || (several && sha256 !== document.sha256));
  const damaged = state.damaged?.filter((type) => type !== document.type);
  return {
    documents: [...others, document],
    versions: { ...state.versions, [document.type]: document.version },
    damaged: damaged?.length ? damaged : undefined,
  };
}

function reminded(clocks: readonly Clock[], body: EventBodies['reminder-due']): Clock[] {
  const passed = Object.fromEntries(body.skipped.map((day) => [day, 'skipped' as const]));
  return clocks.map((clock) => (clock.key === body.clock ? { ...clock, rungs: { ...clock.rungs, ...passed, [body.day]: 'sent' } } : clock));
}

const without = (facts: CaseState['facts'], previous: { [fact: string]: string | null }) => {
  const result = { ...facts };
  for (const [fact, value] of Object.entries(previous)) {
    if (value === null) delete result[fact];
    else result[fact] = value;
  }
  return result;
};

/** The second hand confirms the fact as it stands after its correction. */
const corrected = (half: Half, fact: string, value: string): Half => (fact in half.facts ? { ...half, facts: { ...half.facts, [fact]: value } } : half);

const noneOr = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** The check as it is given now; what holds is stale no more. */
function renewed(state: CaseState, { check, result, grounds }: EventBodies['check-renewed']): Changes {
  const votes = state.votes.map((vote) =>
    check in vote.checks ? { ...vote, checks: { ...vote.checks, [check]: result }, ...(grounds && { grounds: { ...vote.grounds, [check]: grounds } }) } : vote,
  );
  const stale = (state.stale ?? []).flatMap((one) => (one.check !== check ? [one] : result === 'conform' ? [] : [{ ...one, found: result }]));
  return { votes, stale: noneOr(stale) };
}

const deskLeft = (state: CaseState): Changes => ({ ...deskCleared, halves: state.halves.filter(isCorrection) });

/** The texts kept by the transition of this stage that clears a flag. */
function markedBy(definition: Definition, state: CaseState, flag: string): CaseState['marks'] {
  const marks = Object.values(transitionsAt(definition, state.stage)).find(({ clears }) => clears === flag)?.marks;
  return marks ? { [marks.mark]: textsOf(state.documents, marks.documents) } : {};
}

function changes(definition: Definition, state: CaseState, event: CaseEvent, at: string, seq: number): Changes {
  const actor = actorOf(event);
  switch (event.type) {
    case 'case-filed':
      throw new Error('a case is filed once');
    case 'document-attached':
      return attached(definition, state, event.body);
    case 'document-withdrawn':
      return { documents: state.documents.filter(({ type, version }) => type !== event.body.type || version !== event.body.version) };
    case 'matrix-saved':
      return { matrix: event.body };
    case 'claims-amended': {
      const { version, sha256, manifest } = event.body;
      return { matrix: { version, sha256, valid: true }, manifest, gate: { arrivedSeq: seq, manifestHash: manifest.hash } };
    }
    case 'transition-recorded':
      return {
        ...withFacts(state, event.body.facts, actor?.role),
        clocks: withClocks(state.clocks, event.body.clocks),
        flags: state.flags.filter((flag) => flag !== event.body.clears),
      };
    case 'external-event-registered':
      return { ...withFacts(state, event.body.facts, actor?.role), clocks: withClocks(state.clocks, event.body.clocks) };
    case 'vote-recorded':
      return {
        votes: [...state.votes.filter(({ role }) => role !== event.body.vote.role), event.body.vote],
        ...(state.stale && { stale: noneOr(state.stale.filter(({ check }) => !(check in event.body.vote.checks))) }),
      };
    case 'checks-stale':
      return { stale: [...(state.stale ?? []).filter(({ check }) => !event.body.checks.some((one) => one.check === check)), ...event.body.checks] };
    case 'check-renewed':
      return renewed(state, event.body);
    case 'findings-stale':
      return { staleFindings: noneOr(event.body.findings) };
    case 'remark-added':
      return { remarks: [...state.remarks, event.body.remark] };
    case 'remark-answered':
      return { remarks: state.remarks.map((remark): Remark => (remark.n === event.body.n ? { ...remark, answer: event.body.answer } : remark)) };
    case 'correction-requested':
      return { correction: { documents: event.body.documents, by: actor?.role ?? '', seq } };
    case 'half-recorded': {
      const { half, clocks } = event.body;
      const isRegency = definition.roles[half.role]?.level === 'regency';
      return {
        ...withFacts(state, half.facts, half.role),
        halves: [...state.halves, { ...half, seq }],
        clocks: withClocks(state.clocks, clocks),
        ...(isRegency && { submitters: unique([...state.submitters, ...half.persons]) }),
      };
    }
    case 'half-disputed': {
      const half = state.halves.find(({ transition }) => transition === event.body.transition);
      return {
        facts: without(state.facts, half?.previous ?? {}),
        halves: state.halves.filter((one) => one !== half),
        clocks: withClocks(state.clocks, event.body.clocks),
      };
    }
    case 'transfer-started': {
      const { transfer, clocks } = event.body;
      return { transfer: { seq, ...transfer }, clocks: withClocks(state.clocks, clocks), ...hands(definition, state, transfer.by, transfer.from, transfer.transition) };
    }
    case 'transfer-failed':
      return {
        transfer: undefined,
        damaged: unique([...(state.damaged ?? []), ...event.body.damaged.map(({ type }) => type)]),
        reopened: unique([...(state.reopened ?? []), ...event.body.damaged.map(({ type }) => type)]),
        clocks: withClocks(state.clocks, event.body.clocks),
      };
    case 'transfer-cancelled':
      return { transfer: undefined, clocks: withClocks(state.clocks, event.body.clocks) };
    case 'case-moved':
      return moved(definition, state, event.body, at, seq);
    case 'texts-compared':
      return { comparing: undefined, compared: { ...event.body, at } };
    case 'case-recalled':
      return { ...deskLeft(state), stage: event.body.to, enteredAt: at, clocks: withClocks(state.clocks, event.body.clocks) };
    case 'cohort-joined':
      return { clocks: withClocks(state.clocks, event.body.clocks) };
    case 'gate-opened':
      return { ...deskLeft(state), stage: event.body.to, enteredAt: at, gate: undefined, overrides: event.body.overrides, clocks: withClocks(state.clocks, event.body.clocks) };
    case 'fact-correction-proposed':
      return { halves: [...state.halves.filter(({ transition }) => transition !== event.body.half.transition), { ...event.body.half, seq }] };
    case 'fact-corrected':
      return {
        facts: { ...state.facts, [event.body.fact]: event.body.to },
        halves: state.halves.filter(({ transition }) => transition !== `correct-fact:${event.body.fact}`).map((half) => corrected(half, event.body.fact, event.body.to)),
        clocks: withClocks(state.clocks, event.body.clocks),
      };
    case 'condition-reported':
      return { conditions: state.conditions.map((one) => (one.n === event.body.n ? { ...one, status: 'reported', ...(actor && { reportedBy: personsOf(actor) }) } : one)) };
    case 'condition-reviewed': {
      const status = event.body.accepted ? 'accepted' : 'refused';
      return { conditions: state.conditions.map((one) => (one.n === event.body.n ? { ...one, status } : one)), clocks: withClocks(state.clocks, event.body.clocks) };
    }
    case 'hold-proposed':
      return { holds: [...state.holds, event.body.hold] };
    case 'hold-confirmed':
      return {
        holds: state.holds.map((hold) => (hold.n === event.body.n ? { ...hold, status: hold.kind === 'hold' ? 'running' : 'ended' } : hold)),
        clocks: withClocks(state.clocks, event.body.clocks),
      };
    case 'hold-refused':
      return { holds: state.holds.map((hold) => (hold.n === event.body.n ? { ...hold, status: 'refused' } : hold)) };
    case 'hold-lifted':
      return {
        holds: state.holds.map((hold) => (hold.n === event.body.n ? { ...hold, status: 'ended', last: event.body.last } : hold)),
        clocks: withClocks(state.clocks, event.body.clocks),
      };
    case 'desk-opened':
      return { deskOpened: true };
    case 'task-claimed':
    case 'task-assigned':
      return { claims: { ...state.claims, [event.body.task]: { person: event.body.person, by: actor?.person ?? '' } } };
    case 'task-released': {
      const { [event.body.task]: _, ...claims } = state.claims;
      return { claims };
    }
    case 'desk-reminded':
      return { pressed: { ...state.pressed, reminded: event.body.on } };
    case 'desk-escalated':
      return { pressed: { ...state.pressed, escalated: event.body.on } };
    case 'reminder-due':
      return { clocks: reminded(state.clocks, event.body) };
    case 'clock-expired':
      return { clocks: state.clocks.map((clock) => (clock.key === event.body.clock ? { ...clock, expired: true } : clock)) };
    case 'flag-raised':
      return { flags: unique([...state.flags, event.body.flag]) as CaseState['flags'] };
    case 'deemed-valid':
      return {
        ...deskLeft(state),
        stage: event.body.to,
        enteredAt: at,
        flags: [...state.flags, 'deemed-valid'],
        clocks: withClocks(state.clocks, event.body.clocks),
      };
    case 'deemed-valid-superseded':
      return {
        ...withFacts(state, event.body.facts, actor?.role),
        flags: state.flags.filter((flag) => flag !== 'deemed-valid'),
        marks: { ...state.marks, ...markedBy(definition, state, 'deemed-valid') },
        clocks: withClocks(state.clocks, event.body.clocks),
      };
    case 'calendar-changed':
      return { calendarVersion: event.body.to, clocks: withClocks(state.clocks, event.body.clocks) };
    case 'texts-read':
    case 'notice-bounced':
    case 'seq-behind':
      return {};
  }
}

/** Folds one recorded event into the state. Total: an event that was recorded is never refused here. */
export function evolve(definition: Definition, state: CaseState | undefined, event: RecordedEvent): CaseState {
  if (!state) {
    if (event.type !== 'case-filed') throw new Error('a case begins with its filing');
    return filed(event.caseId, event.at, event.body);
  }
  const counted = 'calendarVersion' in event.body && event.body.calendarVersion !== undefined ? { calendarVersion: event.body.calendarVersion } : {};
  const after = { ...state, ...changes(definition, state, event, event.at, event.seq), ...counted, seq: event.seq, at: event.at };
  // A substantive act of the desk's own people is an opening too.
  const owners = definition.stages[state.stage]?.owner ?? [];
  const touched = state.recallable && 'person' in event.actor && owners.includes(event.actor.role) && after.stage === state.stage;
  const substantive = withoutSubstance.includes(event.type) ? {} : { substantiveSeq: event.seq, ...(touched && { deskOpened: true as const }) };
  return plain({ ...after, ...substantive });
}

/** No key holds undefined, so that a state and the JSON read back from PostgreSQL are the same value. */
function plain(state: CaseState): CaseState {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined)) as unknown as CaseState;
}

/** The state as events that are not recorded yet would leave it; they count from the next seq on. */
export function evolveAll(definition: Definition, state: CaseState, events: readonly CaseEvent[]): CaseState {
  return events.reduce((before, event) => evolve(definition, before, { ...event, caseId: before.id, seq: before.seq + 1, at: before.at }), state);
}
