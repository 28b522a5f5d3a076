import { dutiesOf, pressActsOf } from '.';
import { anActor } from '../testing';

const stalled = { region: '1705', cause: 'province', desk: [{ role: 'provincial-planner', scope: '17', since: '' }] } as const;

describe('what may be done about a case that does not move', () => {
  it('is reminding, by whoever watches; the rest is the administrator’s', () => {
    expect(pressActsOf(stalled, [anActor('provincial-coordinator')])).toEqual(['remind']);
    expect(pressActsOf(stalled, [anActor('administrator', { scope: '' })])).toEqual(['remind', 'escalate', 'assign']);
    expect(pressActsOf(stalled, [anActor('provincial-coordinator', { scope: '16' })])).toEqual([]);
  });
  it('is an extension or a hold, proposed by the desk it lies on and by nobody in its place', () => {
    expect(pressActsOf(stalled, [anActor('provincial-planner')])).toEqual(['extend', 'hold']);
    expect(pressActsOf({ ...stalled, desk: [{ role: 'provincial-coordinator', scope: '17', since: '' }] }, [anActor('provincial-coordinator')])).toEqual(['remind', 'extend', 'hold']);
  });
  it('is lifting a hold where a hold is the cause, and trying again where the system is', () => {
    const administrator = [anActor('administrator', { scope: '' })];
    expect(pressActsOf({ ...stalled, cause: 'hold' }, administrator)).toEqual(['remind', 'escalate', 'assign', 'lift']);
    expect(pressActsOf({ ...stalled, cause: 'system' }, administrator)).toEqual(['remind', 'escalate', 'assign', 'retry']);
  });
});

describe('what a person’s offices are for', () => {
  it('is said by duty and place, once for each', () => {
    expect(dutiesOf([anActor('regency-drafter', { scope: '1705' })])).toEqual([{ duty: 'file-case', scope: '1705' }]);
    expect(dutiesOf([anActor('provincial-coordinator'), anActor('administrator', { scope: '' })])).toEqual([
      { duty: 'file-case', scope: '17' }, { duty: 'create-cohort', scope: '17' }, { duty: 'watch-cases', scope: '17' }, { duty: 'watch-cases', scope: '' }, { duty: 'administer', scope: '' },
    ]);
    expect(dutiesOf([anActor('ministry-signer'), anActor('regency-head')])).toEqual([]);
  });
});
