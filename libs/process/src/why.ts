import { type Actor, type Scope, seatOf } from './actor';
import { alarmsOf } from './alarms';
import { type Definition, type Transition, factsAsked, rolesOf, transitionsAt } from './definition';
import { standing, uploaders, whoMay } from './decide';
import { openRemarks } from './decide/guards';
import { type Desk, deskOf } from './desk-of';
import { conditionReviewers, drafters } from './offices';
import type { Refusal, RefusalCode } from './refusal';
import type { Rules } from './rules';
import type { CaseState, Condition } from './state';
import { tasksOf } from './tasks';
import type { Text } from './text';
import { type CivilDate, type Language, dayAt, isoInstant, msOf, shortDate, workingDaysBetween } from './time';
import { waitingFor } from './waiting';

/** Who can take away what stands in the way: an office, the gate of the province, time itself, or the system. */
export type Holder = { role: string; scope: Scope } | 'gate' | 'time' | 'system';

/** Something that stands between the case and its next step, and who holds it. */
export interface Unmet {
  code: RefusalCode | 'in-transfer' | 'gate-shut' | 'no-cohort';
  details: string[];
  holders: Holder[];
}

/** One thing somebody can do now that brings the case nearer to moving. Done in their order, the steps move it. */
export interface Step {
  act: 'attach-document' | 'save-matrix' | 'answer-remark' | 'report-condition' | 'review-condition' | 'take-transition' | 'create-cohort' | 'release-gate';
  /** The document type, the number of the remark or the condition, or the transition. */
  name: string;
  role: string;
  scope: Scope;
  label: Text;
  /** What has to come with a transition. */
  needs: { facts: string[]; checks: string[]; reasons: string[]; note: boolean; remarks: boolean; conditions: boolean; freshSignIn: boolean };
}

/** A role that nobody holds; `since` is null when nobody ever did. */
export interface EmptyRole {
  role: string;
  scope: Scope;
  since: CivilDate | null;
}

export interface Why {
  sentence: Text;
  moving: boolean;
  desk: Desk[];
  since: string;
  /** Working days in the region since then. */
  workingDays: number;
  unmet: Unmet[];
  unblock: Step[];
  /** What happens by itself if nobody does anything. */
  nextAlarm?: { at: string; kind: 'rung' | 'expiry' | 'deemed' | 'programme-year'; what: Text };
  /** Roles of the desk that nobody holds: then only the register of office-holders can help. */
  nobody: EmptyRole[];
  /** Offices of the desk all of whose holders had a hand in what they would judge: then only another person can help. */
  barred: BarredOffice[];
}

/** An office, and those of its holders whom four eyes keep from its act. */
export interface BarredOffice {
  role: string;
  scope: Scope;
  persons: string[];
}

export interface WhyFacts {
  at: string;
  noCohort?: boolean;
  vacancies?: readonly EmptyRole[];
  /** What keeps the gate of the case's cohort shut; nothing when it may be released. Unknown when left out. */
  gate?: { isShut: boolean; missing: readonly string[] };
  /** Who sits in the offices of the desk, those who act for another among them. */
  seated?: readonly Actor[];
}

const nothing: Step['needs'] = { facts: [], checks: [], reasons: [], note: false, remarks: false, conditions: false, freshSignIn: false };

/** Why a case is not moving, who holds what it lacks, and what would move it: for people as a sentence, for programs as data. */
export function whyOf(rules: Rules, state: CaseState, facts: WhyFacts): Why {
  const { at, noCohort = false, vacancies = [], seated = [] } = facts;
  const { sentence, since } = waitingFor(rules, state, { noCohort });
  const desk = deskOf(rules, state);
  const nobody = vacancies.filter(({ role, scope }) => desk.some((office) => office.role === role && office.scope === scope));
  const { unmet, unblock } = state.status === 'open' ? wayOn(rules, state, facts) : { unmet: [], unblock: [] };
  const alarm = nextAlarmOf(rules, state);
  const barred = barredAt(rules, state, desk, seated);
  const nobodyElse = barred.length > 0 && desk.every(({ role, scope }) => barred.some((office) => office.role === role && office.scope === scope && isAll(office, seated)));
  return {
    sentence: nobody.length > 0 ? nobodyCan(rules, nobody) : nobodyElse ? allBarred(rules, barred) : sentence,
    moving: state.transfer !== undefined,
    desk,
    since,
    workingDays: Math.max(0, workingDaysBetween(rules.calendar, dayAt(msOf(since), rules.zone), dayAt(msOf(at), rules.zone))),
    unmet,
    unblock,
    ...(alarm && { nextAlarm: alarm }),
    nobody,
    barred,
  };
}

