import { randomUUID } from 'node:crypto';

/** A case as the API tells it, as far as the story reads it. */
export interface CaseBody {
  id: string;
  stage: { id: string };
  status: string;
  round: number;
  seq: number;
  documents: { type: string; sha256: string }[];
  remarks: { n: number; answer?: unknown; visibility: string }[];
  transfer?: { seq: number } | null;
}

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}

/** The API refused, or did something a story does not expect. */
export class Unexpected extends Error {
  constructor(
    readonly what: string,
    readonly answer: Answer,
  ) {
    super(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/** The public API as one persona sees it. Every command carries a key; a repeat of the same call may carry the same one. */
export class SelarasClient {
  private token?: string;

  constructor(
    readonly url: string,
    readonly persona: string,
  ) {}

  /** Signs in (again): a fresh sign-in is what a sign-off asks for. */
  async signIn(authAgeSeconds = 0): Promise<void> {
    const answer = await this.send<{ accessToken?: string; access_token?: string }>('POST', '/v1/demo/token', { persona: this.persona, authAgeSeconds }, {}, false);
    if (answer.status >= 300) throw new Unexpected(`${this.persona} signs in`, answer);
    this.token = answer.body.accessToken ?? answer.body.access_token;
  }

  get bearer(): string | undefined {
    return this.token;
  }

  async send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}, signed = true): Promise<Answer<T>> {
    if (signed && !this.token) await this.signIn();
    const isBytes = body instanceof Uint8Array;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(signed && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && !isBytes && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? undefined : parsed(text)) as T };
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.send<T>('GET', path);
  }

  command<T>(method: string, path: string, body?: unknown, { key = randomUUID() as string, headers = {} as Record<string, string> } = {}): Promise<Answer<T>> {
    return this.send<T>(method, path, body, { 'idempotency-key': key, ...headers });
  }

  /** A command the story takes for granted. */
  async must<T>(method: string, path: string, body?: unknown, options?: { key?: string; headers?: Record<string, string> }): Promise<T> {
    const answer = await this.command<T>(method, path, body, options);
    if (answer.status >= 300) throw new Unexpected(`${this.persona} ${method} ${path}`, answer);
    return answer.body;
  }

  /** Takes a transition and waits until the case has arrived, also when the engine was slow and answered 202. */
  async take(caseId: string, transition: string, rest: object = {}): Promise<CaseBody> {
    const answer = await this.command<CaseBody>('POST', `/v1/cases/${caseId}/transitions`, { transition, ...rest });
    if (answer.status === 200) return answer.body;
    if (answer.status !== 202) throw new Unexpected(`${this.persona} ${transition} ${caseId}`, answer);
    return this.arrived(caseId);
  }

  async arrived(caseId: string, patienceMs = 60_000): Promise<CaseBody> {
    for (const until = Date.now() + patienceMs; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
      const answer = await this.get<CaseBody>(`/v1/cases/${caseId}`);
      if (answer.status === 200 && !answer.body.transfer) return answer.body;
      if (Date.now() > until) throw new Unexpected(`${caseId} has not arrived`, answer);
    }
  }

  async upload(caseId: string, type: string, bytes: Buffer, name: string, media: string, headers: Record<string, string> = {}): Promise<{ sha256: string; version: number }> {
    return this.must('PUT', `/v1/cases/${caseId}/documents/${type}`, bytes, {
      headers: { 'content-type': media, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, ...headers },
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
