import { randomUUID } from 'node:crypto';
import { samplePdf } from '#documents';
import { eventually, House, pause } from '#test/house';
import { storyRegions, type StoryRegion } from '../story/regions';
import type { Answer } from '../story/selaras-client';
import { castOf, RegionStory } from '../story/tell-region';

jest.setTimeout(300_000);

interface Gate {
  open: boolean;
  counted: string[];
  ready: string[];
  missing: string[];
  waived: string[];
  shut: { code: string; details: string[] }[];
}
interface Arrival {
  caseId: string;
  regionCode: string;
  arrivalSeq: number;
  manifestHash: string;
}
interface Cohort {
  round: number;
  gate: Gate;
  waiting: Arrival[];
  releases: { round: number; members: Arrival[]; waived: string[]; conflicts: { key: string; by: string }[] }[];
}
interface Conflict {
  key: string;
  check: string;
  effect: string;
  members: string[];
  claims: { regionCode: string }[];
  settledBy: string | null;
  stale: boolean;
  undecided: string[];
}
interface Papers {
  referencePlans: { file: { sha256: string } | null }[];
  meetings: { file: object | null }[];
}
interface Preview {
  listHash: string;
  items: { regionCode: string; caseId: string; seq: number; willHappen: { id: string } }[];
  leftOut: { regionCode: string; code: string; reason: { id: string } }[];
}
interface Decided {
  listHash: string;
  results: { regionCode: string; outcome: string; code: string | null }[];
}
type Coded = { code: string; details?: string[] };

const year = 2027;
const cohort = `/v1/cohorts/cohort-17-${year}`;
const region = (code: string, change: Partial<StoryRegion> = {}): StoryRegion => ({ ...storyRegions.find((one) => one.code === code)!, turn: 'straight', ...change });

