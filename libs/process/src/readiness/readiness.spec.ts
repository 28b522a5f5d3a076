import { type Actor, lastValidDay, lacksOf, nextReadinessAlarm, personsOf, readinessNotices, readinessTasks, readinessV1, type ReadinessDefinition, readsEvidence, thresholdOn, criterionState } from '..';
import { anActor, drafterOf, ZoneStory } from '../../testing';

const drafter = drafterOf('1705');
const coordinator = anActor('provincial-coordinator');
const reviewer = anActor('ministry-reviewer');
const signer = anActor('ministry-signer');
const reason = { sha256: 'b'.repeat(64), length: 12 };
const all = Object.keys(readinessV1.criteria);
const stateOf = (story: ZoneStory, criterion: string) => criterionState(story.now.criteria[criterion]);

describe('the criteria of a small-industry zone', () => {
  it('are nine, each with papers that the process knows, and a source for every number', () => {
    expect(all).toEqual(['land-area', 'clear', 'clean', 'zoning', 'commitment', 'flagship', 'sentra', 'design', 'pulau-baai']);
    const evidence = all.flatMap((name) => readinessV1.criteria[name as 'clear'].required as readonly string[]);
    expect(evidence).toEqual([
      'location-decree', 'land-certificate', 'asset-entry', 'no-dispute-letter', 'field-check-minutes', 'zoning-conformity', 'commitment-statement', 'flagship-decree', 'unit-list', 'detailed-design', 'environment-document', 'supply-chain-statement',
    ]);
    for (const type of evidence) expect(readinessV1.documents).toHaveProperty(type);
  });

  it.each([
    ['2014-12-31', undefined],
    ['2015-01-01', 5],
    ['2018-03-14', 5],
    ['2018-03-15', 0.5],
    ['2026-11-24', 0.5],
  ])('ask on %s for %s ha: policy, dated', (day, least) => {
    expect(thresholdOn(readinessV1.criteria['land-area'], day)?.least).toBe(least);
  });

  it.each([
    [null, '2026-01-15', undefined, undefined],
    [null, '2026-01-15', '2026-06-30', '2026-06-30'],
    [{ amount: 180, unit: 'day' }, '2026-01-15', undefined, '2026-07-14'],
    [{ amount: 1, unit: 'year' }, '2026-01-15', undefined, '2027-01-15'],
    [{ amount: 1, unit: 'year' }, '2028-02-29', undefined, '2029-02-28'],
    [{ amount: 4, unit: 'year' }, '2028-02-29', undefined, '2032-02-29'],
    [{ amount: 1, unit: 'year' }, '2026-01-15', '2026-06-30', '2026-06-30'],
    [{ amount: 30, unit: 'day' }, '2026-01-15', '2026-06-30', '2026-02-14'],
  ] as const)('with a validity of %j, a paper of %s that ends %s counts until %s', (validity, issuedOn, own, last) => {
    expect(lastValidDay({ ...readinessV1.criteria.clean, validity }, issuedOn, own)).toBe(last);
  });

  it('set no time limit that nobody has found, and say so', () => {
    for (const name of all) {
      const { validity, validityBasis } = readinessV1.criteria[name as 'clean'];
      expect([name, validity, validityBasis.certainty]).toEqual([name, null, 'assumed']);
    }
  });
});

