import type { ChannelName, Notice, NoticeQueue } from '#notifications';
import { covers } from '#process';
import type { EntityManager } from 'typeorm';
import { type Caller, everywhere } from './caller';
import type { Database } from './database';
import { officeAct } from './office-acts';
import type { KeyReused } from './results';

interface Row {
  id: string;
  channel: ChannelName;
  template: string;
  facts: object;
  at: Date;
  attempt: number;
  subjectKind: string;
  subjectId: string;
  person: string;
  name: string;
  email: string | null;
  language: 'id' | 'en';
  role: string;
  scope: string;
}

/** Seconds for which a claimed row belongs to its claimer; a killed worker's rows come back by themselves. By the real clock. */
const lease = 60;

export type NoticeRefusalCode = 'not-your-role' | 'notice-unknown' | 'notice-not-bounced';
export interface NoticeRefusal {
  refused: NoticeRefusalCode;
  details: string[];
}

const again = `update notice set state = 'pending', attempt = 0, due_at = least(due_at, at), settled_at = null where id = $1 and state = 'bounced'`;

/** The outbox of notices, for delivery. */
export class NoticeRows implements NoticeQueue {
  constructor(private readonly database: Database) {}

  async claimDue(channel: ChannelName, limit: number, now: Date): Promise<Notice[]> {
    const [rows] = await this.database.inScope(everywhere, (tx) =>
      tx.query<[Row[], number]>(
        `update notice n set leased_until = clock_timestamp() + $4::int * interval '1 second'
         from (select id from notice where channel = $1 and state = 'pending' and due_at <= $3 and (leased_until is null or leased_until <= clock_timestamp())
                order by due_at limit $2 for update skip locked) due, person p
        where n.id = due.id and p.id = n.person
    returning n.id, n.channel, n.template, n.facts, n.at, n.attempt, n.subject_kind as "subjectKind", n.subject_id as "subjectId",
              p.id as person, p.name, p.email, p.language, n.role, n.scope`,
        [channel, limit, now, lease],
      ),
    );
    return rows.sort((a, b) => a.at.getTime() - b.at.getTime()).map(noticeOf);
  }

  async sent(id: string, reference: string, at: Date): Promise<void> {
    await this.settle((tx) =>
      tx.query(`update notice set state = 'sent', reference = $2, settled_at = $3, leased_until = null where id = $1 and state = 'pending'`, [
        id,
        reference,
        at,
      ]),
    );
  }

  async bounced(id: string, code: string, detail: string, at: Date): Promise<void> {
    await this.settle((tx) =>
      tx.query(
        `update notice set state = 'bounced', reference = $2, trouble = $3, settled_at = $4, leased_until = null where id = $1 and state = 'pending'`,
        [id, code, detail, at],
      ),
    );
  }

  async retryAt(id: string, attempt: number, at: Date, why: string): Promise<void> {
    await this.settle((tx) =>
      tx.query(`update notice set attempt = $2, due_at = $3, trouble = $4, leased_until = null where id = $1 and state = 'pending'`, [
        id,
        attempt,
        at,
        why,
      ]),
    );
  }

  /** Tries a bounced notice anew; false when it is not one. */
  async tryAgain(id: string): Promise<boolean> {
    const [, count] = await this.database.inScope(everywhere, (tx) =>
      tx.query<[unknown[], number]>(again, [id]),
    );
    return count === 1;
  }

  /** The same by an administrator's hand, within their scope and noted in the book of the offices. A repeated key answers as it did. */
  retry(admin: Caller, key: string, id: string): Promise<{ retried: string } | NoticeRefusal | KeyReused> {
    const scopes = admin.offices.filter(({ role }) => role === 'administrator').map(({ scope }) => scope);
    if (scopes.length === 0) return Promise.resolve({ refused: 'not-your-role', details: ['administrator'] });
    return officeAct<{ retried: string } | NoticeRefusal>(this.database, admin, key, { type: 'notice-retried', body: { notice: id } }, async (tx) => {
      const [row] = await tx.query<{ state: string; region: string }[]>('select state, region from notice where id = $1 for update', [id]);
      if (!row || !scopes.some((scope) => covers(scope, row.region))) return { refused: 'notice-unknown', details: [id] };
      if (row.state !== 'bounced') return { refused: 'notice-not-bounced', details: [row.state] };
      await tx.query(again, [id]);
      return { retried: id };
    });
  }

  /** Mail that has not left yet, and of it what has been tried in vain; counted up to a thousand. */
  async waitingMail(): Promise<{ waiting: number; failing: number }> {
    const [row] = await this.database.inScope(everywhere, (tx) =>
      tx.query<{ waiting: number; failing: number }[]>(
        `select count(*)::int as waiting, (count(*) filter (where attempt > 0))::int as failing from (select attempt from notice where channel = 'mail' and state = 'pending' order by due_at limit 1000) mail`,
      ),
    );
    return row!;
  }

  /** When the next notice of a channel becomes due, on the time line of the notices. */
  async nextDue(channel: ChannelName): Promise<Date | undefined> {
    const [row] = await this.database.inScope(everywhere, (tx) =>
      tx.query<{ at: Date | null }[]>(
        `select min(greatest(due_at, coalesce(leased_until, due_at))) as at from (select due_at, leased_until from notice where channel = $1 and state = 'pending' order by due_at limit 100) due`,
        [channel],
      ),
    );
    return row?.at ?? undefined;
  }

  private async settle(work: (tx: EntityManager) => Promise<unknown>): Promise<void> {
    await this.database.inScope(everywhere, work);
  }
}

function noticeOf({ id, channel, template, facts, at, attempt, subjectKind, subjectId, person, name, email, language, role, scope }: Row): Notice {
  return {
    id,
    channel,
    template,
    language,
    attempt,
    data: facts,
    at: at.toISOString(),
    recipient: { personId: person, name, email, role, region: scope },
    subject: { kind: subjectKind, id: subjectId },
  } as unknown as Notice;
}
