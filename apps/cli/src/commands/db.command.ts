import type { CliConfig } from '#config';
import { personas } from '#identity';
import { type Ledger, loadReference, migrate, publishCalendar, publishDefinition, referenceCalendar, referenceRegions } from '#ledger';
import { rpikV1 } from '#process';
import { Inject } from '@nestjs/common';
import { Command, CommandRunner, SubCommand } from 'nest-commander';
import { LedgerConnection } from '../ledger-connection';
import { print } from '../print';
import { CLI_CONFIG } from '../tokens';

@SubCommand({ name: 'migrate', description: 'Bring the schema up to date; publish regions, calendar and process; repeatable' })
export class DbMigrateCommand extends CommandRunner {
  constructor(
    @Inject(CLI_CONFIG) private readonly config: CliConfig,
    private readonly connection: LedgerConnection,
  ) {
    super();
  }

  async run(): Promise<void> {
    const { ownerUrl, url } = this.config.database;
    if (!ownerUrl) throw new Error('DATABASE_OWNER_URL is missing: migrations run as the owner of the schema, never as the application.');
    const ran = await migrate(ownerUrl, { applicationPassword: decodeURIComponent(new URL(url).password) });
    print(ran.length > 0 ? `Migrated: ${ran.join(', ')}` : 'The schema is up to date.');
    const ledger = await this.connection.open();
    await loadReference(ledger.database);
    await publishCalendar(ledger.database, referenceCalendar());
    const { hash } = await publishDefinition(ledger.database, rpikV1);
    print(`Published ${rpikV1.id}.v${rpikV1.version} (${hash.slice(0, 12)}) and the working calendar.`);
    if (this.config.demo) await installPersonas(ledger);
  }
}

/** The demo's office-holders, invented and marked as samples. */
async function installPersonas(ledger: Ledger): Promise<void> {
  const regions = referenceRegions().filter(({ code }) => code.length === 4);
  const people = personas(regions.map(({ code, name }) => ({ bps: code, name })));
  await ledger.register.install(
    people.map(({ persona, subject, name, email, role, scope }) => ({
      id: `p_${persona}`,
      subject,
      name,
      email,
      offices: [{ role, scope, capacity: 'definitive' as const, from: '2020-01-01', decree: 'SK contoh (data contoh)' }],
    })),
  );
  print(`${people.length} personas of the demo hold their offices.`);
}

@Command({ name: 'db', description: 'The database', subCommands: [DbMigrateCommand] })
export class DbCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}
