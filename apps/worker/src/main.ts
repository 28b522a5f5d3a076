import 'reflect-metadata';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigError, readConfig, type WorkerConfig } from '#config';
import { faultsOf } from './faults';
import { WorkerModule } from './worker.module';

const levels: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];
const levelOf: Record<WorkerConfig['logLevel'], number> = { silent: 0, fatal: 1, error: 2, warn: 3, info: 4, debug: 5, trace: 6 };

async function main(): Promise<void> {
  const config = readConfig(process.env, 'worker');
  const faults = faultsOf(process.env['SELARAS_TEST_KILL_AT'], config.environment);
  const logger = new ConsoleLogger({ json: config.environment === 'production', logLevels: levels.slice(0, levelOf[config.logLevel]) });
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config, { faults }), { logger, abortOnError: false });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
}

main().catch((failure: unknown) => {
  console.error(failure instanceof ConfigError ? failure.message : failure);
  process.exit(1);
});
