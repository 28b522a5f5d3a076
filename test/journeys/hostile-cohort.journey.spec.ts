import { samplePdf } from '#documents';
import { act, attach, carry, toPreparation } from '#test/database';
import { type Answer, type Asking, openStack, type Stack } from '#test/stack';

jest.setTimeout(180_000);

const year = 2027;
const cohorts = '/v1/cohorts';
const gate = `${cohorts}/cohort-17-${year}`;
const ring = (...points: [number, number][]) => ({ type: 'Polygon', coordinates: [points] });
/** Ground of Seluma's, and what may be wrong with it. */
const polygons = {
  open: ring([102.5, -4], [102.51, -4], [102.51, -3.99], [102.5, -3.99]),
  crossing: ring([102.5, -4], [102.51, -3.99], [102.51, -4], [102.5, -3.99], [102.5, -4]),
  outside: ring([110, -4], [110.01, -4], [110.01, -3.99], [110, -3.99], [110, -4]),
  short: ring([102.5, -4], [102.51, -4], [102.5, -4]),
};
const zone = (polygon: object) => ({ zones: [{ name: 'Kawasan A', kind: 'sentra', areaHa: 122, rtrwRef: 'Pasal 40', polygon }] });
const flagship = (change: object = {}) => ({ kbli: '13121', commodity: 'tenun bumpak', role: 'main', from: year + 1, to: year + 10, target: { unit: 'ton', value: 5 }, sharedWith: [], division: '', ...change });
const claims = (flagships: object[] = [flagship()]) => ({ flagships, zones: [], materials: [], links: [], sentra: [{ name: 'Sentra', units: 5, product: 'kain' }] });
const founding = (change: object = {}) => ({ province: '17', programmeYear: 2031, members: ['1701', '1705'], cutOffOn: '2031-06-30', ...change });
const calling = { on: '2026-12-01', time: '09:30', place: 'Ruang rapat Disperindag', agenda: 'Pembagian peran.' };
const matrixOf = (matrix: object) => founding({ members: ['1701', { regionCode: '1705', state: 'fixed', regulationNumber: 'Perda 4/2025', matrix }] });

