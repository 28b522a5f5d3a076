import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';

const description = `Workflow and case management for regulation approval.

Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`; texts are Indonesian, or English by \`Accept-Language: en\`.
Commands carry an \`Idempotency-Key\`. A 5xx or a time-out leaves a command in doubt: repeat it with the same key.
Lists take \`limit\` (at most 100) and \`cursor\`, and answer \`{items, nextCursor}\`. Instants are UTC, civil dates are \`YYYY-MM-DD\`.`;

export function openApiDocument(app: INestApplication, publicUrl: string): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Selaras').setVersion('1').setDescription(description).setOpenAPIVersion('3.1.0').addServer(publicUrl)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'An access token of the configured OpenID provider.' });
  return cleanupOpenApiDoc(SwaggerModule.createDocument(app, builder.build()));
}
