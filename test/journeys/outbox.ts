import fs from 'node:fs';
import path from 'node:path';
import { partsOf } from '../../libs/notifications/testing/mail-parts';
import { eventually, type House } from '#test/house';

export interface OutboxRow {
  id: string;
  template: string;
  subject: { kind: string; id: string };
  recipientRole: string;
  state: string;
  attempt: number;
  trouble: string | null;
}

/** All mail rows of a case, as the administrator sees them. */
export async function mailsOf(house: House, caseId: string): Promise<OutboxRow[]> {
  const rows: OutboxRow[] = [];
  for (let cursor = ''; ;) {
    const { body } = await house.as('admin').get<{ items: OutboxRow[]; nextCursor: string | null }>(`/v1/outbox?channel=mail&subject=${caseId}&limit=100${cursor}`);
    rows.push(...body.items);
    if (!body.nextCursor) return rows;
    cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
  }
}

/** The same, once every one of them has left. */
export const sentMailsOf = (house: House, caseId: string, patienceMs = 120_000): Promise<OutboxRow[]> =>
  eventually(async () => {
    const rows = await mailsOf(house, caseId);
    expect(rows.filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
    return rows;
  }, patienceMs);

/** Names of the mails written into the folder of the demo. */
export const mailFiles = (house: House): string[] => (fs.existsSync(house.outbox) ? fs.readdirSync(house.outbox).filter((name) => name.endsWith('.eml')) : []);

export const openMail = (house: House, id: string) => partsOf(fs.readFileSync(path.join(house.outbox, `${id}.eml`), 'utf8'));
