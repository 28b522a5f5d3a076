import { readConfig } from '#config';
import { type DynamicModule, Module } from '@nestjs/common';
import { CalendarCommand, CalendarImportCommand } from './commands/calendar.command';
import { CasesCommand, CasesEventsCommand, CasesListCommand, CasesShowCommand } from './commands/cases.command';
import { DbCommand, DbMigrateCommand } from './commands/db.command';
import { DemoCommand, DemoSeedCommand } from './commands/demo.command';
import { RepairCommand } from './commands/repair.command';
import { VerifyCommand } from './commands/verify.command';
import { LedgerConnection } from './ledger-connection';
import { CLI_CONFIG } from './tokens';

@Module({})
export class CliModule {
  static forRoot(environment: NodeJS.ProcessEnv): DynamicModule {
    return {
      module: CliModule,
      providers: [
        { provide: CLI_CONFIG, useFactory: () => readConfig(environment, 'cli') },
        LedgerConnection,
        DbCommand,
        DbMigrateCommand,
        DemoCommand,
        DemoSeedCommand,
        CalendarCommand,
        CalendarImportCommand,
        CasesCommand,
        CasesListCommand,
        CasesShowCommand,
        CasesEventsCommand,
        VerifyCommand,
        RepairCommand,
      ],
    };
  }
}
