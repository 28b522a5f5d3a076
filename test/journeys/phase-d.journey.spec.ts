import fs from 'node:fs';
import path from 'node:path';
import { samplePdf } from '#documents';
import { eventually, House } from '#test/house';
import { storyRegions } from '../story/regions';
import type { CaseBody, SelarasClient } from '../story/selaras-client';
import { castOf, RegionStory } from '../story/tell-region';

jest.setTimeout(300_000);

interface Clock { key: string; rule: string; status: string; startedOn: string; dueOn: string; metOn?: string; expired: boolean; late: boolean; consequence?: { en: string }; arithmetic: { en: string } }
interface Seen extends CaseBody {
  clocks: Clock[];
  flags: string[];
  holds: { n: number; status: string }[];
  facts: Record<string, string>;
  envelope: object | null;
}
interface Told { type: string; at: string; actor: Record<string, string>; body: Record<string, unknown> }
type Coded = Seen & { code: string };

const year = 2027;
/** Tuesday. The thirtieth working day, past Christmas, New Year and Isra Mi'raj, is Monday 11 January; three more end on the 14th. */
const T0 = '2026-11-24';

/** Seluma waits for the head's signature; Bengkulu Selatan goes straight; Mukomuko gets its number too late. */
const [deemed, straight, late] = ['1705', '1701', '1706'] as const;
const regions = [deemed, straight, late];

