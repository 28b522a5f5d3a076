import { Problem, NoAnswer } from './ask';
import { CommandKey } from './command-key';

const problem = (status: number) => new Problem(status, { title: '', status, detail: '', code: 'x', traceId: '' });
const remind = { action: 'remind', caseIds: ['rpik-1705-2027'] };

describe('the key of a command', () => {
  it('stays while the same is sent again, and after a broken line or a fault of the house', () => {
    const key = new CommandKey();
    const first = key.of(remind);
    expect(key.of({ ...remind })).toBe(first);
    key.failed(new NoAnswer());
    key.failed(problem(503));
    expect(key.of(remind)).toBe(first);
  });
  it('is another one for another command, after it was recorded, and after it was refused', () => {
    const key = new CommandKey();
    const keys = [key.of(remind), key.of({ ...remind, reason: 'Mohon ditindaklanjuti.' })];
    key.recorded();
    keys.push(key.of(remind));
    key.failed(problem(409));
    keys.push(key.of(remind));
    expect(new Set(keys).size).toBe(4);
  });
});
