import type { CliConfig } from '#config';
import { seedDwellSamples } from '#ledger';
import { Inject } from '@nestjs/common';
import { Command, CommandRunner, SubCommand } from 'nest-commander';
import { LedgerConnection } from '../ledger-connection';
import { print } from '../print';
import { CLI_CONFIG } from '../tokens';

@SubCommand({ name: 'seed', description: 'Sample dwell times, so that percentiles mean something from the first day; repeatable' })
export class DemoSeedCommand extends CommandRunner {
  constructor(
    @Inject(CLI_CONFIG) private readonly config: CliConfig,
    private readonly connection: LedgerConnection,
  ) {
    super();
  }

  async run(): Promise<void> {
    if (!this.config.demo) throw new Error('This is not a demo (SELARAS_DEMO is off): nothing was seeded.');
    const ledger = await this.connection.open();
    await seedDwellSamples(ledger.database, 'rpik');
    print('Sample dwell times are there.');
  }
}

@Command({ name: 'demo', description: 'The demo', subCommands: [DemoSeedCommand] })
export class DemoCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}
