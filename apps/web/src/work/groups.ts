import type { Task } from '../api/shapes';

export const urgencies = ['very-late', 'late', 'soon', 'later'] as const;
export type Urgency = (typeof urgencies)[number];

/** Very late: more than five working days; soon: at most three left. */
export function urgencyOf({ workingDaysLeft: days }: Pick<Task, 'workingDaysLeft'>): Urgency {
  if (days === null || days > 3) return 'later';
  if (days < -5) return 'very-late';
  return days < 0 ? 'late' : 'soon';
}

/** Worst first; within a group the earliest due day first, as the server sent them. */
export function grouped(tasks: readonly Task[]): [Urgency, Task[]][] {
  return urgencies.map((urgency): [Urgency, Task[]] => [urgency, tasks.filter((task) => urgencyOf(task) === urgency)]).filter(([, members]) => members.length > 0);
}
