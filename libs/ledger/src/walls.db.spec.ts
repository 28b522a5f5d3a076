import { migrations } from './migrations';
import { assertSafeRole, Database, migrate, unmigrate } from '#ledger';
import { createDatabase, openTestDatabase, type TestDatabase, toPreparation, act, aKey, callerFor } from '#test/database';
import { DataSource } from 'typeorm';

const ofCases = ['regulation_case', 'case_event', 'confidential_text', 'document_object', 'task', 'notice', 'accepted_command', 'agenda'];

describe('the walls around the record', () => {
  let db: TestDatabase;
  let seluma: string;
  beforeAll(async () => {
    db = await openTestDatabase();
    seluma = await toPreparation(db.ledger, { region: '1705' });
    const other = await toPreparation(db.ledger, { region: '1701' });
    for (const caseId of [seluma, other])
      await act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'catatan', visibility: 'counterpart' });
  });
  afterAll(() => db.close());

  const regionsSeen = async (scopes: string[], table: string) =>
    (await db.ledger.database.inScope(scopes, (tx) => tx.query<{ region: string }[]>(`select distinct region from ${table} order by region`))).map(
      ({ region }) => region,
    );

  it.each(ofCases)('shows a regency only its own rows of %s although the query names no region', async (table) => {
    expect(await regionsSeen(['1705'], table)).toEqual(['1705']);
  });

  it.each(ofCases)('shows a province the rows of all of its regions in %s, and another province none', async (table) => {
    expect(await regionsSeen((await callerFor(db.ledger, 'coordinator-1700')).scopes, table)).toEqual(['1701', '1705']);
    expect(await regionsSeen(['1801', '18'], table)).toEqual([]);
  });

  it.each(ofCases)('shows nothing of %s without a scope, with an empty one, or with a part of a code', async (table) => {
    for (const scopes of [[], [''], ['170'], ['1'], ['170%']]) expect(await regionsSeen(scopes, table)).toEqual([]);
    expect(await db.ledger.database.dataSource.query(`select 1 from ${table} limit 1`)).toEqual([]);
    expect(await regionsSeen(['*'], table)).toEqual(['1701', '1705']);
  });

  it('shows nothing on a pooled connection after the transaction that had a scope', async () => {
    const alone = await Database.connect(db.appUrl, { pool: 1 });
    const count = () => alone.dataSource.query<{ count: string }[]>('select count(*) from case_event');
    await alone.inScope(['*'], (tx) => tx.query('select 1'));
    expect(await count()).toEqual([{ count: '0' }]);
    await alone.close();
  });

  it('lets nobody write a row into another region', async () => {
    const insert = (scopes: string[]) =>
      db.ledger.database.inScope(scopes, (tx) => tx.query(`insert into agenda (kind, id, region, seq) values ('case', 'smuggled', '1705', 1)`));
    await expect(insert(['1701'])).rejects.toThrow(/row-level security/);
    await expect(insert([])).rejects.toThrow(/row-level security/);
  });

  it.each([
    'case_event',
    'cohort_event',
    'confidential_text',
    'plan_matrix',
    'accepted_command',
    'office_event',
    'process_definition',
    'working_calendar',
  ])('takes what has been written to %s back from nobody: no update, delete or truncate', async (table) => {
    for (const statement of [`update ${table} set at = at`, `delete from ${table}`, `truncate ${table}`]) {
      const column = ['confidential_text', 'plan_matrix'].includes(table)
        ? 'case_id'
        : table === 'process_definition' || table === 'working_calendar'
          ? 'hash'
          : 'at';
      await expect(db.ledger.database.inScope(['*'], (tx) => tx.query(statement.replace('at = at', `${column} = ${column}`)))).rejects.toThrow(
        /permission denied/,
      );
    }
  });

  it('lets the reader role read under the same walls, and write nothing', async () => {
    const [grants] = await db.owner.query<{ writes: string }[]>(
      `select count(*) as writes from information_schema.role_table_grants where grantee = 'selaras_reader' and privilege_type <> 'SELECT'`,
    );
    expect(grants).toEqual({ writes: '0' });
  });

  it('refuses to run as the owner of the tables or as a superuser', async () => {
    await expect(assertSafeRole(db.owner)).rejects.toThrow(/refuses to run as .* superuser/);
    await expect(assertSafeRole(db.ledger.database.dataSource)).resolves.toBeUndefined();
    const as = async (role: string) => {
      const runner = db.owner.createQueryRunner();
      await runner.query(`set role ${role}`);
      const asRole = { query: (sql: string) => runner.query(sql) } as unknown as DataSource;
      const refusal = await assertSafeRole(asRole).then(
        () => 'accepted',
        (error: Error) => error.message,
      );
      await runner.query('reset role');
      await runner.release();
      return refusal;
    };
    const role = `selaras_test_role_${process.pid}`;
    await db.owner.query(`create role ${role} bypassrls`);
    expect(await as(role)).toMatch(/bypasses row security/);
    await db.owner.query(`alter role ${role} nobypassrls`);
    await db.owner.query(`create table theirs (id int); alter table theirs owner to ${role}`);
    expect(await as(role)).toMatch(/owns the table theirs/);
    await db.owner.query(`drop table theirs; drop role ${role}`);
  });

  it('gives up nothing of a case to a key of somebody else', async () => {
    const stranger = await callerFor(db.ledger, 'drafter-1701');
    expect(await db.ledger.registers.commands.byKey(stranger, aKey())).toBeUndefined();
  });
});

describe('the schema', () => {
  it('is brought up by two starters at once, once', async () => {
    const { ownerUrl, drop } = await createDatabase();
    const runs = await Promise.all([1, 2].map(() => migrate(ownerUrl, { applicationPassword: 'of-the-tests-only' })));
    expect(runs.map(({ length }) => length).sort()).toEqual([0, migrations.length]);
    await drop();
  });

  it('can be taken back completely, and brought up again', async () => {
    const { ownerUrl, drop } = await createDatabase();
    await migrate(ownerUrl);
    await unmigrate(ownerUrl);
    const owner = await new DataSource({ type: 'postgres', url: ownerUrl, installExtensions: false }).initialize();
    const left = await owner.query<{ name: string }[]>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S') and relname !~ 'schema_migration'`,
    );
    await owner.destroy();
    expect(left).toEqual([]);
    expect(await migrate(ownerUrl)).toHaveLength(migrations.length);
    await drop();
  });
});