describe('what nobody should ask of a cohort', () => {
  let stack: Stack;
  let pdf: Uint8Array;
  let overlap: string;
  const ask = (as: string, method: string, path: string, body?: unknown, more: Partial<Asking> = {}): Promise<Answer> => stack.ask(method, path, { as, ...(body !== undefined && { body }), ...more });
  const must = async (as: string, method: string, path: string, body?: unknown): Promise<Answer['body']> => {
    const answer = await ask(as, method, path, body);
    if (answer.status >= 300) throw new Error(`${as} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  /** Everything that an act could have left behind. */
  const written = () => stack.database.owner.query<object[]>(
    `select (select count(*) from cohort_event) as events, (select count(*) from accepted_command) as commands, (select count(*) from cohort) as cohorts, (select count(*) from notice) as notices, (select count(*) from confidential_text) as texts`,
  );

  beforeAll(async () => {
    stack = await openStack({ worker: false });
    pdf = await samplePdf('Risalah', ['Contoh.']);
    const { ledger } = stack.database;
    await ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
    const office = (role: string, scope: string) => ({ role, scope, capacity: 'definitive' as const, from: '2020-01-01', decree: 'SK contoh' });
    const person = (subject: string, ...offices: ReturnType<typeof office>[]) => ({ id: `p_${subject}`, subject, name: `Pejabat ${subject}`, offices });
    await ledger.register.install([
      person('two-hats', office('provincial-coordinator', '17'), office('provincial-planner', '17')),
      person('coordinator-1800', office('provincial-coordinator', '18')),
    ]);
    await must('coordinator-1700', 'POST', cohorts, founding({
      programmeYear: year, cutOffOn: `${year}-06-30`, referencePlans: [{ kind: 'RPIP', version: '2018–2038', issuedOn: '2018-12-31' }],
      members: ['1701', '1702', '1705', ...['1703', '1704'].map((regionCode) => ({ regionCode, state: 'fixed', regulationNumber: 'Perda 4/2025', matrix: claims() }))],
    }));
    const { items } = await must('coordinator-1700', 'GET', `${gate}/conflicts`);
    overlap = items.find(({ check }: { check: string }) => check === 'X01').key;
    await must('two-hats', 'POST', `${gate}/waivers`, { regionCode: '1701', reason: 'Pemekaran.' });
    await must('coordinator-1700', 'POST', `${gate}/waivers`, { regionCode: '1702', reason: 'Pemekaran.' });
    await must('planner-1700', 'POST', `${gate}/waivers/2/confirm`);
    await must('coordinator-1700', 'POST', `${gate}/called-meetings`, calling);
    await must('coordinator-1700', 'POST', `${gate}/called-meetings/1/call-off`, { reason: 'Ditunda.' });
  });
  afterAll(async () => { await stack?.close(); });

  const table: [what: string, as: string, method: string, path: string, body: unknown, refused: string, more?: Partial<Asking>][] = [
    ['a cohort of another province', 'coordinator-1700', 'POST', cohorts, founding({ province: '18', members: ['1801'] }), '403 not-your-region'],
    ['a cohort by the planner', 'planner-1700', 'POST', cohorts, founding(), '403 not-your-role'],
    ['a cohort by a regency', 'head-1705', 'POST', cohorts, founding(), '403 not-your-role'],
    ['a cohort that there is', 'coordinator-1700', 'POST', cohorts, founding({ programmeYear: year }), '409 cohort-exists'],
    ['a cohort of a year before the law', 'coordinator-1700', 'POST', cohorts, founding({ programmeYear: 2014 }), '422 cohort-invalid'],
    ['a province in words', 'coordinator-1700', 'POST', cohorts, founding({ province: 'Bengkulu' }), '422 validation-failed'],
    ['a cohort without a key', 'coordinator-1700', 'POST', cohorts, founding(), '400 idempotency-key-required', { key: false }],
    ['a cohort by nobody', '', 'POST', cohorts, founding(), '401 token-missing'],
    ['a member of another province', 'coordinator-1700', 'POST', cohorts, founding({ members: ['1701', '1801'] }), '422 cohort-invalid'],
    ['a member the register does not know', 'coordinator-1700', 'POST', cohorts, founding({ members: ['1701', '1799'] }), '422 unknown-region'],
    ['a member twice', 'coordinator-1700', 'POST', cohorts, founding({ members: ['1701', '1701'] }), '422 cohort-invalid'],
    ['no member', 'coordinator-1700', 'POST', cohorts, founding({ members: [] }), '422 validation-failed'],
    ['a fixed member without its regulation', 'coordinator-1700', 'POST', cohorts, founding({ members: [{ regionCode: '1701', state: 'fixed' }] }), '422 validation-failed'],
    ['more than there are', 'coordinator-1700', 'POST', cohorts, founding({ policy: { need: { atLeast: 3 } } }), '422 policy-impossible'],
    ['fewer than one', 'coordinator-1700', 'POST', cohorts, founding({ policy: { need: { atLeast: 0 } } }), '422 validation-failed'],
    ['half a region', 'coordinator-1700', 'POST', cohorts, founding({ policy: { need: { atLeast: 1.5 } } }), '422 validation-failed'],
    ['a stranger that must be there', 'coordinator-1700', 'POST', cohorts, founding({ policy: { mustInclude: ['1709'] } }), '422 policy-impossible'],
    ['a cut-off nobody knows', 'coordinator-1700', 'POST', cohorts, founding({ policy: { onCutOff: 'close' } }), '422 validation-failed'],
    ['a cut-off date in the past', 'coordinator-1700', 'POST', cohorts, founding({ cutOffOn: '2026-11-23' }), '422 cut-off-past'],
    ['30 February', 'coordinator-1700', 'POST', cohorts, founding({ cutOffOn: '2031-02-30' }), '422 validation-failed'],
    ['two plans of one kind', 'coordinator-1700', 'POST', cohorts, founding({ referencePlans: [{ kind: 'KIN', version: '1', issuedOn: '2025-01-01' }, { kind: 'KIN', version: '2', issuedOn: '2025-01-02' }] }), '422 cohort-invalid'],
    ['a plan nobody knows', 'coordinator-1700', 'POST', cohorts, founding({ referencePlans: [{ kind: 'RPJPD', version: '1', issuedOn: '2025-01-01' }] }), '422 validation-failed'],
    ['an open polygon', 'coordinator-1700', 'POST', cohorts, matrixOf({ ...claims(), ...zone(polygons.open) }), '422 matrix-refused polygon-open'],
    ['a polygon that crosses itself', 'coordinator-1700', 'POST', cohorts, matrixOf({ ...claims(), ...zone(polygons.crossing) }), '422 matrix-refused polygon-crosses-itself'],
    ['a polygon outside of the region', 'coordinator-1700', 'POST', cohorts, matrixOf({ ...claims(), ...zone(polygons.outside) }), '422 matrix-refused outside-region'],
    ['a polygon without ground', 'coordinator-1700', 'POST', cohorts, matrixOf({ ...claims(), ...zone(polygons.short) }), '422 matrix-refused polygon-too-short'],
    ['a KBLI code of four digits', 'coordinator-1700', 'POST', cohorts, matrixOf(claims([flagship({ kbli: '1312' })])), '422 matrix-refused kbli-invalid'],
    ['a share with a region that is not', 'coordinator-1700', 'POST', cohorts, matrixOf(claims([flagship({ sharedWith: ['1799'] })])), '422 matrix-refused region-unknown'],

    ['a look at a cohort that is not', 'coordinator-1700', 'GET', `${cohorts}/cohort-17-2099`, undefined, '404 not-found'],
    ['a look from another province', 'coordinator-1800', 'GET', gate, undefined, '404 not-found'],
    ['a board from another province', 'coordinator-1800', 'GET', `${gate}/board`, undefined, '404 not-found'],
    ['conflicts from another province', 'coordinator-1800', 'GET', `${gate}/conflicts`, undefined, '404 not-found'],
    ['minutes from another province', 'coordinator-1800', 'GET', `${gate}/minutes`, undefined, '404 not-found'],
    ['a board as if a stranger were waived', 'coordinator-1700', 'GET', `${gate}/board?asIf=waive:1709`, undefined, '404 member-unknown'],
    ['a board as if a fixed region were waived', 'coordinator-1700', 'GET', `${gate}/board?asIf=waive:1703`, undefined, '409 member-not-active'],
    ['a board as if anything', 'coordinator-1700', 'GET', `${gate}/board?asIf=anything`, undefined, '422 validation-failed'],
    ['minutes of a round to come', 'coordinator-1700', 'GET', `${gate}/minutes?round=2`, undefined, '404 not-found'],

    ['a waiver of a stranger', 'coordinator-1700', 'POST', `${gate}/waivers`, { regionCode: '1709', reason: 'x' }, '404 member-unknown'],
    ['a waiver of a region that has its regulation', 'coordinator-1700', 'POST', `${gate}/waivers`, { regionCode: '1703', reason: 'x' }, '409 member-not-active'],
    ['a waiver without a reason', 'coordinator-1700', 'POST', `${gate}/waivers`, { regionCode: '1705', reason: '' }, '422 reason-required'],
    ['a waiver for a book of reasons', 'coordinator-1700', 'POST', `${gate}/waivers`, { regionCode: '1705', reason: 'x'.repeat(10_001) }, '422 note-too-long'],
    ['a waiver by a region', 'head-1705', 'POST', `${gate}/waivers`, { regionCode: '1705', reason: 'x' }, '403 not-your-role'],
    ['a rehearsal of a waiver by a region', 'head-1705', 'POST', `${gate}/waivers?dryRun=true`, { regionCode: '1705', reason: 'x' }, '403 not-your-role', { key: false }],
    ['a confirmation by the same person twice', 'two-hats', 'POST', `${gate}/waivers/1/confirm`, undefined, '409 second-person-needed'],
    ['a confirmation by the coordinator', 'coordinator-two-1700', 'POST', `${gate}/waivers/1/confirm`, undefined, '403 not-your-role'],
    ['a second confirmation', 'legal-1700', 'POST', `${gate}/waivers/2/confirm`, undefined, '409 waiver-settled'],
    ['a confirmation of nothing', 'planner-1700', 'POST', `${gate}/waivers/9/confirm`, undefined, '404 waiver-unknown'],
    ['a confirmation of a word', 'planner-1700', 'POST', `${gate}/waivers/satu/confirm`, undefined, '404 not-found'],

    ['a known member', 'coordinator-1700', 'POST', `${gate}/members`, { regionCode: '1705' }, '409 member-exists'],
    ['a new member of another province', 'coordinator-1700', 'POST', `${gate}/members`, { regionCode: '1801' }, '403 not-your-region'],
    ['a new member the register does not know', 'coordinator-1700', 'POST', `${gate}/members`, { regionCode: '1799' }, '422 unknown-region'],
    ['a member by its name', 'coordinator-1700', 'POST', `${gate}/members`, { regionCode: 'Seluma' }, '422 validation-failed'],
    ['the withdrawal of a stranger', 'coordinator-1700', 'POST', `${gate}/members/1709/withdraw`, { reason: 'x' }, '404 member-unknown'],
    ['a withdrawal without a reason', 'coordinator-1700', 'POST', `${gate}/members/1705/withdraw`, { reason: '' }, '422 reason-required'],
    ['a withdrawal by the region', 'head-1705', 'POST', `${gate}/members/1705/withdraw`, { reason: 'x' }, '403 not-your-role'],
    ['a fixed stranger', 'coordinator-1700', 'POST', `${gate}/members/1709/fix`, { regulationNumber: 'Perda 1' }, '404 member-unknown'],
    ['a regulation of blanks', 'coordinator-1700', 'POST', `${gate}/members/1705/fix`, { regulationNumber: ' ' }, '422 reason-required'],
    ['claims of a fixed region that lie elsewhere', 'coordinator-1700', 'POST', `${gate}/members/1705/fix`, { regulationNumber: 'Perda 1', matrix: { ...claims(), ...zone(polygons.outside) } }, '422 matrix-refused outside-region'],

    ['a release for nobody', 'coordinator-1700', 'POST', `${gate}/release`, {}, '409 nobody-at-gate'],
    ['a release of another list', 'coordinator-1700', 'POST', `${gate}/release`, { expectedList: [`rpik-1705-${year}`] }, '409 list-changed'],
    ['a release by the planner', 'planner-1700', 'POST', `${gate}/release`, {}, '403 not-your-role'],
    ['a release from another province', 'coordinator-1800', 'POST', `${gate}/release`, {}, '404 not-found'],
    ['a release of a cohort that has moved on', 'coordinator-1700', 'POST', `${gate}/release`, { expectedSeq: 1 }, '409 stale'],
    ['a release under an If-Match of another state', 'coordinator-1700', 'POST', `${gate}/release`, {}, '412 precondition-failed', { headers: { 'if-match': '"v1"' } }],
    ['a decision on a stranger', 'coordinator-1700', 'POST', `${gate}/decisions`, { action: 'recommend', attachMinutes: false, expectedList: [{ caseId: `rpik-1709-${year}`, seq: 1 }] }, '404 member-unknown'],
    ['a decision on nobody', 'coordinator-1700', 'POST', `${gate}/decisions`, { action: 'recommend', attachMinutes: false, expectedList: [] }, '422 validation-failed'],
    ['a preview of a stranger', 'coordinator-1700', 'POST', `${gate}/decisions/preview`, { action: 'recommend', members: ['1709'] }, '404 member-unknown'],
    ['a decision by a regency', 'head-1705', 'POST', `${gate}/decisions`, { action: 'release', expectedList: [{ caseId: `rpik-1705-${year}`, seq: 1 }] }, '403 not-your-role'],

    ['a meeting of tomorrow', 'coordinator-1700', 'POST', `${gate}/meetings`, { heldOn: '2026-11-25', invited: [], attended: [] }, '422 meeting-invalid'],
    ['a meeting with a stranger', 'coordinator-1700', 'POST', `${gate}/meetings`, { heldOn: '2026-11-20', invited: ['1709'], attended: [] }, '422 meeting-invalid'],
    ['a meeting with the same region twice', 'coordinator-1700', 'POST', `${gate}/meetings`, { heldOn: '2026-11-20', invited: ['1705', '1705'], attended: [] }, '422 meeting-invalid'],
    ['a meeting by a regency', 'head-1705', 'POST', `${gate}/meetings`, { heldOn: '2026-11-20', invited: [], attended: [] }, '403 not-your-role'],
    ['a meeting called for a time that has passed', 'coordinator-1700', 'POST', `${gate}/called-meetings`, { ...calling, on: '2026-11-23' }, '422 meeting-past'],
    ['a meeting called for no time', 'coordinator-1700', 'POST', `${gate}/called-meetings`, { ...calling, time: '9.30' }, '422 validation-failed'],
    ['a meeting called without an agenda', 'coordinator-1700', 'POST', `${gate}/called-meetings`, { ...calling, agenda: '' }, '422 meeting-invalid'],
    ['a meeting that a stranger is called to', 'coordinator-1700', 'POST', `${gate}/called-meetings`, { ...calling, invited: ['1709'] }, '404 member-unknown'],
    ['a meeting called by the planner', 'planner-1700', 'POST', `${gate}/called-meetings`, calling, '403 not-your-role'],
    ['a meeting called from another province', 'coordinator-1800', 'POST', `${gate}/called-meetings`, calling, '404 not-found'],
    ['the move of a meeting that was not called', 'coordinator-1700', 'POST', `${gate}/called-meetings/7/move`, { on: '2026-12-02', time: '09:30', reason: 'x' }, '404 meeting-unknown'],
    ['the end of a meeting that was not called', 'coordinator-1700', 'POST', `${gate}/called-meetings/7/call-off`, { reason: 'x' }, '404 meeting-unknown'],
    ['the move of a meeting that was called off', 'coordinator-1700', 'POST', `${gate}/called-meetings/1/move`, { on: '2026-12-02', time: '09:30', reason: 'x' }, '409 meeting-settled'],
    ['what came of a meeting that was called off', 'coordinator-1700', 'POST', `${gate}/meetings`, { heldOn: '2026-11-20', attended: [], call: 1 }, '409 meeting-settled'],
    ['a plan the cohort does not know', 'coordinator-1700', 'POST', `${gate}/reference-plans`, { kind: 'KIN', version: '2', issuedOn: '2026-01-02' }, '404 plan-unknown'],
    ['the version that is in force', 'coordinator-1700', 'POST', `${gate}/reference-plans`, { kind: 'RPIP', version: '2018–2038', issuedOn: '2018-12-31' }, '404 plan-unknown'],
    ['a plan by the legal bureau', 'legal-1700', 'POST', `${gate}/reference-plans`, { kind: 'RPIP', version: '2026', issuedOn: '2026-01-02' }, '403 not-your-role'],

    ['a conflict that is not', 'coordinator-1700', 'POST', `${gate}/conflicts/X09.none/override`, { reason: 'x' }, '404 finding-unknown'],
    ['a conflict resolved by a region not concerned', 'drafter-1705', 'POST', 'overlap/resolution', { kind: 'merge' }, '404 finding-unknown'],
    ['a conflict resolved by the coordinator', 'coordinator-1700', 'POST', 'overlap/resolution', { kind: 'merge' }, '404 finding-unknown'],
    ['a way of resolving nobody knows', 'drafter-1705', 'POST', 'overlap/resolution', { kind: 'ignore' }, '422 validation-failed'],
    ['an override without a reason', 'coordinator-1700', 'POST', 'overlap/override', {}, '422 reason-required'],
    ['an override by the planner', 'planner-1700', 'POST', 'overlap/override', { reason: 'x' }, '403 not-your-role'],
    ['an acknowledgement without a sentence', 'coordinator-1700', 'POST', 'overlap/acknowledgement', { note: '' }, '422 reason-required'],
    ['an acknowledgement by a region', 'drafter-1705', 'POST', 'overlap/acknowledgement', { note: 'x' }, '403 not-your-role'],
    ['claims of a region not concerned', 'drafter-1705', 'POST', 'overlap/claims', { matrix: claims() }, '404 finding-unknown'],

    ['minutes of a meeting that was not held', 'planner-1700', 'PUT', `${gate}/meetings/7/minutes`, undefined, '404 meeting-unknown', { headers: { 'content-type': 'application/pdf', 'content-disposition': "attachment; filename*=UTF-8''risalah.pdf" } }],
    ['words that call themselves a plan', 'planner-1700', 'PUT', `${gate}/reference-plans/RPIP/file`, undefined, '422 magic-mismatch', { bytes: 'kata saja', headers: { 'content-type': 'application/pdf', 'content-disposition': "attachment; filename*=UTF-8''rpip.pdf" } }],
    ['the file of a plan the cohort does not know', 'planner-1700', 'PUT', `${gate}/reference-plans/KIN/file`, undefined, '404 plan-unknown', { headers: { 'content-type': 'application/pdf', 'content-disposition': "attachment; filename*=UTF-8''kin.pdf" } }],
  ];

  it.each(table)('refuses %s with a code of its own, and writes nothing', async (_, as, method, path, body, refused, more = {}) => {
    const before = await written();
    const file = method === 'PUT' && more.bytes === undefined ? { bytes: pdf } : {};
    const answer = await ask(as, method, path.replace(/^overlap/, `${gate}/conflicts/${overlap}`), body, { ...file, ...more, ...(as === '' && { as: undefined }) });
    const [first] = (answer.body.errors ?? []) as { code?: string }[];
    expect([answer.status, answer.body.code, ...(first?.code ? [first.code] : [])].join(' ')).toBe(refused);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await written()).toEqual(before);
  });

  it('tells the drafter of every region that takes part of a meeting, and once that it was called off', async () => {
    const { items } = await must('drafter-1705', 'GET', '/v1/notices?limit=100');
    const told = (items as { template: string; title: string; path: string }[]).filter(({ template }) => template.startsWith('meeting-')).map(({ title, path }) => [title, path]);
    const page = `/provinsi/17/gerbang/cohort-17-${year}/rapat`;
    expect(told.reverse()).toEqual([['Kab. Seluma: undangan rapat sinkronisasi 1 Des 2026', page], ['Kab. Seluma: rapat sinkronisasi 1 Des 2026 dibatalkan', page]]);
  });

  it('refuses a key that was used for something else', async () => {
    const body = { heldOn: '2026-11-20', invited: ['1705'], attended: ['1705'] };
    expect((await ask('coordinator-1700', 'POST', `${gate}/meetings`, body, { key: 'one-meeting' })).status).toBe(200);
    const before = await written();
    const again = await ask('coordinator-1700', 'POST', `${gate}/meetings`, { ...body, attended: [] }, { key: 'one-meeting' });
    expect([again.status, again.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await written()).toEqual(before);
  });

  it('takes a code of five digits that the sample list does not know, and says so', async () => {
    const { ledger } = stack.database;
    const caseId = await toPreparation(ledger, { region: '1705', year: 2031 });
    for (const [transition, papers] of [['complete-preparation', ['team-decree', 'plan-document']], ['complete-academic-paper', ['academic-paper']]] as const) {
      for (const type of papers) await attach(ledger, caseId, 'drafter-1705', type);
      await act(ledger, caseId, 'drafter-1705', { type: 'take-transition', transition });
      await carry(ledger, caseId);
    }
    const { warnings } = await must('drafter-1705', 'PUT', `/v1/cases/${caseId}/plan-matrix`, claims([flagship({ kbli: '99999', from: 2032, to: 2040 })]));
    expect(warnings).toMatchObject([{ code: 'kbli-unknown' }]);
  });

  it('takes the civil day of the province for the day a cut-off date is compared with', async () => {
    await stack.database.ledger.clock.moveTo(Date.parse('2026-11-24T17:30:00.000Z')); // 25 November, 00.30 WIB.
    const past = await ask('coordinator-1700', 'POST', cohorts, founding({ cutOffOn: '2026-11-24' }));
    expect([past.status, past.body.code]).toEqual([422, 'cut-off-past']);
    expect((await ask('coordinator-1700', 'POST', cohorts, founding({ cutOffOn: '2026-11-25' }))).status).toBe(201);
    const meeting = await ask('coordinator-1700', 'POST', `${gate}/meetings`, { heldOn: '2026-11-25', invited: [], attended: [] });
    expect(meeting.status).toBe(200);
  });
});
