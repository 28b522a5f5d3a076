import type { ManifestEntry, PersonCommand } from '#process';
import type { ActRoom, LedgerTerms, SystemAct } from './acts/act';
import { attend, ring } from './acts/attend';
import { applyByPerson, type Asked } from './acts/by-person';
import { applyBySystem, type SystemTerms } from './acts/by-system';
import { completeTransfer } from './acts/carry';
import { fileCase, type Filing } from './acts/file-case';
import { look } from './acts/look';
import { outcomeOf } from './acts/outcome-of';
import { preview, type Preview } from './acts/preview';
import { recount } from './acts/recount';
import { type FilesToCompare, textsToCompare } from './acts/texts-to-compare';
import { type Caller, everywhere } from './caller';
import { CaseQueue } from './case-queue';
import { readCase } from './case-row';
import type { Database } from './database';
import type { Agenda, ApplyResult, FileResult, Sealed, SystemResult, TransferOutcome } from './results';
import type { Rulebook } from './rulebook';
import type { Unsealed } from './unsealed';

export type { LedgerTerms, SystemAct } from './acts/act';
export type { Filing } from './acts/file-case';

/** The one way to write to a case: decides a command and records what follows from it, in one transaction. Safe to repeat. */
export class CaseLedger {
  private readonly room: ActRoom;

  constructor(database: Database, rulebook: Rulebook, terms: LedgerTerms = {}) {
    this.room = { database, rulebook, terms, queue: new CaseQueue() };
  }

  /** Opens a case. The row reserves its name for ever: `rpik-1705-2026`, and `.2` when it is filed anew after it was closed. */
  file(caller: Caller, { key, input }: { key: string; input: Filing }): Promise<FileResult> {
    return fileCase(this.room, caller, key, input);
  }

  /** Decides and records what a person asks for. A known key answers as it did; `expectedSeq` is compared with the last substantive event; `show` reads the case for the answer in the same transaction. */
  apply(caseId: string, caller: Caller, asked: Asked): Promise<ApplyResult> {
    return applyByPerson(this.room, caseId, caller, asked);
  }

  /** Records what the engine does by itself. `at` may lie before now, for what was due earlier, but never before the case's last event. */
  applySystem(caseId: string, key: string, command: SystemAct, terms?: SystemTerms): Promise<SystemResult> {
    return applyBySystem(this.room, caseId, key, command, terms);
  }

  /** What a command would record, or why it would be refused. Writes nothing. */
  preview(caseId: string, caller: Caller, unsealed: Unsealed<PersonCommand>): Promise<Preview> {
    return preview(this.room, caseId, caller, unsealed);
  }

  /** What the case's workflow has to do. A case that is not there is not open. */
  async agenda(caseId: string): Promise<Agenda> {
    const { database, rulebook } = this.room;
    return database.inScope(everywhere, async (tx) => (await look(rulebook, tx, caseId))?.agenda ?? { open: false, seq: 0 });
  }

  /**
   * Records what is due, clears the request it has served, and says what is left to do. `seen` is the highest seq the workflow
   * knows; `workflowTime` its own time in real epoch milliseconds, which counts only where time is skipped.
   */
  attend(caseId: string, seen: number, workflowTime?: number): Promise<Agenda> {
    return attend(this.room, caseId, seen, workflowTime);
  }

  /** Records what is due, whoever keeps the case's alarm; requests to its workflow stay. `seen` is the seq at which it was found due. */
  async tick(caseId: string, seen: number): Promise<void> {
    const ticked = await applyBySystem(this.room, caseId, 'tick', { type: 'tick', actor: { system: 'clock' } });
    // What had nothing to record was found due by an alarm that no longer counts.
    if (!('applied' in ticked) || ticked.applied.seq <= seen) await ring(this.room, caseId);
  }

  /** Projects the alarm of a case anew, under the calendar that counts now. */
  recount(caseId: string): Promise<void> {
    return recount(this.room, caseId);
  }

  /** What is handed over in a transfer, in the order the checkpoint re-hashes it. Undefined once it is no longer under way. */
  async manifestInTransfer(caseId: string, transferSeq: number): Promise<ManifestEntry[] | undefined> {
    return this.room.database.inScope(everywhere, async (tx) => {
      const transfer = (await readCase(tx, caseId))?.state.transfer;
      return transfer?.seq === transferSeq ? transfer.manifest.documents : undefined;
    });
  }

  /** The files to be compared after a move, with their kind; undefined once that is done. */
  async textsToCompare(caseId: string, moved: number): Promise<FilesToCompare[] | undefined> {
    return this.room.database.inScope(everywhere, (tx) => textsToCompare(tx, caseId, moved));
  }

  /** The case arrives at its next desk, or stays because documents were damaged. Acts only on the transfer it names; of any other it tells the outcome. */
  completeTransfer(caseId: string, transferSeq: number, outcome: Sealed): Promise<{ outcome: TransferOutcome; now: Agenda }> {
    return completeTransfer(this.room, caseId, transferSeq, outcome);
  }

  /** What became of a transfer; undefined if the case never had it. */
  async transferOutcome(caseId: string, transferSeq: number): Promise<{ outcome: TransferOutcome; bytes: number } | undefined> {
    return this.room.database.inScope(everywhere, (tx) => outcomeOf(tx, caseId, transferSeq));
  }

  /** After a transfer's own answer has come back: nothing has to be poked for it any more. */
  async settled(caseId: string, seq: number): Promise<void> {
    await this.room.database.inScope(everywhere, (tx) => tx.query(`delete from agenda where kind = 'case' and id = $1 and seq <= $2`, [caseId, seq]));
  }
}
