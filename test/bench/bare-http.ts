import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env['DATABASE_OWNER_URL']!, max: 10, application_name: 'selaras-bare' });
const actor = JSON.stringify({ capacity: 'definitive', person: 'p_drafter-1701', role: 'regency-drafter', scope: '1701' });
const hash = (): string => randomBytes(32).toString('hex');

interface Found {
  seq: number;
  region: string;
  hash: string;
  state: { remarks: object[] };
}

/**
 * Node's own server and the driver, and nothing else: locks a case's row, looks the key up, writes the row back with one remark more,
 * appends its event, its words and its command, and answers with the row. The same rows as the ledger writes; but nobody is asked who
 * they are, nothing is judged, hashed or walled in.
 */
async function act({ id, key, text }: { id: string; key: string; text: string }): Promise<string> {
  const db = await pool.connect();
  try {
    await db.query('begin');
    const found = await db.query<Found>('select seq, region, process_hash as hash, state from bare.regulation_case where case_id = $1 for update', [id]);
    const { seq: last, region, hash: rules, state } = found.rows[0]!;
    const known = await db.query('select 1 from bare.accepted_command where person = $1 and key = $2', [actor, key]);
    if (known.rowCount !== 0) throw new Error(`${key} was here before`);
    const [seq, at, sealed] = [last + 1, new Date().toISOString(), hash()];
    const words = { length: text.length, sha256: sealed };
    const remark = { n: state.remarks.length + 1, by: JSON.parse(actor) as object, text: words, unit: 'Pasal 7 ayat (2)', round: 1, stage: 'programme', visibility: 'counterpart' };
    const written = JSON.stringify({ ...state, seq, at, remarks: [...state.remarks, remark] });
    await db.query('update bare.regulation_case set seq = $2, substantive_seq = $2, substantive_at = $3, at = $3, head_hash = $4, state = $5 where case_id = $1', [id, seq, at, hash(), written]);
    await db.query(
      `with event as (
         insert into bare.case_event (case_id, seq, region, type, at, actor, body, prev_hash, hash, definition_hash) values ($1, $2, $3, 'remark-added', $4, $5, $6, $7, $8, $9)
       ), words as (
         insert into bare.confidential_text (case_id, sha256, region, salt, text, visibility, author_scope) values ($1, $10, $3, $11, $12, 'counterpart', '1701')
       )
       insert into bare.accepted_command (person, key, body_hash, subject_kind, subject_id, region, type, seq, at)
       values ('p_drafter-1701', $13, $8, 'case', $1, $3, 'add-remark', $2, $4)`,
      [id, seq, region, at, actor, JSON.stringify({ remark }), hash(), hash(), rules, sealed, randomBytes(16).toString('hex'), text, key],
    );
    await db.query('commit');
    return written;
  } catch (failure) {
    await db.query('rollback');
    throw failure;
  } finally {
    db.release();
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const written = await act(JSON.parse(Buffer.concat(parts).toString('utf8')) as Parameters<typeof act>[0]);
  response.writeHead(200, { 'content-type': 'application/json' }).end(written);
}

const server = createServer((request, response) => {
  answer(request, response).catch((failure: unknown) => response.writeHead(500).end(String(failure)));
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end().then(() => process.exit());
});
// Nobody is left to answer to.
process.once('disconnect', () => process.exit());
