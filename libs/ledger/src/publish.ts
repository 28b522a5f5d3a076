import { type Calendar, canonicalJson, type Definition } from '#process';
import type { Database } from './database';
import { sha256 } from './digest';
import { type RegionRecord, referenceRegions } from './reference';

/** Over the text as it is published: the order of stages and transitions has a meaning that canonical JSON would lose. */
export const definitionHash = (definition: Definition): string => sha256(JSON.stringify(definition));

/** Publishes a version of a process. The same content again changes nothing; other content under a published version is thrown. */
export async function publishDefinition(database: Database, definition: Definition): Promise<{ hash: string }> {
  const hash = definitionHash(definition);
  const { id, version } = definition;
  await database.inScope([], async (tx) => {
    await tx.query('insert into process_definition (id, version, hash, definition) values ($1, $2, $3, $4) on conflict do nothing', [
      id,
      version,
      hash,
      JSON.stringify(definition),
    ]);
    const [published] = await tx.query<{ hash: string }[]>('select hash from process_definition where id = $1 and version = $2', [id, version]);
    if (published?.hash !== hash) {
      throw new Error(
        `Version ${version} of the process ${id} is published with other content, and a published version is never edited. ` +
          'In the demo, reseed: delete the data folder (SELARAS_HOME) and start again. Anywhere else, give the changed process a new version number.',
      );
    }
  });
  return { hash };
}

/** Publishes a version of the working calendar, under the same rule. */
export async function publishCalendar(database: Database, calendar: Calendar): Promise<{ hash: string }> {
  const hash = sha256(canonicalJson(calendar));
  await database.inScope([], async (tx) => {
    await tx.query('insert into working_calendar (version, hash, calendar) values ($1, $2, $3) on conflict do nothing', [
      calendar.version,
      hash,
      canonicalJson(calendar),
    ]);
    const [published] = await tx.query<{ hash: string }[]>('select hash from working_calendar where version = $1', [calendar.version]);
    if (published?.hash !== hash)
      throw new Error(`Version ${calendar.version} of the working calendar is published with other days. Publish the change as a new version.`);
  });
  return { hash };
}

/** Regions by code: new ones are added, names are brought up to date, none is removed. */
export async function loadReference(database: Database, regions: readonly RegionRecord[] = referenceRegions()): Promise<number> {
  return database.inScope([], async (tx) => {
    const loaded = await tx.query<unknown[]>(
      `insert into region (code, kemendagri_code, name, kind, facts)
       select code, "kemendagriCode", name, kind, facts from jsonb_to_recordset($1::jsonb) as r(code text, "kemendagriCode" text, name text, kind text, facts jsonb)
       on conflict (code) do update set kemendagri_code = excluded.kemendagri_code, name = excluded.name, kind = excluded.kind, facts = excluded.facts
       returning code`,
      [JSON.stringify(regions)],
    );
    return loaded.length;
  });
}
