import type { CaseActivities, CaseAgenda, TransferUnderWay } from '#workflows/activities';

export interface MemoryCase { seq: number; open: boolean; alarm?: { key: string; at: number }; transfer?: TransferUnderWay; toCompare?: number; became: Record<number, string> }
export type Call = 'attend' | 'checkpointDocuments' | 'completeTransfer' | 'compareTexts';
type Hook = (there: MemoryCase) => unknown;

/** As much of a ledger as the loop can see, for what cannot be staged with the real one: its properties are proved against this, the product against PostgreSQL. */
export class MemoryLedger implements CaseActivities {
  readonly calls: { call: Call; caseId: string; at: number }[] = [];
  /** Before: the call fails or waits, and nothing has happened. After: it has happened, and the answer is held back. */
  readonly before: { [C in Call]?: Hook } = {};
  readonly after: { [C in Call]?: Hook } = {};
  private readonly cases = new Map<string, MemoryCase>();

  open(caseId: string, there: Partial<MemoryCase> = {}): MemoryCase {
    const opened = { seq: 1, open: true, became: {}, ...there };
    this.cases.set(caseId, opened);
    return opened;
  }

  /** Records a `transfer-started`, as a person's act does. */
  begin(caseId: string, bytes = 1_000): TransferUnderWay {
    const there = this.at(caseId);
    there.seq += 1;
    there.transfer = { seq: there.seq, bytes };
    return there.transfer;
  }

  cancel(caseId: string): void {
    const there = this.at(caseId);
    there.became[there.transfer!.seq] = 'cancelled';
    there.transfer = undefined;
    there.seq += 1;
  }

  count(call: Call, caseId: string): number {
    return this.calls.filter((made) => made.call === call && made.caseId === caseId).length;
  }

  attend: CaseActivities['attend'] = ({ caseId, at }) => this.called('attend', caseId, (there) => {
    if (there.alarm && there.alarm.at <= Math.max(at, Date.now()) && !there.alarm.key.startsWith('stubborn')) {
      there.alarm = undefined;
      there.seq += 1;
    }
    return agendaOf(there);
  });

  checkpointDocuments: CaseActivities['checkpointDocuments'] = ({ caseId, seq }) =>
    this.called('checkpointDocuments', caseId, (there) => (there.transfer?.seq === seq ? { intact: true } : { gone: true }));

  completeTransfer: CaseActivities['completeTransfer'] = ({ caseId, seq, sealed }) => this.called('completeTransfer', caseId, (there) => {
    if (there.transfer?.seq === seq && !('gone' in sealed)) {
      there.transfer = undefined;
      there.seq += 1;
      there.became[seq] = 'intact' in sealed ? 'moved' : 'damaged';
    }
    return { outcome: there.became[seq] ?? 'gone', now: agendaOf(there) };
  });

  compareTexts: CaseActivities['compareTexts'] = ({ caseId, seq }) => this.called('compareTexts', caseId, (there) => {
    if (there.toCompare === seq) {
      there.toCompare = undefined;
      there.seq += 1;
    }
    return agendaOf(there);
  });

  at(caseId: string): MemoryCase {
    const there = this.cases.get(caseId);
    if (!there) throw new Error(`no case ${caseId}`);
    return there;
  }

  private async called<T>(call: Call, caseId: string, act: (there: MemoryCase) => T): Promise<T> {
    this.calls.push({ call, caseId, at: Date.now() });
    const there = this.at(caseId);
    await this.before[call]?.(there);
    const answer = act(there);
    await this.after[call]?.(there);
    return answer;
  }
}

function agendaOf({ open, seq, alarm, transfer, toCompare }: MemoryCase): CaseAgenda {
  return { open, seq, ...(alarm && { alarm: { ...alarm } }), ...(transfer && { transfer: { ...transfer } }), ...(toCompare !== undefined && { toCompare }) };
}