describe('handing in evidence', () => {
  it('takes a criterion from missing to submitted to verified, with the hashes it rests on', () => {
    const story = new ZoneStory();
    expect(stateOf(story, 'land-area')).toBe('missing');
    expect(story.submit('land-area', { measure: 0.5 })).toBeUndefined();
    expect(stateOf(story, 'land-area')).toBe('submitted');
    expect(story.verify('land-area')).toBeUndefined();
    expect(stateOf(story, 'land-area')).toBe('verified');
    expect(story.now.criteria['land-area']!.standing).toMatchObject({
      evidence: [{ type: 'location-decree', version: 1, sha256: '1'.padStart(64, '0') }],
      issuedOn: '2026-11-02', measure: 0.5, threshold: { from: '2018-03-15', least: 0.5 }, by: ['p_drafter-1705'], verifiedBy: personsOf(coordinator),
    });
  });

  it('keeps the threshold of the day: what was judged under it is not undone by a later one', () => {
    const stricter: ReadinessDefinition = {
      ...readinessV1,
      criteria: { ...readinessV1.criteria, 'land-area': { ...readinessV1.criteria['land-area'], measure: { ...readinessV1.criteria['land-area'].measure, thresholds: [...readinessV1.criteria['land-area'].measure.thresholds, { from: '2027-01-01', least: 2, basis: { source: 'contoh', certainty: 'assumed' } }] } } },
    };
    const story = new ZoneStory('1705', '2026-12-31T16:59:59.999Z', stricter);
    expect(story.submit('land-area', { measure: 0.5 }) ?? story.verify('land-area')).toBeUndefined();
    story.at = '2026-12-31T17:00:00.000Z'; // Midnight in Bengkulu.
    expect(stateOf(story, 'land-area')).toBe('verified');
    expect(story.submit('land-area', { measure: 0.5 })).toBe('below-threshold 0.5 2 ha');
  });

  it.each<[string, string, Parameters<ZoneStory['submit']>[1], string]>([
    ['half a hectare less a hundred square metres', 'land-area', { measure: 0.49 }, 'below-threshold 0.49 0.5 ha'],
    ['no area', 'land-area', { measure: Number.NaN }, 'measure-invalid ha'],
    ['a negative area', 'land-area', { measure: -1 }, 'measure-invalid ha'],
    ['four units', 'sentra', { measure: 4 }, 'below-threshold 4 5 units'],
    ['half a unit', 'sentra', { measure: 5.5 }, 'measure-invalid units'],
    ['an area where none is asked for', 'zoning', { measure: 1 }, 'measure-not-asked zoning'],
    ['a paper of tomorrow', 'clean', { issuedOn: '2026-11-25' }, 'date-in-future issuedOn 2026-11-24'],
    ['a paper that ends before it begins', 'clean', { issuedOn: '2026-11-02', validUntil: '2026-11-01' }, 'validity-before-issue 2026-11-02 2026-11-01'],
    ['a paper that ended yesterday', 'clean', { issuedOn: '2026-01-02', validUntil: '2026-11-23' }, 'evidence-expired 2026-11-23'],
    ['a day that no calendar has', 'clean', { issuedOn: '2026-02-29' }, 'evidence-date-invalid 2026-02-29'],
  ])('refuses %s', (_, criterion, rest, refusal) => {
    const story = new ZoneStory();
    expect(story.submit(criterion, rest)).toBe(refusal);
    expect(stateOf(story, criterion)).toBe('missing');
  });

  it('takes a paper of today and one that ends today', () => {
    expect(new ZoneStory().submit('clean', { issuedOn: '2026-11-24', validUntil: '2026-11-24' })).toBeUndefined();
  });

  it("counts today by the region's own clock", () => {
    const story = new ZoneStory('1705', '2026-11-24T17:00:00.000Z'); // 00.00 WIB on the 25th.
    expect(story.submit('clean', { issuedOn: '2026-11-25' })).toBeUndefined();
  });

  it('refuses what is not asked for, is missing, or is not the region’s to say', () => {
    const story = new ZoneStory();
    const put = (criterion: string, documentType: string, media = 'pdf', by: Actor = drafter) => story.by(by, { type: 'attach-evidence', criterion, documentType, sha256: 'a'.repeat(64), size: 1, media, name: reason });
    expect(put('half-hectare', 'location-decree')).toBe('unknown-criterion half-hectare');
    expect(put('constructor', 'location-decree')).toBe('unknown-criterion constructor');
    expect(put('land-area', 'unit-list')).toBe('unknown-document unit-list');
    expect(put('land-area', 'location-decree', 'docx')).toBe('media-not-accepted pdf png jpeg');
    expect(put('land-area', 'location-decree', 'pdf', drafterOf('1701'))).toBe('not-your-region');
    expect(put('land-area', 'location-decree', 'pdf', coordinator)).toBe('not-your-role regency-drafter');
    const submit = (criterion: string, rest: object = {}, by: Actor = drafter) => story.by(by, { type: 'submit', criterion, issuedOn: '2026-11-02', ...rest });
    expect(submit('half-hectare')).toBe('unknown-criterion half-hectare');
    expect(submit('land-area')).toBe('measure-required ha');
    expect(submit('design')).toBe('missing-documents detailed-design environment-document');
    story.attach('detailed-design', { criterion: 'design' });
    expect(submit('design')).toBe('missing-documents environment-document');
    expect(submit('design', { evidence: [{ type: 'environment-document', sha256: 'f'.repeat(64) }] })).toBe('evidence-unknown environment-document');
    expect(submit('zoning', {}, anActor('regency-head'))).toBe('not-your-role regency-drafter');
    expect(story.by(drafter, { type: 'withdraw', criterion: 'design' })).toBe('nothing-to-withdraw design');
    expect(story.by(drafter, { type: 'submit', criterion: 'zoning', issuedOn: '2026-11-02' }, 7)).toBe('stale 1');
  });

  it('rests on the newest of each paper, on all minutes, or on exactly those it names', () => {
    const story = new ZoneStory();
    const letters = [1, 2].map(() => story.attach('no-dispute-letter', { criterion: 'clean' }));
    const minutes = [1, 2].map(() => story.attach('field-check-minutes', { criterion: 'clean' }));
    const pending = () => story.now.criteria['clean']!.pending!.evidence.map(({ sha256 }) => sha256);
    expect(story.by(drafter, { type: 'submit', criterion: 'clean', issuedOn: '2026-11-02' })).toBeUndefined();
    expect(pending()).toEqual([letters[1], ...minutes]);
    const evidence = [{ type: 'no-dispute-letter', sha256: letters[0]! }, { type: 'field-check-minutes', sha256: minutes[1]! }];
    expect(story.by(drafter, { type: 'submit', criterion: 'clean', issuedOn: '2026-11-02', evidence })).toBeUndefined();
    expect(pending()).toEqual([letters[0], minutes[1]]);
  });
});

