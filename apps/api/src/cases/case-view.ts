import { actionsFor, type Action, clocksView, comparedSentence, type Definition, envelopeOf, readingOf, remarksVisibleTo, type Remark, sideActsFor, stageOrder, taskMatter, tasksOf, type Text, uploaders, waitingFor } from '#process';
import { type Caller, type CaseRecord, revealed } from '#ledger';
import { isProblemCode, allProblems } from '../problems/catalogue';

/** A transfer that has not arrived after this is a fault of the system. In milliseconds. */
const transferIsSlow = 60_000;

const nothing: Text = { id: '–', en: '–' };

/** What a caller may see of a case, and may do with it. Undefined: nothing. */
export function caseView({ state, rules, texts, deliveries, noCohort, now }: CaseRecord, caller: Caller) {
  const { definition } = rules;
  const reading = readingOf(definition, state, caller.offices);
  if (reading === 'nothing') return undefined;
  const open = reading === 'contents';
  const { transfer } = state;
  return {
    id: state.id,
    title: state.title,
    region: regionView(state.region, rules.regionName),
    programmeYear: state.programmeYear,
    planYears: state.planYears,
    phase: definition.stages[state.stage]?.phase ?? null,
    stage: stageView(definition, state.stage),
    status: state.status,
    round: state.round,
    seq: state.seq,
    substantiveSeq: state.substantiveSeq,
    at: state.at,
    now,
    enteredAt: state.enteredAt,
    process: state.process,
    calendarVersion: state.calendarVersion,
    reading,
    facts: open ? state.facts : {},
    factsBy: open ? state.factBy : {},
    documents: open
      ? state.documents.map(({ name, ...rest }) => ({ ...rest, label: definition.documents[rest.type]?.label ?? nothing, name: revealed(texts, name) ?? null }))
      : [],
    uploadable: open && state.status === 'open' && !transfer ? Object.keys(definition.documents).filter((type) => uploaders(definition, state, type).some((role) => caller.offices.some((office) => office.role === role && state.region.startsWith(office.scope)))) : [],
    clocks: clocksView(rules, state, now),
    envelope: envelopeOf(rules, state, now) ?? null,
    tasks: tasksOf(rules, state).map(({ key, transition, dueOn, claimedBy, carried, ...rest }) => ({
      taskId: `${state.id}/${key}`, ...rest, about: taskMatter({ subject: { kind: 'case', id: state.id }, key, transition: transition ?? null }).about, transition: transition ?? null, dueOn: dueOn ?? null, claimedBy: open ? (claimedBy ?? null) : null, carried: carried ?? false,
    })),
    remarks: open ? remarksVisibleTo(state, caller.offices).map((remark) => remarkView(remark, texts)) : [],
    actions: actionsFor(rules, state, caller.offices, now).map((action) => actionView(definition, action)),
    /** What goes on beside the transitions, as far as it is the caller's. */
    sideActs: sideActsFor(rules, state, caller.offices, now).map(({ reasons, ...act }) => ({ ...act, reasons: reasons.map((reason) => reasonView(definition, reason)) })),
    waitingFor: waitingView(definition, waitingFor(rules, state, { noCohort })),
    conditions: open ? state.conditions : [],
    votes: open ? state.votes.map(({ role, vote, person, checks }) => ({ role, vote, person, checks })) : [],
    halves: open ? state.halves.map(({ transition, role, person, facts, seq }) => ({ transition, role, person, facts, seq })) : [],
    holds: state.holds,
    flags: state.flags,
    compared: open && state.compared ? comparedView(definition, state.compared) : null,
    matrix: open ? (state.matrix ?? null) : null,
    gate: state.gate ?? null,
    /** Checks given on plans or claims that have changed since, and findings of its cohort that are asked anew. */
    stale: open ? (state.stale ?? []) : [],
    staleFindings: open ? (state.staleFindings ?? []) : [],
    /** Conflicts the coordinator opened the gate over, with the reasons. */
    overrides: open ? (state.overrides ?? []).map(({ key, reason }) => ({ key, reason: revealed(texts, reason) ?? null })) : [],
    correction: state.correction ? { documents: state.correction.documents } : null,
    damaged: state.damaged ?? [],
    transfer: transfer ? { seq: transfer.seq, transition: transfer.transition, from: transfer.from, to: transfer.to, at: transfer.at, by: { role: transfer.by.role, scope: transfer.by.scope }, slow: Date.parse(now) - Date.parse(transfer.at) > transferIsSlow } : null,
    deliveries: open ? deliveries : {},
  };
}

export type CaseView = NonNullable<ReturnType<typeof caseView>>;

export const regionView = (code: string, name: string) => ({ code, name, kind: code.length === 2 ? ('provinsi' as const) : Number(code.slice(2)) >= 70 ? ('kota' as const) : ('kabupaten' as const) });

export function stageView(definition: Definition, name: string) {
  const stage = definition.stages[name];
  const label = stage?.label ?? definition.outcomes[name]?.label ?? { id: name, en: name };
  return { id: name, label, phase: stage?.phase ?? null, number: stage ? stageOrder(definition, name) + 1 : null, ...(stage && { owner: stage.owner, textStatus: stage.textStatus }) };
}

/** A refusal's code with the sentence that belongs to it, in both languages and in the words of the definition. */
export function reasonView(definition: Definition, { code, details }: { code: string; details: string[] }) {
  if (!isProblemCode(code)) return { code, details, message: { id: code, en: code } };
  const said = (language: 'id' | 'en') => allProblems[code].detail(details.map((name) => wordFor(definition, name)?.[language] ?? name))[language];
  return { code, details, message: { id: said('id'), en: said('en') } };
}

function wordFor({ documents, facts, roles, stages, clocks, reasons, checks }: Definition, name: string): Text | undefined {
  for (const words of [documents, facts, roles, stages, clocks, reasons]) if (Object.hasOwn(words, name)) return words[name]!.label;
  return Object.hasOwn(checks, name) ? { id: `${name} ${checks[name]!.id}`, en: `${name} ${checks[name]!.en}` } : undefined;
}

export const actionView = (definition: Definition, { transition, label, kind, stands, allowed, reads, reasons }: Action) => ({ transition, label, kind, stands, allowed, reads, reasons: reasons.map((reason) => reasonView(definition, reason)) });

/** What has changed between the text that was kept and the one the act has brought. */
function comparedView(definition: Definition, { moved, transition, at, texts, matrix }: NonNullable<CaseRecord['state']['compared']>) {
  const label = (type: string) => definition.documents[type]?.label ?? nothing;
  return { moved, transition, at, matrix, texts: texts.map((one) => ({ ...one, label: label(one.type), asLabel: label(one.as), sentence: comparedSentence(definition, one) })) };
}

function remarkView({ n, by, visibility, unit, text, round, answer }: Remark, texts: CaseRecord['texts']) {
  return { n, by, visibility, unit: unit ?? null, text: revealed(texts, text) ?? null, round, answer: answer ? { person: answer.person, text: revealed(texts, answer.text) ?? null } : null };
}

function waitingView(definition: Definition, { sentence, roles, since }: ReturnType<typeof waitingFor>) {
  return { sentence, roles: roles.map(({ role, scope }) => ({ role, scope, label: definition.roles[role]?.label ?? nothing })), since };
}
