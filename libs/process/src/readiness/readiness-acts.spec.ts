import { readinessActsOf } from '..';
import { anActor } from '../../testing';

const acts = (role: Parameters<typeof anActor>[0], funding?: 'proposed' | 'funded' | 'declined') =>
  readinessActsOf({ regionCode: '1705', ...(funding && { funding: { state: funding, at: '', proposedAt: '', proposedBy: [] } }) }, [anActor(role)]);

describe('what may be done about the readiness of a region', () => {
  it('is handed in by its drafter and judged by the province', () => {
    expect(acts('regency-drafter')).toEqual(['attach-evidence', 'submit', 'withdraw']);
    expect(acts('provincial-coordinator')).toEqual(['verify', 'reject', 'propose-funding', 'record-visit', 'attach-visit-paper']);
  });
  it('is visited by the coordinator and the ministry, and by nobody else of the province', () => {
    expect(acts('ministry-signer')).toEqual(['record-visit', 'attach-visit-paper']);
    expect([...acts('provincial-planner'), ...acts('provincial-legal'), ...acts('regency-head')]).toEqual([]);
  });
  it('is proposed for funding once, answered by the ministry while it is proposed, and proposed again after a no', () => {
    expect(acts('provincial-coordinator', 'proposed')).not.toContain('propose-funding');
    expect(acts('ministry-reviewer', 'proposed')).toEqual(expect.arrayContaining(['fund', 'decline-funding']));
    expect(acts('ministry-reviewer', 'funded')).toEqual(['record-visit', 'attach-visit-paper']);
    expect(acts('provincial-coordinator', 'declined')).toContain('propose-funding');
    expect(acts('provincial-coordinator', 'funded')).not.toContain('propose-funding');
  });
  it('is nothing for another region', () => {
    expect(readinessActsOf({ regionCode: '1705' }, [anActor('regency-drafter', { scope: '1701' }), anActor('provincial-coordinator', { scope: '16' })])).toEqual([]);
  });
});
