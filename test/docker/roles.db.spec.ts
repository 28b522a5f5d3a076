import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { assertSafeRole } from '#ledger/assert-safe-role';
import { migrate } from '#ledger/migrate';
import { startPostgres, type RunningPostgres } from '../../scripts/lib/postgres.mjs';
import { statementsForRoles } from '../../scripts/lib/databases.mjs';

const passwords = { owner_password: "owner's", temporal_password: 'engine' };

describe('a PostgreSQL laid out by docker/postgres/roles.sql', () => {
  let home: string;
  let server: RunningPostgres;

  const as = (user: string, password: string, database: string): string => {
    const url = new URL(server.url);
    Object.assign(url, { username: user, password: encodeURIComponent(password), pathname: `/${database}` });
    return url.href;
  };
  const ask = async (url: string, sql: string): Promise<unknown[]> => {
    const client = new Client(url);
    try {
      await client.connect();
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    home = mkdtempSync(path.join(process.env['SELARAS_TEST_HOME']!, 'home-'));
    chmodSync(home, 0o711);
    server = await startPostgres({ home });
    for (const statement of statementsForRoles(passwords)) await ask(server.url, statement);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('is migrated by an owner who is no superuser, twice without harm', async () => {
    const owner = as('selaras_owner', passwords.owner_password, 'selaras');
    expect(await ask(owner, `select rolsuper, rolbypassrls from pg_roles where rolname = current_user`)).toEqual([
      { rolsuper: false, rolbypassrls: false },
    ]);
    expect((await migrate(owner, { applicationPassword: 'first' })).length).toBeGreaterThan(0);
    expect(await migrate(owner, { applicationPassword: 'second' })).toEqual([]);
  });

  it('lets the application in under its newest password, as a role that row security binds', async () => {
    const application = new DataSource({ type: 'postgres', url: as('selaras_app', 'second', 'selaras'), installExtensions: false });
    await application.initialize();
    try {
      await expect(assertSafeRole(application)).resolves.toBeUndefined();
    } finally {
      await application.destroy();
    }
    await expect(ask(as('selaras_app', 'first', 'selaras'), 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('does not let the application into the databases of Temporal', async () => {
    for (const database of ['temporal', 'temporal_visibility']) {
      await expect(ask(as('selaras_app', 'second', database), 'select 1')).rejects.toThrow(/permission denied for database/);
    }
  });

  it('gives Temporal its own two databases, and nothing of the record', async () => {
    expect(await ask(as('temporal', passwords.temporal_password, 'temporal'), 'create table own (n int)')).toEqual([]);
    await expect(ask(as('temporal', passwords.temporal_password, 'selaras'), 'select * from regulation_case')).rejects.toThrow(
      /permission denied for table/,
    );
  });
});
