import type { NoticeQueue } from '../src/deliver';
import type { Notice } from '../src/notice';

export interface Row { notice: Notice; state: 'pending' | 'sent' | 'bounced'; due: Date; why?: string; reference?: string; code?: string }

/** The outbox as a list: the same promises as the table, for tests of delivery alone. */
export class ListQueue implements NoticeQueue {
  readonly rows: Row[];

  constructor(notices: readonly Notice[]) {
    this.rows = notices.map((notice) => ({ notice, state: 'pending', due: new Date(0) }));
  }

  async claimDue(channel: string, limit: number, now: Date): Promise<Notice[]> {
    return this.rows.filter((row) => row.state === 'pending' && row.notice.channel === channel && row.due <= now).slice(0, limit).map((row) => row.notice);
  }

  async sent(id: string, reference: string): Promise<void> { Object.assign(this.row(id), { state: 'sent', reference }); }

  async bounced(id: string, code: string, detail: string): Promise<void> { Object.assign(this.row(id), { state: 'bounced', code, why: detail }); }

  async retryAt(id: string, attempt: number, due: Date, why: string): Promise<void> {
    const row = this.row(id);
    Object.assign(row, { due, why, notice: { ...row.notice, attempt } });
  }

  states(): string[] { return this.rows.map((row) => row.state); }

  private row(id: string): Row {
    const row = this.rows.find(({ notice }) => notice.id === id);
    if (!row || row.state !== 'pending') throw new Error(`row ${id} is not pending`);
    return row;
  }
}