describe('from the joint approval to the publication', () => {
  let house: House;
  const stories: Record<string, RegionStory> = {};

  const of = (code: string) => ({ story: stories[code]!, head: house.as(`head-${code}`), council: house.as(`council-${code}`), secretary: house.as(`secretary-${code}`), legal: house.as('legal-1700') });
  const caseOf = (code: string) => `/v1/cases/${stories[code]!.caseId}`;
  const seen = async (code: string) => (await house.as('admin').get<Seen>(caseOf(code))).body;
  const clock = async (code: string, rule: string) => (await seen(code)).clocks.filter((one) => one.rule === rule).at(-1)!;
  const running = async (code: string) => Object.fromEntries((await seen(code)).clocks.filter(({ status }) => status === 'running').map(({ rule, dueOn }) => [rule, dueOn]));
  const take = (who: SelarasClient, code: string, transition: string, facts: object = {}, rest: object = {}) => stories[code]!.take(who, transition, { facts, ...rest });
  const tried = async (who: SelarasClient, code: string, transition: string, facts: object = {}) => (await who.command<Coded>('POST', `${caseOf(code)}/transitions`, { transition, facts })).body.code;
  const upload = async (who: SelarasClient, code: string, type: string, words = 'satu') => {
    const bytes = await samplePdf(`${type} ${code}`, ['Data contoh, bukan dokumen resmi.', words]);
    return who.upload(stories[code]!.caseId, type, bytes, `${type}-${code}.pdf`, 'application/pdf');
  };
  /** A scan in Seluma, a changed text in Bengkulu Selatan, the endorsed text to the letter in Mukomuko. */
  const approvedDraft = async (code: string) => {
    const { story, council } = of(code);
    if (code === deemed) return upload(council, code, 'approved-draft');
    if (code === straight) return story.regulation(council, 'approved-draft', 4);
    const { documents } = (await house.as('admin').get<{ documents: { type: string; sha256: string }[] }>(caseOf(code))).body;
    const bytes = await fs.promises.readFile(stored(documents.find(({ type }) => type === 'draft-regulation')!.sha256));
    return council.upload(story.caseId, 'approved-draft', bytes, 'disetujui.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  };
  const history = async (code: string, type: string): Promise<Told[]> => {
    const all: Told[] = [];
    for (let cursor = ''; ;) {
      const { body } = await house.as('admin').get<{ items: Told[]; nextCursor: string | null }>(`${caseOf(code)}/events?limit=100${cursor}`);
      all.push(...body.items);
      if (!body.nextCursor) return all.filter((event) => event.type === type);
      cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
    }
  };
  const goTo = async (to: string) => expect((await house.as('admin').send('POST', '/v1/demo/clock', { to })).status).toBe(200);
  const stored = (sha256: string) => path.join(house.documents, fs.readdirSync(house.documents, { recursive: true, encoding: 'utf8' }).find((file) => file.endsWith(sha256))!);

  beforeAll(async () => {
    house = await House.open('phase-d');
    await goTo('2026-11-24T03:12:00Z');
    await Promise.all(regions.map(async (code) => {
      const story = new RegionStory(castOf(house.url, code), { ...storyRegions.find((one) => one.code === code)!, turn: 'straight' }, year);
      stories[code] = story;
      await story.file();
      await story.draft();
      await story.harmonize();
      await story.review();
    }));
  });
  afterAll(() => house?.close());

  it('begins at the gate, where a cohort that is created late still gives everybody its date', async () => {
    const coordinator = house.as('coordinator-1700');
    expect((await clock(deemed, 'cut-off'))).toBeUndefined();
    await coordinator.must('POST', '/v1/cohorts', {
      province: '17', programmeYear: year, referencePlans: [{ kind: 'RPIP', version: '2018-2038', issuedOn: '2018-03-13' }], members: regions,
      policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false }, cutOffOn: '2027-06-30',
    });
    for (const code of regions) await eventually(async () => expect(await clock(code, 'cut-off')).toMatchObject({ startedOn: T0, dueOn: '2027-06-30', status: 'running' }));
    const { body } = await coordinator.get<{ items: { key: string; effect: string; settledBy: string | null }[] }>(`/v1/cohorts/cohort-17-${year}/conflicts`);
    for (const { key, effect, settledBy } of body.items)
      if (effect === 'acknowledge' && !settledBy) await coordinator.must('POST', `/v1/cohorts/cohort-17-${year}/conflicts/${key}/acknowledgement`, { note: 'Dicatat dalam rapat.' });
    await coordinator.must('POST', `/v1/cohorts/cohort-17-${year}/release`, {});
    for (const code of regions) await eventually(async () => expect((await seen(code)).stage.id).toBe('recommendation'));
  });

  it('extends a term of policy only once the superior has agreed', async () => {
    const coordinator = house.as('coordinator-1700');
    const extend = (days: number) => coordinator.command<Coded>('POST', `${caseOf(deemed)}/extensions`, { clock: 'recommendation#1', days, reason: 'waiting-for-higher-decision' });
    expect((await extend(3)).body.code).toBe('missing-documents');
    await upload(coordinator, deemed, 'hold-evidence');
    expect((await extend(6)).body.code).toBe('extension-too-long');
    expect((await extend(3)).status).toBe(200);
    // Five working days from Tuesday 24 November.
    expect((await clock(deemed, 'recommendation')).dueOn).toBe('2026-12-01');
    const decide = (who: string) => house.as(who).command<Coded>('POST', `${caseOf(deemed)}/holds/1/confirm`, { accepted: true });
    expect((await decide('coordinator-1700')).body.code).toBe('not-your-role');
    expect((await decide('secretary-1700')).status).toBe(200);
    expect((await clock(deemed, 'recommendation')).dueOn).toBe('2026-12-04');
  });

  it('takes the text, endorsed on a condition or without, to the council and to the joint approval by both', async () => {
    await stories[deemed]!.endorse();
    await stories[late]!.endorse();
    const { coordinator, reviewer, signer } = stories[straight]!.cast;
    for (const type of ['recommendation-letter', 'synchronization-minutes']) await stories[straight]!.pdf(coordinator, type);
    await take(coordinator, straight, 'recommend');
    await stories[straight]!.pdf(reviewer, 'ministry-assessment');
    await take(reviewer, straight, 'propose-endorsement');
    await stories[straight]!.pdf(signer, 'endorsement-letter');
    await signer.signIn();
    await take(signer, straight, 'endorse-with-conditions', { endorsementLetterNumber: 'B/1701/IND/2026' }, { conditions: [{ text: 'Laporan tahunan sentra', owner: 'provincial-coordinator', dueOn: '2027-03-01' }] });

    await Promise.all(regions.map(async (code) => {
      const { head, council } = of(code);
      await upload(head, code, 'cover-memorandum');
      await take(head, code, 'submit-to-council');
      await take(council, code, 'start-discussion', { discussionStartedOn: '2026-11-20' });
      await upload(council, code, 'joint-approval-minutes');
      await approvedDraft(code);
    }));
    const { head, council } = of(deemed);
    expect(await tried(council, deemed, 'approve-jointly', { jointApprovedOn: '2026-11-25' })).toBe('date-in-future');
    expect(await tried(council, deemed, 'approve-jointly', { jointApprovedOn: '2026-11-19' })).toBe('date-before-previous');
    await take(council, deemed, 'approve-jointly', { jointApprovedOn: T0 });
    expect(await running(deemed)).toEqual({ 'hand-over': '2026-11-27', sending: '2026-11-27', enactment: '2027-01-11' });
    expect(await tried(council, deemed, 'approve-jointly', { jointApprovedOn: T0 })).toBe('second-person-needed');
    expect(await tried(head, deemed, 'approve-jointly', { jointApprovedOn: '2026-11-23' })).toBe('facts-differ');
    expect((await take(head, deemed, 'approve-jointly', { jointApprovedOn: T0 })).stage.id).toBe('evaluation-submission');
    for (const code of [straight, late]) {
      await take(of(code).council, code, 'approve-jointly', { jointApprovedOn: T0 });
      await take(of(code).head, code, 'approve-jointly');
    }
    expect((await seen(deemed)).envelope).toMatchObject({ startedOn: T0, dueOn: '2027-01-11', used: 0, total: 30, least: 3, full: 25, slack: 5, lateByLaw: false, withRefinement: { full: 32, slack: -2, late: false } });
    const statutory = await head.command<Coded>('POST', `${caseOf(deemed)}/holds`, { clock: 'enactment#1', reason: 'election', first: T0 });
    expect(statutory.body.code).toBe('statutory-clock');
  });

  it('records what the joint approval has changed in the endorsed text, and tells coordinator and ministry', async () => {
    interface Found { type: string; result: string; because?: string; changed?: number; chapters?: { chapter: string | null; changed: string[] }[]; sentence: { en: string } }
    const compared = async (code: string) => (await house.as('ministry-reviewer').get<{ compared: { texts: Found[] } | null }>(caseOf(code))).body.compared?.texts;
    for (const code of regions) await eventually(async () => expect(await compared(code)).toHaveLength(2));
    expect(await compared(deemed)).toMatchObject([{ type: 'approved-draft', result: 'not-comparable', because: 'not-docx' }, { type: 'plan-annex', result: 'identical' }]);
    expect(await compared(late)).toMatchObject([{ type: 'approved-draft', result: 'identical', sentence: { en: 'Jointly approved draft: identical to the endorsed text, the hash is equal' } }, { result: 'identical' }]);
    const [draft] = (await compared(straight))!;
    expect(draft).toMatchObject({ result: 'differs', changed: expect.any(Number) as number });
    const named = draft!.chapters!.flatMap(({ changed }) => changed);
    const { body } = await house.as('coordinator-1700').get<{ against: object; comparison: { changes: { label: string; change: string }[] } }>(`${caseOf(straight)}/documents/approved-draft/comparison?against=endorsed`);
    expect(body.against).toMatchObject({ mark: 'endorsed', type: 'draft-regulation' });
    expect(body.comparison.changes.filter(({ change }) => change === 'changed').map(({ label }) => label)).toEqual(expect.arrayContaining(named));
    expect(body.comparison.changes.filter(({ change }) => change === 'changed')).toHaveLength(draft!.changed!);
    expect((await house.as('coordinator-1700').get<Coded>(`${caseOf(straight)}/documents/approved-draft/comparison?against=signed`)).body.code).toBe('document-not-present');
    for (const who of ['coordinator-1700', 'ministry-reviewer']) {
      const { items } = (await house.as(who).get<{ items: { template: string; subject: { id: string }; happened: string }[] }>('/v1/notices?limit=100')).body;
      const told = items.filter(({ template, subject }) => template === 'texts-compared' && subject.id === stories[straight]!.caseId);
      expect(told).toHaveLength(1);
      expect(told[0]!.happened).toContain(named[0]);
    }
    expect(await history(straight, 'texts-compared')).toMatchObject([{ actor: { system: 'comparison' } }]);
  });

  it('counts hand-over, sending and receipt each from its own day, also when a receipt is registered late', async () => {
    await goTo('2026-11-26');
    for (const code of regions) await take(of(code).council, code, 'hand-over', { handedOverOn: '2026-11-26' });
    // Three working days from Thursday the 26th: Friday, Monday, Tuesday.
    expect(await running(deemed)).toEqual({ sending: '2026-11-27', 'sending-after-hand-over': '2026-12-01', enactment: '2027-01-11' });
    await goTo('2026-11-27');
    for (const code of regions) {
      await upload(of(code).head, code, 'evaluation-request');
      expect((await take(of(code).head, code, 'submit-for-evaluation', { sentOn: '2026-11-27' })).stage.id).toBe('evaluation');
    }
    await goTo('2026-12-02');
    const { legal } = of(deemed);
    const register = (code: string, receivedOn: string) =>
      legal.command<Coded>('POST', `${caseOf(code)}/external-events`, { kind: 'receipt', letterNumber: `188/${code}`, sentOn: '2026-11-27', receivedOn, facts: { receivedOn } });
    expect((await register(deemed, '2026-12-03')).body.code).toBe('date-in-future');
    expect((await register(deemed, '2026-11-26')).body.code).toBe('date-before-previous');
    expect((await register(deemed, '2026-11-30')).status).toBe(200);
    // Fifteen working days from Monday 30 November, though it was registered on 2 December.
    expect(await running(deemed)).toEqual({ evaluation: '2026-12-21', enactment: '2027-01-11' });
    expect((await history(deemed, 'external-event-registered'))[0]).toMatchObject({ at: expect.stringMatching(/^2026-12-02/) as string, body: { receivedOn: '2026-11-30' } });
    for (const code of [straight, late]) await take(legal, code, 'receive', { receivedOn: '2026-11-30' });
    expect((await seen(deemed)).envelope).toMatchObject({ used: 6, slack: 4 });
  });

  it('has the governor conclude, and the text refined by head and council together', async () => {
    await goTo('2026-12-14');
    const { legal } = of(deemed);
    const result = (evaluationOutcome: string) => ({ evaluationNumber: '188/2026', evaluationDate: '2026-12-14', evaluationSignatory: 'Sekretaris Daerah Provinsi', evaluationOutcome });
    for (const [code, outcome, stage] of [[deemed, 'conform-with-changes', 'refinement'], [straight, 'conform', 'registration'], [late, 'not-conform', 'refinement']] as const) {
      expect(await tried(legal, code, 'conclude-evaluation', result(outcome))).toBe('missing-documents');
      await upload(legal, code, 'evaluation-result');
      expect((await take(legal, code, 'conclude-evaluation', result(outcome))).stage.id).toBe(stage);
    }
    // Seven working days from the 14th, and anew from the receipt on the 15th: the 24th and the 25th are none.
    expect(await running(deemed)).toEqual({ refinement: '2026-12-23', enactment: '2027-01-11' });
    expect(await running(straight)).toEqual({ condition: '2027-03-01', 'number-request': '2026-12-17', enactment: '2027-01-11' });
    await goTo('2026-12-15');
    await take(of(deemed).head, deemed, 'record-result-received', { resultReceivedOn: '2026-12-15' });
    expect((await clock(deemed, 'refinement')).dueOn).toBe('2026-12-28');
    await goTo('2026-12-17');
    for (const code of [deemed, late]) {
      const { head, council } = of(code);
      for (const type of ['refined-draft', 'follow-up-matrix']) await upload(head, code, type);
      await take(head, code, 'complete-refinement', { refinedOn: '2026-12-17' });
      expect(await tried(head, code, 'complete-refinement', { refinedOn: '2026-12-17' })).toBe('second-person-needed');
      expect((await take(council, code, 'complete-refinement')).stage.id).toBe('registration');
    }
    expect((await clock(deemed, 'number-request')).dueOn).toBe('2026-12-22');
  });

  it('holds a term of policy while an election lasts, and lets it run again', async () => {
    const { head } = of(late);
    await goTo('2026-12-18');
    await upload(head, late, 'hold-evidence');
    await head.must('POST', `${caseOf(late)}/holds`, { clock: 'number-request#1', reason: 'election', first: '2026-12-18' });
    expect((await clock(late, 'number-request')).status).toBe('running');
    await house.as('admin').must('POST', `${caseOf(late)}/holds/1/confirm`, { accepted: true });
    expect((await clock(late, 'number-request')).status).toBe('paused');
    await goTo('2026-12-21');
    await head.must('POST', `${caseOf(late)}/holds/1/lift`, { last: '2026-12-21' });
    // Two working days later than the 22nd: Friday the 18th and Monday the 21st were held; then the 23rd and the 28th.
    expect(await clock(late, 'number-request')).toMatchObject({ status: 'running', dueOn: '2026-12-28' });
    expect((await clock(late, 'enactment')).dueOn).toBe('2027-01-11');
  });

  it('gives the register number to the refined text and to no other', async () => {
    const { head, legal } = of(deemed);
    for (const code of regions) {
      await upload(of(code).head, code, 'number-request');
      await take(of(code).head, code, 'request-number', { numberRequestedOn: '2026-12-18' });
      await take(legal, code, 'receive-request', { numberRequestReceivedOn: '2026-12-21' });
    }
    // Seven working days from Monday 21 December: New Year is one of the three that do not count.
    expect(await running(deemed)).toEqual({ number: '2027-01-04', enactment: '2027-01-11' });
    await goTo('2026-12-29');
    const issue = { registerNumber: '7/2026', registerNumberIssuedOn: '2026-12-29' };
    expect((await head.command<Coded>('PUT', `${caseOf(deemed)}/documents/refined-draft`, await samplePdf('lain', ['lain']), { headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="lain.pdf"' } })).body.code).toBe('document-frozen');
    const file = stored((await seen(deemed)).documents.find(({ type }) => type === 'refined-draft')!.sha256);
    const bytes = fs.readFileSync(file);
    bytes[bytes.length - 20]! ^= 1;
    fs.chmodSync(file, 0o600);
    fs.writeFileSync(file, bytes);
    expect(await tried(legal, deemed, 'issue-number', issue)).toBe('document-damaged');
    await upload(head, deemed, 'refined-draft', 'kata-kata lain');
    expect(await tried(legal, deemed, 'issue-number', issue)).toBe('text-differs');
    await upload(head, deemed, 'refined-draft');
    expect((await take(legal, deemed, 'issue-number', issue)).stage.id).toBe('enactment');
    expect((await take(legal, straight, 'issue-number', issue)).stage.id).toBe('enactment');
  });

  it('is enacted by the head in time', async () => {
    await goTo('2027-01-08');
    const { head } = of(straight);
    await upload(head, straight, 'signed-regulation');
    expect((await take(head, straight, 'enact', { regulationNumber: '3/2027', enactedOn: '2027-01-08' })).stage.id).toBe('promulgation');
    // Seven working days from Friday 8 January.
    expect(await running(straight)).toEqual({ condition: '2027-03-01', reporting: '2027-01-19' });
    expect((await seen(straight)).envelope).toBeNull();
  });

  it('is valid by law when the thirtieth day and three more have passed in silence, and not an hour earlier', async () => {
    await goTo('2027-01-14T16:59:00Z');
    expect((await seen(deemed)).stage.id).toBe('enactment');
    await goTo('2027-01-14T17:01:00Z');
    await eventually(async () => expect((await seen(deemed)).stage.id).toBe('promulgation'));
    const [event] = await history(deemed, 'deemed-valid');
    expect(event).toMatchObject({ actor: { system: 'clock', article: 'UU 23/2014 art. 242(7)' }, body: { effectiveOn: '2027-01-12', dueAt: '2027-01-14T17:00:00.000Z' } });
    expect((await seen(deemed)).flags).toContain('deemed-valid');
    expect(await clock(deemed, 'reporting')).toMatchObject({ startedOn: '2027-01-12', dueOn: '2027-01-21' });
  });

  it('is not valid by law when the number came too late: it stays with the head, and the law is silent', async () => {
    const { head, legal } = of(late);
    expect((await seen(late)).stage.id).toBe('registration');
    await goTo('2027-01-15');
    expect((await take(legal, late, 'issue-number', { registerNumber: '8/2027', registerNumberIssuedOn: '2027-01-12' })).stage.id).toBe('enactment');
    await goTo('2027-01-22');
    expect((await seen(late)).stage.id).toBe('enactment');
    expect(await history(late, 'deemed-valid')).toEqual([]);
    expect(await clock(late, 'enactment')).toMatchObject({ late: true, expired: true, consequence: { en: 'Late; legal effect unregulated' } });
    await upload(head, late, 'signed-regulation');
    expect((await take(head, late, 'enact', { regulationNumber: '4/2027', enactedOn: '2027-01-21' })).stage.id).toBe('promulgation');
  });

  it('gives way to a paper that was signed in time and comes late, until the promulgation', async () => {
    const { head, secretary } = of(deemed);
    await upload(head, deemed, 'signed-regulation');
    expect(await tried(head, deemed, 'enact', { regulationNumber: '2/2027', enactedOn: '2027-01-12' })).toBe('deemed');
    await take(head, deemed, 'enact', { regulationNumber: '2/2027', enactedOn: '2027-01-11' });
    expect(await seen(deemed)).toMatchObject({ stage: { id: 'promulgation' }, flags: [], facts: { enactedOn: '2027-01-11' } });
    expect([(await history(deemed, 'deemed-valid')).length, (await history(deemed, 'deemed-valid-superseded')).length]).toEqual([1, 1]);
    expect(await clock(deemed, 'reporting')).toMatchObject({ startedOn: '2027-01-11', dueOn: '2027-01-20' });
    await upload(secretary, deemed, 'gazette-copy');
    expect(await tried(secretary, deemed, 'promulgate', { gazetteNumber: 'LD 2027/2', promulgatedOn: '2027-01-22', validitySentence: 'Peraturan Daerah ini dinyatakan sah' })).toBe('unknown-fact');
  });

  it('is promulgated, reported to the governor and published', async () => {
    for (const code of regions) {
      const { head, secretary, story } = of(code);
      if (code !== deemed) await upload(secretary, code, 'gazette-copy');
      expect((await take(secretary, code, 'promulgate', { gazetteNumber: `LD ${code}`, promulgatedOn: '2027-01-22' })).stage.id).toBe('reporting');
      await upload(head, code, 'report-letter');
      expect((await take(head, code, 'report', { reportedOn: '2027-01-22' })).stage.id).toBe('publication');
      expect((await take(story.cast.drafter, code, 'publish', { jdihAddress: `https://jdih.example/perda/${code}` })).status).toBe('published');
    }
    expect((await clock(deemed, 'reporting')).late).toBe(true);
    expect(await running(deemed)).toEqual({});
  });

  it('follows a condition of the endorsement up beyond the publication', async () => {
    expect(await running(straight)).toEqual({ condition: '2027-03-01' });
    await goTo('2027-02-25');
    // Three working days before Monday 1 March.
    await eventually(async () => expect((await history(straight, 'reminder-due')).filter(({ body }) => body['clock'] === 'condition#1').map(({ body }) => [body['day'], body['dueAt']])).toEqual([[-3, '2027-02-24T00:30:00.000Z']]));
    await house.as('coordinator-1700').must('POST', `${caseOf(straight)}/conditions/1/report`, { note: 'Terlampir.' });
    await house.as('ministry-reviewer').must('POST', `${caseOf(straight)}/conditions/1/review`, { accepted: true });
    expect(await running(straight)).toEqual({});
  });

  it('leaves a record that verifies, and no workflow behind', async () => {
    expect(await house.verified()).toMatchObject({ code: 0 });
  });
});