describe('verification', () => {
  it('is by the province alone, and by nobody whose hand is in the evidence, nor for them', () => {
    const story = new ZoneStory();
    const both = { ...drafter, person: 'p_two-offices' };
    story.attach('zoning-conformity', { criterion: 'zoning', by: both });
    expect(story.by(drafter, { type: 'submit', criterion: 'zoning', issuedOn: '2026-11-02' })).toBeUndefined();
    const verify = (by: Actor) => story.by(by, { type: 'verify', criterion: 'zoning' });
    expect(verify(drafter)).toBe('not-your-role provincial-coordinator');
    expect(verify(reviewer)).toBe('not-your-role provincial-coordinator');
    expect(verify({ ...coordinator, scope: '18' })).toBe('not-your-region');
    expect(verify({ ...coordinator, person: 'p_two-offices' })).toBe('four-eyes'); // Who uploaded the paper.
    expect(verify({ ...coordinator, person: drafter.person })).toBe('four-eyes'); // Who handed it in.
    expect(verify({ ...coordinator, person: 'p_other', onBehalfOf: { person: drafter.person, decree: 'x' } })).toBe('four-eyes');
    expect(verify(coordinator)).toBeUndefined();
    expect(verify(coordinator)).toBe('nothing-to-verify zoning');
  });

  it('rejects with a reason, and the region hands in again', () => {
    const story = new ZoneStory();
    story.submit('zoning');
    expect(story.by(coordinator, { type: 'reject', criterion: 'zoning', reason: { ...reason, length: 0 } })).toBe('reason-required');
    expect(story.by(coordinator, { type: 'reject', criterion: 'zoning', reason: { ...reason, length: 10_001 } })).toBe('note-too-long 10000');
    expect(story.by(coordinator, { type: 'reject', criterion: 'zoning', reason })).toBeUndefined();
    expect(stateOf(story, 'zoning')).toBe('rejected');
    expect(readinessTasks(readinessV1, story.now)).toMatchObject([{ key: 'renew.zoning', role: 'regency-drafter', scope: '1705', since: story.at }]);
    story.submit('zoning');
    expect(stateOf(story, 'zoning')).toBe('submitted');
  });

  it('is refused for a paper that ended while it waited', () => {
    const story = new ZoneStory();
    story.submit('clean', { validUntil: '2026-11-30' });
    story.at = '2026-11-30T16:59:59.999Z';
    const fork = Object.assign(new ZoneStory(), story);
    expect(fork.verify('clean')).toBeUndefined();
    story.at = '2026-11-30T17:00:00.000Z';
    expect(story.verify('clean')).toBe('evidence-expired 2026-11-30');
    expect(story.by(coordinator, { type: 'reject', criterion: 'clean', reason })).toBeUndefined();
  });

  it('lets a renewal wait while the old evidence counts, and survive its rejection', () => {
    const story = new ZoneStory();
    expect(story.submit('clean', { validUntil: '2026-12-31' }) ?? story.verify('clean')).toBeUndefined();
    story.submit('clean', { validUntil: '2027-12-31' });
    expect(stateOf(story, 'clean')).toBe('verified');
    story.by(coordinator, { type: 'reject', criterion: 'clean', reason });
    expect(story.now.criteria['clean']).toMatchObject({ standing: { validUntil: '2026-12-31' }, rejected: { reason } });
    story.submit('clean', { validUntil: '2027-12-31' });
    expect(story.verify('clean')).toBeUndefined();
    expect(story.now.criteria['clean']!.standing!.validUntil).toBe('2027-12-31');
  });

  it('can be taken back by the region, what waits before what counts', () => {
    const story = new ZoneStory().ready();
    story.submit('clean');
    const withdraw = () => story.by(drafter, { type: 'withdraw', criterion: 'clean' });
    expect(withdraw()).toBeUndefined();
    expect(stateOf(story, 'clean')).toBe('verified');
    expect(withdraw()).toBeUndefined();
    expect(lacksOf(readinessV1, story.now)).toEqual(['clean']);
    expect(withdraw()).toBe('nothing-to-withdraw clean');
  });
});

