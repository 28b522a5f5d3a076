import type { Task } from '../api/shapes';
import { grouped, urgencyOf } from './groups';

describe('the groups of a worklist', () => {
  it.each([[-6, 'very-late'], [-5, 'late'], [-1, 'late'], [0, 'soon'], [3, 'soon'], [4, 'later'], [null, 'later']])('%s working days left is %s', (workingDaysLeft, urgency) => {
    expect(urgencyOf({ workingDaysLeft })).toBe(urgency);
  });
  it('come worst first, and an empty one not at all', () => {
    const task = (taskId: string, workingDaysLeft: number | null) => ({ taskId, workingDaysLeft }) as Task;
    expect(grouped([task('a', 9), task('b', -9), task('c', 2)]).map(([urgency, members]) => [urgency, members.map(({ taskId }) => taskId)])).toEqual([['very-late', ['b']], ['soon', ['c']], ['later', ['a']]]);
  });
});
