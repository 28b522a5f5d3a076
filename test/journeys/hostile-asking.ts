import fs from 'node:fs';
import path from 'node:path';
import { decodeJwt, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { Client } from 'pg';
import { eventually, type House } from '#test/house';
import { storyRegions } from '../story/regions';
import type { Answer, CaseBody, SelarasClient } from '../story/selaras-client';
import { castOf, RegionStory } from '../story/tell-region';

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  details?: string[];
  errors?: { pointer: string; message: string }[];
  traceId: string;
}

/** Something one should not ask. `body` is JSON unless it is bytes or a text, which go out as they are. */
export interface Asking {
  as?: string;
  method?: string;
  path: string;
  body?: unknown;
  /** `false`: none; otherwise a fresh one each time. */
  key?: string | false;
  headers?: Record<string, string>;
  token?: string;
}

let asked = 0;

export async function ask(house: House, { as, method = 'POST', path: where, body, key, headers = {}, token }: Asking, language = 'id'): Promise<Answer<ProblemBody>> {
  const client = house.as(as ?? 'drafter-1705');
  const signed = token === undefined && as !== '';
  const raw = typeof body === 'string' ? Buffer.from(body) : body;
  return client.send<ProblemBody>(
    method,
    where,
    raw,
    {
      'accept-language': language,
      ...(raw instanceof Uint8Array && { 'content-type': 'application/json' }),
      ...(method !== 'GET' && key !== false && { 'idempotency-key': key ?? `hostile-${(asked += 1)}` }),
      ...(token !== undefined && { authorization: token }),
      ...headers,
    },
    signed,
  );
}

/** The same refusal in both languages: one code, a title and a sentence for people, and nothing of the machine in it. */
export async function refusedInBoth(house: House, asking: Asking, status: number, code: string): Promise<ProblemBody> {
  const [id, en] = [await ask(house, asking, 'id'), await ask(house, asking, 'en')];
  for (const [language, answer] of [['id', id], ['en', en]] as const) {
    expect({ status: answer.status, code: answer.body?.code, in: answer.body?.status }).toEqual({ status, code, in: status });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('content-language')).toBe(language);
    expect(answer.body.title.length).toBeGreaterThan(5);
    expect(answer.body.detail.length).toBeGreaterThan(10);
    expect(answer.body.traceId).toBe(answer.headers.get('x-request-id'));
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\bat \/|select |QueryFailed|undefined|\[object/);
  }
  expect(en.body.title).not.toBe(id.body.title);
  expect(en.body.detail).not.toBe(id.body.detail);
  return en.body;
}

/** Everything an act could leave behind: events, accepted commands, cases, offices, and every file of the store. */
export class WrittenDown {
  private constructor(
    private readonly house: House,
    private readonly database: Client,
  ) {}

  static async of(house: House): Promise<WrittenDown> {
    const database = new Client({ connectionString: house.ownerUrl });
    await database.connect();
    return new WrittenDown(house, database);
  }

  async weighed(): Promise<object> {
    const { rows } = await this.database.query<object>(`select
      (select coalesce(sum(hashtext(hash)::bigint), 0)::text from case_event) as events, (select count(*)::int from accepted_command) as commands,
      (select count(*)::int from regulation_case) as cases, (select count(*)::int from office_event) as offices, (select count(*)::int from holder) as holders`);
    return { ...rows[0], files: this.files() };
  }

  query<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.database.query<T>(sql, values).then(({ rows }) => rows);
  }

  /** Nothing was written, neither a row nor a byte. A staged file may take a moment to go. */
  async isUnchangedBy<T>(act: () => Promise<T>): Promise<T> {
    const before = await this.weighed();
    const result = await act();
    await eventually(async () => expect(await this.weighed()).toEqual(before), 3_000);
    return result;
  }

  close(): Promise<void> {
    return this.database.end();
  }

  private files(): string[] {
    return fs.readdirSync(this.house.documents, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name).sort();
  }
}

/** Signs with the demo provider's own key: for people the demo has no persona of, and for claims it would never make. */
export async function providerToken(house: House, subject: string, claims: JWTPayload = {}): Promise<string> {
  const { signing } = JSON.parse(fs.readFileSync(path.join(house.home, 'idp', 'secrets.json'), 'utf8')) as { signing: JWK & { kid: string } };
  const admin = house.as('admin');
  if (!admin.bearer) await admin.signIn();
  const now = Math.floor(Date.now() / 1000);
  const usual = { iss: decodeJwt(admin.bearer!).iss!, aud: 'urn:selaras', sub: subject, iat: now, auth_time: now, exp: now + 600 };
  return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: 'RS256', kid: signing.kid }).sign(await importJWK(signing, 'RS256'));
}

export function storyOf(house: House, code: string, year: number): RegionStory {
  return new RegionStory(castOf(house.url, code), storyRegions.find((region) => region.code === code)!, year);
}

/** From nothing to the end of the province's review, and through a gate of its own. */
export async function throughTheGate(story: RegionStory): Promise<void> {
  const { coordinator } = story.cast;
  const cohort = await coordinator.must<{ id: string }>('POST', '/v1/cohorts', { province: '17', programmeYear: story.year, referencePlans: [], members: [story.region.code], policy: {}, cutOffOn: `${story.year}-06-30` });
  await story.file();
  await story.draft();
  await story.harmonize();
  await story.review();
  await coordinator.must('POST', `/v1/cohorts/${cohort.id}/release`, {});
  await reaches(coordinator, story.caseId, 'recommendation');
}

export async function reaches(who: SelarasClient, caseId: string, stage: string): Promise<void> {
  await eventually(async () => expect((await who.get<CaseBody>(`/v1/cases/${caseId}`)).body.stage.id).toBe(stage));
}

/** A civil day, so many days from the house's own now. */
export async function dayOf(house: House, offset: number): Promise<string> {
  const { body } = await house.as('admin').get<{ now: string }>('/v1/demo/clock');
  return new Date(Date.parse(body.now) + 7 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
}