describe('the synchronization gate', () => {
  let house: House;
  const stories: Record<string, RegionStory> = {};
  let overlap: string;

  const coordinator = () => house.as('coordinator-1700');
  const conflicts = async (persona: string) => (await house.as(persona).get<{ items: Conflict[] }>(`${cohort}/conflicts`)).body.items;
  const seen = async () => (await coordinator().get<Cohort>(cohort)).body;
  const stageOf = async (code: string) => (await coordinator().get<{ stage: { id: string } }>(`/v1/cases/${stories[code]!.caseId}`)).body.stage.id;

  async function toGate(code: string): Promise<void> {
    await stories[code]!.file();
    await stories[code]!.draft();
    await stories[code]!.harmonize();
    await stories[code]!.review();
  }

  beforeAll(async () => {
    house = await House.open('gate');
    for (const one of [region('1704', { kbli: '13121', commodity: 'tenun bumpak' }), region('1705'), region('1706')]) stories[one.code] = new RegionStory(castOf(house.url, one.code), one, year);
    await coordinator().must('POST', '/v1/cohorts', {
      province: '17',
      programmeYear: year,
      referencePlans: [{ kind: 'RPIP', version: '2018–2038', issuedOn: '2018-12-31', content: { portTonnesPerYear: 100_000 } }],
      members: ['1704', '1705', '1706'],
      cutOffOn: `${year}-06-30`,
    });
    await Promise.all(['1704', '1705'].map(toGate));
  });
  afterAll(() => house?.close());

  it('finds that two regions claim the same main flagship, and shows it to them alone', async () => {
    const [found] = (await conflicts('coordinator-1700')).filter(({ check }) => check === 'X01');
    expect(found).toMatchObject({ effect: 'blocks', members: ['1704', '1705'], settledBy: null, undecided: ['1704', '1705'] });
    overlap = found!.key;
    expect((await conflicts('drafter-1704')).map(({ key }) => key)).toContain(overlap);
    expect((await conflicts('ministry-reviewer')).map(({ key }) => key)).toContain(overlap);
    expect((await conflicts('drafter-1706')).filter(({ members }) => !members.includes('1706'))).toEqual([]);
  });

  it('tells drafter and head of every member that it exists, until when, and to file a case', async () => {
    const told = async (persona: string) => (await house.as(persona).get<{ items: { template: string; title: string; toDo: string }[] }>('/v1/notices?limit=100')).body.items.filter(({ template }) => template === 'cohort-invited');
    for (const persona of ['drafter-1706', 'head-1706']) expect(await told(persona)).toMatchObject([{ title: expect.stringContaining(`30 Jun ${year}`) as string, toDo: expect.stringContaining('Ajukan kasus RPIK daerah Anda') as string }]);
    expect(await told('drafter-1701')).toEqual([]);
  });

  it('stays shut, and says for whom and for what', async () => {
    const shut = await coordinator().command<Coded>('POST', `${cohort}/release`, {});
    expect([shut.status, shut.body.code]).toEqual([409, 'gate-shut']);
    expect((await seen()).gate.shut).toEqual(expect.arrayContaining([{ code: 'members-missing', details: ['1706'] }, { code: 'conflicts-open', details: [overlap] }]));
    const board = await house.as('drafter-1704').get<{ blockedBy: { id: string }; members: { region: { code: string }; arrivedAt: string | null; lacks: object | null; conflicts: string[] | null }[] }>(`${cohort}/board`);
    expect(board.body.blockedBy.id).toContain('Mukomuko');
    expect(board.body.members.map(({ region: { code }, arrivedAt, lacks, conflicts: open }) => [code, arrivedAt !== null, lacks !== null, open])).toEqual([['1704', true, true, [overlap]], ['1705', true, false, null], ['1706', false, false, null]]);
    const csv = await coordinator().send<string>('GET', `${cohort}/board`, undefined, { accept: 'text/csv' });
    expect([csv.headers.get('content-type'), csv.body.split('\r\n').map((line) => line.slice(0, 4))]).toEqual(['text/csv; charset=utf-8', ['regi', '1704', '1705', '1706', '']]);
  });

  it.each<[string, string, string, string, object, number, string]>([
    ['a region that is not concerned', 'drafter-1706', 'POST', 'conflict/resolution', { kind: 'accept' }, 404, 'finding-unknown'],
    ['a conflict that is only acknowledged', 'coordinator-1700', 'POST', 'conflict/acknowledgement', { note: 'dicatat' }, 409, 'finding-not-blocking'],
    ['an override without a reason', 'coordinator-1700', 'POST', 'conflict/override', {}, 422, 'reason-required'],
    ['an override by the planner', 'planner-1700', 'POST', 'conflict/override', { reason: 'x' }, 403, 'not-your-role'],
    ['an unknown way to resolve', 'drafter-1704', 'POST', 'conflict/resolution', { kind: 'ignore' }, 422, 'validation-failed'],
    ['claims of a region that is not concerned', 'drafter-1706', 'POST', 'conflict/claims', { matrix: {} }, 404, 'finding-unknown'],
    ['claims with an unknown KBLI', 'drafter-1705', 'POST', 'conflict/claims', { matrix: { flagships: [{ kbli: '1' }] } }, 422, 'matrix-refused'],
    ['claims with a polygon outside the region', 'drafter-1705', 'POST', 'conflict/claims', { matrix: { zones: [{ name: 'A', kind: 'sentra', areaHa: 1.2, rtrwRef: 'x', polygon: { type: 'Polygon', coordinates: [[[110, -4], [110.001, -4], [110.001, -3.999], [110, -4]]] } }] } }, 422, 'matrix-refused'],
    ['a waiver of a stranger', 'coordinator-1700', 'POST', 'waivers', { regionCode: '1709', reason: 'x' }, 404, 'member-unknown'],
    ['a waiver by a region', 'head-1706', 'POST', 'waivers', { regionCode: '1706', reason: 'x' }, 403, 'not-your-role'],
    ['a confirmation of nothing', 'planner-1700', 'POST', 'waivers/9/confirm', {}, 404, 'waiver-unknown'],
    ['a member twice', 'coordinator-1700', 'POST', 'members', { regionCode: '1704' }, 409, 'member-exists'],
    ['a member of another province', 'coordinator-1700', 'POST', 'members', { regionCode: '1801' }, 403, 'not-your-region'],
    ['the withdrawal of a stranger', 'coordinator-1700', 'POST', 'members/1709/withdraw', { reason: 'x' }, 404, 'member-unknown'],
    ['a fixed stranger', 'coordinator-1700', 'POST', 'members/1709/fix', { regulationNumber: 'Perda 1' }, 404, 'member-unknown'],
    ['a meeting ahead of time', 'coordinator-1700', 'POST', 'meetings', { heldOn: '2099-01-01', invited: [], attended: [] }, 422, 'meeting-invalid'],
    ['a policy nobody can meet', 'coordinator-1700', 'POST', '/v1/cohorts', { province: '17', programmeYear: 2031, members: ['1704'], policy: { need: { atLeast: 2 } }, cutOffOn: '2031-06-30' }, 422, 'policy-impossible'],
    ['a cut-off date that has passed', 'coordinator-1700', 'POST', '/v1/cohorts', { province: '17', programmeYear: 2031, cutOffOn: '2020-06-30' }, 422, 'cut-off-past'],
    ['a plan the cohort does not know', 'coordinator-1700', 'POST', 'reference-plans', { kind: 'KIN', version: '2', issuedOn: '2026-01-02' }, 404, 'plan-unknown'],
  ])('refuses %s with its own code', async (_, persona, method, path, body, status, code) => {
    const answer = await house.as(persona).command<Coded>(method, path.startsWith('/') ? path : `${cohort}/${path.replace('conflict/', `conflicts/${overlap}/`)}`, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('shows what a waiver would do before it is done, and lets two persons of the province grant it', async () => {
    const waiver = { regionCode: '1706', reason: 'Pemekaran wilayah sedang berjalan.' };
    const dry = await coordinator().send<{ dryRun: boolean; before: Gate; after: Gate }>('POST', `${cohort}/waivers?dryRun=true`, waiver);
    expect(dry.body).toMatchObject({ dryRun: true, before: { missing: ['1706'] }, after: { missing: [], waived: ['1706'] } });
    type Supposed = { blockedBy: { id: string }; gate: Gate; asIf: { supposed: string[]; before: Gate; effect: { id: string } } | null };
    const board = (await coordinator().get<Supposed>(`${cohort}/board?asIf=waive:1706`)).body;
    expect(board).toMatchObject({ gate: { missing: [], waived: ['1706'] }, asIf: { supposed: ['waive:1706'], before: { missing: ['1706'] } } });
    expect((await coordinator().send<string>('GET', `${cohort}/board?asIf=waive:1706`, undefined, { accept: 'text/csv' })).body).toContain('waive:1706');
    expect(JSON.stringify((await coordinator().get(`${cohort}/minutes?asIf=waive:1706`)).body)).toContain(board.asIf!.effect.id);
    expect((await coordinator().get<Supposed>(`${cohort}/board?asIf=cut-off`)).body.asIf!.effect.id).toBe('Koordinator ditanya; gerbang tetap tertutup.');
    expect((await coordinator().get<Supposed>(`${cohort}/board`)).body.asIf).toBeNull();
    expect((await seen()).gate.waived).toEqual([]);
    await coordinator().must('POST', `${cohort}/waivers`, waiver);
    const alone = await coordinator().command<Coded>('POST', `${cohort}/waivers/1/confirm`);
    expect([alone.status, alone.body.code]).toEqual([403, 'not-your-role']);
    const granted = await house.as('legal-1700').must<Cohort>('POST', `${cohort}/waivers/1/confirm`);
    expect(granted.gate).toMatchObject({ missing: [], waived: ['1706'] });
  });

  /** The region that had agreed, and the office whose checks read the claims, are asked again; the case stays, and the gate counts it as it is now. */
  async function marksWhatReliedOnIt(former: Cohort): Promise<void> {
    const tasks = async (persona: string) => (await house.as(persona).get<{ items: { taskId: string }[] }>('/v1/worklist?view=unit&limit=100')).body.items.map(({ taskId }) => taskId).filter((id) => id.includes('/recheck.'));
    await eventually(async () => {
      expect(await tasks('drafter-1704')).toEqual([`cohort-17-${year}/recheck.${overlap}.regency-drafter.1704`]);
      expect(await tasks('coordinator-1700')).toEqual(['C01', 'C02'].map((check) => `${stories['1705']!.caseId}/recheck.${check}`));
    });
    type Case = { stage: { id: string }; round: number; stale: { check: string; cause: string[] }[] };
    const [neighbour, own] = await Promise.all(['1704', '1705'].map(async (code) => (await coordinator().get<Case>(`/v1/cases/${stories[code]!.caseId}`)).body));
    expect(neighbour).toMatchObject({ stage: { id: 'synchronization' }, round: 1, stale: [] });
    expect(own).toMatchObject({ stage: { id: 'synchronization' }, round: 1, stale: ['C01', 'C02'].map((check) => ({ check, cause: ['flagships'] })) });
    const [of1704, of1705] = (await seen()).waiting;
    expect(of1704).toEqual(former.waiting[0]);
    expect(of1705!.arrivalSeq).toBeGreaterThan(former.waiting[1]!.arrivalSeq);
    expect(of1705!.manifestHash).not.toBe(former.waiting[1]!.manifestHash);
  }

  it('asks anew when claims change after an agreement, and is settled when all concerned have said the same of the new claims', async () => {
    await house.as('drafter-1704').must('POST', `${cohort}/conflicts/${overlap}/resolution`, { kind: 'accept' });
    const drafter = house.as('drafter-1705');
    const former = await seen();
    const { body } = await drafter.get<{ matrix: { flagships: object[] } }>(`/v1/cases/${stories['1705']!.caseId}/plan-matrix`);
    const matrix = { ...body.matrix, flagships: body.matrix.flagships.map((flagship) => ({ ...flagship, sharedWith: ['1704'], division: 'kain jadi' })) };
    const amended = await drafter.must<{ version: number; conflict: Conflict | null }>('POST', `${cohort}/conflicts/${overlap}/claims`, { matrix });
    expect(amended).toMatchObject({ version: 2, conflict: { key: overlap, stale: true, undecided: ['1704', '1705'] } });
    await marksWhatReliedOnIt(former);
    for (const code of ['1704', '1705']) await house.as(`drafter-${code}`).must('POST', `${cohort}/conflicts/${overlap}/resolution`, { kind: 'differentiate', note: 'Kaur benang, Seluma kain jadi.' });
    expect((await conflicts('coordinator-1700')).find(({ key }) => key === overlap)).toMatchObject({ settledBy: 'resolution', stale: false, undecided: [] });
    for (const { key, effect, settledBy } of await conflicts('coordinator-1700'))
      if (effect === 'acknowledge' && !settledBy) await coordinator().must('POST', `${cohort}/conflicts/${key}/acknowledgement`, { note: 'Dicatat.' });
    expect((await seen()).gate).toMatchObject({ open: true, shut: [] });
  });

  it('is released exactly once under ten calls at the same moment, for exactly what waited there', async () => {
    const { waiting } = await seen();
    const answers = await Promise.all(Array.from({ length: 10 }, () => coordinator().command<Coded & Cohort>('POST', `${cohort}/release`, {})));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 200).map(({ status, body }) => [status, body.code])).toEqual(Array.from({ length: 9 }, () => [409, 'nobody-at-gate']));
    const { releases, round } = await seen();
    expect(round).toBe(2);
    expect(waiting.map(({ caseId }) => caseId)).toEqual([stories['1704']!.caseId, stories['1705']!.caseId]);
    expect(releases).toMatchObject([{ round: 1, waived: ['1706'], members: waiting, conflicts: expect.arrayContaining([expect.objectContaining({ key: overlap, by: 'resolution' })]) as object[] }]);
    await eventually(async () => expect([await stageOf('1704'), await stageOf('1705')]).toEqual(['recommendation', 'recommendation']), 90_000);
  });

  it('lets the waived member join the next round, alone', async () => {
    await house.ready();
    await toGate('1706');
    expect(await seen()).toMatchObject({ round: 2, gate: { counted: ['1706'], ready: ['1706'] } });
    for (const { key, effect, settledBy } of await conflicts('coordinator-1700'))
      if (effect === 'acknowledge' && !settledBy) await coordinator().must('POST', `${cohort}/conflicts/${key}/acknowledgement`, { note: 'Dicatat.' });
    const preview = await coordinator().command<Preview>('POST', `${cohort}/decisions/preview`, { action: 'release' });
    expect(preview.body.items.map(({ caseId }) => caseId)).toEqual([stories['1706']!.caseId]);
    expect(preview.body.leftOut.map(({ regionCode, code }) => [regionCode, code])).toEqual([['1704', 'member-released'], ['1705', 'member-released']]);
    const [{ caseId, seq }] = preview.body.items as [Preview['items'][0]];
    const together = await coordinator().must<Decided>('POST', `${cohort}/decisions`, { action: 'release', expectedList: [{ caseId, seq }, { caseId: stories['1705']!.caseId, seq: 1 }] });
    expect(together.results.map(({ regionCode, outcome, code }) => [regionCode, outcome, code])).toEqual([['1705', 'dropped', 'list-changed'], ['1706', 'done', null]]);
    const released = await seen();
    expect(released.releases.map(({ round, members }) => [round, members.length])).toEqual([[1, 2], [2, 1]]);
    await eventually(async () => expect(await stageOf('1706')).toBe('recommendation'));
    expect(await house.verified()).toMatchObject({ code: 0 });
  });

  it('recommends several members at once: what was frozen, once, though the API dies and the button is pressed twice', async () => {
    const preview = async (body: object = {}) => (await coordinator().command<Preview>('POST', `${cohort}/decisions/preview`, { action: 'recommend', attachMinutes: true, ...body })).body;
    expect((await preview()).leftOut.map(({ regionCode, code }) => [regionCode, code])).toEqual([['1704', 'missing-documents'], ['1705', 'missing-documents'], ['1706', 'missing-documents']]);
    for (const code of ['1704', '1705', '1706']) await stories[code]!.pdf(coordinator(), 'recommendation-letter');
    expect((await preview({ attachMinutes: false })).leftOut.map(({ reason }) => /berita acara/i.test(reason.id))).toEqual([true, true, true]);
    const { items, leftOut, listHash } = await preview();
    expect([items.map(({ regionCode }) => regionCode), leftOut]).toEqual([['1704', '1705', '1706'], []]);
    expect(items[0]!.willHappen.id).toBe('Berita acara dilampirkan; kasus berpindah ke Telaah kementerian (nonstatuter).');
    await stories['1706']!.pdf(coordinator(), 'recommendation-letter', 'dikoreksi');

    const body = { action: 'recommend', attachMinutes: true, expectedList: items.map(({ caseId, seq }) => ({ caseId, seq })) };
    const key = randomUUID();
    const decide = (as = 'coordinator-1700', sent: object = body, with_ = key) => house.as(as).command<Decided & Coded>('POST', `${cohort}/decisions`, sent, { key: with_ });
    const first = decide().catch(() => undefined);
    await pause(250);
    await house.kill('api');
    await first;
    house.start('api');
    await house.answers();
    const [one, two] = await Promise.all([eventually(() => decide()), eventually(() => decide())]);
    for (const { status, body: decided } of [one, two]) {
      expect([status, decided.listHash]).toEqual([200, listHash]);
      expect(decided.results.map(({ regionCode, outcome, code }) => [regionCode, outcome === 'dropped', code])).toEqual([['1704', false, null], ['1705', false, null], ['1706', true, 'stale']]);
    }
    await eventually(async () => expect([await stageOf('1704'), await stageOf('1705'), await stageOf('1706')]).toEqual(['endorsement', 'endorsement', 'recommendation']), 90_000);
    const { body: after } = await coordinator().get<{ documents: { type: string; version: number; name: string; sha256: string }[] }>(`/v1/cases/${stories['1704']!.caseId}`);
    expect(after.documents.filter(({ type }) => type === 'synchronization-minutes')).toMatchObject([{ version: 1, name: `berita-acara-17-${year}-putaran-1-1704.pdf` }]);
    const excerpt = await house.as('drafter-1704').get<unknown>(`${cohort}/minutes?format=pdf&round=1`);
    expect(excerpt.headers.get('etag')).toBe(`"${after.documents.find(({ type }) => type === 'synchronization-minutes')!.sha256}"`);

    const refused = async (answer: Promise<Answer<Coded>>) => (await answer.then(({ status, body: { code } }) => [status, code])) as [number, string];
    expect(await refused(decide('coordinator-1700', { ...body, note: 'lain' }))).toEqual([422, 'idempotency-key-reused']);
    expect(await refused(decide('planner-1700', body, randomUUID()))).toEqual([403, 'not-your-role']);
    expect(await refused(decide('drafter-1704', body, randomUUID()))).toEqual([403, 'not-your-role']);
    expect(await refused(decide('coordinator-1700', { ...body, action: 'endorse' }, randomUUID()))).toEqual([422, 'validation-failed']);
    expect(await refused(decide('coordinator-1700', { ...body, expectedList: [{ caseId: `rpik-1709-${year}`, seq: 1 }] }, randomUUID()))).toEqual([404, 'member-unknown']);
    expect(await refused(decide('coordinator-1700', { ...body, expectedList: [body.expectedList[0], body.expectedList[0]] }, randomUUID()))).toEqual([422, 'cohort-invalid']);
    expect(await refused(house.as('planner-1700').command<Coded>('POST', `${cohort}/decisions/preview`, { action: 'recommend' }))).toEqual([403, 'not-your-role']);
    expect(await refused(coordinator().command<Coded>('POST', `${cohort}/decisions/preview`, { action: 'recommend', members: ['1709'] }))).toEqual([404, 'member-unknown']);
    expect(await house.verified()).toMatchObject({ code: 0 });
  });

  it('writes its minutes as content and as files, whole for the province and as an excerpt for a region', async () => {
    const json = await coordinator().get<{ draft: boolean; round: number; paper: { mark: string; subtitles: string[] } }>(`${cohort}/minutes`);
    expect(json.body).toMatchObject({ draft: false, round: 2, paper: { mark: expect.stringMatching(/^Dilepas /) as string } });
    const types = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };
    for (const [format, type] of Object.entries(types)) {
      const [asked, accepted] = [await coordinator().get<string>(`${cohort}/minutes?format=${format}&round=1`), await coordinator().send<string>('GET', `${cohort}/minutes?round=1`, undefined, { accept: type })];
      expect([asked.status, asked.headers.get('content-type'), asked.body.slice(0, 2)]).toEqual([200, type, format === 'pdf' ? '%P' : 'PK']);
      expect([accepted.headers.get('etag'), asked.headers.get('content-disposition')]).toEqual([asked.headers.get('etag'), expect.stringContaining(`berita-acara-17-${year}-putaran-1.${format}`)]);
    }
    const own = await house.as('drafter-1706').get<{ paper: object }>(`${cohort}/minutes?round=1`);
    expect(JSON.stringify(own.body.paper)).toContain('Petikan untuk Kab. Mukomuko');
    expect(JSON.stringify(own.body.paper)).not.toContain(overlap);
    for (const [path, status, code] of [['minutes?round=9', 404, 'not-found'], ['minutes?format=exe', 422, 'validation-failed'], ['minutes?asIf=everything', 422, 'validation-failed'], ['minutes?asIf=waive:1709', 404, 'member-unknown'], ['board?asIf=waive:1709', 404, 'member-unknown'], ['board?asIf=x', 422, 'validation-failed']] as const) {
      const answer = await coordinator().get<Coded>(`${cohort}/${path}`);
      expect([path, answer.status, answer.body.code]).toEqual([path, status, code]);
    }
  });

  it('keeps the claims of regions that have their regulation already, its meetings, and the plans that replaced others', async () => {
    const path = `/v1/cohorts/cohort-17-${year + 2}`;
    const matrix = {
      flagships: [{ kbli: '13121', commodity: 'tenun bumpak', role: 'main', from: 2028, to: 2045, target: { unit: 'ton', value: 5 }, sharedWith: [], division: '' }],
      zones: [], materials: [], links: [], sentra: [{ name: 'Sentra Tenun', units: 5, product: 'kain' }],
    };
    const fixed = { regionCode: '1703', state: 'fixed', regulationNumber: 'Perda 4/2025' };
    const body = { province: '17', programmeYear: year + 2, referencePlans: [{ kind: 'RPIP', version: '2018–2038', issuedOn: '2018-12-31' }], cutOffOn: `${year + 2}-06-30` };
    const wrong = await coordinator().command<Coded>('POST', '/v1/cohorts', { ...body, members: ['1704', { ...fixed, matrix: { flagships: [{ kbli: '9' }] } }] });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'matrix-refused']);
    const created = await coordinator().must<{ members: object[] }>('POST', '/v1/cohorts', { ...body, members: ['1704', { ...fixed, matrix }] });
    expect(created.members).toEqual([{ regionCode: '1704', state: 'active' }, { ...fixed, matrix: { version: 1, sha256: expect.any(String) as string } }]);
    await coordinator().must('POST', `${path}/members/1704/fix`, { regulationNumber: 'Perda 7/2026', matrix });
    const found = (await coordinator().get<{ items: Conflict[] }>(`${path}/conflicts`)).body.items.filter(({ check }) => check === 'X01');
    expect(found).toMatchObject([{ members: ['1703', '1704'], effect: 'acknowledge' }]);
    await coordinator().must('POST', `${path}/members`, { regionCode: '1705' });
    await coordinator().must('POST', `${path}/members/1705/withdraw`, { reason: 'Ditunda.' });
    const planner = house.as('planner-1700');
    await planner.must('POST', `${path}/meetings`, { heldOn: '2026-01-20', invited: ['1703', '1704'], attended: ['1704'], minutes: 'Kaur memasok benang.' });
    const minutes = await samplePdf('Risalah rapat sinkronisasi', ['Data contoh.']);
    const put = (where: string, as = planner) => as.command<Coded & Papers>('PUT', `${path}/${where}`, minutes, { headers: { 'content-type': 'application/pdf', 'content-disposition': "attachment; filename*=UTF-8''Risalah.pdf" } });
    expect((await put('meetings/1/minutes')).body.meetings[0]!.file).toMatchObject({ media: 'pdf', name: 'Risalah.pdf' });
    expect((await put('meetings/2/minutes')).body.code).toBe('meeting-unknown');
    const filed = await put('reference-plans/RPIP/file');
    expect(filed.body.referencePlans[0]!.file).toMatchObject({ media: 'pdf', size: minutes.length });
    expect((await put('reference-plans/KIN/file')).body.code).toBe('plan-unknown');
    expect((await put('reference-plans/RPIP/file', house.as('drafter-1704'))).body.code).toBe('not-your-role');
    const read = await house.as('drafter-1704').get(`/v1/documents/${filed.body.referencePlans[0]!.file!.sha256}`);
    expect([read.status, read.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const after = await house.as('planner-1700').must<{ meetings: object[]; members: { regionCode: string; state: string }[]; referencePlans: { version: string; supersededOn?: string }[] }>('POST', `${path}/reference-plans`, { kind: 'RPIP', version: '2026–2046', issuedOn: '2026-01-02' });
    expect(after.meetings).toMatchObject([{ n: 1, heldOn: '2026-01-20', invited: ['1703', '1704'], attended: ['1704'], minutes: 'Kaur memasok benang.', file: { name: 'Risalah.pdf' } }]);
    expect(after.members.map(({ regionCode, state }) => `${regionCode} ${state}`).sort()).toEqual(['1703 fixed', '1704 fixed', '1705 withdrawn']);
    expect(after.referencePlans.map(({ version, supersededOn }) => [version, supersededOn !== undefined])).toEqual([['2018–2038', true], ['2026–2046', false]]);
  });
});
