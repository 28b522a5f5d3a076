import type { DataSource } from 'typeorm';

/** Refuses to run as a role that row security and grants do not bind: superuser, BYPASSRLS, or owner of a table. */
export async function assertSafeRole(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query<{ name: string; superuser: boolean; bypasses: boolean; owns: string | null }[]>(`
    select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypasses,
           (select min(t.tablename) from pg_tables t
             where t.schemaname = current_schema() and pg_has_role(r.oid, (select o.oid from pg_roles o where o.rolname = t.tableowner), 'member')) as owns
      from pg_roles r where r.rolname = current_user`);
  if (!role) throw new Error('The database does not know the role this application runs as.');
  const why = role.superuser ? 'is a superuser' : role.bypasses ? 'bypasses row security' : role.owns ? `owns the table ${role.owns}` : undefined;
  if (why)
    throw new Error(
      `The application refuses to run as ${role.name}, which ${why}. Give DATABASE_URL the role selaras_app that "selaras migrate" has made.`,
    );
}
