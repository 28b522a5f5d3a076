import { rpikV1 } from '.';
import { Life, aCase, concluded, given, road, takes, walk, type StageName } from '../testing';

describe('the whole path of a plan', () => {
  it('goes from the annual programme to publication, desk by desk, in the order of the law', () => {
    const life = Life.filed();
    const seen = [life.stage];
    while (life.state.status === 'open') {
      road[life.stage as StageName](life);
      seen.push(life.stage);
    }
    expect(seen).toEqual([...Object.keys(rpikV1.stages), 'published']);
    expect(life.state).toMatchObject({ status: 'published', round: 1 });
    expect(life.state.clocks.filter(({ status }) => status === 'running')).toEqual([]);
  });
  it('is endorsed at the end of phase C, with capacity, letter number and the manifest it was given for', () => {
    const life = walk(Life.filed(), 'council-submission');
    expect(life.state.signedIn).toBe('definitive');
    expect(life.of('case-moved').at(-1)!.body).toMatchObject({ by: { role: 'ministry-signer', capacity: 'definitive' }, facts: { endorsementLetterNumber: 'B/123/2026' }, manifest: { hash: life.state.manifest!.hash } });
    expect(Object.keys(life.state.marks.endorsed!)).toEqual(['draft-regulation', 'plan-annex']);
  });
  it('skips the refinement when the governor finds the text in conformity', () => {
    const life = walk(Life.filed(), 'evaluation').take('provincial-legal', 'receive', { facts: { receivedOn: '2026-01-05' } });
    expect(concluded(life, 'conform').stage).toBe('registration');
    expect(walk(life, 'published').state.status).toBe('published');
  });
  it('tells the next desk that the case is there, and by when', () => {
    given(rpikV1, aCase({ stage: 'intake', on: '2026-03-13' })).when(takes('provincial-coordinator', 'accept-intake')).then({
      stage: 'review', due: { review: '2026-04-06' }, tasks: ['provincial-coordinator', 'provincial-planner', 'provincial-legal'],
      told: ['provincial-coordinator', 'provincial-planner', 'provincial-legal'], events: ['transfer-started', 'case-moved'],
    });
  });
  it('is not accepted by another province', () => {
    given(rpikV1, aCase({ stage: 'intake' })).when(takes('provincial-coordinator', 'accept-intake', { as: { scope: '18' } })).refuses('not-your-region');
  });
  it('keeps every state of the way as the fold of its events', () => {
    const life = walk(Life.filed(), 'published');
    expect(JSON.parse(JSON.stringify(life.state))).toEqual(life.state);
  });
});
