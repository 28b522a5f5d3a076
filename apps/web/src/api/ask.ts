/** What the house answers when it does not do something (RFC 9457), in the reader's language. */
export interface ProblemBody {
  title: string;
  status: number;
  detail: string;
  code: string;
  traceId: string;
  errors?: { pointer: string; message: string }[];
}

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly body: ProblemBody,
  ) {
    super(body.detail);
  }
}

/** No answer came: nobody knows whether a command was recorded, and the same key will tell. */
export class NoAnswer extends Error {}

export interface Asking {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Of a command; the same key is never recorded twice. */
  key?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface Answer<T> {
  body: T;
  status: number;
  headers: Headers;
}

const signedOut = new EventTarget();
export const onSignedOut = (listener: () => void): (() => void) => {
  signedOut.addEventListener('signed-out', listener);
  return () => signedOut.removeEventListener('signed-out', listener);
};

/** One question to the API, with the cookie of the session and the mark of our own pages. */
export async function askFully<T>(path: string, { method = 'GET', body, key, headers, signal }: Asking = {}): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': document.documentElement.lang || 'id',
        'x-selaras': '1',
        ...(key && { 'idempotency-key': key }),
        ...(body !== undefined && !(body instanceof Blob) && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new NoAnswer('no answer');
  }
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const answered: unknown = text !== '' && isJson ? JSON.parse(text) : text;
  if (response.ok) return { body: answered as T, status: response.status, headers: response.headers };
  if (response.status === 401) signedOut.dispatchEvent(new Event('signed-out'));
  throw new Problem(response.status, isJson ? (answered as ProblemBody) : { title: response.statusText, status: response.status, detail: response.statusText, code: 'unknown', traceId: response.headers.get('x-request-id') ?? '' });
}

export const ask = async <T>(path: string, asking?: Asking): Promise<T> => (await askFully<T>(path, asking)).body;
