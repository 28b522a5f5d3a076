import { House } from '#test/house';
import type { CaseBody } from '../story/selaras-client';
import type { RegionStory } from '../story/tell-region';
import { ask, type Asking, providerToken, reaches, storyOf, WrittenDown } from './hostile-asking';

jest.setTimeout(300_000);

interface Operation {
  operationId?: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { example?: unknown; examples?: Record<string, { value: unknown }> }> };
}
interface Contract {
  paths: Record<string, Record<string, Operation>>;
}
interface Asked {
  route: string;
  naming: boolean;
  asking: Asking;
}
type Reader = [who: string, Pick<Asking, 'as' | 'token'>];

const caseId = 'rpik-1705-2027';
const cohortId = 'cohort-17-2027';
const internal = 'Catatan internal penyusun tentang harga tanah.';
const provinceOnly = 'Catatan internal provinsi tentang pelabuhan.';
const title = 'RPIK Seluma: Tenun dan Rahasia';
const spentKey = 'key-of-seluma';

/** Whoever names something of Seluma's, by whatever parameter an address has. A parameter that is not here fails the walk: it must be thought of. */
const naming = ['caseId', 'taskId', 'sha256', 'key'];

describe('what others see of Kabupaten Seluma', () => {
  let house: House;
  let written: WrittenDown;
  let story: RegionStory;
  let contract: Contract;
  let parameters: Record<string, string>;
  /** What only readers of the contents may come by, and what besides that only those who see the case at all. */
  let contents: string[] = [];
  let outline: string[];
  /** What the gate's own list says of each member, to all of its members: which case, and the hash of what it brought. */
  let onTheList: string[] = [];
  const strangers: Reader[] = [];

  beforeAll(async () => {
    house = await House.open('scope');
    written = await WrittenDown.of(house);
    story = storyOf(house, '1705', 2027);
    const { drafter, coordinator } = story.cast;
    await coordinator.must('POST', '/v1/cohorts', { province: '17', programmeYear: 2027, referencePlans: [], members: ['1701', '1705'], policy: {}, cutOffOn: '2027-06-30' });
    await drafter.must('POST', '/v1/cases', { process: 'rpik', regionCode: '1705', programmeYear: 2027, title, planYears: { from: 2028, to: 2047 } });
    await house.as('drafter-1705').must('POST', `/v1/cases/${caseId}/remarks`, { text: internal, unit: 'Bab rahasia', visibility: 'internal' }, { key: spentKey });
    await story.draft();
    await story.harmonize();
    await story.review();
    await coordinator.must('POST', `/v1/cases/${caseId}/remarks`, { text: provinceOnly, visibility: 'internal' });
    await reaches(coordinator, caseId, 'synchronization');
    await house.as('drafter-1701').must('POST', '/v1/cases', { process: 'rpik', regionCode: '1701', programmeYear: 2027, title: 'RPIK Bengkulu Selatan', planYears: { from: 2028, to: 2047 } });

    await otherProvince();
    contract = (await (await fetch(`${house.url}/openapi.json`)).json()) as Contract;
    await gather();
  });
  afterAll(async () => {
    await written?.close();
    await house?.close();
  });

  /** Lampung: one regency, a coordinator, an administrator and a drafter of its own. */
  async function otherProvince(): Promise<void> {
    await written.query(`insert into region (code, kemendagri_code, name, kind) values ('18', '18', 'Provinsi Lampung', 'provinsi'), ('1801', '18.01', 'Kabupaten Lampung Barat', 'kabupaten')`);
    const admin = house.as('admin');
    strangers.push(['a drafter of the region beside it', { as: 'drafter-1701' }], ['the head of the region beside it', { as: 'head-1701' }], ['the council of a third region', { as: 'council-1706' }]);
    for (const [subject, role, scope] of [['coordinator-1800', 'provincial-coordinator', '18'], ['admin-1800', 'administrator', '18'], ['drafter-1801', 'regency-drafter', '1801']] as const) {
      const { person } = await admin.must<{ person: { id: string } }>('POST', '/v1/people', { subject, name: `${role} ${scope}` });
      await admin.must('POST', '/v1/holders', { person: person.id, role, scope, capacity: 'definitive', from: '2025-01-01', decree: 'SK contoh' });
      strangers.push([`${role} of another province`, { token: `Bearer ${await providerToken(house, subject)}` }]);
    }
  }

  /** What is Seluma's, as the record has it. */
  async function gather(): Promise<void> {
    const [row] = await written.query<{ state: CaseBody & { manifests?: unknown; matrix: { sha256: string }; gate?: { manifestHash: string } } }>('select state from regulation_case where case_id = $1', [caseId]);
    const texts = await written.query<{ text: string }>('select text from confidential_text where case_id = $1', [caseId]);
    const hashes = await written.query<{ hash: string }>('select hash from case_event where case_id = $1', [caseId]);
    const [task] = await written.query<{ task_id: string }>('select task_id from task where subject_id in ($1, $2) order by subject_id desc limit 1', [caseId, cohortId]);
    const [notice] = await written.query<{ id: string }>('select id from notice where subject_id = $1 limit 1', [caseId]);
    const [holder] = await written.query<{ id: string }>(`select id from holder where person = 'p_drafter-1705'`);
    const { documents, matrix, gate } = row!.state;
    contents = [...new Set([...contents, ...documents.map(({ sha256 }) => sha256), ...texts.map(({ text }) => text).filter((text) => text.length > 8), ...hashes.map(({ hash }) => hash), matrix.sha256, 'Sentra IKM Seluma', '188/1705/DPRD', 'p_drafter-1705'])];
    onTheList = [caseId, gate?.manifestHash ?? onTheList[1]!];
    outline = [title, ...onTheList];
    expect(contents.length).toBeGreaterThan(20);
    parameters = {
      caseId, cohortId, taskId: task?.task_id ?? `${caseId}/synchronization`, sha256: documents.find(({ type }) => type === 'draft-regulation')!.sha256, key: spentKey, type: 'draft-regulation', version: '1', table: 'flagships', n: '1',
      regionCode: '1705', criterion: 'location-decree', kind: 'RPIP', check: 'C03', noticeId: notice!.id, holderId: holder!.id,
    };
  }

  /** Every route of the contract, asked about Seluma. */
  function everyRoute(): Asked[] {
    const asked = Object.entries(contract.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]): Asked[] => {
        // The demo's clock and tokens have no caller; the pages of the contract hold examples of their own.
        if (path.startsWith('/v1/demo') || !path.startsWith('/v1/')) return [];
        const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
        const filled = names.reduce((address, name) => address.replace(`{${name}}`, encodeURIComponent(valueOf(path, name))), path);
        const query = (operation.parameters ?? []).filter((one) => one.in === 'query').flatMap(({ name }) => ({ q: ['q=seluma', 'q=1705', 'q=tenun'], region: ['region=1705', 'region=17'], view: ['view=mine', 'view=unit', 'view=waiting'], scope: ['scope=1705'] })[name] ?? []);
        const [media, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
        const body = content?.example ?? Object.values(content?.examples ?? {})[0]?.value;
        const asking = { method: method.toUpperCase(), ...(body !== undefined && { body: typeof body === 'string' ? Buffer.from(body) : body }), ...(media && { headers: { 'content-type': media, 'content-disposition': 'attachment; filename="a.pdf"' } }) };
        return ['', ...query].map((words) => ({ route: `${method.toUpperCase()} ${path}`, naming: !path.startsWith('/v1/cohorts') && names.some((name) => naming.includes(name)), asking: { ...asking, path: words === '' ? filled : `${filled}?${words}&limit=100` } }));
      }),
    );
    const documents = contents.filter((one) => /^[0-9a-f]{64}$/.test(one)).map((sha256) => ({ route: 'GET /v1/documents/{sha256}', naming: true, asking: { method: 'GET', path: `/v1/documents/${sha256}` } }));
    const plainTask = ['claim', 'release', 'assign'].map((act) => ({ route: `POST /v1/tasks/:subject/:task/${act}`, naming: true, asking: { path: `/v1/tasks/${parameters['taskId']}/${act}`, body: { person: 'p_drafter-1701' } } }));
    return [...asked, ...documents, ...plainTask];
  }

  function valueOf(path: string, name: string): string {
    if (path.startsWith('/v1/processes')) return name === 'id' ? 'rpik' : '1';
    if (path.startsWith('/v1/calendars')) return 'latest';
    if (path.startsWith('/v1/cohorts') && name === 'key') return 'X06:1705';
    if (name === 'id') return parameters[/^\/v1\/(notices|outbox)/.test(path) ? 'noticeId' : 'holderId']!;
    const value = parameters[name];
    if (value === undefined) throw new Error(`The parameter {${name}} of ${path} is new: say here what of Seluma's it names.`);
    return value;
  }

  /** Asks every route and tells what came out of it that should not have. */
  async function leaksTo(reader: Pick<Asking, 'as' | 'token'>, secrets: readonly string[], mayName: boolean): Promise<string[]> {
    const leaks: string[] = [];
    for (const { route, naming: names, asking } of everyRoute()) {
      const answer = await ask(house, { ...asking, ...reader });
      const sent = `${decodeURIComponent(asking.path)} ${Buffer.isBuffer(asking.body) ? asking.body.toString() : JSON.stringify(asking.body ?? '')}`;
      const said = `${typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? '')} ${[...answer.headers.values()].join(' ')}`;
      const mayBeSaid = route.includes(' /v1/cohorts') && !reader.token ? onTheList : [];
      for (const secret of secrets) if (!mayBeSaid.includes(secret) && !sent.includes(secret) && said.includes(secret)) leaks.push(`${route} (${asking.path}): ${secret}`);
      if (!mayName && asking.method !== 'GET' && route.includes(' /v1/cohorts') && answer.status < 400) leaks.push(`${route}: done, ${answer.status}`);
      if (answer.status >= 500) leaks.push(`${route}: ${answer.status}`);
      if (names && !mayName && !['not-found', 'unknown-task', 'validation-failed', 'malformed-json', 'matrix-refused', 'contents-closed'].includes(answer.body?.code)) leaks.push(`${route} (${asking.path}): ${answer.status} ${answer.body?.code}`);
    }
    return leaks;
  }

  const nothingTo = async () => Object.fromEntries(await Promise.all(strangers.map(async ([who, reader]) => [who, await leaksTo(reader, [...contents, ...outline], false)] as const)));
  const nothing = () => Object.fromEntries(strangers.map(([who]) => [who, []]));

  it('walks every route of the contract, and the own drafter is answered where others are not', async () => {
    const routes = everyRoute();
    expect(new Set(routes.map(({ route }) => route)).size).toBeGreaterThan(50);
    const reads = routes.filter(({ naming: names, asking }) => names && asking.method === 'GET');
    const codes: string[] = [];
    for (const { route, asking } of reads.filter(({ route }) => !route.includes('documents/') && !route.includes('/v1/public/'))) {
      const answer = await ask(house, { ...asking, as: 'drafter-1705' });
      if (answer.status !== 200) codes.push(`${route} ${answer.status}`);
    }
    expect(codes).toEqual([]);
    const own = JSON.stringify((await ask(house, { method: 'GET', path: `/v1/cases/${caseId}/events?limit=100`, as: 'drafter-1705' })).body);
    expect(contents.filter((one) => own.includes(one)).length).toBeGreaterThan(15);
  });

  it('nothing of its content, its name or its existence reaches another region or another province, by any route', async () => {
    const events = await written.query(`select count(*)::int as n from case_event where case_id = $1`, [caseId]);
    expect(await nothingTo()).toEqual(nothing());
    expect(await written.query(`select count(*)::int as n from case_event where case_id = $1`, [caseId])).toEqual(events);
  });

  it('another province sees no case, task, notice or cohort of this one, and no holder', async () => {
    for (const [who, reader] of strangers.slice(3)) {
      for (const path of ['/v1/cases?limit=100', '/v1/worklist?view=unit', '/v1/worklist?view=waiting', '/v1/notices', '/v1/cohorts']) {
        expect([who, path, (await ask(house, { method: 'GET', path, ...reader })).body]).toMatchObject([who, path, { items: [] }]);
      }
      expect(await ask(house, { method: 'GET', path: `/v1/cohorts/${cohortId}`, ...reader })).toMatchObject({ status: 404 });
    }
    const [, admin] = strangers.find(([who]) => who.startsWith('administrator'))!;
    const holders = await ask(house, { method: 'GET', path: '/v1/holders', ...admin });
    expect((holders.body as unknown as { items: { scope: string }[] }).items.map(({ scope }) => scope.slice(0, 2))).toEqual(['18', '18', '18']);
    const appointing = { path: '/v1/holders', body: { person: 'p_drafter-1705', role: 'regency-drafter', scope: '1701', capacity: 'definitive', from: '2025-01-01', decree: 'x' }, ...admin };
    expect(await ask(house, appointing)).toMatchObject({ status: 403, body: { code: 'not-your-region' } });
  });

  it('the ministry sees the outline alone before the case has come to it', async () => {
    const seen = await ask(house, { method: 'GET', path: `/v1/cases/${caseId}`, as: 'ministry-reviewer' });
    expect(seen).toMatchObject({ status: 200, body: { title, reading: 'outline', stage: { id: 'synchronization' }, documents: [], facts: {}, remarks: [], votes: [], matrix: null } });
    for (const as of ['ministry-reviewer', 'ministry-signer']) expect(await leaksTo({ as }, contents, true)).toEqual([]);
  });

  it('internal remarks stay within the level of their author', async () => {
    const read = async (as: string) => JSON.stringify([(await ask(house, { method: 'GET', path: `/v1/cases/${caseId}`, as })).body, (await ask(house, { method: 'GET', path: `/v1/cases/${caseId}/events?limit=100`, as })).body]);
    const [regency, province] = [await read('drafter-1705'), await read('coordinator-1700')];
    expect([regency.includes(internal), regency.includes(provinceOnly)]).toEqual([true, false]);
    expect([province.includes(internal), province.includes(provinceOnly)]).toEqual([false, true]);
  });

  it('somebody else\'s key tells nothing of the command it was spent on', async () => {
    expect(await ask(house, { method: 'GET', path: `/v1/commands/${spentKey}`, as: 'drafter-1705' })).toMatchObject({ status: 200 });
    for (const as of ['drafter-1701', 'secretary-1705', 'coordinator-1700']) expect(await ask(house, { method: 'GET', path: `/v1/commands/${spentKey}`, as })).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('still nothing gets out once the gate has been released, and the ministry reads it from its own desk on', async () => {
    const { coordinator, planner } = story.cast;
    await coordinator.must('POST', `/v1/cohorts/${cohortId}/waivers`, { regionCode: '1701', reason: 'Belum siap.' });
    await planner.must('POST', `/v1/cohorts/${cohortId}/waivers/1/confirm`);
    await coordinator.must('POST', `/v1/cohorts/${cohortId}/release`, {});
    await reaches(coordinator, caseId, 'recommendation');
    await story.pdf(coordinator, 'recommendation-letter');
    await story.pdf(coordinator, 'synchronization-minutes');
    await story.take(coordinator, 'recommend');
    await gather();
    expect(await nothingTo()).toEqual(nothing());
    const seen = await ask(house, { method: 'GET', path: `/v1/cases/${caseId}`, as: 'ministry-reviewer' });
    expect(seen.body).toMatchObject({ reading: 'contents', facts: { programmeDecisionNumber: '188/1705/DPRD' } });
    expect(JSON.stringify(seen.body)).not.toContain(internal);
  });
});
