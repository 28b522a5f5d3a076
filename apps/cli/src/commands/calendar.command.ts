import { readFileSync } from 'node:fs';
import path from 'node:path';
import { uuid7 } from '#ledger';
import { type CalendarInput, pointerOf } from '#process';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { terminal } from '../administrator';
import { LedgerConnection } from '../ledger-connection';
import { print, printTable } from '../print';

@SubCommand({ name: 'import', arguments: '<file>', description: 'Publish the next version of the working calendar from a .csv or .json file' })
export class CalendarImportCommand extends CommandRunner {
  constructor(private readonly connection: LedgerConnection) {
    super();
  }

  async run([file]: string[], { dryRun = false }: { dryRun?: boolean } = {}): Promise<void> {
    const { calendars } = await this.connection.open();
    const form = path.extname(file!) === '.json' ? 'json' : 'csv';
    const judged = await calendars.judge(read(file!, form));
    if ('problems' in judged) {
      const told = judged.problems.map((one) => `${pointerOf(one, form)}  ${one.code}: ${one.message.en}`);
      throw new Error(`${file} is not a calendar, and nothing was published:\n${told.join('\n')}`);
    }
    const { version, difference, counts, clocks, cohorts, truncated } = await calendars.preview(judged.content, 2_000);
    print(`Version ${version}: ${difference.added.length} days added, ${difference.removed.length} removed, ${difference.changed.length} changed.`);
    print(`Of ${counts.openCases} open cases ${counts.cases} move, with ${counts.clocks} clocks; ${counts.alreadyPast} of their new due days have passed already.`);
    if (clocks.length > 0) printTable(['case', 'clock', 'due', 'will be due', ''], clocks.map((one) => [one.caseId, one.clock, one.from, one.to, one.alreadyPast ? 'already past' : '']));
    if (truncated) print(`… and ${counts.clocks - clocks.length} more`);
    for (const { cohortId, cutOffOn, to } of cohorts) print(`The cut-off date ${cutOffOn} of ${cohortId} becomes a ${to}.`);
    if (dryRun) return print('Nothing was published: this was a dry run.');
    const published = await calendars.publish(terminal, uuid7(), judged.content);
    if (!('version' in published)) throw new Error(`The calendar was not published: ${JSON.stringify(published)}`);
    print(`Published version ${published.version} (${published.hash.slice(0, 12)}). The worker brings it to the cases it moves.`);
  }

  @Option({ flags: '--dry-run', description: 'show what would move, and publish nothing' })
  dryRun() {
    return true;
  }
}

function read(file: string, form: 'json' | 'csv'): string | CalendarInput {
  const text = readFileSync(file, 'utf8');
  if (form === 'csv') return text;
  const body = JSON.parse(text) as CalendarInput;
  if (!Array.isArray(body?.days)) throw new Error(`${file} has no list of days; GET /v1/calendars/current shows the form.`);
  return body;
}

@Command({ name: 'calendar', description: 'The working calendar', subCommands: [CalendarImportCommand] })
export class CalendarCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}
