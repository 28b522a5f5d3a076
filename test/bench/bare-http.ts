import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { mostOfARow } from './bare-schema';

/** `BARE_PADDING`: bytes written on top, so that a transaction here is as large as one of the ledger's. */
const padding = Number(process.env['BARE_PADDING'] ?? 0);
const rows = Array.from({ length: Math.ceil(padding / mostOfARow) }, (_, row) => 'x'.repeat(Math.min(mostOfARow, padding - row * mostOfARow)));
const pool = new Pool({ connectionString: process.env['DATABASE_OWNER_URL']!, max: 10, application_name: 'selaras-bare' });

/**
 * Node's own server and the driver, and nothing else: locks a row, looks the key up, writes the row back, appends an event, its text
 * and its command, and answers with the row. Nobody is asked who they are, and nothing is judged.
 */
async function act({ id, key, text }: { id: string; key: string; text: string }): Promise<string> {
  const db = await pool.connect();
  try {
    await db.query('begin');
    const found = await db.query<{ seq: number; state: object }>('select seq, state from bare.subject where id = $1 for update', [id]);
    const { seq, state } = found.rows[0]!;
    const known = await db.query('select 1 from bare.command where key = $1', [key]);
    if (known.rowCount !== 0) throw new Error(`${key} was here before`);
    const written = JSON.stringify({ ...state, at: new Date().toISOString() });
    await db.query('update bare.subject set seq = $2, state = $3 where id = $1', [id, seq + 1, written]);
    await db.query(
      `with event as (insert into bare.event (id, seq, body) values ($1, $2, $3)),
            words as (insert into bare.words (id, seq, text) values ($1, $2, $4)),
            more as (insert into bare.more (id, seq, content) select $1, $2, content from unnest($6::text[]) as content)
       insert into bare.command (key, id, seq) values ($5, $1, $2)`,
      [id, seq + 1, JSON.stringify({ type: 'remarked', text }), text, key, rows],
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
