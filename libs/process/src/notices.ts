import { type Scope, seatOf } from './actor';
import { ownersOf } from './clocks';
import { comparedSentences } from './compared-texts';
import { isOutcome, type Transition, transitionsAt } from './definition';
import type { RecordedEvent } from './event';
import { kindOf, noticeKinds } from './notice-kinds';
import { pages } from './pages';
import { readingOf } from './reading';
import type { Rules } from './rules';
import type { CaseState, Clock, StaleCheck } from './state';
import { type Task, tasksOf } from './tasks';
import type { Text } from './text';
import { civil, dayAt, dayOf, isProvisional, msOf, workingDaysBetween } from './time';

/** Who is told what. The ledger turns an office into its holders of that moment; `except` are those whose own act it was. */
export interface NoticeIntent {
  template: string;
  to: { role: string; scope: Scope };
  except: string[];
  data: { [fact: string]: unknown };
}

interface Telling {
  rules: Rules;
  event: RecordedEvent;
  after: CaseState;
  facts: { [fact: string]: unknown };
}

const seeNote: Text = { id: 'lihat catatan pada kasus', en: 'see the note on the case' };

/** An act by its name, at whichever stage it is taken. */
const transitionOf = ({ definition }: Rules, name: string): Transition | undefined => Object.keys(definition.stages).map((stage) => transitionsAt(definition, stage)[name]).find((one) => one !== undefined);

const labelOfRole = (rules: Rules, role: string | undefined): Text => rules.definition.roles[role ?? '']?.label ?? { id: 'Selaras', en: 'Selaras' };
const roleOf = (event: RecordedEvent) => ('person' in event.actor ? event.actor.role : undefined);

function stageLabel(rules: Rules, name: string): Text {
  return rules.definition.stages[name]?.label ?? rules.definition.outcomes[name]?.label ?? { id: name, en: name };
}

function intent({ rules, event, after, facts }: Telling, template: string, role: string, data: { [fact: string]: unknown } = {}): NoticeIntent {
  const scope = seatOf(rules.definition.roles[role]?.level ?? 'any', after.region);
  return { template, to: { role, scope }, except: 'person' in event.actor ? [event.actor.person] : [], data: { ...facts, ...data } };
}

function due(rules: Rules, after: CaseState, at: string, dueOn: string | undefined) {
  if (!dueOn) return {};
  const [today, day] = [dayAt(msOf(at), rules.zone), dayOf(dueOn)];
  return { dueOn, workingDaysLeft: workingDaysBetween(rules.calendar, today, day), ...(isProvisional(rules.calendar, today, day) && { provisional: true }) };
}

const taskFacts = (told: Telling, task: Task) => ({ task: task.verb, ...due(told.rules, told.after, told.event.at, task.dueOn) });

/** Tasks that came into being with the event, told to their desks under one template. */
function newTasks(told: Telling, before: CaseState | undefined, template: string): NoticeIntent[] {
  const known = new Set(before ? tasksOf(told.rules, before).map(({ key }) => key) : []);
  return tasksOf(told.rules, told.after)
    .filter(({ key, carried }) => !carried && !known.has(key))
    .map((task) => intent(told, template, task.role, taskFacts(told, task)));
}

function moved(told: Telling, before: CaseState | undefined, body: Extract<RecordedEvent, { type: 'case-moved' }>['body']): NoticeIntent[] {
  const { rules, after } = told;
  const transition = transitionsAt(rules.definition, body.from)[body.transition];
  const reason = (body.reason && rules.definition.reasons[body.reason]?.label) || (transition?.kind === 'return' ? seeNote : undefined);
  const office = { actorOffice: labelOfRole(rules, body.by?.role), transition: transition?.label ?? stageLabel(rules, body.to), ...(reason && { reason }) };
  const except = body.by ? [body.by.person] : [];
  const withHands = (notices: NoticeIntent[]) => notices.map((notice) => ({ ...notice, except, data: { ...notice.data, ...office } }));
  if (isOutcome(rules.definition, body.to)) {
    const roles = ['regency-drafter', 'regency-head', 'provincial-coordinator'];
    return withHands(roles.map((role) => intent(told, 'case-closed', role, { outcome: stageLabel(rules, body.to) })));
  }
  if (transition?.kind === 'answer') return withHands(newTasks(told, before, 'correction-provided'));
  if (transition?.kind === 'return') {
    const template = body.transition === 'decline' ? 'declined' : 'case-returned';
    return withHands(newTasks(told, before, template).map((notice) => ({ ...notice, data: { ...notice.data, openRemarkCount: after.remarks.filter(({ answer }) => !answer).length } })));
  }
  const opened = newTasks(told, before, 'task-opened');
  if (!transition?.signs) return withHands(opened);
  const template = body.conditions?.length ? 'endorsed-with-conditions' : 'endorsed';
  const signed = { conditionCount: body.conditions?.length ?? 0, letterNumber: body.facts['endorsementLetterNumber'] };
  return withHands([...opened, ...['regency-drafter', 'provincial-coordinator'].map((role) => intent(told, template, role, signed))]);
}

