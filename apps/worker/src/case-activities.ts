import { Inject, Injectable } from '@nestjs/common';
import { Context } from '@temporalio/activity';
import { checkpoint, compareFiles, type DocumentStore } from '#documents';
import { Ledger } from '#ledger';
import type { TextFinding } from '#process';
import type { CaseActivities } from '#workflows/activities';
import type { Faults } from './faults';
import { documentStore, faults } from './tokens';

/** Milliseconds between two signs of life while a text is read, and attempts to read it in time. */
const aliveEvery = 3_000;
const patientFor = 3;

/** What the workflow of a case asks for, translated for the ledger and the store of documents. */
@Injectable()
export class LedgerCaseActivities implements CaseActivities {
  constructor(
    private readonly ledger: Ledger,
    @Inject(documentStore) private readonly documents: DocumentStore,
    @Inject(faults) private readonly faults: Faults,
  ) {}

  attend: CaseActivities['attend'] = ({ caseId, seen, at }) => this.ledger.cases.attend(caseId, seen, at);

  /** Every attempt asks first whether its transfer still exists: whoever cancels must not wait for a store that is away. */
  checkpointDocuments: CaseActivities['checkpointDocuments'] = async ({ caseId, seq }) => {
    const listed = await this.ledger.cases.manifestInTransfer(caseId, seq);
    if (!listed) return { gone: true };
    this.faults.at('during-checkpoint');
    const { cancellationSignal: signal, heartbeat } = Context.current();
    const documents = listed.map((entry, index) => ({ ...entry, index }));
    return checkpoint(this.documents, { documents }, { signal, heartbeat: ({ index }) => heartbeat(index) });
  };

  completeTransfer: CaseActivities['completeTransfer'] = async ({ caseId, seq, sealed }) => {
    try {
      const completion = await this.ledger.cases.completeTransfer(caseId, seq, sealed);
      this.faults.at('after-complete-transfer-commit');
      return completion;
    } catch (failure) {
      // A record that was restored from an older backup may never have had this transfer; the workflow must not wait for it.
      if ((await this.ledger.cases.transferOutcome(caseId, seq)) !== undefined) throw failure;
      return { outcome: 'gone', now: await this.ledger.cases.agenda(caseId) };
    }
  };

  /** Nobody waits for it; a text that could not be read in time is tried again before that is put on record. */
  compareTexts: CaseActivities['compareTexts'] = async ({ caseId, seq }) => {
    const files = (await this.ledger.cases.textsToCompare(caseId, seq)) ?? [];
    const { heartbeat, info } = Context.current();
    const alive = setInterval(() => heartbeat(), aliveEvery);
    try {
      const findings: Record<string, TextFinding> = {};
      for (const { type, before, after } of files) {
        findings[type] = await compareFiles(this.documents, before, after);
        this.faults.at('during-comparison');
      }
      if (info.attempt < patientFor && Object.values(findings).some((one) => 'because' in one && one.because === 'too-slow')) throw new Error('reading a text took too long');
      if (files.length > 0) await this.ledger.cases.applySystem(caseId, `compared/${seq}`, { type: 'record-comparison', moved: seq, findings, actor: { system: 'comparison' } });
    } finally {
      clearInterval(alive);
    }
    return this.ledger.cases.agenda(caseId);
  };

  map(): CaseActivities {
    const { attend, checkpointDocuments, completeTransfer, compareTexts } = this;
    return { attend, checkpointDocuments, completeTransfer, compareTexts };
  }
}
