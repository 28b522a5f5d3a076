import { waitingFor } from '#process';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { terminal } from '../administrator';
import { LedgerConnection } from '../ledger-connection';
import { print, printTable } from '../print';

interface ListOptions {
  region?: string;
  stage?: string;
  status?: string;
  late?: boolean;
}

@SubCommand({ name: 'list', description: 'All cases, by id' })
export class CasesListCommand extends CommandRunner {
  constructor(private readonly connection: LedgerConnection) {
    super();
  }

  async run(_arguments: string[], options: ListOptions = {}): Promise<void> {
    const { registers } = await this.connection.open();
    const rows: string[][] = [];
    for (let cursor: string | undefined; ;) {
      const page = await registers.cases.list(terminal, options, { limit: 100, ...(cursor && { cursor }) });
      rows.push(...page.items.map((one) => [one.id, one.regionName, one.stage, one.status, String(one.round), String(one.seq), one.dueOn ?? '-', one.late ? 'late' : '']));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    printTable(['case', 'region', 'stage', 'status', 'round', 'seq', 'due', ''], rows);
  }

  @Option({ flags: '--region <code>', description: 'BPS code of a region or province' })
  region(code: string) {
    return code;
  }
  @Option({ flags: '--stage <name>', description: 'name of a stage' })
  stage(name: string) {
    return name;
  }
  @Option({ flags: '--status <status>', description: 'open, or an outcome' })
  status(status: string) {
    return status;
  }
  @Option({ flags: '--late', description: 'only cases past a due day' })
  late() {
    return true;
  }
}

@SubCommand({ name: 'show', arguments: '<caseId>', description: 'One case as it stands' })
export class CasesShowCommand extends CommandRunner {
  constructor(private readonly connection: LedgerConnection) {
    super();
  }

  async run([caseId]: string[]): Promise<void> {
    const { registers } = await this.connection.open();
    const found = await registers.cases.one(terminal, caseId!);
    if (!found) throw new Error(`There is no case ${caseId}. \`selaras cases list\` names them all.`);
    const { sentence } = waitingFor(found.rules, found.state, found);
    print(`${sentence.id}\n${sentence.en}\n`);
    print(JSON.stringify(found.state, null, 2));
  }
}

@SubCommand({ name: 'events', arguments: '<caseId>', description: 'The history of one case, as the chain holds it' })
export class CasesEventsCommand extends CommandRunner {
  constructor(private readonly connection: LedgerConnection) {
    super();
  }

  async run([caseId]: string[]): Promise<void> {
    const { registers } = await this.connection.open();
    for (let cursor: string | undefined; ;) {
      const page = await registers.cases.events(terminal, caseId!, { limit: 100, ...(cursor && { cursor }) });
      if (!page) throw new Error(`There is no case ${caseId}. \`selaras cases list\` names them all.`);
      for (const event of page.items) print(JSON.stringify(event));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
  }
}

@Command({ name: 'cases', description: 'Cases: list, show, events', subCommands: [CasesListCommand, CasesShowCommand, CasesEventsCommand] })
export class CasesCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}