describe('expiry by the clock', () => {
  it('reminds thirty and seven days before the last day at half past seven, and ends with that day in Bengkulu', () => {
    const story = new ZoneStory();
    story.submit('clean', { issuedOn: '2026-11-02', validUntil: '2027-02-15' });
    story.verify('clean');
    const next = () => nextReadinessAlarm(readinessV1, story.now);
    expect(next()).toBe('2027-01-16T00:30:00.000Z'); // Saturday 16 January, 07.30 WIB.
    expect(story.until('2027-01-16T00:29:59.999Z')).toEqual([]);
    expect(story.until('2027-01-16T00:30:00.000Z')).toEqual(['expiry-near 30']);
    expect(next()).toBe('2027-02-08T00:30:00.000Z');
    expect(story.until('2027-02-08T00:30:00.000Z')).toEqual(['expiry-near 7']);
    expect(next()).toBe('2027-02-15T17:00:00.000Z'); // The first instant of 16 February, 00.00 WIB.
    expect(story.until('2027-02-15T16:59:59.999Z')).toEqual([]);
    expect(stateOf(story, 'clean')).toBe('verified');
    expect(story.until('2027-02-15T17:00:00.000Z')).toEqual(['criterion-expired']);
    expect(stateOf(story, 'clean')).toBe('expired');
    expect(next()).toBeUndefined();
    expect(story.until('2027-03-01T00:00:00.000Z')).toEqual([]);
    expect(readinessTasks(readinessV1, story.now)).toMatchObject([{ key: 'renew.clean', since: '2027-02-15T17:00:00.000Z' }]);
  });

  it.each([['8105', '2026-12-31T15:00:00.000Z', 'WIT'], ['7371', '2026-12-31T16:00:00.000Z', 'WITA']])('ends with the day of region %s at %s (%s)', (region, instant) => {
    const story = new ZoneStory(region);
    story.submit('clean', { validUntil: '2026-12-31' });
    story.verify('clean');
    story.until('2026-12-26T00:00:00.000Z');
    expect(nextReadinessAlarm(readinessV1, story.now)).toBe(instant);
  });

  it('sends only the nearest reminder after an outage, and none that lay before the verification', () => {
    const story = new ZoneStory();
    story.submit('clean', { validUntil: '2027-02-15' });
    story.verify('clean');
    expect(story.until('2027-02-10T00:00:00.000Z')).toEqual(['expiry-near 7']);
    const late = new ZoneStory();
    late.submit('clean', { validUntil: '2026-12-04' });
    late.verify('clean');
    expect(nextReadinessAlarm(readinessV1, late.now)).toBe('2026-11-27T00:30:00.000Z');
    expect(late.until('2026-12-20T00:00:00.000Z')).toEqual(['criterion-expired']);
  });

  it('never touches what has no last day', () => {
    const story = new ZoneStory().ready();
    expect(nextReadinessAlarm(readinessV1, story.now)).toBeUndefined();
    expect(story.until('2099-01-01T00:00:00.000Z')).toEqual([]);
  });
});

