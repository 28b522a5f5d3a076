import { isMandatory, isReady, kindOf, nextReadinessAlarm, pages, type ReadinessDefinition, type ReadinessState, type ReadinessTask, readinessNotices, readinessTasks, type RecordedReadinessEvent } from '#process';
import type { EntityManager } from 'typeorm';
import { deskWork } from './desk-work';
import { type DocumentColumns, taskId } from './projection';
import type { Entry } from './record';
import type { CommandColumns, TextColumns } from './write-case';
import { eventColumns, insertCommand, insertDocuments, insertEvents, insertWords } from './write-parts';

export interface ReadinessWrite {
  state: ReadinessState;
  before: ReadinessState | undefined;
  regionName: string;
  entries: readonly Entry<RecordedReadinessEvent, ReadinessState>[];
  texts: readonly TextColumns[];
  command?: CommandColumns;
  /** The civil day in the region, by which terms of office are read. */
  day: string;
}

/** What stands beside the chain for whoever lists and wakes. */
export const readinessColumns = (definition: ReadinessDefinition, state: ReadinessState) => ({
  seq: state.seq,
  at: state.at,
  nextAlarmAt: nextReadinessAlarm(definition, state) ?? null,
  ready: isReady(definition, state),
  funding: state.funding?.state ?? null,
});

export const readinessTaskColumns = (id: string, { key, role, scope, verb, since }: ReadinessTask) => ({
  taskId: taskId(id, key), key, role, scope, stage: null, verb, transition: null, dueOn: null, since, claimedBy: null, carried: false,
});

/** Writes what was decided on a region's readiness in one statement: either all of it stands or none. */
export async function writeReadiness(tx: EntityManager, definition: ReadinessDefinition, write: ReadinessWrite): Promise<void> {
  const { state, before, regionName, entries, texts, command, day } = write;
  const columns = (of: ReadinessState) => readinessTasks(definition, of).map((task) => readinessTaskColumns(state.id, task));
  const earlier = new Map((before ? columns(before) : []).map((task) => [task.taskId, JSON.stringify(task)]));
  const tasks = columns(state);
  const content = {
    row: readinessColumns(definition, state),
    events: eventColumns(entries),
    texts,
    documents: entries.flatMap(({ event }): DocumentColumns[] => {
      if (event.type !== 'evidence-attached') return [];
      const { sha256, type, size, media } = event.body.document;
      // Types occur under several headings; among all papers of the region the event tells them apart.
      return [{ sha256, type, version: event.seq, size, media, seq: event.seq }];
    }),
    commands: command ? [command] : [],
    tasks: tasks.filter((task) => earlier.get(task.taskId) !== JSON.stringify(task)),
    gone: [...earlier.keys()].filter((id) => !tasks.some((task) => task.taskId === id)),
    notices: entries.flatMap(({ event, before: was, after }) =>
      readinessNotices(definition, regionName, was, event, after).map(({ template, to, except, data }) => ({ seq: event.seq, at: event.at, template, kind: kindOf(template), mandatory: isMandatory(template), ...to, except, facts: data })),
    ),
    roles: Object.fromEntries(Object.entries(definition.roles).map(([role, { label }]) => [role, label])),
    subjectFacts: { regionName, path: pages.readiness(state.regionCode) },
  };
  const [result] = await tx.query<{ written: string }[]>(before === undefined ? beginning : going, [state.id, state.regionCode, JSON.stringify(content), JSON.stringify(state), entries.at(-1)!.hash, day]);
  if (Number(result!.written) !== 1) throw new Error(`The row of ${state.id} was not there to be written.`);
}

const row = `jsonb_to_record($3::jsonb -> 'row') as r(seq int, at timestamptz, "nextAlarmAt" timestamptz, ready boolean, funding text)`;
const insert = `
  insert into readiness (readiness_id, region, seq, at, head_hash, next_alarm_at, ready, funding, state)
  select $1, $2, r.seq, r.at, $5, r."nextAlarmAt", r.ready, r.funding, $4::jsonb from ${row} returning 1`;
const update = `
  update readiness d set seq = r.seq, at = r.at, head_hash = $5, next_alarm_at = r."nextAlarmAt", ready = r.ready, funding = r.funding, state = $4::jsonb
    from ${row} where d.readiness_id = $1 returning 1`;

const statement = (ofRegion: string): string => `
with written as (${ofRegion}
), event as (${insertEvents('readiness_event', 'readiness_id', 'region')}
), words as (${insertWords}
), object as (${insertDocuments}
), command as (${insertCommand('readiness')}
)${deskWork('readiness')}
select count(*) as written from written`;

const beginning = statement(insert);
const going = statement(update);
