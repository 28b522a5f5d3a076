import { canonicalJson } from '#process';
import { genesis, hashOf } from '#ledger';
import type { StoredEvent } from '#ledger/stored-events';
import type { DataSource } from 'typeorm';

/** Lays a copy of a case that stands at the gate beside it, as if another region had filed it: its row, its chain, its arrival. For specs that need more of them than can be walked there. */
export async function copyCase(owner: DataSource, from: string, { caseId, region, year }: { caseId: string; region: string; year: number }): Promise<{ caseId: string; regionCode: string; arrivalSeq: number }> {
  const [, its, when] = /-(\d{4})-(\d{4})/.exec(from)!;
  const told = <T>(value: T): T => {
    const text = JSON.stringify(value).replaceAll(from, caseId).replaceAll(`"${its}"`, `"${region}"`).replaceAll(`-${its}"`, `-${region}"`);
    return JSON.parse(text.replaceAll(`"programmeYear":${when}`, `"programmeYear":${year}`)) as T;
  };
  const events = await owner.query<(Omit<StoredEvent, 'prevHash' | 'hash'> & { definitionHash: string })[]>(
    'select seq, type, at, actor, on_behalf_of as "onBehalfOf", body, definition_hash as "definitionHash" from case_event where case_id = $1 order by seq', [from],
  );
  let hash = genesis;
  const rows = events.map(({ at, definitionHash, ...event }) => {
    const link = { ...told(event), at: at.toISOString() };
    const prevHash = hash;
    hash = hashOf(prevHash, { ...link, caseId });
    return { ...link, actor: canonicalJson(link.actor), onBehalfOf: link.onBehalfOf && canonicalJson(link.onBehalfOf), body: canonicalJson(link.body), prevHash, hash, definitionHash };
  });
  await owner.query(
    `with filed as (
       insert into regulation_case select (jsonb_populate_record(c, $2::jsonb)).* from regulation_case c where case_id = $1 returning 1
     ), event as (
       insert into case_event (case_id, seq, region, type, at, actor, on_behalf_of, body, prev_hash, hash, definition_hash)
       select $3, e.seq, $4, e.type, e.at, e.actor::json, e."onBehalfOf"::json, e.body::json, e."prevHash", e.hash, e."definitionHash" from filed,
              jsonb_to_recordset($5::jsonb) as e(seq int, type text, at timestamptz, actor text, "onBehalfOf" text, body text, "prevHash" text, hash text, "definitionHash" text)
     )
     insert into cohort_arrival (case_id, seq, region, province, programme_year, manifest_hash, arrived_at)
     select $3, seq, $4, province, $6, manifest_hash, arrived_at from cohort_arrival, filed where case_id = $1 and left_seq is null`,
    [from, JSON.stringify({ case_id: caseId, region, programme_year: year, head_hash: hash, state: await stateOf(owner, from, told) }), caseId, region, JSON.stringify(rows), year],
  );
  const [arrival] = await owner.query<{ seq: number }[]>('select seq from cohort_arrival where case_id = $1', [caseId]);
  return { caseId, regionCode: region, arrivalSeq: arrival!.seq };
}

async function stateOf(owner: DataSource, caseId: string, told: <T>(value: T) => T): Promise<object> {
  const [row] = await owner.query<{ state: object }[]>('select state from regulation_case where case_id = $1', [caseId]);
  return told(row!.state);
}
