import { type Actor, type CaseCommand, type CaseState, type PersonCommand, type PlanVersion, type Rules, carriedByVotes, civil, dayAt, dayOf, factsAsked, msOf, personsOf, rolesOf, rpikV1, tasksOf, transitionsAt } from '../src';
import { type RoleName, anActor, theCalendar, theClock, theCohort, theEngine } from './an-actor';
import { sealed, type Life } from './life';
import { sha256 } from './rules-for';

/** A few numbers decide an act; the same numbers on the same case decide the same act. */
export type Dice = readonly number[];

const roles = Object.keys(rpikV1.roles) as RoleName[];
const facts = Object.keys(rpikV1.facts);
const documents = Object.keys(rpikV1.documents);
const reasons = Object.keys(rpikV1.reasons);
const contents = ['one', 'two', 'three'].map((text) => sha256(text));
const note = sealed('Catatan');
const pick = <T>(from: readonly T[], die: number): T | undefined => (from.length === 0 ? undefined : from[die % from.length]);

/** Mostly the office's usual holder; sometimes a colleague, a deputy, somebody with two offices, or a stranger from another region. */
function somebody(role: RoleName, state: CaseState, die: number): Actor {
  const usual = anActor(role, { region: state.region });
  switch (die % 12) {
    case 0:
      return { ...usual, person: 'p_everywhere' };
    case 1:
      return { ...usual, person: `${usual.person}_colleague` };
    case 2:
      return { ...usual, person: 'p_deputy', capacity: 'Plh', onBehalfOf: { person: usual.person, decree: 'SK 1' } };
    case 3:
      return { ...usual, scope: usual.scope === '' ? '' : '1871'.slice(0, usual.scope.length) };
    default:
      return usual;
  }
}

function valueOf(name: string, rules: Rules, state: CaseState, at: string, die: number): string {
  const fact = rules.definition.facts[name]!;
  const today = dayAt(msOf(at), rules.zone);
  if (fact.values) return pick(fact.values, die)!;
  if (fact.kind === 'year') return die % 7 === 0 ? 'soon' : String(state.programmeYear + (die % 2));
  if (fact.kind === 'text') return `N-${die % 5}`;
  return die % 9 === 0 ? civil(today - (die % 40)) : civil(today + (die % 31 === 0 ? 1 : 0));
}

const plansOf = (die: number): PlanVersion[] => [{ kind: 'RPIP', version: String(2018 + (die % 2)) }, { kind: 'RTRWP', version: '2012' }];

/** A transition with everything it asks for, or nearly. */
function transition(rules: Rules, state: CaseState, at: string, [a = 0, b = 0, c = 0, d = 0]: Dice): CaseCommand {
  const here = Object.entries(transitionsAt(rules.definition, state.stage));
  const wanted = here.filter(([, { kind }]) => !['exit', 'return'].includes(kind));
  const [name, one] = pick(a % 5 > 0 && wanted.length > 0 ? wanted : here, b) ?? ['withdraw', undefined];
  const role = (pick(one && c % 8 > 0 ? rolesOf(one) : roles, d) ?? 'observer') as RoleName;
  const given = Object.fromEntries((one ? factsAsked(one, state.flags) : []).map((fact) => [fact, valueOf(fact, rules, state, at, c + d)]));
  const checks = rules.definition.stages[state.stage]?.quorum?.voters[role];
  const half = state.halves.some(({ transition: other }) => other === name);
  return {
    type: 'take-transition',
    transition: name,
    actor: somebody(role, state, a + c),
    at,
    signInAge: d % 10 === 0 ? 900 : 60,
    ...(one?.facts && !(half && d % 2) && { facts: given }),
    ...(one?.reasons && { reasonCode: pick(d % 6 === 0 ? reasons : one.reasons, c)! }),
    ...((one?.note || one?.reasons) && { note }),
    ...((one?.remarks || (one?.vote === 'unfavourable')) && { remarks: [{ text: sealed('Pasal 7'), unit: 'Pasal 7' }] }),
    ...(one?.conditions && { conditions: [{ text: 'Lampirkan peta', owner: pick(roles, c)!, dueOn: civil(dayAt(msOf(at), rules.zone) + 1 + (d % 60)), ...(c % 2 && { before: 'evaluation' }) }] }),
    ...(one?.vote && checks && { checks: Object.fromEntries(checks.map((check) => [check, 'conform' as const])), plans: plansOf(c) }),
    ...(one?.kind === 'correction' && { documents: state.documents.slice(0, 1 + (d % 2)).map(({ type }) => type) }),
  };
}

