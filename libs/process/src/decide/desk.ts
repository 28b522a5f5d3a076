import { covers, personsOf, seatOf } from '../actor';
import type { CaseCommand } from '../command';
import { clocksAfter, moved } from '../clocks';
import { refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import type { CaseState, Clock } from '../state';
import { tasksOf } from '../tasks';
import { noteRefusal, today } from './inputs';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** Somebody of the present desk has the case before their eyes: from now on the sender cannot recall it. Recorded once a stay. */
export function openDesk(rules: Rules, state: CaseState, { actor }: Of<'open-desk'>): Decision {
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  const owner = rules.definition.stages[state.stage]?.owner ?? [];
  if (state.deskOpened || !state.recallable || !owner.includes(actor.role)) return { events: [] };
  return { events: [{ type: 'desk-opened', actor, body: { role: actor.role } }] };
}

/** The sender takes a submission back: same round, and the clock of the stage before runs on. */
export function recall(rules: Rules, state: CaseState, command: Of<'recall'>): Decision {
  const { recallable } = state;
  if (!recallable) return refuse('not-recallable');
  if (!covers(command.actor.scope, state.region)) return refuse('not-your-region');
  if (!personsOf(command.actor).some((person) => recallable.by.includes(person))) return refuse('not-your-role', [recallable.role]);
  if (state.deskOpened) return refuse('desk-has-opened');
  const tooLong = noteRefusal(command.note);
  if (tooLong) return tooLong;
  const left = clocksAfter(rules, state, { day: today(rules, command.at), leave: state.stage }).map((clock): Clock => ({ ...clock, status: 'void' }));
  const resumed = recallable.clocks.map((clock) => moved(rules, clock, today(rules, command.at)));
  const { actor, note } = command;
  return { events: [{ type: 'case-recalled', actor, body: { from: state.stage, to: recallable.to, ...(note && { note }), clocks: [...left, ...resumed] } }] };
}

function taskOf(rules: Rules, state: CaseState, key: string) {
  return tasksOf(rules, state).find((task) => task.key === key);
}

/** "Unit" = the holders of the same role for the same region. */
export function claimTask(rules: Rules, state: CaseState, { actor, task: key }: Of<'claim-task'>): Decision {
  const task = taskOf(rules, state, key);
  if (!task) return refuse('unknown-task', [key]);
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  if (task.role !== actor.role) return refuse('not-your-role', [task.role]);
  if (task.claimedBy === actor.person) return { events: [] };
  if (task.claimedBy) return refuse('task-taken', [task.claimedBy]);
  return { events: [{ type: 'task-claimed', actor, body: { task: key, person: actor.person } }] };
}

export function releaseTask(rules: Rules, state: CaseState, { actor, task: key }: Of<'release-task'>): Decision {
  const task = taskOf(rules, state, key);
  if (!task) return refuse('unknown-task', [key]);
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  if (!task.claimedBy) return refuse('task-not-claimed', [key]);
  if (task.claimedBy !== actor.person && actor.role !== 'administrator') return refuse('task-taken', [task.claimedBy]);
  return { events: [{ type: 'task-released', actor, body: { task: key } }] };
}

/** An administrator, or somebody of the same unit, gives a task to a holder of the task's role. */
export function assignTask(rules: Rules, state: CaseState, { actor, task: key, person, holds }: Of<'assign-task'>): Decision {
  const task = taskOf(rules, state, key);
  if (!task) return refuse('unknown-task', [key]);
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  const superior = rules.definition.roles[task.role]?.superior;
  if (![task.role, superior, 'administrator'].includes(actor.role)) return refuse('not-your-role', [task.role, 'administrator']);
  if (!holds) return refuse('no-such-holder', [person, task.role, seatOf(rules.definition.roles[task.role]!.level, state.region)]);
  if (task.claimedBy === person) return { events: [] };
  return { events: [{ type: 'task-assigned', actor, body: { task: key, person } }] };
}
