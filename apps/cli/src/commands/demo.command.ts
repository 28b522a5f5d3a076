import type { CliConfig } from '#config';
import { type Ledger, referenceRegions, seedDwellSamples } from '#ledger';
import { msOf } from '#process';
import { Inject } from '@nestjs/common';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { LedgerConnection } from '../ledger-connection';
import { print } from '../print';
import { CLI_CONFIG } from '../tokens';

/** Tue 24 Nov 2026 10.12 WIB: the morning on which the demo begins. */
const demoBegins = '2026-11-24T03:12:00.000Z';

@SubCommand({ name: 'seed', description: 'Ten plain cases of programme year 2026 and their cohort, by real commands; repeatable' })
export class DemoSeedCommand extends CommandRunner {
  constructor(
    @Inject(CLI_CONFIG) private readonly config: CliConfig,
    private readonly connection: LedgerConnection,
  ) {
    super();
  }

  async run(_arguments: string[], { year = 2026 }: { year?: number } = {}): Promise<void> {
    if (!this.config.demo) throw new Error('This is not a demo (SELARAS_DEMO is off): nothing was seeded.');
    const ledger = await this.connection.open();
    await ledger.clock.moveTo(msOf(demoBegins)); // Refused by the clock itself once it has begun to run forwards.
    await seedDwellSamples(ledger.database, 'rpik');
    const regions = referenceRegions().filter(({ code }) => code.length === 4);
    for (const { code, name } of regions) await fileCase(ledger, code, name, year);
    await createCohort(ledger, regions.map(({ code }) => code), year);
    print(`${regions.length} cases of ${year} and their cohort are there.`);
  }

  @Option({ flags: '--year <year>', description: 'programme year' })
  year(value: string) {
    return Number(value);
  }
}

async function caller(ledger: Ledger, persona: string) {
  const found = await ledger.register.callerOf(`demo|${persona}`);
  if ('refused' in found) throw new Error(`${persona}: ${found.refused}. Run \`selaras db migrate\` with SELARAS_DEMO=1 first.`);
  return found;
}

async function fileCase(ledger: Ledger, code: string, name: string, year: number): Promise<void> {
  const input = { process: 'rpik', regionCode: code, programmeYear: year, title: `RPIK ${name} ${year + 1}–${year + 20}`, planYears: { from: year + 1, to: year + 20 } };
  const filed = await ledger.cases.file(await caller(ledger, `drafter-${code}`), { key: `seed-${year}-${code}`, input });
  if ('applied' in filed || ('refused' in filed && filed.refused === 'case-open-already')) return;
  throw new Error(`${name}: ${JSON.stringify(filed)}`);
}

async function createCohort(ledger: Ledger, regions: string[], year: number): Promise<void> {
  const coordinator = await caller(ledger, 'coordinator-1700');
  const created = await ledger.cohorts.create(coordinator, {
    key: `seed-cohort-${year}`,
    input: {
      province: '17',
      programmeYear: year,
      referencePlans: [
        { kind: 'RIPIN', version: 'PP 14/2015', issuedOn: '2015-03-06' },
        { kind: 'RPIP', version: '2018-2038', issuedOn: '2018-03-13' },
      ],
      members: regions.map((regionCode) => ({ regionCode, state: 'active' as const })),
      policy: { need: 'all' as const, mustInclude: [], onCutOff: 'ask' as const, includeReadiness: false },
      cutOffOn: `${year + 1}-06-30`,
    },
  });
  if ('applied' in created || ('refused' in created && created.refused === 'cohort-exists')) return;
  throw new Error(`cohort: ${JSON.stringify(created)}`);
}

@Command({ name: 'demo', description: 'The demo', subCommands: [DemoSeedCommand] })
export class DemoCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}