/** Of each office of the desk, the persons whom four eyes keep from every act that is asked of it. */
function barredAt(rules: Rules, state: CaseState, desk: readonly Desk[], seated: readonly Actor[]): BarredOffice[] {
  const asked = tasksOf(rules, state).flatMap(({ role, transition }) => (transition === undefined ? [] : [{ role, transition: transitionsAt(rules.definition, state.stage)[transition]! }]));
  return desk.flatMap(({ role, scope }) => {
    const acts = asked.filter((one) => one.role === role);
    const isBarred = (actor: Actor) => acts.length > 0 && acts.every(({ transition }) => whoMay(rules.definition, state, transition, actor).some(({ refused }) => refused === 'four-eyes'));
    const persons = seated.filter((actor) => actor.role === role && actor.scope === scope && isBarred(actor)).map(({ person }) => person);
    return persons.length > 0 ? [{ role, scope, persons }] : [];
  });
}

const isAll = ({ role, scope, persons }: BarredOffice, seated: readonly Actor[]) => seated.filter((actor) => actor.role === role && actor.scope === scope).every(({ person }) => persons.includes(person));

function allBarred({ definition, regionName }: Rules, barred: readonly BarredOffice[]): Text {
  const named = (lang: Language) => barred.map(({ role }) => definition.roles[role]!.label[lang]).join(', ');
  return {
    id: `Tidak ada yang dapat bertindak (${regionName}): setiap pemegang peran ${named('id')} ikut menyusun atau mengajukan yang dinilai; diperlukan orang lain.`,
    en: `Nobody can act (${regionName}): every holder of the role ${named('en')} had a hand in what is to be judged; another person is needed.`,
  };
}

function nobodyCan({ definition, regionName }: Rules, nobody: readonly EmptyRole[]): Text {
  const said = (lang: Language): string => {
    const roles = nobody.map(({ role, since }) => {
      const label = definition.roles[role]!.label[lang];
      if (since === null) return lang === 'id' ? `${label} belum pernah terisi` : `${label} has never had a holder`;
      return lang === 'id' ? `${label} kosong sejak ${shortDate(since, lang)}` : `${label} has had no holder since ${shortDate(since, lang)}`;
    });
    return lang === 'id' ? `Tidak ada yang dapat bertindak (${regionName}): peran ${roles.join(', ')}.` : `Nobody can act (${regionName}): the role ${roles.join(', ')}.`;
  };
  return { id: said('id'), en: said('en') };
}

/** What lacks, and the steps that bring it, first things first. */
function wayOn(rules: Rules, state: CaseState, { at, noCohort = false, gate }: WhyFacts): Pick<Why, 'unmet' | 'unblock'> {
  if (state.transfer) return { unmet: [{ code: 'in-transfer', details: [], holders: ['system'] }], unblock: [] };
  if (state.gate) return atGate(rules, state, noCohort, gate);
  const unmet: Unmet[] = [];
  const steps: Step[] = damagedSteps(rules, state);
  for (const { role, scope, transition: name, verb } of tasksOf(rules, state)) {
    const transition = name === undefined ? undefined : transitionsAt(rules.definition, state.stage)[name];
    if (!transition) continue;
    const refusals = standing(rules, state, name!, transition, theHolder(role, scope), at);
    for (const refusal of refusals) if (!unmet.some(({ code, details }) => code === refusal.refused && String(details) === String(refusal.details))) unmet.push(held(rules, state, refusal, role, scope));
    const before = refusals.flatMap((refusal) => stepsFor(rules, state, refusal));
    const mayFollow = refusals.every(({ refused }) => isPrepared.has(refused));
    steps.push(...before, ...(mayFollow ? [transitionStep(rules, state, name!, transition, role, scope, verb)] : []));
  }
  return { unmet, unblock: steps.filter((step, n) => steps.findIndex((other) => other.act === step.act && other.name === step.name && other.role === step.role) === n) };
}

