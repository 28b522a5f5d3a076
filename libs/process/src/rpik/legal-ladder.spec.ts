import { rpikV1 } from './rpik.v1';
import { legalLadder } from './legal-ladder';

const ladder = (stage: string, facts: Record<string, string> = {}, flags: 'deemed-valid'[] = [], status = 'open') => legalLadder(rpikV1, { stage, status, facts, flags });
const done = (steps: ReturnType<typeof ladder>) => steps.filter((one) => one.done).map(({ step, on }) => [step, on]);

describe('how far a text has come in law', () => {
  it('is nowhere while it is a draft, however many have endorsed it', () => {
    for (const stage of ['drafting', 'synchronization', 'sign-off', 'council-submission', 'deliberation']) expect(done(ladder(stage))).toEqual([]);
  });
  it('is a joint approval alone while the governor evaluates, though one says it is passed', () => {
    expect(done(ladder('evaluation', { jointApprovedOn: '2026-11-30' }))).toEqual([['jointly-approved', '2026-11-30']]);
  });
  it('does not count a day that only one of the two has registered', () => {
    expect(done(ladder('deliberation', { jointApprovedOn: '2026-11-30' }))).toEqual([]);
  });
  it('stays evaluated while it is refined again', () => {
    expect(done(ladder('refinement', { jointApprovedOn: '2026-11-30', evaluationDate: '2026-12-18' }))).toEqual([['jointly-approved', '2026-11-30'], ['evaluated', '2026-12-18']]);
  });
  it('names the article and no office where nobody enacted it', () => {
    const steps = ladder('promulgation', { jointApprovedOn: '2026-11-30', evaluationDate: '2026-12-18', registerNumberIssuedOn: '2026-12-29' }, ['deemed-valid']);
    expect(steps.find(({ step }) => step === 'enacted')).toMatchObject({ done: true, on: null, label: { id: 'Dinyatakan sah menurut undang-undang' }, office: { id: 'UU 23/2014 Pasal 242 ayat (7)' } });
  });
  it('is complete once it is published, and nowhere when it was withdrawn', () => {
    const facts = { jointApprovedOn: '2026-11-30', evaluationDate: '2026-12-18', registerNumberIssuedOn: '2026-12-29', enactedOn: '2027-01-04', promulgatedOn: '2027-01-05' };
    expect(done(ladder('published', facts, [], 'published'))).toHaveLength(5);
    expect(done(ladder('withdrawn', {}, [], 'withdrawn'))).toEqual([]);
  });
});
