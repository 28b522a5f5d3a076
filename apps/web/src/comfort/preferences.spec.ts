import { differences, type Wishes } from './preferences';

const stored: Wishes = { notices: { remarks: { 'in-app': true, mail: true }, reminders: { 'in-app': true, mail: true } }, digest: { on: true, at: '07:30' } };

describe('two who change the same preferences', () => {
  it('see exactly where they differ', () => {
    const mine: Wishes = { notices: { ...stored.notices, remarks: { 'in-app': true, mail: false } }, digest: { on: true, at: '08:00' } };
    expect(differences(mine, stored)).toEqual([
      { of: { kind: 'remarks', channel: 'mail' }, mine: false, theirs: true },
      { of: 'digest', mine: { on: true, at: '08:00' }, theirs: { on: true, at: '07:30' } },
    ]);
    expect(differences(stored, stored)).toEqual([]);
  });
});
