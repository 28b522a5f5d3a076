import type { CliConfig } from '#config';
import { Ledger } from '#ledger';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CLI_CONFIG } from './tokens';

/** Opened at the first question: before the first migration nobody can sign in to the database. */
@Injectable()
export class LedgerConnection implements OnModuleDestroy {
  private opened?: Promise<Ledger>;

  constructor(@Inject(CLI_CONFIG) private readonly config: CliConfig) {}

  open(): Promise<Ledger> {
    return (this.opened ??= Ledger.connect(this.config.database.url, { pool: 4, applicationName: 'selaras-cli' }));
  }

  async onModuleDestroy() {
    await (await this.opened?.catch(() => undefined))?.database.close();
  }
}
