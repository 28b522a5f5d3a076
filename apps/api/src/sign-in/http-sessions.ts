import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Ledger, sha256 } from '#ledger';

/** Seconds: a working day in all, and an hour without a word. */
const longest = 10 * 3600;
const idle = 3600;
const pending = 15 * 60;
/** A session is not written again for every request. */
const touchedEvery = 300;

/** A sign-in under way: what has to come back with the code (RFC 6749 section 10.12, RFC 7636, OpenID Connect Core section 3.1.2.1). */
export interface PendingSignIn {
  kind: 'pending';
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
}
export interface SignedIn {
  kind: 'signed-in';
  subject: string;
  /** Epoch seconds. */
  authTime?: number;
  /** Tells the provider at sign-out whose session ends; no other token is kept. */
  idToken?: string;
  since: string;
  /** The browser, as it names itself. */
  agent: string;
}
export interface SessionEntry {
  id: string;
  person: string;
  name: string;
  since: string;
  expiresAt: string;
  agent: string;
}

/**
 * Sessions of browsers as rows, so that an administrator can end one. The cookie holds a random key; the row holds its hash, and
 * whoever reads the table can use none. Expiry is always by the real clock, in the demo too.
 */
@Injectable()
export class HttpSessions {
  constructor(private readonly ledger: Ledger) {}

  /** @returns what the cookie has to hold */
  async open(session: PendingSignIn | SignedIn, person: string | null = null): Promise<string> {
    const key = randomBytes(32).toString('base64url');
    const lasts = session.kind === 'pending' ? pending : idle;
    await this.query(
      `with gone as (delete from http_session where expires_at < clock_timestamp())
       insert into http_session (sid, person, session, expires_at) values ($1, $2, $3, clock_timestamp() + $4 * interval '1 second')`,
      [sha256(key), person, JSON.stringify(session), lasts],
    );
    return key;
  }

  /** A pending sign-in can be answered once. */
  async takePending(key: string): Promise<PendingSignIn | undefined> {
    const rows = await this.query<{ session: PendingSignIn }>(
      `delete from http_session where sid = $1 and expires_at > clock_timestamp() and session->>'kind' = 'pending' returning session`,
      [sha256(key)],
    );
    return rows[0]?.session;
  }

  /** `touch`: it lives on because of whoever asks. */
  async signedIn(key: string, touch = true): Promise<SignedIn | undefined> {
    const sid = sha256(key);
    const [row] = await this.query<{ session: SignedIn; stale: boolean }>(
      `select session, expires_at < clock_timestamp() + $2 * interval '1 second' as stale from http_session
        where sid = $1 and expires_at > clock_timestamp() and session->>'kind' = 'signed-in'`,
      [sid, idle - touchedEvery],
    );
    if (row?.stale && touch) {
      await this.query(
        `update http_session set expires_at = least(clock_timestamp() + $2 * interval '1 second', (session->>'since')::timestamptz + $3 * interval '1 second') where sid = $1`,
        [sid, idle, longest],
      );
    }
    return row?.session;
  }

  async close(key: string): Promise<void> {
    await this.query(`delete from http_session where sid = $1`, [sha256(key)]);
  }

  /** @returns how many ended */
  async closeAllOf(subject: string): Promise<number> {
    return (await this.query(`delete from http_session where session->>'subject' = $1 returning sid`, [subject])).length;
  }

  async all(): Promise<SessionEntry[]> {
    return this.query(
      `select s.sid as id, s.person, p.name, s.session->>'since' as since, to_char(s.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "expiresAt", s.session->>'agent' as agent
         from http_session s join person p on p.id = s.person where s.expires_at > clock_timestamp() order by since desc limit 500`,
      [],
    );
  }

  async end(id: string): Promise<boolean> {
    return (await this.query(`delete from http_session where sid = $1 and person is not null returning sid`, [id])).length > 0;
  }

  private async query<T>(sql: string, values: unknown[]): Promise<T[]> {
    const answer: unknown = await this.ledger.database.dataSource.query(sql, values);
    // TypeORM answers what was deleted or updated as [rows, count].
    return (Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) ? answer[0] : answer) as T[];
  }
}
