import helmet from '@fastify/helmet';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiConfig } from '#config';
import { AppModule } from './app.module';
import { mostJsonBytes, registerParsers } from './door/body-parsers';
import { traceIdOf } from './door/trace';
import { Metrics } from './health/metrics';
import { openApiDocument } from './openapi/document';
import { problem } from './problems/catalogue';
import { answerProblem } from './problems/problem.filter';
import { compressAnswers } from './web/compressed';
import { serveScreens } from './web/screens';

/** Milliseconds: the whole of a request (a slow line with 100 MB), and what open connections are left at the end. */
const longestRequest = 15 * 60_000;
const farewell = 8_000;
const longestParameter = 300;

/** The application, ready to listen. */
export async function createApi(config: ApiConfig, logger: LoggerService | false = false): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: config.http.trustProxy as boolean | number | string[],
    bodyLimit: mostJsonBytes,
    genReqId: traceIdOf,
    requestTimeout: longestRequest,
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: longestParameter },
    // An address that cannot be read never reaches a route.
    frameworkErrors: (_failure: Error, request: FastifyRequest, reply: FastifyReply) => answerProblem(reply, problem('malformed-request'), request.headers['accept-language'], String(request.id)),
  } as ConstructorParameters<typeof FastifyAdapter>[0]);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, { bodyParser: false, abortOnError: false, logger });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  registerParsers(fastify);
  guardAddresses(fastify);
  app.get(Metrics).watch(fastify);
  await fastify.register(helmet, headersFor(config));
  await compressAnswers(fastify);
  await serveScreens(fastify);
  const contract = openApiDocument(app, config.http.publicUrl);
  SwaggerModule.setup('docs', app, contract, { jsonDocumentUrl: 'openapi.json', yamlDocumentUrl: 'openapi.yaml', customSiteTitle: 'Selaras: kontrak API' });
  closeInTime(fastify);
  return app;
}

/** Every answer names its trace; an address with NUL in it fits no database and no route. */
function guardAddresses(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', String(request.id));
    done(/%00/.test(request.url) ? problem('malformed-request') : undefined);
  });
}

/** Scripts and styles of this house only; the page of the contract brings styles of its own. */
function headersFor({ http: { publicUrl } }: ApiConfig) {
  const secure = publicUrl.startsWith('https:');
  return {
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' as const },
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'], connectSrc: ["'self'"], fontSrc: ["'self'"], objectSrc: ["'none'"], frameAncestors: ["'none'"], formAction: ["'self'"],
        baseUri: ["'self'"],
        upgradeInsecureRequests: secure ? [] : null,
      },
    },
  };
}

/** What is under way may finish; a connection that does not is closed, so that the house can be. */
function closeInTime(fastify: FastifyInstance): void {
  let impatience: NodeJS.Timeout | undefined;
  fastify.addHook('preClose', (done) => {
    impatience = setTimeout(() => fastify.server.closeAllConnections(), farewell);
    done();
  });
  fastify.addHook('onClose', (_instance, done) => {
    clearTimeout(impatience);
    done();
  });
}