describe('central funding', () => {
  const propose = (story: ZoneStory, by: Actor = coordinator) => story.by(by, { type: 'propose-funding' });
  const fund = (story: ZoneStory, by: Actor = reviewer, reference = 'DAK/2027/017') => story.by(by, { type: 'fund', reference });

  it('is proposed only for a region that lacks nothing, and says what is lacking', () => {
    const story = new ZoneStory();
    expect(propose(story)).toBe(`not-ready ${all.join(' ')}`);
    story.ready();
    expect(propose(story, { ...coordinator, scope: '18' })).toBe('not-your-region');
    expect(propose(story, drafter)).toBe('not-your-role provincial-coordinator');
    expect(propose(story, { ...coordinator, person: drafter.person })).toBe('four-eyes');
    expect(propose(story)).toBeUndefined();
    expect(propose(story)).toBe('funding-proposed-already');
    expect(story.events.at(-1)!.body).toMatchObject({ submissions: Object.fromEntries(all.map((name) => [name, story.now.criteria[name]!.standing!.seq])) });
  });

  it('is granted once by the ministry, with its reference number', () => {
    const story = new ZoneStory().ready();
    expect(fund(story)).toBe('funding-not-proposed');
    propose(story);
    expect(fund(story, coordinator)).toBe('not-your-role ministry-reviewer ministry-signer');
    expect(fund(story, { ...reviewer, person: coordinator.person })).toBe('four-eyes');
    expect(fund(story, reviewer, '  ')).toBe('reference-invalid 100');
    expect(fund(story, reviewer, 'x'.repeat(101))).toBe('reference-invalid 100');
    expect(fund(story, signer)).toBeUndefined();
    expect(story.now.funding).toMatchObject({ state: 'funded', reference: 'DAK/2027/017' });
    expect(fund(story)).toBe('funded-already DAK/2027/017');
    expect(propose(story)).toBe('funded-already DAK/2027/017');
  });

  it('is not granted once the region is ready no more, and can be declined and proposed again', () => {
    const story = new ZoneStory().ready({ validUntil: '2026-12-31' });
    propose(story);
    story.until('2027-01-01T00:00:00.000Z');
    expect(fund(story)).toBe(`not-ready ${all.join(' ')}`);
    expect(story.by(reviewer, { type: 'decline-funding', reason: { ...reason, length: 0 } })).toBe('reason-required');
    expect(story.by(reviewer, { type: 'decline-funding', reason })).toBeUndefined();
    expect(story.now.funding!.state).toBe('declined');
    expect(fund(story)).toBe('funding-not-proposed');
    story.ready();
    expect(propose(story)).toBeUndefined();
  });

  it('is judged by the day, even when the clock has not looked yet', () => {
    const story = new ZoneStory().ready({ validUntil: '2026-12-31' });
    story.at = '2026-12-31T17:00:00.000Z'; // 1 January in Bengkulu.
    expect(propose(story)).toBe(`not-ready ${all.join(' ')}`);
    story.at = '2026-12-31T16:59:59.999Z';
    expect(propose(story)).toBeUndefined();
    story.at = '2026-12-31T17:00:00.000Z';
    expect(fund(story)).toBe(`not-ready ${all.join(' ')}`);
  });

  it('opens the papers to the ministry, which before sees only what stands', () => {
    const story = new ZoneStory().ready();
    expect(readsEvidence(story.now, [reviewer])).toBe(false);
    expect(readsEvidence(story.now, [drafter])).toBe(true);
    expect(readsEvidence(story.now, [coordinator])).toBe(true);
    expect(readsEvidence(story.now, [drafterOf('1701')])).toBe(false);
    propose(story);
    expect(readsEvidence(story.now, [reviewer])).toBe(true);
    expect(readsEvidence(story.now, [drafterOf('1701')])).toBe(false);
  });
});