/** A rung of the ladder: the clock's owner before it and on the day, the superior and the administrator after it. */
function reminder(told: Telling, body: Extract<RecordedEvent, { type: 'reminder-due' }>['body']): NoticeIntent[] {
  const { rules, after } = told;
  const clock = after.clocks.find(({ key }) => key === body.clock)!;
  const owners = clockOwners(rules, after, clock);
  const facts = { clock: rules.definition.clocks[clock.rule]!.label, rung: body.day, ...due(rules, after, body.dueAt, clock.dueOn) };
  const late = { ...facts, actorOffice: labelOfRole(rules, owners[0]), ...(clock.movedBy && { reason: byCalendar(clock.movedBy.calendar) }) };
  if (body.to === 'owner') return owners.map((role) => intent(told, clock.rule === rules.definition.conditionClock ? 'condition-due' : 'reminder', role, conditionFacts(rules, after, clock, facts)));
  if (body.to === 'administrator') return [intent(told, 'overdue', 'administrator', late)];
  const superiors = [...new Set(owners.map((role) => rules.definition.roles[role]?.superior ?? 'administrator'))];
  return superiors.map((role) => intent(told, 'overdue', role, late));
}

function clockOwners(rules: Rules, state: CaseState, clock: Clock): readonly string[] {
  if (clock.rule !== rules.definition.conditionClock) return ownersOf(rules, state, rules.definition.clocks[clock.rule]!);
  const condition = state.conditions.find(({ n }) => clock.key.endsWith(`#${n}`));
  return condition ? [condition.owner] : [];
}

function conditionFacts(rules: Rules, state: CaseState, clock: Clock, facts: object): { [fact: string]: unknown } {
  const condition = clock.rule === rules.definition.conditionClock ? state.conditions.find(({ n }) => clock.key.endsWith(`#${n}`)) : undefined;
  return { ...facts, ...(condition && { conditionNumber: condition.n, condition: condition.text }) };
}

const MOST_DECREES = 3;

function byCalendar(version: number, decrees: readonly string[] = []): Text {
  const named = decrees.length > 0 ? ` (${decrees.slice(0, MOST_DECREES).join('; ')}${decrees.length > MOST_DECREES ? '; …' : ''})` : '';
  return { id: `kalender kerja versi ${version}${named}`, en: `working calendar version ${version}${named}` };
}

function deadlinesMoved(told: Telling, before: CaseState | undefined, reason: Text): NoticeIntent[] {
  const { rules, after } = told;
  return after.clocks.flatMap((clock) => {
    const old = before?.clocks.find(({ key }) => key === clock.key);
    if (clock.status !== 'running' || !old || old.dueOn === clock.dueOn) return [];
    const facts = { clock: rules.definition.clocks[clock.rule]!.label, previousDueOn: old.dueOn, reason, ...due(rules, after, told.event.at, clock.dueOn) };
    return clockOwners(rules, after, clock).map((role) => intent(told, 'deadline-moved', role, facts));
  });
}

