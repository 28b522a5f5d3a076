import { backoff, givesUpAfter } from './backoff';

describe('waiting after failed tries', () => {
  it('doubles from half a minute to an hour, and is the same every time', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 500].map((attempt) => backoff(attempt) / 1000)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
  });
  it('leaves a notice some eighty tries in three days', () => {
    let [waited, tries] = [0, 0];
    while (waited < givesUpAfter) waited += backoff(++tries);
    expect(tries).toBe(78);
  });
});
