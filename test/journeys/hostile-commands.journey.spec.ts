import { type JWTPayload, SignJWT } from 'jose';
import { House } from '#test/house';
import type { CaseBody } from '../story/selaras-client';
import type { RegionStory } from '../story/tell-region';
import { ask, type Asking, dayOf, providerToken, refusedInBoth, storyOf, throughTheGate, WrittenDown } from './hostile-asking';

jest.setTimeout(300_000);

const seluma = '/v1/cases/rpik-1705-2027';
const acts = `${seluma}/transitions`;
const remarks = `${seluma}/remarks`;
const filing = { process: 'rpik', regionCode: '1705', programmeYear: 2031, title: 'RPIK Seluma 2032–2051', planYears: { from: 2032, to: 2051 } };
const json = (text: string): Uint8Array => Buffer.from(text);
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('what nobody should send', () => {
  let house: House;
  let record: WrittenDown;
  let story: RegionStory;
  let joint: RegionStory;
  let atIntake: RegionStory;

  beforeAll(async () => {
    house = await House.open('hostile');
    record = await WrittenDown.of(house);
    story = storyOf(house, '1705', 2027);
    joint = storyOf(house, '1708', 2028);
    atIntake = storyOf(house, '1709', 2027);
    const { drafter } = story.cast;
    await Promise.all([
      (async () => {
        await story.file();
        await story.pdf(drafter, 'council-programme-decision');
        await story.take(drafter, 'record-programme', { facts: { programmeDecisionNumber: '1', programmeYear: '2027' } });
        await drafter.must('POST', remarks, { text: 'Catatan pertama.', visibility: 'internal' }, { key: 'spent' });
      })(),
      throughTheGate(joint).then(() => joint.endorse()),
      (async () => {
        await atIntake.file();
        await atIntake.draft();
        await atIntake.harmonize();
      })(),
    ]);
  });
  afterAll(async () => {
    await record?.close();
    await house?.close();
  });

  const table: [string, Asking, number, string][] = [
    ['an unknown transition', { path: acts, body: { transition: 'fly' } }, 422, 'unknown-transition'],
    ['a transition named like a part of the language', { path: acts, body: { transition: 'constructor' } }, 422, 'validation-failed'],
    ['a transition named __proto__', { path: acts, body: { transition: '__proto__' } }, 422, 'validation-failed'],
    ['a wrong stage', { path: acts, body: { transition: 'record-programme', facts: { programmeDecisionNumber: '1', programmeYear: '2027' } } }, 409, 'wrong-stage'],
    ['a wrong role', { as: 'secretary-1705', path: acts, body: { transition: 'complete-preparation' } }, 403, 'not-your-role'],
    ['a ministry deciding a regency\'s matter', { as: 'ministry-reviewer', path: acts, body: { transition: 'complete-preparation' } }, 403, 'not-your-role'],
    ['an administrator deciding a matter', { as: 'admin', path: acts, body: { transition: 'complete-preparation' } }, 403, 'not-your-role'],
    ['a wrong region', { as: 'drafter-1701', path: acts, body: { transition: 'complete-preparation' } }, 404, 'not-found'],
    ['a case that does not exist', { path: '/v1/cases/rpik-1705-2099/transitions', body: { transition: 'complete-preparation' } }, 404, 'not-found'],
    ['missing documents', { path: acts, body: { transition: 'complete-preparation' } }, 422, 'missing-documents'],
    ['a stale expectedSeq', { path: acts, body: { transition: 'complete-preparation', expectedSeq: 1 } }, 409, 'stale'],
    ['a stale If-Match', { path: acts, body: { transition: 'complete-preparation' }, headers: { 'if-match': '"v1"' } }, 412, 'precondition-failed'],
    ['a weak If-Match', { path: acts, body: { transition: 'complete-preparation' }, headers: { 'if-match': 'W/"v99"' } }, 412, 'precondition-failed'],
    ['a key spent on another body', { path: remarks, body: { text: 'Lain.', visibility: 'internal' }, key: 'spent' }, 422, 'idempotency-key-reused'],
    ['a key spent on another kind of act', { path: acts, body: { transition: 'complete-preparation' }, key: 'spent' }, 422, 'idempotency-key-reused'],
    ['a missing key', { path: remarks, body: { text: 'x', visibility: 'internal' }, key: false }, 400, 'idempotency-key-required'],
    ['a key with blanks', { path: remarks, body: { text: 'x', visibility: 'internal' }, key: 'a b' }, 400, 'idempotency-key-invalid'],
    ['a key longer than 200', { path: remarks, body: { text: 'x', visibility: 'internal' }, key: 'k'.repeat(201) }, 400, 'idempotency-key-invalid'],
    ['a note too long', { path: remarks, body: { text: 'x'.repeat(10_001), visibility: 'internal' } }, 422, 'note-too-long'],
    ['a unit too long', { path: remarks, body: { text: 'x', unit: 'Pasal '.repeat(2_000), visibility: 'internal' } }, 422, 'note-too-long'],
    ['a visibility nobody knows', { path: remarks, body: { text: 'x', visibility: 'public' } }, 422, 'validation-failed'],
    ['a body that is a list', { path: acts, body: [] }, 422, 'validation-failed'],
    ['no body at all', { path: acts }, 422, 'validation-failed'],
    ['malformed JSON', { path: acts, body: json('{"transition":') }, 400, 'malformed-json'],
    ['JSON that is not UTF-8', { path: acts, body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }, 400, 'malformed-request'],
    ['a wrong content type', { path: acts, body: json('transition=x'), headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'unsupported-media-type'],
    ['XML', { path: acts, body: json('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'), headers: { 'content-type': 'application/xml' } }, 415, 'unsupported-media-type'],
    ['a body above 1 MB', { path: remarks, body: { text: 'x'.repeat(1_100_000), visibility: 'internal' } }, 413, 'payload-too-large'],
    ['NUL in a text', { path: remarks, body: { text: 'a\u0000b', visibility: 'internal' } }, 422, 'validation-failed'],
    ['half of a surrogate pair', { path: remarks, body: json('{"text":"a\\ud800b","visibility":"internal"}') }, 422, 'validation-failed'],
    ['half of a surrogate pair in a name', { path: acts, body: json('{"transition":"complete-preparation","facts":{"\\udfff":"x"}}') }, 422, 'validation-failed'],
    ['deep nesting', { path: acts, body: json(nested(33)) }, 400, 'too-deep'],
    ['very deep nesting', { path: acts, body: json(nested(100_000)) }, 400, 'too-deep'],
    ['a prototype of its own', { path: acts, body: json('{"transition":"complete-preparation","__proto__":{"admin":true}}') }, 400, 'malformed-json'],
    ['a prototype deeper down', { path: acts, body: json('{"transition":"complete-preparation","facts":{"__proto__":{"x":"y"}}}') }, 400, 'malformed-json'],
    ['a prototype by its other name', { path: acts, body: json('{"transition":"complete-preparation","constructor":{"prototype":{"admin":true}}}') }, 400, 'malformed-json'],
    ['a title of 20,000 characters', { path: '/v1/cases', body: { ...filing, title: 'R'.repeat(20_000) } }, 422, 'title-invalid'],
    ['a title of blanks', { path: '/v1/cases', body: { ...filing, title: '   ' } }, 422, 'title-invalid'],
    ['plan years backwards', { path: '/v1/cases', body: { ...filing, planYears: { from: 2051, to: 2032 } } }, 422, 'plan-years-invalid'],
    ['a programme year long ago', { path: '/v1/cases', body: { ...filing, programmeYear: 1 } }, 422, 'programme-year-invalid'],
    ['a programme year that is no whole number', { path: '/v1/cases', body: { ...filing, programmeYear: 2031.5 } }, 422, 'validation-failed'],
    ['a programme year beyond numbers', { path: '/v1/cases', body: json(JSON.stringify(filing).replace('2031', '1e400')) }, 422, 'validation-failed'],
    ['an unknown region', { as: 'coordinator-1700', path: '/v1/cases', body: { ...filing, regionCode: '1799' } }, 422, 'unknown-region'],
    ['a province in place of a region', { as: 'coordinator-1700', path: '/v1/cases', body: { ...filing, regionCode: '17' } }, 422, 'unknown-region'],
    ['an unknown process', { path: '/v1/cases', body: { ...filing, process: 'constructor' } }, 422, 'unknown-process'],
    ['a case for another region', { path: '/v1/cases', body: { ...filing, regionCode: '1701' } }, 403, 'not-your-region'],
    ['a second open case', { path: '/v1/cases', body: { ...filing, programmeYear: 2027 } }, 409, 'case-open-already'],
    ['a second open case, by the coordinator', { as: 'coordinator-1700', path: '/v1/cases', body: { ...filing, programmeYear: 2027 } }, 409, 'case-open-already'],
    ['an unknown reason', { as: 'coordinator-1700', path: '/v1/cases/rpik-1709-2027/transitions', body: { transition: 'return-incomplete', reasonCode: 'whim', remarks: [{ text: 'x' }] } }, 422, 'unknown-reason'],
    ['a reason named like a part of the language', { as: 'coordinator-1700', path: '/v1/cases/rpik-1709-2027/transitions', body: { transition: 'return-incomplete', reasonCode: 'toString', remarks: [{ text: 'x' }] } }, 422, 'validation-failed'],
    ['no reason', { as: 'coordinator-1700', path: '/v1/cases/rpik-1709-2027/transitions', body: { transition: 'return-incomplete', remarks: [{ text: 'x' }] } }, 422, 'reason-required'],
    ['a return without a remark', { as: 'coordinator-1700', path: '/v1/cases/rpik-1709-2027/transitions', body: { transition: 'return-incomplete', reasonCode: 'incomplete' } }, 422, 'remarks-required'],
    ['a correction of documents nobody knows', { as: 'coordinator-1700', path: '/v1/cases/rpik-1709-2027/transitions', body: { transition: 'request-correction', documents: ['poem'], note: 'x' } }, 422, 'unknown-document'],
    ['a correction of documents named like a part of the language', { as: 'coordinator-1700', path: '/v1/cases/rpik-1709-2027/transitions', body: { transition: 'request-correction', documents: ['valueOf'], note: 'x' } }, 422, 'validation-failed'],
    ['a fact nobody knows', { as: 'coordinator-1700', path: '/v1/cases/rpik-1709-2027/transitions', body: { transition: 'accept-intake', facts: { poem: 'x' } } }, 422, 'unknown-fact'],
    ['a fact named like a part of the language', { as: 'coordinator-1700', path: '/v1/cases/rpik-1709-2027/transitions', body: { transition: 'accept-intake', facts: { constructor: 'x' } } }, 422, 'validation-failed'],
    ['a correction of a fact nobody knows', { path: `${seluma}/fact-corrections`, body: { fact: 'poem', value: 'x', note: 'x' } }, 409, 'fact-unknown'],
    ['a correction of a fact named like a part of the language', { path: `${seluma}/fact-corrections`, body: { fact: 'hasOwnProperty', value: 'x', note: 'x' } }, 422, 'validation-failed'],
    ['a hold for a reason named like a part of the language', { path: `${seluma}/holds`, body: { clock: 'preparation#1', reason: 'toString', first: '2026-01-01' } }, 422, 'validation-failed'],
    ['a hold on a clock nobody knows', { path: `${seluma}/holds`, body: { clock: 'toString#1', reason: 'election', first: '2026-01-01' } }, 404, 'unknown-clock'],
    ['an answer to a remark nobody made', { path: `${remarks}/99/answer`, body: { text: 'x' } }, 404, 'unknown-remark'],
    ['an answer to a remark with no number', { path: `${remarks}/x/answer`, body: { text: 'x' } }, 404, 'not-found'],
    ['a task of somebody else', { as: 'drafter-1701', path: `/v1/tasks/${encodeURIComponent('rpik-1705-2027/preparation.regency-drafter')}/claim` }, 404, 'unknown-task'],
    ['a matrix full of nonsense', { method: 'PUT', path: '/v1/cases/rpik-1705-2027/plan-matrix', body: { flagships: [{ kbli: 7 }], constructor: 1 } }, 422, 'matrix-refused'],
    ['a cohort made by a regency', { path: '/v1/cohorts', body: { province: '17', programmeYear: 2033, cutOffOn: '2033-06-30' } }, 403, 'not-your-role'],
    ['an office given by oneself', { path: '/v1/holders', body: { person: 'p_drafter-1705', role: 'administrator', scope: '', capacity: 'definitive', from: '2020-01-01', decree: 'x' } }, 403, 'not-your-role'],
    ['an office nobody knows', { as: 'admin', path: '/v1/holders', body: { person: 'p_drafter-1705', role: 'constructor', scope: '', capacity: 'definitive', from: '2020-01-01', decree: 'x' } }, 422, 'validation-failed'],
    ['a cursor that is not ours', { method: 'GET', path: `/v1/cases?cursor=${Buffer.from('["a","b","c"]').toString('base64url')}` }, 400, 'cursor-malformed'],
    ['a page of a million', { method: 'GET', path: '/v1/cases?limit=1000000' }, 422, 'validation-failed'],
    ['NUL in an address', { method: 'GET', path: '/v1/cases/rpik%00' }, 400, 'malformed-request'],
    ['an address that is not UTF-8', { method: 'GET', path: '/v1/cases/%ed%a0%80' }, 400, 'malformed-request'],
  ];

  it.each(table)('%s is refused in both languages, and nothing is written', async (_name, asking, status, code) => {
    await record.isUnchangedBy(() => refusedInBoth(house, asking, status, code));
  });

  it('lists every missing document by its type', async () => {
    const { details } = await refusedInBoth(house, { path: acts, body: { transition: 'complete-preparation' } }, 422, 'missing-documents');
    expect(details).toEqual(['team-decree', 'plan-document']);
  });

  it('points at each field that does not fit', async () => {
    const { errors } = await refusedInBoth(house, { path: remarks, body: { text: 7, visibility: 'loud' } }, 422, 'validation-failed');
    expect(errors!.map(({ pointer }) => pointer).sort()).toEqual(['/text', '/visibility']);
  });

  it('a person does not give the second confirmation of a two-person act', async () => {
    const { drafter, coordinator } = joint.cast;
    const [head, council] = [house.as('head-1708'), house.as('council-1708')];
    await joint.pdf(head, 'cover-memorandum');
    await joint.take(head, 'submit-to-council');
    const today = await dayOf(house, 0);
    await joint.take(council, 'start-discussion', { facts: { discussionStartedOn: today } });
    for (const type of ['joint-approval-minutes', 'approved-draft', 'plan-annex']) await joint.pdf(council, type);
    await house.as('admin').must('POST', '/v1/holders', { person: 'p_head-1708', role: 'council-secretariat', scope: '1708', capacity: 'Plt', from: today, decree: 'SK contoh' });
    await joint.take(head, 'approve-jointly', { facts: { jointApprovedOn: today } });
    const again = { as: 'head-1708', path: `/v1/cases/${joint.caseId}/transitions`, body: { transition: 'approve-jointly', facts: { jointApprovedOn: today } } };
    await record.isUnchangedBy(() => refusedInBoth(house, again, 409, 'second-person-needed'));
    // The council's half is given, by the head in that second office: what is missing is the head's, by somebody else.
    await record.isUnchangedBy(() => refusedInBoth(house, { ...again, as: 'council-1708' }, 409, 'second-person-needed'));
    await house.as('admin').must('POST', '/v1/holders', { person: 'p_secretary-1708', role: 'regency-head', scope: '1708', capacity: 'Plt', from: today, decree: 'SK contoh' });
    const otherDay = { ...again, as: 'secretary-1708', body: { transition: 'approve-jointly', facts: { jointApprovedOn: await dayOf(house, -1) } } };
    await record.isUnchangedBy(async () => expect(['facts-differ', 'date-before-previous']).toContain((await ask(house, otherDay)).body.code));
    expect((await drafter.get<CaseBody>(`/v1/cases/${joint.caseId}`)).body.stage.id).toBe('deliberation');
    await joint.take(house.as('secretary-1708'), 'approve-jointly', { facts: { jointApprovedOn: today } });
    expect((await coordinator.get<CaseBody>(`/v1/cases/${joint.caseId}`)).body.stage.id).toBe('evaluation-submission');
  });

  it('whoever submitted a case does not accept it for the province, whatever other office they hold', async () => {
    await house.as('admin').must('POST', '/v1/holders', { person: 'p_drafter-1709', role: 'provincial-coordinator', scope: '17', capacity: 'Plt', from: '2025-01-01', decree: 'SK contoh' });
    const accepting = { as: 'drafter-1709', path: `/v1/cases/${atIntake.caseId}/transitions`, body: { transition: 'accept-intake' } };
    await record.isUnchangedBy(() => refusedInBoth(house, accepting, 403, 'four-eyes'));
  });

  it('a holder whose term ended yesterday may do nothing today, whatever the token says', async () => {
    const admin = house.as('admin');
    const [yesterday, today, tomorrow] = [await dayOf(house, -1), await dayOf(house, 0), await dayOf(house, 1)];
    const { person } = await admin.must<{ person: { id: string } }>('POST', '/v1/people', { subject: 'former', name: 'Mantan Penyusun' });
    const asFormer = async (path: string, method = 'POST', body: unknown = { transition: 'complete-preparation' }) => ({ method, path, ...(method === 'POST' && { body }), token: `Bearer ${await providerToken(house, 'former')}` });
    await refusedInBoth(house, await asFormer('/v1/me', 'GET'), 403, 'no-office');

    const office = { person: person.id, role: 'regency-drafter', scope: '1705', capacity: 'definitive', decree: 'SK contoh' };
    await admin.must('POST', '/v1/holders', { ...office, from: '2025-01-01', to: yesterday });
    await admin.must('POST', '/v1/holders', { ...office, from: tomorrow });
    const { items } = (await admin.get<{ items: { id: string; person: string }[] }>('/v1/holders?scope=1705&role=regency-drafter')).body;
    const inOffice = items.find((holder) => holder.person === 'p_drafter-1705')!;
    await admin.must('POST', '/v1/mandates', { person: person.id, holder: inOffice.id, from: '2025-01-01', to: yesterday, decree: 'Surat perintah contoh' });
    await record.isUnchangedBy(async () => {
      for (const [path, method] of [[acts, 'POST'], [remarks, 'POST'], [seluma, 'GET'], ['/v1/worklist', 'GET'], ['/v1/me', 'GET']] as const) await refusedInBoth(house, await asFormer(path, method), 403, 'no-office');
    });
    await admin.must('POST', '/v1/mandates', { person: person.id, holder: inOffice.id, from: today, to: today, decree: 'Surat perintah contoh' });
    expect((await ask(house, await asFormer(seluma, 'GET'))).status).toBe(200);
  });

  it('knows nobody by a token that is expired, foreign, unsigned, or signed with what everybody knows', async () => {
    const now = Math.floor(Date.now() / 1000);
    const good = await providerToken(house, 'demo|drafter-1705');
    const [head, payload, signature] = good.split('.') as [string, string, string];
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const jwks = (await (await fetch(`${JSON.parse(Buffer.from(payload, 'base64url').toString()).iss as string}/jwks`)).text());
    const byPublicKey = await new SignJWT(JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(jwks));
    const cases: [string, string, string][] = [
      ['no token', '', 'token-missing'],
      ['a password', 'Basic YWRtaW46YWRtaW4=', 'token-missing'],
      ['nonsense', 'Bearer nonsense', 'token-malformed'],
      ['expired', `Bearer ${await providerToken(house, 'demo|drafter-1705', { exp: now - 60 })}`, 'token-expired'],
      ['not valid yet', `Bearer ${await providerToken(house, 'demo|drafter-1705', { nbf: now + 600 })}`, 'token-not-yet-valid'],
      ['for another audience', `Bearer ${await providerToken(house, 'demo|drafter-1705', { aud: 'urn:other' })}`, 'token-foreign'],
      ['of another issuer', `Bearer ${await providerToken(house, 'demo|drafter-1705', { iss: 'https://evil.example' })}`, 'token-foreign'],
      ['of nobody', `Bearer ${await providerToken(house, ' ')}`, 'token-malformed'],
      ['with none for an algorithm', `Bearer ${part({ alg: 'none', typ: 'JWT' })}.${payload}.`, 'token-algorithm-refused'],
      ['with none for an algorithm and a signature', `Bearer ${part({ alg: 'none' })}.${payload}.${signature}`, 'token-algorithm-refused'],
      ['signed with the public key as a secret', `Bearer ${byPublicKey}`, 'token-algorithm-refused'],
      ['for somebody else', `Bearer ${head}.${part({ ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), sub: 'demo|admin' })}.${signature}`, 'token-signature-invalid'],
    ];
    for (const [name, token, code] of cases) {
      const found = { name, ...(await record.isUnchangedBy(() => ask(house, { path: remarks, body: { text: 'x', visibility: 'internal' }, token }))) };
      expect([name, found.status, found.body.code]).toEqual([name, 401, code]);
      expect(found.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
    await refusedInBoth(house, { method: 'GET', path: '/v1/me', token: `Bearer ${await providerToken(house, 'stranger')}` }, 403, 'unknown-person');
  });

  it('keeps SQL, HTML and templates as the words they are', async () => {
    const words = `'); drop table case_event; -- <script>alert(1)</script> {{constructor}} \${process.env} %s \u202e gnirts 😀`;
    await house.as('drafter-1705').must('POST', remarks, { text: words, unit: `"><img src=x onerror=alert(1)>`, visibility: 'counterpart' });
    const read = await house.as('coordinator-1700').get<CaseBody & { remarks: { text: string; unit: string }[] }>(seluma);
    expect(read.body.remarks.at(-1)).toMatchObject({ text: words, unit: `"><img src=x onerror=alert(1)>` });
    expect(read.headers.get('content-type')).toContain('application/json');
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    for (const q of [`' or 1=1 --`, '%', '_', '\\', '😀']) {
      const found = await house.as('drafter-1701').get<{ items: unknown[] }>(`/v1/cases?q=${encodeURIComponent(q)}`);
      expect([q, found.status, found.body.items]).toEqual([q, 200, []]);
    }
  });

  it('answers no address, however odd, with a fault of its own', async () => {
    const odd = ['constructor', '__proto__', '..', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', '%F0%9F%98%80', "'%20or%201=1--", '-1', '0', '1e3', '99999999999999999999', '2147483648', 'NaN', 'x'.repeat(299), 'x'.repeat(5_000), '%2F', '%5C', '%0d%0aX-Evil:1'];
    const places = ['/v1/cases/@', '/v1/cases/@/events', '/v1/cases/@/why', `${seluma}/plan-matrix/@`, `${seluma}/events?cursor=@`, `${seluma}/events?limit=@`, '/v1/documents/@', '/v1/document-types/@/template', '/v1/commands/@', '/v1/cohorts/@', '/v1/cohorts/@/board', '/v1/calendars/@', '/v1/processes/@/versions/1', '/v1/processes/rpik/versions/@', '/v1/cases?q=@', '/v1/cases?region=@', '/v1/cases?stage=@', '/v1/worklist?view=@', '/v1/worklist?cursor=@', '/v1/notices?cursor=@', '/v1/holders?role=@', '/v1/stalled?cursor=@', '/v1/outbox?cursor=@', '/v1/statistics?region=@', '/v1/statistics?programmeYear=@'];
    const sends = [`${remarks}/@/answer`, `${seluma}/holds/@/confirm`, `${seluma}/conditions/@/report`, '/v1/tasks/@/claim', '/v1/tasks/@/@/release', '/v1/cohorts/@/waivers/@/confirm', '/v1/cohorts/@/release', '/v1/holders/@/end', '/v1/mandates/@/end', '/v1/notices/@/read'];
    const faults: string[] = [];
    for (const sign of odd) {
      for (const place of places) await look('GET', place.replaceAll('@', sign));
      for (const place of sends) await look('POST', place.replaceAll('@', sign));
      await look('DELETE', `${seluma}/documents/${sign}/${sign}`);
    }
    async function look(method: string, path: string) {
      const answer = await ask(house, { as: 'admin', method, path, ...(method === 'POST' && { body: { text: 'x', accepted: true, note: 'x', on: '2026-01-01' } }) });
      if (answer.status >= 500) faults.push(`${method} ${path.slice(0, 120)}: ${answer.status} ${answer.body.code}`);
    }
    expect(faults).toEqual([]);
  });

  it('leaves a record that verifies, and no fault in the log', async () => {
    expect(await house.verified()).toMatchObject({ code: 0 });
    expect(house.log('api')).not.toContain('internal-error');
  });
});
