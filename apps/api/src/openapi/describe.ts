import { applyDecorators, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiExtraModels, ApiHeader, ApiOperation, ApiProduces, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { allProblems, type ProblemCode } from '../problems/catalogue';
import { ProblemShape } from './problem-shape';

export interface Success {
  readonly status?: number;
  readonly says: string;
  readonly type?: Type<unknown>;
  readonly example?: unknown;
  /** Media type of the answer, when it is not JSON. */
  readonly media?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Description {
  readonly summary: string;
  readonly says?: string;
  readonly answers: readonly Success[];
  readonly body?: { readonly type?: Type<unknown>; readonly example: unknown; readonly media?: string };
  /** Codes beyond those that every route can answer with. */
  readonly problems?: readonly ProblemCode[];
  /** Commands carry a key, and may carry conditions. */
  readonly command?: 'case' | 'register' | 'cohort' | 'readiness';
  readonly public?: true;
}

const everywhere: readonly ProblemCode[] = ['too-many-requests', 'internal-error', 'database-away'];
const signedIn: readonly ProblemCode[] = ['token-missing', 'token-expired', 'token-signature-invalid', 'unknown-person', 'no-office', 'keys-away'];
const commands: readonly ProblemCode[] = ['idempotency-key-required', 'idempotency-key-invalid', 'idempotency-key-reused'];
const bodies: readonly ProblemCode[] = ['malformed-json', 'too-deep', 'unsupported-media-type', 'payload-too-large', 'validation-failed'];
const onCases: readonly ProblemCode[] = ['not-found', 'case-busy', 'stale', 'precondition-failed', 'case-closed', 'in-transfer', 'not-your-role', 'not-your-region'];

/** Everything the contract says of a route: what it is for, an example of what to send, every answer and every problem. */
export function Describes({ summary, says, answers, body, problems = [], command, public: isPublic }: Description): MethodDecorator {
  const codes = new Set<ProblemCode>([
    ...everywhere, ...(isPublic ? [] : signedIn), ...(command ? commands : []), ...(command === 'case' ? onCases : []), ...(body ? bodies : []), ...problems,
  ]);
  return applyDecorators(
    ApiOperation({ summary, ...(says && { description: says }) }),
    ApiExtraModels(ProblemShape, ...answers.flatMap(({ type }) => (type ? [type] : []))),
    ...(isPublic ? [] : [ApiBearerAuth()]),
    ...(command ? commandHeaders(command) : []),
    ...(body ? bodyDecorators(body) : []),
    ...answers.flatMap(answer),
    ...problemAnswers([...codes]),
  );
}

function commandHeaders(command: 'case' | 'register' | 'cohort' | 'readiness') {
  const key = ApiHeader({ name: 'Idempotency-Key', required: true, description: '1 to 200 visible ASCII characters; the same key and body give the same answer.', schema: { type: 'string', minLength: 1, maxLength: 200 }, example: '7f3c9a52-0b6e-4f0e-9d7e-1f0a6c1d2b3e' });
  if (command !== 'case') return [key];
  return [
    key,
    ApiHeader({ name: 'If-Match', required: false, description: 'The ETag of the case this command rests on; any value from the last substantive event on passes, else 412.', example: '"v12"' }),
    ApiHeader({ name: 'Prefer', required: false, description: '`wait=n`: seconds to wait for a transfer (default 3, at most 30); then 202.', example: 'wait=3' }),
  ];
}

function bodyDecorators({ type, example, media }: NonNullable<Description['body']>) {
  const examples = { example: { value: example as object } };
  if (media === undefined) return [ApiBody({ required: true, ...(type ? { type } : { schema: { type: 'object' } }), examples } as Parameters<typeof ApiBody>[0])];
  return [ApiConsumes(media), ApiBody({ required: true, schema: media.startsWith('text/') ? { type: 'string' } : { type: 'string', format: 'binary' }, examples })];
}

function answer({ status = 200, says, type, example, media, headers }: Success) {
  const schema = type ? { $ref: getSchemaPath(type) } : { type: 'object' as const };
  const content = media
    ? Object.fromEntries(media.map((each) => [each, { schema: { type: 'string' as const, ...(each.startsWith('text/') || each.includes('svg') ? {} : { format: 'binary' }) }, ...(example !== undefined && { example }) }]))
    : { 'application/json': { schema, ...(example !== undefined && { example }) } };
  const described = Object.fromEntries(Object.entries(headers ?? {}).map(([name, description]) => [name, { description, schema: { type: 'string' as const } }]));
  return [
    ApiResponse({ status, description: says, ...(status !== 204 && status !== 302 && { content }), headers: described }),
    ...(media ? [ApiProduces(...media)] : []),
  ];
}

/** One answer a status, with an example for each code that can be behind it. */
function problemAnswers(codes: readonly ProblemCode[]) {
  const statuses = new Map<number, ProblemCode[]>();
  for (const code of codes) statuses.set(allProblems[code].status, [...(statuses.get(allProblems[code].status) ?? []), code]);
  return [...statuses].sort(([one], [other]) => one - other).map(([status, of]) =>
    ApiResponse({
      status,
      description: of.join(', '),
      ...(status === 429 || status === 503 ? { headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } } } : {}),
      content: {
        'application/problem+json': {
          schema: { $ref: getSchemaPath(ProblemShape) },
          examples: Object.fromEntries(of.map((code) => [code, { value: exampleOf(code) }])),
        },
      },
    }));
}

function exampleOf(code: ProblemCode) {
  const { title, status, detail } = allProblems[code];
  return { type: `urn:selaras:problem:${code}`, title: title.en, status, detail: detail([]).en, code, traceId: '4bf92f3577b34da6a3ce929d0e0e4736' };
}
