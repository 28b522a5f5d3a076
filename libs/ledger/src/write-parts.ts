import { canonicalJson } from '#process';
import type { Entry } from './record';

/** Decided events as every statement takes them. */
export const eventColumns = (entries: readonly Pick<Entry<{ seq: number; type: string; at: string; body: object }, unknown>, 'event' | 'actor' | 'onBehalfOf' | 'prevHash' | 'hash'>[]) =>
  entries.map(({ event, actor, onBehalfOf, prevHash, hash }) => ({
    seq: event.seq,
    type: event.type,
    at: event.at,
    actor: canonicalJson(actor),
    onBehalfOf: onBehalfOf && canonicalJson(onBehalfOf),
    body: canonicalJson(event.body),
    prevHash,
    hash,
  }));

/** Appends events; `$1` is their subject, `$2` the place whose wall it stands behind, `$3` the content. */
export const insertEvents = (table: string, subject: string, place: string, more: { column: string; value: string } | undefined = undefined): string => `
  insert into ${table} (${subject}, seq, ${place}, type, at, actor, on_behalf_of, body, prev_hash, hash${more ? `, ${more.column}` : ''})
  select $1, e.seq, $2, e.type, e.at, e.actor::json, e."onBehalfOf"::json, e.body::json, e."prevHash", e.hash${more ? `, ${more.value}` : ''}
    from jsonb_to_recordset($3::jsonb -> 'events') as e(seq int, type text, at timestamptz, actor text, "onBehalfOf" text, body text, "prevHash" text, hash text)`;

export const insertWords = `
  insert into confidential_text (case_id, sha256, region, salt, text, visibility, author_scope)
  select $1, t.sha256, $2, t.salt, t.text, t.visibility, t."authorScope"
    from jsonb_to_recordset($3::jsonb -> 'texts') as t(sha256 text, salt text, text text, visibility text, "authorScope" text)`;

export const insertDocuments = `
  insert into document_object (sha256, case_id, region, type, version, size, media, seq)
  select d.sha256, $1, $2, d.type, d.version, d.size, d.media, d.seq
    from jsonb_to_recordset($3::jsonb -> 'documents') as d(sha256 text, type text, version int, size bigint, media text, seq int)`;

export const insertCommand = (kind: 'case' | 'cohort' | 'readiness'): string => `
  insert into accepted_command (person, key, body_hash, subject_kind, subject_id, region, type, seq, transfer_seq, at)
  select k.person, k.key, k."bodyHash", '${kind}', $1, $2, k.type, k.seq, k."transferSeq", k.at
    from jsonb_to_recordset($3::jsonb -> 'commands') as k(person text, key text, "bodyHash" text, type text, seq int, "transferSeq" int, at timestamptz)`;