describe('visits to the site', () => {
  it('are put down by the province or the ministry with their minutes, never ahead of time', () => {
    const story = new ZoneStory();
    const visit = (by: Actor, visitedOn: string, minutes: string, visitors = reason) => story.by(by, { type: 'record-visit', visitedOn, visitors, minutes });
    expect(visit(reviewer, '2026-11-20', 'a'.repeat(64))).toBe('evidence-unknown field-check-minutes');
    const minutes = story.attach('field-check-minutes', { criterion: 'site-visits', by: reviewer });
    expect(visit(drafter, '2026-11-20', minutes)).toBe('not-your-role provincial-coordinator ministry-reviewer ministry-signer');
    expect(visit({ ...coordinator, scope: '18' }, '2026-11-20', minutes)).toBe('not-your-region');
    expect(visit(reviewer, '2026-11-25', minutes)).toBe('date-in-future visitedOn 2026-11-24');
    expect(visit(reviewer, '2026-11-31', minutes)).toBe('evidence-date-invalid 2026-11-31');
    expect(visit(reviewer, '2026-11-20', minutes, { ...reason, length: 0 })).toBe('visitors-required');
    expect(visit(reviewer, '2026-11-20', minutes)).toBeUndefined();
    expect(visit(coordinator, '2026-11-24', minutes)).toBeUndefined();
    expect(story.now.visits).toMatchObject([{ n: 1, visitedOn: '2026-11-20', role: 'ministry-reviewer' }, { n: 2, visitedOn: '2026-11-24', role: 'provincial-coordinator' }]);
  });
});

describe('who is told, and what waits for whom', () => {
  it('goes from the region to the coordinator, back, on to the ministry and back to the region', () => {
    const story = new ZoneStory();
    const told = () => {
      const before = new ZoneStory(story.region, story.at);
      const readers: string[] = [];
      for (const event of story.events) {
        const earlier = before.state;
        before['record']([event]);
        readers.push(...readinessNotices(readinessV1, 'Kab. Seluma', earlier, event, before.now).map(({ template, to: { role, scope } }) => `${template} → ${role}@${scope}`));
      }
      return readers;
    };
    story.submit('zoning');
    expect(told()).toEqual(['readiness-submitted → provincial-coordinator@17']);
    expect(readinessTasks(readinessV1, story.now)).toEqual([{ key: 'verify.zoning', matter: 'criterion', role: 'provincial-coordinator', scope: '17', verb: { id: 'Verifikasi kesiapan: Di peruntukan ruang yang benar', en: 'Verify readiness: In the right zone' }, since: story.at }]);
    story.by(coordinator, { type: 'reject', criterion: 'zoning', reason });
    expect(told().at(-1)).toBe('readiness-rejected → regency-drafter@1705');
    story.ready({ validUntil: '2027-12-31' });
    expect(told().slice(-2)).toEqual(['readiness-verified → regency-drafter@1705', 'readiness-ready → provincial-coordinator@17']);
    expect(told().filter((line) => line.startsWith('readiness-ready'))).toHaveLength(1);
    expect(readinessTasks(readinessV1, story.now)).toMatchObject([{ key: 'propose-funding', role: 'provincial-coordinator' }]);
    story.by(coordinator, { type: 'propose-funding' });
    expect(told().at(-1)).toBe('readiness-proposed → ministry-reviewer@');
    expect(readinessTasks(readinessV1, story.now)).toMatchObject([{ key: 'decide-funding', role: 'ministry-reviewer', scope: '' }]);
    story.by(reviewer, { type: 'fund', reference: 'DAK/2027/017' });
    expect(told().slice(-3)).toEqual(['readiness-funded → regency-drafter@1705', 'readiness-funded → regency-head@1705', 'readiness-funded → provincial-coordinator@17']);
    expect(readinessTasks(readinessV1, story.now)).toEqual([]);
    story.until('2027-12-24T00:30:00.000Z');
    expect(told().at(-1)).toBe('readiness-expiring → regency-drafter@1705');
    story.until('2028-01-01T00:00:00.000Z');
    expect(told().at(-1)).toBe('readiness-expired → regency-drafter@1705');
  });
});