function intents(told: Telling, before: CaseState | undefined): NoticeIntent[] {
  const { rules, event, after } = told;
  const owner = rules.definition.stages[after.stage]?.owner ?? [];
  switch (event.type) {
    case 'case-filed':
      return newTasks(told, before, 'task-opened');
    case 'case-moved':
      return moved(told, before, event.body);
    case 'gate-opened':
      return [
        ...newTasks(told, before, 'task-opened'),
        intent(told, 'gate-released', 'regency-drafter', { cohort: event.body.cohort }),
      ];
    case 'case-recalled':
      return (rules.definition.stages[event.body.from]?.owner ?? []).map((role) => intent(told, 'case-recalled', role));
    case 'correction-requested': {
      const documents = event.body.documents.map((type) => rules.definition.documents[type]!.label);
      return newTasks(told, before, 'correction-requested').map((notice) => ({ ...notice, data: { ...notice.data, documents } }));
    }
    case 'transfer-failed': {
      const documents = event.body.damaged.map(({ type }) => rules.definition.documents[type]!.label);
      const transition = before?.transfer && transitionsAt(rules.definition, before.transfer.from)[before.transfer.transition];
      const facts = { documents, transition: transition?.label ?? stageLabel(rules, after.stage) };
      const roles = new Set([...(before?.transfer ? [before.transfer.by.role] : []), ...newTasks(told, before, '').map(({ to }) => to.role)]);
      return [...roles].map((role) => intent(told, 'transfer-failed', role, facts));
    }
    case 'remark-added': {
      const { remark } = event.body;
      if (remark.visibility === 'internal') return [];
      const roles = rules.definition.roles[remark.by.role]?.level === 'regency' ? owner : ['regency-drafter'];
      return roles.map((role) => intent(told, 'remark-added', role, { remarkCount: 1 }));
    }
    case 'remark-answered': {
      const remark = after.remarks.find(({ n }) => n === event.body.n)!;
      return [intent(told, 'remark-answered', remark.by.role, { remarkCount: 1, openRemarkCount: after.remarks.filter(({ answer, visibility }) => !answer && visibility === 'counterpart').length })];
    }
    case 'vote-recorded': {
      const vote = event.body.vote.vote === 'favourable' ? { id: 'setuju', en: 'favourable' } : { id: 'keberatan', en: 'unfavourable' };
      return owner.filter((role) => role !== event.body.vote.role).map((role) => intent(told, 'vote-recorded', role, { vote }));
    }
    case 'checks-stale': {
      const roles = [...new Set(event.body.checks.map(({ role }) => role))];
      return roles.map((role) => intent(told, 'check-stale', role, overtaken(rules, event.body.checks.filter((one) => one.role === role))));
    }
    case 'half-recorded':
      return newTasks(told, before, 'task-opened');
    case 'reminder-due':
      return reminder(told, event.body);
    case 'clock-expired': {
      const clock = after.clocks.find(({ key }) => key === event.body.clock)!;
      const facts = { clock: rules.definition.clocks[clock.rule]!.label, ...due(rules, after, event.body.dueAt, clock.dueOn), ...(event.body.because && { reason: byCalendar(event.body.because.calendar) }) };
      return newTasks(told, before, 'clock-expired').map((notice) => ({ ...notice, data: { ...notice.data, ...facts, consequence: notice.data['task'] } }));
    }
    case 'flag-raised':
      return newTasks(told, before, 'relisting-due').map((notice) => ({ ...notice, data: { ...notice.data, programmeYear: after.programmeYear } }));
    case 'texts-compared': {
      const tell = transitionOf(rules, event.body.transition)?.compares?.tell ?? [];
      return tell.map((role) => intent(told, 'texts-compared', role, { differences: comparedSentences(rules.definition, event.body) }));
    }
    case 'deemed-valid': {
      const facts = { effectiveOn: event.body.effectiveOn, basis: { id: event.body.article, en: event.body.article } };
      return ['regency-secretary', 'regency-head', 'provincial-legal'].map((role) => intent(told, 'deemed-valid', role, facts));
    }
    case 'calendar-changed':
      return deadlinesMoved(told, before, byCalendar(event.body.to, event.body.decrees));
    case 'fact-corrected': {
      const label = rules.definition.facts[event.body.fact]!.label;
      return deadlinesMoved(told, before, { id: `pembetulan: ${label.id}`, en: `correction: ${label.en}` });
    }
    case 'hold-proposed': {
      const superior = rules.definition.roles[event.body.hold.by.role]?.superior;
      return superior ? [intent(told, 'hold-proposed', superior, holdFacts(told, event.body.hold))] : [];
    }
    case 'hold-confirmed': {
      const hold = after.holds.find(({ n }) => n === event.body.n)!;
      return [intent(told, 'hold-confirmed', hold.by.role, holdFacts(told, hold))];
    }
    case 'task-assigned': {
      const task = tasksOf(rules, after).find(({ key }) => key === event.body.task);
      return task ? [{ ...intent(told, 'task-assigned', task.role, taskFacts(told, task)) }] : [];
    }
    case 'condition-reported':
      return newTasks(told, before, 'task-opened');
    case 'desk-reminded':
      return event.body.roles.map((role) => intent(told, 'desk-reminded', role, pressed(told, before, role)));
    case 'desk-escalated': {
      const { from, roles } = event.body;
      return roles.map((role) => intent(told, 'desk-escalated', role, { ...pressed(told, before, from[0]!), actorOffice: labelOfRole(rules, from[0]) }));
    }
    case 'notice-bounced': {
      const { role, to, template } = event.body;
      return [intent(told, 'notice-bounced', to, { unreachedOffice: labelOfRole(rules, role), message: noticeKinds[kindOf(template)] })];
    }
    case 'document-attached':
    case 'document-withdrawn':
    case 'matrix-saved':
    case 'claims-amended':
    case 'texts-read':
    case 'transition-recorded':
    case 'external-event-registered':
    case 'half-disputed':
    case 'transfer-started':
    case 'transfer-cancelled':
    case 'fact-correction-proposed':
    case 'check-renewed':
    case 'findings-stale':
    case 'condition-reviewed':
    case 'hold-refused':
    case 'hold-lifted':
    case 'desk-opened':
    case 'task-claimed':
    case 'task-released':
    case 'deemed-valid-superseded':
    case 'cohort-joined':
    case 'seq-behind':
      return event.type === 'transition-recorded' ? newTasks(told, before, 'task-opened') : [];
  }
}

