import { Inject, Injectable } from '@nestjs/common';
import { Context } from '@temporalio/activity';
import { checkpoint, type DocumentStore } from '#documents';
import { Ledger } from '#ledger';
import type { CaseActivities } from '#workflows/activities';
import type { Faults } from './faults';
import { documentStore, faults } from './tokens';

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

  map(): CaseActivities {
    const { attend, checkpointDocuments, completeTransfer } = this;
    return { attend, checkpointDocuments, completeTransfer };
  }
}
