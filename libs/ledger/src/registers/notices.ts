import type { Caller } from '../caller';
import { keyOf, limitOf, type Page, pageOf, type PageOf } from '../cursor';
import type { Database } from '../database';

export interface NoticeRecord {
  id: string;
  template: string;
  subject: { kind: 'case' | 'cohort' | 'office' | 'readiness'; id: string };
  role: string | null;
  facts: object;
  at: string;
  readAt: string | null;
}

export interface OutboxRow {
  id: string;
  template: string;
  subject: { kind: string; id: string };
  recipientRole: string | null;
  recipientScope: string | null;
  channel: 'in-app' | 'mail';
  state: 'pending' | 'sent' | 'bounced' | 'vacant' | 'muted';
  attempt: number;
  dueAt: string;
  trouble: string | null;
  reference: string | null;
  settledAt: string | null;
  at: string;
}

type Dated = { id: string; at: Date; time: string };
/** Microseconds as PostgreSQL keeps them: a cursor in milliseconds would pass over rows. */
const time = `to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time`;
const before = (page: PageOf): [string | null, string | null] => {
  const key = keyOf(page, 2);
  return key ? [key[0]!, key[1]!] : [null, null];
};
const earlier = `($1::timestamptz is null or (n.at, n.id) < ($1::timestamptz, $2::uuid))`;

/** The bell of one person, and the outbox of all for those who watch deliveries. */
export class NoticeRegister {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async of(caller: Caller, page: PageOf): Promise<Page<NoticeRecord> & { unread: number }> {
    const limit = limitOf(page);
    return this.database.inScope(caller.scopes, async (tx) => {
      const rows = await tx.query<
        (Dated & {
          template: string;
          subjectKind: NoticeRecord['subject']['kind'];
          subjectId: string;
          role: string | null;
          facts: object;
          readAt: Date | null;
        })[]
      >(
        `select n.id, n.template, n.subject_kind as "subjectKind", n.subject_id as "subjectId", n.role, n.facts, n.at, n.read_at as "readAt", ${time}
           from notice n where n.person = $3 and n.channel = 'in-app' and n.state <> 'muted' and ${earlier} order by n.at desc, n.id desc limit $4`,
        [...before(page), caller.person, limit + 1],
      );
      const [count] = await tx.query<{ unread: string }[]>(
        `select count(*) as unread from (select 1 from notice n where n.person = $1 and n.channel = 'in-app' and n.state <> 'muted' and n.read_at is null limit 1000) unread`,
        [caller.person],
      );
      const { items, nextCursor } = pageOf(rows, limit, ({ time: at, id }) => [at, id]);
      return {
        items: items.map(({ id, template, subjectKind, subjectId, role, facts, at, readAt }) => ({
          id,
          template,
          subject: { kind: subjectKind, id: subjectId },
          role,
          facts,
          at: at.toISOString(),
          readAt: readAt?.toISOString() ?? null,
        })),
        nextCursor,
        unread: Number(count!.unread),
      };
    });
  }

  /** Which offices were told of what happened to a case from a seq on: how many notices, by channel and state. */
  async toldSince(caller: Caller, caseId: string, seq: number): Promise<{ role: string; channel: OutboxRow['channel']; state: OutboxRow['state']; count: number }[]> {
    return this.database.inScope(caller.scopes, (tx) =>
      tx.query(
        `select role, channel, state, count(*)::int as count from notice
          where subject_kind = 'case' and subject_id = $1 and seq >= $2 and role is not null group by role, channel, state order by role, channel, state`,
        [caseId, seq],
      ),
    );
  }

  /** Marks the person's own notices as read; `ids` absent: all of them. */
  async read(caller: Caller, ids?: readonly string[]): Promise<number> {
    const [, count] = await this.database.inScope(caller.scopes, (tx) =>
      tx.query<[unknown[], number]>(
        `update notice set read_at = clock_timestamp() where person = $1 and channel = 'in-app' and state <> 'muted' and read_at is null and ($2::uuid[] is null or id = any($2))`,
        [caller.person, ids ?? null],
      ),
    );
    return count;
  }

  /** Undefined for anybody but an administrator. */
  async outbox(
    caller: Caller,
    filters: { state?: OutboxRow['state']; channel?: OutboxRow['channel']; subject?: string },
    page: PageOf,
  ): Promise<Page<OutboxRow> | undefined> {
    if (!caller.offices.some(({ role }) => role === 'administrator')) return undefined;
    const limit = limitOf(page);
    const rows = await this.database.inScope(caller.scopes, (tx) =>
      tx.query<
        (Dated &
          Omit<OutboxRow, 'at' | 'dueAt' | 'settledAt' | 'subject'> & {
            dueAt: Date;
            settledAt: Date | null;
            subjectKind: string;
            subjectId: string;
          })[]
      >(
        `select n.id, n.template, n.subject_kind as "subjectKind", n.subject_id as "subjectId", n.role as "recipientRole", n.scope as "recipientScope", n.channel, n.state, n.attempt,
              n.due_at as "dueAt", n.trouble, n.reference, n.settled_at as "settledAt", n.at, ${time}
         from notice n where ${earlier} and ($3::text is null or n.state = $3) and ($4::text is null or n.channel = $4) and ($5::text is null or n.subject_id = $5)
        order by n.at desc, n.id desc limit $6`,
        [...before(page), filters.state ?? null, filters.channel ?? null, filters.subject ?? null, limit + 1],
      ),
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ time: at, id }) => [at, id]);
    return {
      items: items.map(({ subjectKind, subjectId, at, dueAt, settledAt, time: _, ...rest }) => ({
        ...rest,
        subject: { kind: subjectKind, id: subjectId },
        at: at.toISOString(),
        dueAt: dueAt.toISOString(),
        settledAt: settledAt?.toISOString() ?? null,
      })),
      nextCursor,
    };
  }
}
