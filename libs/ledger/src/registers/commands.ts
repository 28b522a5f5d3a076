import type { Caller } from '../caller';
import type { CaseLedger } from '../case-ledger';
import type { Database } from '../database';
import type { TransferOutcome } from '../results';

export interface CommandRecord {
  key: string;
  subject: { kind: 'case' | 'cohort' | 'readiness'; id: string };
  type: string;
  seq: number;
  at: string;
  transfer?: { seq: number; outcome: TransferOutcome };
}

/** How a command ended, for somebody who lost the answer. */
export class CommandRegister {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseLedger,
  ) {}

  /** Undefined: no command of this person was accepted under the key (it was refused, or never arrived). */
  async byKey(caller: Caller, key: string): Promise<CommandRecord | undefined> {
    const [row] = await this.database.inScope(caller.scopes, (tx) =>
      tx.query<{ kind: 'case' | 'cohort' | 'readiness'; id: string; type: string; seq: number; transferSeq: number | null; at: Date }[]>(
        `select subject_kind as kind, subject_id as id, type, seq, transfer_seq as "transferSeq", at from accepted_command where person = $1 and key = $2`,
        [caller.person, key],
      ),
    );
    if (!row) return undefined;
    const { kind, id, type, seq, transferSeq, at } = row;
    const became = transferSeq === null ? undefined : await this.cases.transferOutcome(id, transferSeq);
    return {
      key,
      subject: { kind, id },
      type,
      seq,
      at: at.toISOString(),
      ...(became && { transfer: { seq: transferSeq!, outcome: became.outcome } }),
    };
  }
}
