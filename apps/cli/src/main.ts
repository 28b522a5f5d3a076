import 'reflect-metadata';
import { ConfigError } from '#config';
import { CommandFactory } from 'nest-commander';
import { CliModule } from './cli.module';

/** `selaras`: administration from a terminal, on the services the house itself stands on. Ends with 1 when a command fails. */
CommandFactory.run(CliModule.forRoot(process.env), { logger: false, errorHandler: fail, serviceErrorHandler: fail }).catch(fail);

function fail(error: unknown): never {
  const text = error instanceof ConfigError || !(error instanceof Error) ? String(error instanceof Error ? error.message : error) : (error.stack ?? error.message);
  process.stderr.write(`${text}\n`);
  process.exit(process.exitCode === undefined || process.exitCode === 0 ? 1 : Number(process.exitCode));
}
