import 'reflect-metadata';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { type ApiConfig, ConfigError, readConfig } from '#config';
import { createApi } from './http';

const levels: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];
const levelOf: Record<ApiConfig['logLevel'], number> = { silent: 0, fatal: 1, error: 2, warn: 3, info: 4, debug: 5, trace: 6 };

async function main(): Promise<void> {
  const config = readConfig(process.env, 'api');
  const logger = new ConsoleLogger({ json: config.environment === 'production', logLevels: levels.slice(0, levelOf[config.logLevel]) });
  const app = await createApi(config, logger);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  await app.listen(config.http.port, config.http.host);
  logger.log(`Selaras answers at ${config.http.publicUrl}`, 'Api');
}

main().catch((failure: unknown) => {
  console.error(failure instanceof ConfigError ? failure.message : failure);
  process.exit(1);
});