/** Somebody who holds the office and had no hand in the case yet; whether a person is barred by four eyes is for the register to say. */
const theHolder = (role: string, scope: Scope): Actor => ({ person: '', role, scope, capacity: 'definitive' });

/** What a step before the act itself takes away. */
const isPrepared: ReadonlySet<RefusalCode> = new Set(['missing-documents', 'documents-damaged', 'matrix-invalid', 'remarks-unanswered', 'correction-unchanged', 'conditions-open']);

function stepsFor(rules: Rules, state: CaseState, { refused, details }: Refusal): Step[] {
  if (refused === 'matrix-invalid') return [{ ...drafterStep(state), act: 'save-matrix', name: 'plan-matrix', label: { id: 'Perbaiki matriks rencana', en: 'Correct the plan matrix' } }];
  if (refused === 'remarks-unanswered') return openRemarks(state).map(({ n }) => ({ ...drafterStep(state), act: 'answer-remark', name: String(n), label: { id: `Jawab catatan ${n}`, en: `Answer remark ${n}` } }));
  if (refused === 'conditions-open') return state.conditions.filter(({ n }) => details.includes(String(n))).flatMap((condition) => conditionSteps(rules, state, condition));
  if (refused === 'missing-documents' || refused === 'correction-unchanged') return details.map((type) => documentStep(rules, state, type)).filter((step) => step !== undefined);
  return [];
}

/** What the owner reports, the ministry accepts: the first of both that is still to be done. */
function conditionSteps({ definition }: Rules, state: CaseState, { n, owner, status }: Condition): Step[] {
  const [role, act, label] = status === 'reported' ? ([conditionReviewers[0]!, 'review-condition', { id: `Periksa laporan syarat ${n}`, en: `Review the report on condition ${n}` }] as const) : ([owner, 'report-condition', { id: `Laporkan pemenuhan syarat ${n}`, en: `Report on condition ${n}` }] as const);
  return [{ act, name: String(n), role, scope: seatIn(definition, role, state), label, needs: nothing }];
}

const drafterStep = (state: CaseState) => ({ role: drafters[0]!, scope: seatOf('regency', state.region), needs: nothing });

function damagedSteps(rules: Rules, state: CaseState): Step[] {
  return (state.damaged ?? []).map((type) => documentStep(rules, state, type)).filter((step) => step !== undefined);
}

function documentStep({ definition }: Rules, state: CaseState, type: string): Step | undefined {
  const [role] = uploaders(definition, state, type);
  if (role === undefined) return undefined;
  const { label } = definition.documents[type]!;
  return { act: 'attach-document', name: type, role, scope: seatIn(definition, role, state), label: { id: `Unggah ${label.id}`, en: `Upload ${label.en}` }, needs: nothing };
}

const seatIn = (definition: Definition, role: string, state: CaseState): Scope => seatOf(definition.roles[role]?.level ?? 'any', state.region);

function transitionStep({ definition }: Rules, state: CaseState, name: string, transition: Transition, role: string, scope: Scope, label: Text): Step {
  const voters = definition.stages[state.stage]?.quorum?.voters ?? {};
  return {
    act: 'take-transition', name, role, scope, label,
    needs: {
      facts: [...factsAsked(transition, state.flags)],
      checks: [...((transition.vote && voters[role]) || [])],
      reasons: [...(transition.reasons ?? [])],
      note: transition.note === 'required',
      remarks: transition.remarks === 'required',
      conditions: transition.conditions === 'required',
      freshSignIn: transition.freshSignIn !== undefined,
    },
  };
}

