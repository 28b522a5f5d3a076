import { DataSource, type QueryRunner } from 'typeorm';
import { migrations } from './migrations';

export interface MigrateTerms {
  /** Password of the login role `selaras_app`; without it the role is left as it is. */
  applicationPassword?: string;
}

const lockName = 'selaras-migrate';

/**
 * Brings the schema up to date and makes the roles `selaras_app` and `selaras_reader`. Two that start at once take turns.
 * Returns the names of the migrations that were run.
 */
export async function migrate(ownerUrl: string, { applicationPassword }: MigrateTerms = {}): Promise<string[]> {
  return asOwner(ownerUrl, async (owner, turn) => {
    await makeRoles(turn, applicationPassword);
    return (await owner.runMigrations({ transaction: 'each' })).map(({ name }) => name);
  });
}

/** Takes every migration back, last first. For tests and for nobody else: it drops the record. */
export async function unmigrate(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    for (let left = migrations.length; left > 0; left--) await owner.undoLastMigration({ transaction: 'each' });
  });
}

async function asOwner<T>(url: string, work: (owner: DataSource, turn: QueryRunner) => Promise<T>): Promise<T> {
  const owner = new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'schema_migration',
    poolSize: 2,
    installExtensions: false,
    applicationName: 'selaras-migrate',
  });
  await owner.initialize();
  try {
    const turn = owner.createQueryRunner();
    try {
      await turn.query('select pg_advisory_lock(hashtext($1))', [lockName]);
      return await work(owner, turn);
    } finally {
      await turn.query('select pg_advisory_unlock(hashtext($1))', [lockName]);
      await turn.release();
    }
  } finally {
    await owner.destroy();
  }
}

/** Roles belong to the whole cluster, where no lock of one database reaches: another starter may have made them just now. */
async function makeRoles(owner: QueryRunner, password: string | undefined): Promise<void> {
  for (const [role, how] of [
    ['selaras_app', 'login'],
    ['selaras_reader', 'nologin'],
  ] as const) {
    const known = (await owner.query('select 1 from pg_roles where rolname = $1', [role])) as unknown as unknown[];
    if (known.length === 0)
      await whenFree(
        () => owner.query(`create role ${role} ${how} nosuperuser nocreatedb nocreaterole noreplication nobypassrls`),
        ['42710', '23505'],
      );
  }
  if (password === undefined) return;
  const [quoted] = (await owner.query('select quote_literal($1) as literal', [password])) as unknown as { literal: string }[];
  await whenFree(() => owner.query(`alter role selaras_app login password ${quoted!.literal}`), []);
}

async function whenFree(attempt: () => Promise<unknown>, settled: string[]): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await attempt();
      return;
    } catch (failure) {
      const code = (failure as { driverError?: { code?: string } }).driverError?.code ?? '';
      if (settled.includes(code)) return;
      // XX000, "tuple concurrently updated": another starter alters the same role.
      if (code !== 'XX000' || tries === 20) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 20 * tries));
    }
  }
}
