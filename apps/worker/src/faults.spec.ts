import { faultsOf } from './faults';

describe('a worker that dies when a test asks for it', () => {
  const deaths = (asked: string | undefined, environment = 'test') => {
    const die = jest.fn();
    const faults = faultsOf(asked, environment, die);
    faults.at('during-checkpoint');
    return die.mock.calls.length;
  };

  it('dies at the place named and nowhere else', () => {
    expect(deaths('during-checkpoint')).toBe(1);
    expect(deaths('after-complete-transfer-commit')).toBe(0);
  });

  it('lives when nothing is asked', () => {
    expect(deaths(undefined)).toBe(0);
    expect(deaths('', 'production')).toBe(0);
  });

  it.each(['production', 'development'])('does not even start in %s with such a wish', (environment) => {
    expect(() => faultsOf('during-checkpoint', environment)).toThrow('refused');
  });

  it('knows its places', () => {
    expect(() => faultsOf('at-noon', 'test')).toThrow('at-noon');
  });
});