/** What the desk still lacks is brought by whoever may bring it. */
function paper(rules: Rules, state: CaseState, [a = 0, b = 0, c = 0]: Dice): [PersonCommand, RoleName] {
  const required = Object.values(transitionsAt(rules.definition, state.stage)).flatMap((one) =>
    [...(one.documents ?? []), ...(one.anyDocument ?? [])].map((type) => ({ type, role: rolesOf(one)[c % rolesOf(one).length]! })));
  const missing = required.filter(({ type }) => !state.documents.some((document) => document.type === type));
  const asked = (state.correction?.documents ?? state.damaged ?? []).map((type) => ({ type, role: state.documents.find((one) => one.type === type)?.role ?? 'regency-drafter' }));
  const evidence = [{ type: 'hold-evidence', role: rules.definition.stages[state.stage]?.owner[0] ?? 'observer' }, { type: 'correction-evidence', role: Object.values(state.factBy)[b % 5] ?? 'observer' }];
  const anything = documents.map((one) => ({ type: one, role: 'regency-drafter' }));
  const wanted = asked.length > 0 && a % 3 > 0 ? asked : missing.length > 0 && a % 4 > 0 ? missing : a % 8 === 0 ? anything : evidence;
  const { type, role } = pick(wanted, b)!;
  const media = rules.definition.documents[type]!.media;
  return [{ type: 'attach-document', documentType: type, sha256: pick(contents, c)!, size: 10 + c, media: pick(c % 9 === 0 ? ['pdf', 'exe'] : media, a)!, name: sealed('x') }, role as RoleName];
}

const ordinary: ((life: Life, dice: Dice) => [PersonCommand, RoleName | undefined])[] = [
  (_, [a = 0]) => [{ type: 'save-matrix', sha256: pick(contents, a)!, valid: a % 5 > 0 }, 'regency-drafter'],
  ({ state }, [a = 0, b = 0]) => [{ type: 'answer-remark', n: 1 + (a % (state.remarks.length + 1)), text: note }, b % 4 ? 'regency-drafter' : undefined],
  (_, [a = 0]) => [{ type: 'add-remark', text: note, visibility: a % 2 ? 'internal' : 'counterpart' }, undefined],
  () => [{ type: 'recall' }, 'regency-drafter'],
  ({ rules, state }, [a = 0]) => {
    const half = pick(state.halves, a);
    const other = half && transitionsAt(rules.definition, state.stage)[half.transition]?.both?.find((role) => role !== half.role);
    return [{ type: 'dispute', transition: half?.transition ?? 'approve-jointly', note }, (other as RoleName | undefined) ?? 'regency-head'];
  },
  ({ state }) => [{ type: 'cancel-transfer' }, (state.transfer?.by.role as RoleName | undefined) ?? 'administrator'],
  ({ state }) => [{ type: 'open-desk' }, rpikV1.stages[state.stage as 'intake']?.owner[0]],
  ({ rules, state }, [a = 0, b = 0]) => {
    const task = pick(tasksOf(rules, state), a);
    const command = ([{ type: 'claim-task' }, { type: 'release-task' }, { type: 'assign-task', person: 'p_colleague', holds: a % 3 > 0 }] as const)[b % 3]!;
    return [{ ...command, task: task?.key ?? 'nothing' }, task?.role as RoleName | undefined];
  },
  ({ state, rules, at }, [a = 0, b = 0]) => {
    const fact = pick(Object.keys(state.facts), a) ?? pick(facts, b)!;
    return [{ type: 'correct-fact', fact, value: valueOf(fact, rules, state, at, b), note }, state.factBy[fact] as RoleName | undefined];
  },
  ({ state, today }, [a = 0, b = 0]) => {
    const clock = pick(state.clocks.filter(({ status }) => status === 'running'), a)?.key ?? 'nothing';
    const first = civil(dayOf(today) - (b % 4));
    const command: PersonCommand = b % 3 ? { type: 'propose-hold', clock, reason: 'election', first } : { type: 'extend-clock', clock, reason: 'election', days: 1 + (b % 9) };
    return [command, rpikV1.stages[state.stage as 'intake']?.owner[0]];
  },
  ({ state, today }, [a = 0, b = 0]) => {
    const hold = pick(state.holds, a);
    const superior = hold && rpikV1.roles[hold.by.role as 'regency-drafter'].superior;
    const n = hold?.n ?? 1;
    const command: PersonCommand = hold?.status === 'running' ? { type: 'lift-hold', n, last: today } : { type: 'confirm-hold', n, accepted: b % 4 > 0 };
    return [command, superior as RoleName | undefined];
  },
  ({ state }, [a = 0, b = 0]) => {
    const condition = pick(state.conditions, a);
    const n = condition?.n ?? 1;
    return condition?.status === 'reported' ? [{ type: 'review-condition', n, accepted: b % 3 > 0 }, 'ministry-reviewer'] : [{ type: 'report-condition', n }, condition?.owner as RoleName | undefined];
  },
  (life, [a = 0, b = 0]) => {
    const fact = pick(facts, b)!;
    return [{ type: 'register-external-event', kind: 'letter', letterNumber: `N-${a}`, ...(a % 2 && { facts: { [fact]: valueOf(fact, life.rules, life.state, life.at, b) } }) }, undefined];
  },
  ({ state }, [a = 0]) => {
    const document = pick(state.documents, a);
    return [{ type: 'withdraw-document', documentType: document?.type ?? 'cover-letter', version: document?.version ?? 1 }, document?.role as RoleName | undefined];
  },
  (_, [a = 0]) => [{ type: a % 2 ? 'remind-desk' : 'escalate', ...(a % 3 > 0 && { note }) }, 'administrator'],
  (_, [a = 0]) => [{ type: 'amend-claims', sha256: pick(contents, a)!, valid: a % 4 > 0, resolution: 'X01:1704+1705', tables: a % 2 ? ['flagships'] : ['sentra'] }, 'regency-drafter'],
  ({ state }, [a = 0]) => [{ type: 'recheck', check: pick(Object.keys(rpikV1.checks), a)!, result: a % 3 ? 'conform' : 'not-conform', note }, state.stale?.[0]?.role as RoleName | undefined],
];