/** The checks of one office that are asked for again, and what is new. */
function overtaken({ definition }: Rules, stale: readonly StaleCheck[]) {
  const labels = stale.map(({ check }) => definition.checks[check] ?? { id: check, en: check });
  const causes = [...new Set(stale.flatMap(({ cause }) => cause))];
  return {
    check: { id: labels.map(({ id }) => `“${id}”`).join(', '), en: labels.map(({ en }) => `“${en}”`).join(', ') },
    reason: { id: causes.map((cause) => tables[cause]?.id ?? cause).join(', '), en: causes.map((cause) => tables[cause]?.en ?? cause).join(', ') },
  };
}

const tables: { [table: string]: Text } = {
  flagships: { id: 'klaim unggulan', en: 'the claims on flagships' },
  zones: { id: 'klaim kawasan', en: 'the claims on zones' },
  materials: { id: 'klaim bahan baku', en: 'the claims on raw materials' },
};

/** Since when a desk has had the case, and what is asked of it. */
function pressed(told: Telling, before: CaseState | undefined, role: string) {
  const task = tasksOf(told.rules, told.after).find((one) => one.role === role);
  return { since: civil(dayAt(msOf((before ?? told.after).enteredAt), told.rules.zone)), ...(task && taskFacts(told, task)) };
}

function holdFacts({ rules, event, after }: Telling, hold: CaseState['holds'][number]) {
  const clock = after.clocks.find(({ key }) => key === hold.clock);
  return { reason: rules.definition.holdReasons[hold.reason]!, since: hold.first, ...(clock && { clock: rules.definition.clocks[clock.rule]!.label, ...due(rules, after, event.at, clock.dueOn) }) };
}

/** The notices an event calls for; nobody is told of a case whose contents are closed to them. */
export function noticesOf(rules: Rules, before: CaseState | undefined, event: RecordedEvent, after: CaseState): NoticeIntent[] {
  const facts = {
    regionName: rules.regionName,
    path: pages.case(after.id),
    caseTitle: after.title,
    stage: stageLabel(rules, after.stage),
    round: after.round,
    actorOffice: labelOfRole(rules, roleOf(event)),
    since: civil(dayAt(msOf(event.at), rules.zone)),
  };
  const told = intents({ rules, event, after, facts }, before);
  const distinct = new Map(told.map((notice) => [`${notice.template}@${notice.to.role}@${notice.to.scope}`, notice]));
  return [...distinct.values()].filter(({ to }) => mayBeTold(rules, after, to));
}

function mayBeTold(rules: Rules, after: CaseState, { role, scope }: NoticeIntent['to']): boolean {
  const seat = { person: '', role, scope, capacity: 'definitive' as const };
  return role === 'administrator' || readingOf(rules.definition, after, [seat]) === 'contents';
}
