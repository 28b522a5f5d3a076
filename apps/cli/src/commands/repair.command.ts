import { Command, CommandRunner, Option } from 'nest-commander';
import { LedgerConnection } from '../ledger-connection';
import { print, printTable } from '../print';

interface RepairOptions {
  caseId?: string;
  dryRun?: boolean;
}

const headers = ['case', 'what', 'where', 'then'];

/** Folds anew what does not follow from the record. A broken chain is told and left alone: it comes back from a backup and from nowhere else. */
@Command({ name: 'repair', description: 'Fold projections anew from the record; exit code 1 when something is left that no folding puts right' })
export class RepairCommand extends CommandRunner {
  constructor(private readonly connection: LedgerConnection) {
    super();
  }

  async run(_arguments: string[], { caseId: named, dryRun = false }: RepairOptions = {}): Promise<void> {
    const { repair, verifier } = await this.connection.open();
    const rows: string[][] = [];
    let left = 0;
    for await (const id of named === undefined ? verifier.subjects() : [named]) {
      const found = await verifier.verify(id);
      if (found.length === 0) continue;
      if (dryRun) {
        rows.push(...found.map(({ caseId, kind, detail }) => [caseId, kind, detail, 'nothing was done']));
        continue;
      }
      const result = await repair.refold(id, 'terminal');
      const remaining = 'refused' in result ? found : result.left;
      left += remaining.length;
      if (!('refused' in result)) rows.push(...result.refolded.map(({ caseId, kind, detail }) => [caseId, kind, detail, 'folded anew']));
      rows.push(...remaining.map(({ caseId, kind, detail }) => [caseId, kind, detail, 'left: restore from a backup']));
    }
    if (rows.length > 0) printTable(headers, rows);
    else print('Everything follows from its record.');
    if (left > 0 || (dryRun && rows.length > 0)) process.exitCode = 1;
  }

  @Option({ flags: '--case <id>', name: 'caseId', description: 'one case or cohort instead of all' })
  caseId(id: string) {
    return id;
  }
  @Option({ flags: '--dry-run', description: 'say what would be folded anew, and do nothing' })
  rehearse() {
    return true;
  }
}
