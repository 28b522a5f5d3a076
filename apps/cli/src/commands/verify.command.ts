import type { CliConfig } from '#config';
import { everywhere, isWatched } from '#ledger';
import { lazyClient, runningWorkflows } from '#temporal';
import { Inject } from '@nestjs/common';
import { Command, CommandRunner } from 'nest-commander';
import { LedgerConnection } from '../ledger-connection';
import { print, printTable } from '../print';
import { CLI_CONFIG } from '../tokens';

/** Recomputes the record: hash chains, states and projections as the fold of the events, and one running workflow for every open case. */
@Command({ name: 'verify', arguments: '[caseId]', description: 'Check the record of one case or of all; exit code 1 when something differs' })
export class VerifyCommand extends CommandRunner {
  constructor(
    @Inject(CLI_CONFIG) private readonly config: CliConfig,
    private readonly connection: LedgerConnection,
  ) {
    super();
  }

  async run([caseId]: string[]): Promise<void> {
    const ledger = await this.connection.open();
    const findings: { caseId: string; kind: string; detail: string }[] = await ledger.verifier.verify(caseId);
    if (!caseId) findings.push(...(await this.withoutWorkflow()));
    if (findings.length > 0) {
      printTable(['case', 'what', 'where'], findings.map((finding) => [finding.caseId, finding.kind, finding.detail]));
      print(`${findings.length} findings. A projection is folded anew; a broken chain has to be restored from a backup.`);
      process.exitCode = 1;
      return;
    }
    print(caseId ? `${caseId}: the chain is intact and everything follows from it.` : 'Every chain is intact and everything follows from it.');
  }

  private async withoutWorkflow() {
    const { temporal } = this.config;
    if (!temporal) {
      print('TEMPORAL_ADDRESS is not set: workflows were not compared.');
      return [];
    }
    const client = lazyClient({ address: temporal.address, namespace: temporal.namespace });
    try {
      const running = new Set<string>();
      for await (const { id } of runningWorkflows(client, 'regulationCase', temporal.taskQueue)) running.add(id);
      const { database } = await this.connection.open();
      const open = await database.inScope(everywhere, (tx) => tx.query<{ id: string }[]>(`select case_id as id from regulation_case where ${isWatched}`));
      const ids = open.map(({ id }) => id);
      return [
        ...ids.filter((id) => !running.has(id)).map((id) => ({ caseId: id, kind: 'no-workflow', detail: 'under way, and no workflow runs for it' })),
        ...[...running].filter((id) => !ids.includes(id)).map((id) => ({ caseId: id, kind: 'workflow-without-case', detail: 'a workflow runs for no case under way' })),
      ];
    } finally {
      await client.connection.close();
    }
  }
}