/** An act that somebody might try now: plausible more often than not, by the right person more often than not. */
export function randomAct(life: Life, dice: Dice): CaseCommand {
  const [which = 0, ...rest] = dice;
  const { rules, state, at } = life;
  const [a = 0, b = 0] = rest;
  const kind = which % 20;
  if (state.transfer && kind < 9) {
    const count = state.transfer.manifest.documents.length;
    const cohort = rules.definition.stages[state.transfer.to]?.gate && b % 3 ? { cohort: { id: 'cohort-17-2026', cutOffOn: '2026-12-30' } } : {};
    return { type: 'complete-transfer', transfer: state.transfer.seq - (a % 25 === 0 ? 1 : 0), outcome: a % 11 === 1 && count > 0 ? { damaged: [b % count] } : { intact: true }, ...cohort, actor: theEngine, at };
  }
  if (state.gate && kind < 3) return { type: 'open-gate', cohort: 'cohort-17-2026', round: 1, release: 1, arrivalSeq: state.gate.arrivedSeq - (a % 9 === 0 ? 1 : 0), actor: theCohort, at };
  if (kind < 8) return transition(rules, state, at, rest);
  if (kind < 13) {
    const [command, role] = paper(rules, state, rest);
    return { ...command, actor: somebody(role, state, a + b), at };
  }
  if (kind === 13) return { type: 'tick', actor: theClock, at };
  if (kind === 14 && a % 4 === 0) return { type: 'change-calendar', version: rules.calendar.version, actor: theCalendar, at };
  if (kind > 12 && a % 3 === 1 && rules.definition.stages[state.stage]?.gate) return { type: 'join-cohort', cohort: 'cohort-17-2026', cutOffOn: '2026-12-30', actor: theCohort, at };
  if (kind === 15 && a % 4 === 0) return { type: 'notice-bounced', notice: `n-${b}`, template: b % 2 ? 'reminder' : 'overdue', role: pick(roles, b)!, actor: { system: 'delivery' }, at };
  if (kind > 14 && a % 3 === 0 && carriedByVotes(rules.definition, state.stage)) return { type: 'mark-checks', plans: plansOf(b), findings: a % 2 ? ['X01.1704-1705.tenun'] : [], actor: theCohort, at };
  const [command, role] = pick(ordinary, a)!(life, rest.slice(1));
  return { ...command, actor: somebody(role ?? pick(roles, b)!, state, a + b), at };
}

/** Everybody with a hand in a command. */
export const handsOf = (command: CaseCommand): string[] => ('person' in command.actor ? personsOf(command.actor) : []);
