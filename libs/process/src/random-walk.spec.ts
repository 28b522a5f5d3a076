import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import {
  type CaseCommand, type CaseEvent, type CaseState, type RecordedEvent, actionsFor, clocksView, decide, evolve, isRefusal, isWorkingDay, dayOf, isoInstant, msOf, nextAlarm, noticesOf, rolesOf, routesOf, rpikV1,
  taskMatter, tasksOf, transitionsAt, waitingFor, type RefusalCode,
} from '.';
import { type Dice, type Life, type StageName, aCaseAt, handsOf, jointPapers, randomAct, rulesFor, walk, withHoliday } from '../testing';

const stages = Object.keys(rpikV1.stages) as StageName[];
/** Every walk begins with a case that came to its desk by real acts. */
const starts = [
  ...stages.map((stage) => aCaseAt(stage, { on: '2026-03-02' })),
  endorsedOnConditions('deliberation'),
  endorsedOnConditions('reporting'),
  // One hand of two, which the other confirms or disputes.
  jointPapers(aCaseAt('deliberation', { on: '2026-03-02' })).take('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: '2026-03-02' } }),
  reportedCondition(),
  atGateWithoutCohort(),
  // Cases that have lain a while, so that there is a past to hold, extend and correct.
  aCaseAt('drafting', { on: '2026-03-02' }).until('2026-03-16').attach('regency-drafter', 'hold-evidence'),
  aCaseAt('intake', { on: '2026-03-02' }).until('2026-03-16').attach('provincial-coordinator', 'hold-evidence'),
  heldSince('2026-03-09'),
  // What is rare among all acts gets beginnings of its own.
  proposedHold(), proposedHold(),
  aCaseAt('enactment', { on: '2026-03-02' }).until('2026-04-17'), aCaseAt('enactment', { on: '2026-03-02' }).until('2026-04-17'),
  aCaseAt('evaluation-submission', { on: '2026-03-02' }).until('2026-03-09').attach('regency-head', 'correction-evidence'),
  aCaseAt('evaluation', { on: '2026-03-02' }).until('2026-03-09').attach('regency-head', 'correction-evidence'),
];
const definition = starts[0]!.rules.definition;
const calendars = [rulesFor(), rulesFor('1705', { calendar: withHoliday('2026-03-11') })];
const seen = new Map<string, number>();
const refused = new Set<RefusalCode>();

const dice = fc.array(fc.nat(9_999), { minLength: 6, maxLength: 6 });
const walks = fc.record({ start: fc.nat(starts.length - 1), steps: fc.array(dice, { minLength: 12, maxLength: 12 }) });

/** Steps of random walks, with the state before and after each accepted one. */
function stroll({ start, steps }: { start: number; steps: Dice[] }, look: (step: Step) => void): { life: Life; events: RecordedEvent[] } {
  const life = starts[start]!.fork();
  for (const step of steps) {
    pass(life, step);
    const command = randomAct(life, step);
    const decision = decide(life.rules, life.state, command);
    if (isRefusal(decision)) refused.add(decision.refused);
    const before = life.state;
    const events = isRefusal(decision) ? [] : decision.events;
    for (const event of events) record(life, event);
    look({ life, command, before, events, isAccepted: !isRefusal(decision) });
  }
  return { life, events: life.events };
}

interface Step {
  life: Life;
  command: CaseCommand;
  before: CaseState;
  events: CaseEvent[];
  isAccepted: boolean;
}

/** Between two acts a minute or some days go by, and now and then a calendar is published. */
function pass(life: Life, step: Dice): void {
  const days = step[5]! % 6 === 0 ? step[4]! % 30 : 0;
  life.at = isoInstant(msOf(life.at) + 61_000 + days * 86_400_000);
  if (step[5]! % 10 === 9) life.rules = calendars[1]!;
}

function record(life: Life, event: CaseEvent): void {
  const before = life.state;
  const recorded: RecordedEvent = { ...event, caseId: before.id, seq: before.seq + 1, at: life.at };
  life.state = evolve(life.rules.definition, before, recorded);
  life.events.push(recorded);
  seen.set(event.type, (seen.get(event.type) ?? 0) + 1);
}

function proposedHold(): Life {
  const life = aCaseAt('drafting', { on: '2026-03-02' }).until('2026-03-16').attach('regency-drafter', 'hold-evidence');
  life.give({ type: 'propose-hold', clock: 'drafting#1', reason: 'council-recess', first: '2026-03-09' }, life.actor('regency-drafter'));
  return life;
}

function heldSince(first: string): Life {
  const life = aCaseAt('drafting', { on: '2026-03-02' }).until('2026-03-16').attach('regency-drafter', 'hold-evidence');
  life.give({ type: 'propose-hold', clock: 'drafting#1', reason: 'council-recess', first }, life.actor('regency-drafter'));
  life.give({ type: 'confirm-hold', n: 1, accepted: true }, life.actor('regency-secretary'));
  return life;
}

function atGateWithoutCohort(): Life {
  const life = aCaseAt('review', { on: '2026-03-02' })
    .take('provincial-coordinator', 'favourable', { checks: { C01: 'conform', C02: 'conform' } })
    .take('provincial-planner', 'favourable', { checks: { C03: 'conform', C04: 'conform', C06: 'conform' } })
    .begin('provincial-legal', 'favourable', { checks: { C05: 'conform' } });
  life.system({ type: 'complete-transfer', transfer: life.state.transfer!.seq, outcome: { intact: true } });
  return life;
}

function reportedCondition(): Life {
  const life = endorsedOnConditions('council-submission');
  life.give({ type: 'report-condition', n: 1 }, life.actor('regency-drafter'));
  return life;
}

function endorsedOnConditions(stage: StageName): Life {
  const conditions = [{ text: 'Peta kawasan', owner: 'regency-drafter', dueOn: '2026-04-06' }, { text: 'Laporan', owner: 'provincial-coordinator', dueOn: '2026-05-04' }];
  const life = aCaseAt('sign-off', { on: '2026-03-02' }).attach('ministry-signer', 'endorsement-letter');
  return walk(life.take('ministry-signer', 'endorse-with-conditions', { facts: { endorsementLetterNumber: 'B/1' }, signInAge: 1, conditions }), stage);
}

/** Ten thousand walks in all take some fifteen seconds; a machine that has no time for them walks fewer. */
const runs = (numRuns: number) => ({ numRuns, seed: 20_260_302, endOnFailure: true, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false });
/** A property checked a hundred thousand times over says only what it found when it fails. */
function sure(holds: boolean, otherwise: () => unknown): void {
  if (!holds) throw new Error(JSON.stringify(otherwise()));
}
const none = (some: readonly string[], others: readonly string[]) => !some.some((one) => others.includes(one));
const isKnownStage = (name: string) => name in definition.stages || name in definition.outcomes;
const foldOf = (events: readonly RecordedEvent[]) => events.reduce<CaseState | undefined>((state, event) => evolve(definition, state, event), undefined);

describe('whatever anybody tries', () => {
  it('the case has a stage of the definition, moves along its transitions only, and numbers its events one by one', () => {
    fc.assert(
      fc.property(walks, (one) => {
        stroll(one, ({ life, before, events }) => {
          sure(isKnownStage(life.state.stage), () => life.state.stage);
          sure(life.state.seq === before.seq + events.length && life.events.length === life.state.seq, () => life.events.map(({ seq }) => seq));
          sure(life.events.slice(before.seq).every(({ seq }, index) => seq === before.seq + index + 1), () => life.events.slice(before.seq));
          for (const event of events) if (event.type === 'case-moved') expectKnownMove(event.body.transition, event.body.from, event.body.to);
          sure(events.length > 0 || life.state === before, () => life.state);
        });
      }),
      runs(3_500),
    );
  });
  it('nobody approves what they submitted, signs what they proposed, or confirms their own act', () => {
    fc.assert(
      fc.property(walks, (one) => {
        stroll(one, ({ command, before, events, life }) => {
          if (command.type !== 'take-transition' || events.length === 0) return;
          const transition = transitionsAt(definition, before.stage)[command.transition]!;
          const hands = handsOf(command);
          sure(rolesOf(transition).includes(command.actor.role) && life.state.region.startsWith(command.actor.scope), () => command);
          sure(definition.roles[command.actor.role]!.level === 'regency' || none(before.submitters, hands), () => [command, before.submitters]);
          sure(!transition.signs || none(before.proposers, hands), () => [command, before.proposers]);
          const half = before.halves.find((other) => other.transition === command.transition);
          sure(!half || none(half.persons, hands), () => [command, half]);
        });
      }),
      runs(2_500),
    );
  });
  it('folding the events from the filing on gives the same state, also after a way through JSON', () => {
    fc.assert(
      fc.property(walks, (one) => {
        const { life, events } = stroll(one, () => undefined);
        const told = foldOf(JSON.parse(JSON.stringify(events)) as RecordedEvent[]);
        sure(isDeepStrictEqual(foldOf(events), life.state), () => events.slice(-5));
        sure(isDeepStrictEqual(told, life.state) && isDeepStrictEqual(JSON.parse(JSON.stringify(life.state)), life.state), () => events.slice(-5));
      }),
      runs(700),
    );
  });
  it('an act repeated at once changes nothing, but for what may be said twice', () => {
    const twice = ['add-remark', 'propose-hold', 'extend-clock', 'register-external-event', 'mark-behind', 'notice-bounced'];
    fc.assert(
      fc.property(walks, (one) => {
        stroll(one, ({ life, command, before, isAccepted }) => {
          if (!isAccepted || twice.includes(command.type)) return;
          const again = decide(life.rules, life.state, command);
          if (isRefusal(again) || again.events.length === 0) return;
          // A vote may be confirmed, a request for completion repeated; a proposal after its half stays with the second person.
          const kind = command.type === 'take-transition' ? transitionsAt(definition, before.stage)[command.transition]?.kind : command.type;
          const isCompletion = command.type === 'take-transition' && command.transition === 'request-completion';
          sure(kind === 'vote' || (kind === 'register' && isCompletion) || (kind === 'tick' && again.events.every(({ type }) => type !== 'deemed-valid')), () => [command, again]);
        });
      }),
      runs(1_500),
    );
  });
  it('the next alarm lies ahead after its tick, each tick makes progress, and due days are working days', () => {
    fc.assert(
      fc.property(walks, (one) => {
        stroll(one, ({ life }) => {
          for (const clock of life.state.clocks) if (clock.status === 'running') expectWorkingDay(life, clock.rule, clock.dueOn);
          const alarm = nextAlarm(life.rules, life.state);
          if (!alarm) return;
          const rings = life.fork();
          rings.rules = life.rules;
          const isAhead = alarm.at > life.at;
          if (isAhead) rings.at = alarm.at;
          sure(rings.tick().length > 0, () => alarm);
          const next = nextAlarm(rings.rules, rings.state);
          sure(next?.key !== alarm.key, () => [alarm, next]);
          // After a move by law the next tick judges at the new desk; otherwise all that was due has been said.
          sure(!isAhead || !next || next.at > rings.at || rings.of('deemed-valid').length > 0, () => [alarm, next]);
        });
      }),
      runs(1_000),
    );
  });
  it('a rung of a term is sent or passed over once, and the term expires once, until its due day is moved', () => {
    fc.assert(
      fc.property(walks, (one) => {
        const said = new Map<string, Set<string>>();
        stroll(one, ({ life, before, events }) => {
          for (const { key, dueOn } of before.clocks) if (life.state.clocks.find((clock) => clock.key === key)?.dueOn !== dueOn) said.delete(key);
          for (const { type, body } of events) {
            if (type !== 'reminder-due' && type !== 'clock-expired') continue;
            const ofClock = said.get(body.clock) ?? new Set();
            said.set(body.clock, ofClock);
            for (const one of 'day' in body ? [...body.skipped, body.day].map(String) : ['expired']) {
              sure(!ofClock.has(one), () => [body, life.events.slice(-10)]);
              ofClock.add(one);
            }
          }
        });
      }),
      runs(600),
    );
  });
  it('tasks are the same when asked twice, of offices that exist, each with a key of its own; nothing that reads a case fails', () => {
    fc.assert(
      fc.property(walks, (one) => {
        const { life } = stroll(one, ({ life, before, events }) => {
          const tasks = tasksOf(life.rules, life.state);
          sure(JSON.stringify(tasksOf(life.rules, life.state)) === JSON.stringify(tasks), () => tasks);
          sure(new Set(tasks.map(({ key }) => key)).size === tasks.length, () => tasks);
          sure(tasks.every(({ role }) => role in definition.roles), () => tasks);
          const notices = events.length > 0 ? noticesOf(life.rules, before, life.events.at(-1)!, life.state) : [];
          sure(notices.every(({ to }) => to.role in definition.roles), () => notices);
        });
        const everybody = Object.keys(definition.roles).map((role) => ({ ...life.actor('observer'), role, scope: '' }));
        expect(waitingFor(life.rules, life.state).sentence.id).not.toBe('');
        expect(clocksView(life.rules, life.state, life.at)).toHaveLength(life.state.clocks.length);
        for (const { key, matter, transition = null } of tasksOf(life.rules, life.state)) sure(taskMatter({ subject: { kind: 'case', id: life.state.id }, key, transition }).matter === matter, () => ({ key, matter }));
        for (const action of actionsFor(life.rules, life.state, everybody, life.at)) sure(action.allowed === (action.reasons.length === 0), () => action);
        expect(tasksOf(life.rules, JSON.parse(JSON.stringify(life.state)) as CaseState)).toEqual(tasksOf(life.rules, life.state));
      }),
      runs(1_000),
    );
  });

  it('and these walks have been everywhere: nearly every kind of event, most kinds of refusal', () => {
    const rare = ['seq-behind', 'case-filed', 'flag-raised'];
    const missing = [...eventTypes].filter((type) => !seen.has(type) && !rare.includes(type));
    expect(missing).toEqual([]);
    expect(refused.size).toBeGreaterThan(50);
  });
});

const eventTypes: ReadonlySet<RecordedEvent['type']> = new Set([
  'document-attached', 'document-withdrawn', 'matrix-saved', 'claims-amended', 'transition-recorded', 'vote-recorded', 'remark-added', 'remark-answered', 'correction-requested', 'half-recorded',
  'half-disputed', 'transfer-started', 'transfer-failed', 'transfer-cancelled', 'case-moved', 'case-recalled', 'gate-opened', 'cohort-joined', 'fact-corrected', 'fact-correction-proposed',
  'external-event-registered', 'condition-reported', 'condition-reviewed', 'hold-proposed', 'hold-confirmed', 'hold-refused', 'hold-lifted', 'desk-opened', 'task-claimed', 'task-released',
  'task-assigned', 'desk-reminded', 'desk-escalated', 'reminder-due', 'clock-expired', 'deemed-valid', 'calendar-changed', 'notice-bounced',
]);

function expectKnownMove(name: string, from: string, to: string): void {
  const transition = transitionsAt(definition, from)[name];
  const ways = [...(transition ? routesOf(transition).map((route) => route.to) : []), ...(transition?.vote ? [definition.stages[from]!.quorum!.to] : [])];
  expect(ways).toContain(to);
}

function expectWorkingDay(life: Life, rule: string, dueOn: string): void {
  const { amount, unit } = definition.clocks[rule]!;
  const calendar = calendars.find(({ calendar: { version } }) => version === life.state.calendarVersion)!.calendar;
  const isCurrent = life.rules.calendar.version === life.state.calendarVersion;
  sure(amount === undefined || unit !== 'working-day' || !isCurrent || isWorkingDay(calendar, dayOf(dueOn)), () => [rule, dueOn]);
}
