import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { ApiConfig } from '#config';
import { AppModule } from '../app.module';
import { openApiDocument } from './document';

const config = {
  part: 'api', environment: 'test', logLevel: 'silent', demo: true, timeSkipping: false, http: { port: 1, host: '127.0.0.1', publicUrl: 'http://127.0.0.1', trustProxy: false, rateLimitPerMinute: 1 }, database: { url: '', pool: 2 },
  temporal: { address: '127.0.0.1:1', namespace: 'x', taskQueue: 'x' }, documents: { folder: '/nowhere', maxBytes: 1 }, stall: { percentile: 80, minSample: 8, vacantDays: 5 }, oidc: { issuer: 'http://127.0.0.1', audience: 'x', jwksUrl: 'http://127.0.0.1/jwks', clientId: 'x' },
} satisfies ApiConfig;

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Response = { description: string; content?: Record<string, { schema?: unknown; example?: unknown; examples?: Record<string, { value: unknown }> }> };

describe('the contract', () => {
  let contract: OpenAPIObject;
  let operations: [name: string, Operation][];

  beforeAll(async () => {
    // Nothing is constructed: the contract is read from what the controllers declare.
    const app = await NestFactory.create(AppModule.with(config), new FastifyAdapter(), { preview: true, logger: false, abortOnError: false });
    contract = openApiDocument(app, 'http://127.0.0.1');
    operations = Object.entries(contract.paths).flatMap(([path, item]) =>
      (['get', 'put', 'post', 'delete', 'patch'] as const).flatMap((method): [string, Operation][] => (item[method] ? [[`${method.toUpperCase()} ${path}`, item[method]]] : [])));
  });

  const each = (judge: (operation: Operation, name: string) => unknown): string[] => operations.filter(([name, operation]) => !judge(operation, name)).map(([name]) => name);
  const responses = (operation: Operation) => Object.entries(operation.responses) as [string, Response][];

  it('is OpenAPI 3.1 and names the routes of the design', () => {
    expect(contract.openapi).toBe('3.1.0');
    expect(operations.map(([name]) => name)).toEqual(expect.arrayContaining([
      'GET /health/live', 'GET /health/ready', 'GET /v1/me', 'GET /v1/processes', 'GET /v1/processes/{id}/versions/{n}', 'POST /v1/cases', 'GET /v1/cases', 'GET /v1/cases/{caseId}', 'GET /v1/cases/{caseId}/events', 'POST /v1/cases/{caseId}/transitions',
      'GET /v1/cases/{caseId}/plan-matrix', 'PUT /v1/cases/{caseId}/plan-matrix', 'PUT /v1/cases/{caseId}/plan-matrix/{table}', 'PUT /v1/cases/{caseId}/documents/{type}', 'GET /v1/documents/{sha256}', 'POST /v1/cases/{caseId}/remarks',
      'POST /v1/cases/{caseId}/remarks/{n}/answer', 'POST /v1/cases/{caseId}/holds', 'POST /v1/cases/{caseId}/extensions', 'POST /v1/cases/{caseId}/external-events', 'GET /v1/cases/{caseId}/why', 'GET /v1/worklist', 'POST /v1/tasks/{taskId}/claim',
      'POST /v1/tasks/{taskId}/release', 'POST /v1/tasks/{taskId}/assign', 'GET /v1/notices', 'GET /v1/outbox', 'GET /v1/holders', 'POST /v1/holders', 'GET /v1/mandates', 'POST /v1/mandates', 'POST /v1/deadlines', 'POST /v1/cohorts', 'GET /v1/cohorts',
      'GET /v1/cohorts/{cohortId}', 'GET /v1/cohorts/{cohortId}/board', 'POST /v1/cohorts/{cohortId}/release', 'GET /v1/stalled', 'GET /v1/statistics', 'GET /v1/readiness', 'GET /v1/readiness/{regionCode}', 'PUT /v1/readiness/{regionCode}/{criterion}', 'POST /v1/readiness/{regionCode}/{criterion}/verification', 'GET /v1/calendars/{version}', 'GET /v1/commands/{key}', 'POST /v1/demo/token', 'GET /v1/demo/clock', 'POST /v1/demo/clock',
      'GET /v1/demo/personas', 'GET /auth/sign-in', 'GET /auth/callback', 'POST /auth/sign-out', 'GET /v1/sessions', 'DELETE /v1/sessions/{id}', 'GET /v1/public/verifications', 'GET /v1/public/cohorts/{cohortId}', 'GET /v1/public/consultations/{caseId}',
    ]));
  });

  it('says of every route what it is for', () => {
    expect(each(({ summary }) => summary && summary.length > 10)).toEqual([]);
    expect(each(({ tags }) => tags?.length === 1)).toEqual([]);
  });

  it('shows what to send, wherever something is sent', () => {
    expect(each(({ requestBody }) => {
      const { content = {} } = (requestBody ?? {}) as Pick<Response, 'content'>;
      return !requestBody || Object.values(content).every(({ schema, examples }) => schema && Object.values(examples ?? {}).every(({ value }) => value !== undefined) && examples);
    })).toEqual([]);
  });

  it('shows every good answer with an example, bytes apart', () => {
    expect(each((operation) => {
      const good = responses(operation).filter(([status]) => Number(status) < 400);
      return good.length > 0 && good.every(([, { content }]) => Object.entries(content ?? {}).every(([media, { schema, example }]) => schema && (media !== 'application/json' || example !== undefined)));
    })).toEqual([]);
  });

  it('shows every problem with its code', () => {
    expect(each((operation, name) => {
      const problems = responses(operation).filter(([status, { content }]) => Number(status) >= 400 && content?.['application/problem+json']);
      const codes = problems.flatMap(([status, { content }]) => Object.entries(content!['application/problem+json']!.examples ?? {}).map(([code, { value }]) => [code, (value as { code: string }).code, (value as { status: number }).status === Number(status)] as const));
      const isOpen = /health|demo|deadlines|processes|calendars|regions|kbli|document-types|public|auth/.test(name);
      return codes.every(([code, told, fits]) => code === told && fits) && ['500', '503', '429', ...(isOpen ? [] : ['401', '403'])].every((status) => problems.some(([found]) => found === status));
    })).toEqual([]);
  });

  it('asks every command for its key', () => {
    const commands = operations.filter(([name]) => /^(POST|PUT|DELETE) \/v1\/(cases|tasks|cohorts|readiness|holders|mandates|people)/.test(name));
    expect(commands.length).toBeGreaterThan(25);
    for (const [name, { parameters = [] }] of commands) expect([name, parameters.some((parameter) => 'name' in parameter && parameter.name === 'Idempotency-Key' && parameter.required)]).toEqual([name, true]);
  });

  it('leads every reference somewhere', () => {
    const references = [...JSON.stringify(contract).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!);
    expect(references.length).toBeGreaterThan(20);
    expect([...new Set(references)].filter((name) => !contract.components?.schemas?.[name])).toEqual([]);
  });
});