function atGate(rules: Rules, state: CaseState, noCohort: boolean, gate: WhyFacts['gate']): Pick<Why, 'unmet' | 'unblock'> {
  const [role = 'provincial-coordinator'] = rules.definition.stages[state.stage]?.owner ?? [];
  const scope = seatIn(rules.definition, role, state);
  const step = { role, scope, needs: nothing };
  if (noCohort) {
    return {
      unmet: [{ code: 'no-cohort', details: [String(state.programmeYear)], holders: [{ role, scope }] }],
      unblock: [{ ...step, act: 'create-cohort', name: `cohort-${scope}-${state.programmeYear}`, label: { id: `Bentuk kohor tahun ${state.programmeYear}`, en: `Create the cohort of ${state.programmeYear}` } }],
    };
  }
  // What the gate waits for is moved by what is said of each region that is missing.
  if (gate?.isShut) return { unmet: [{ code: 'gate-shut', details: [...gate.missing], holders: ['gate'] }], unblock: [] };
  return { unmet: [{ code: 'gate-shut', details: [], holders: ['gate'] }], unblock: [{ ...step, act: 'release-gate', name: 'release', label: { id: 'Lepas gerbang provinsi', en: "Release the province's gate" } }] };
}

/** Who can take a refusal away. */
function held({ definition }: Rules, state: CaseState, { refused, details }: Refusal, role: string, scope: Scope): Unmet {
  const seat = (name: string): Holder => ({ role: name, scope: seatIn(definition, name, state) });
  const roles = (names: readonly string[]): Holder[] => [...new Set(names)].map(seat);
  const holders = ((): Holder[] => {
    switch (refused) {
      case 'missing-documents':
      case 'documents-damaged':
      case 'correction-unchanged':
        return roles(details.flatMap((type) => uploaders(definition, state, type).slice(0, 1)));
      case 'remarks-unanswered':
      case 'matrix-invalid':
      case 'correction-under-way':
        return drafters.map(seat);
      case 'clock-running':
        return ['time'];
      case 'second-person-needed':
        return roles(details);
      case 'conditions-open':
        return roles(state.conditions.filter(({ n }) => details.includes(String(n))).map(({ owner, status }) => (status === 'reported' ? conditionReviewers[0]! : owner)));
      case 'fact-required':
        return roles(Object.values(transitionsAt(definition, state.stage)).filter(({ facts }) => facts?.some((fact) => details.includes(fact))).flatMap((one) => rolesOf(one).slice(0, 1)));
      case 'relisting-due':
        return roles(Object.values(transitionsAt(definition, state.stage)).filter(({ clears }) => clears !== undefined).flatMap(({ by }) => by));
      default:
        return [{ role, scope }];
    }
  })();
  return { code: refused, details: details.map(String), holders: holders.length > 0 ? holders : [{ role, scope }] };
}

function nextAlarmOf(rules: Rules, state: CaseState): Why['nextAlarm'] {
  const [alarm] = alarmsOf(rules, state);
  if (!alarm) return undefined;
  const at = isoInstant(alarm.at);
  const label = 'clock' in alarm ? rules.definition.clocks[alarm.clock.rule]!.label : undefined;
  const what: { [K in NonNullable<Why['nextAlarm']>['kind']]: Text } = {
    rung: { id: `Pengingat: ${label?.id}`, en: `Reminder: ${label?.en}` },
    expiry: { id: `Tenggat lewat: ${label?.id}`, en: `Deadline passes: ${label?.en}` },
    deemed: { id: 'Dinyatakan sah menurut undang-undang', en: 'Deemed valid by law' },
    'programme-year': { id: 'Tahun Propemperda berakhir', en: 'The year of the programme ends' },
  };
  return { at, kind: alarm.kind, what: what[alarm.kind] };
}

