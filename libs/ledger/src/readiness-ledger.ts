import {
  type Actor,
  canonicalJson,
  decideReadiness,
  evolveReadiness,
  isoInstant,
  readinessId,
  readinessV1,
  type ReadinessCommand,
  type ReadinessDecision,
  type ReadinessPersonCommand,
  type ReadinessRefusal,
  type ReadinessState,
  type RecordedReadinessEvent,
  refuseReadiness,
  unwritten,
  zoneOfRegion,
} from '#process';
import type { EntityManager } from 'typeorm';
import { type Caller, everywhere } from './caller';
import { CaseQueue } from './case-queue';
import { instantFor, standing, subjectScope } from './case-row';
import type { Database } from './database';
import { sha256 } from './digest';
import { inTurn, offeringMost } from './in-turn';
import { chainOf } from './record';
import { regionLabel } from './region-label';
import type { Busy, KeyReused, NotFound } from './results';
import { type OpenedText, sealMembers } from './seal';
import { readNow, simulatedNow } from './simulated-clock';
import type { Unsealed } from './unsealed';
import { dayIn } from './written';
import { writeReadiness } from './write-readiness';

export interface ReadinessApplied {
  readinessId: string;
  seq: number;
  state: ReadinessState;
  repeated: boolean;
}
export type ReadinessResult = { applied: ReadinessApplied } | ReadinessRefusal | NotFound | KeyReused | Busy;
export type ReadinessAct = Unsealed<ReadinessPersonCommand>;

interface Row {
  state: ReadinessState;
  headHash: string;
}

interface PersonAct {
  key: string;
  bodyHash: string;
  command: ReadinessPersonCommand;
  texts: readonly OpenedText[];
  expectedSeq?: number;
}

const words = ['note', 'reason', 'name', 'visitors'];

/** The one way to write to the readiness of a region: its row under lock, one decision, one transaction. No workflow has a part in it. */
export class ReadinessLedger {
  private readonly queue = new CaseQueue();

  constructor(private readonly database: Database) {}

  async apply(regionCode: string, caller: Caller, { key, command: unsealed, expectedSeq }: { key: string; command: ReadinessAct; expectedSeq?: number }): Promise<ReadinessResult> {
    const { sealed, texts } = sealMembers(unsealed, words);
    const bodyHash = sha256(canonicalJson({ readinessId: readinessId(regionCode), command: unsealed }));
    const act: PersonAct = { key, bodyHash, command: sealed as ReadinessPersonCommand, texts, ...(expectedSeq !== undefined && { expectedSeq }) };
    return inTurn(this.queue, readinessId(regionCode), 'readiness_pkey', () => this.database.inScope(caller.scopes, (tx) => this.applyIn(tx, regionCode, caller, act)));
  }

  /** Whether a command would be accepted now. Nothing is locked, nothing is recorded. */
  async preview(regionCode: string, caller: Caller, unsealed: ReadinessAct & { expectedSeq?: number }): Promise<{ accepted: true } | ReadinessRefusal | NotFound> {
    const { sealed } = sealMembers(unsealed, words);
    return this.database.inScope(caller.scopes, async (tx) => {
      const found = await place(tx, regionCode, caller);
      if ('notFound' in found || 'refused' in found) return found;
      const state = (await read(tx, regionCode))?.state;
      const at = isoInstant((await readNow(tx)).at);
      const taken = judge(state ?? unwritten(readinessV1, regionCode), caller, { ...(sealed as unknown as ReadinessPersonCommand), at });
      if (!taken) return refuseReadiness('not-your-role');
      return 'refused' in taken.decision ? taken.decision : { accepted: true };
    });
  }

  /** What time has done to one region's evidence. Repeating it changes nothing: the state says what has been done. */
  async tick(id: string): Promise<void> {
    await this.queue.run(
      id,
      () =>
        this.database.inScope(everywhere, async (tx) => {
          const row = await lock(tx, id);
          if (!row) return;
          const { regionCode, at: last } = row.state;
          const stands = await standing(tx, subjectScope(regionCode), 'system/readiness', '');
          const command: ReadinessCommand = { type: 'tick', actor: { system: 'clock' }, at: isoInstant(instantFor(last, stands.real + stands.offset)) };
          const decision = decideReadiness(readinessV1, row.state, command);
          if ('refused' in decision) throw new Error(`The clock was refused on ${id}: ${decision.refused}`);
          if (decision.events.length > 0) await this.write(tx, regionCode, await nameOf(tx, regionCode), row, command, decision.events, []);
        }),
      true,
    );
  }

  /** Ticks what has become due; answers how many regions that were. */
  async attendDue(limit = 200): Promise<number> {
    const due = await this.database.inScope(everywhere, (tx) =>
      tx.query<{ id: string }[]>(`select readiness_id as id from readiness where next_alarm_at <= ${simulatedNow} order by next_alarm_at limit $1`, [limit]),
    );
    for (const { id } of due) await this.tick(id);
    return due.length;
  }

  private async applyIn(tx: EntityManager, regionCode: string, caller: Caller, act: PersonAct): Promise<ReadinessResult> {
    const found = await place(tx, regionCode, caller);
    if ('notFound' in found || 'refused' in found) return found;
    const row = await lock(tx, readinessId(regionCode));
    const stands = await standing(tx, subjectScope(regionCode), caller.person, act.key);
    if (stands.known) return row && stands.known.bodyHash === act.bodyHash ? { applied: { readinessId: row.state.id, seq: stands.known.seq, state: row.state, repeated: true } } : { keyReused: true };
    const at = isoInstant(instantFor(row?.state.at, stands.real + stands.offset));
    const asked = { ...act.command, at, ...(act.expectedSeq !== undefined && { expectedSeq: act.expectedSeq }) };
    const taken = judge(row?.state ?? unwritten(readinessV1, regionCode), caller, asked);
    if (!taken) return refuseReadiness('not-your-role');
    if ('refused' in taken.decision) return taken.decision;
    const state = await this.write(tx, regionCode, found.name, row, taken.command, taken.decision.events, act.texts, { person: caller.person, key: act.key, bodyHash: act.bodyHash, type: act.command.type });
    return { applied: { readinessId: state.id, seq: state.seq, state, repeated: false } };
  }

  private async write(
    tx: EntityManager,
    regionCode: string,
    regionName: string,
    row: Row | undefined,
    { actor, at }: ReadinessCommand,
    events: Extract<ReadinessDecision, { events: unknown }>['events'],
    texts: readonly OpenedText[],
    key?: { person: string; key: string; bodyHash: string; type: string },
  ): Promise<ReadinessState> {
    const fold = (before: ReadinessState | undefined, event: RecordedReadinessEvent) => evolveReadiness(readinessV1, before, event);
    const entries = chainOf(fold, { name: 'readinessId', id: readinessId(regionCode), ...row }, events, at);
    const state = entries.at(-1)!.after;
    await writeReadiness(tx, readinessV1, {
      state,
      before: row?.state,
      regionName,
      entries,
      texts: texts.map((text) => ({ ...text, visibility: 'counterpart', authorScope: 'person' in actor ? actor.scope : '' })),
      day: dayIn(zoneOfRegion(regionCode), at),
      ...(key && { command: { ...key, seq: state.seq, transferSeq: null, at } }),
    });
    return state;
  }
}

/** The office of the caller that may, else the one whose refusal says most. */
function judge(state: ReadinessState, caller: Caller, asked: ReadinessPersonCommand & { at: string; expectedSeq?: number }) {
  return offeringMost(caller.offices, (actor: Actor) => {
    const command: ReadinessCommand = { ...asked, actor };
    return { command, decision: decideReadiness(readinessV1, state, command) };
  });
}

/** A region that there is, and that the caller may speak of: the codes of regions are no secret. */
async function place(tx: EntityManager, regionCode: string, { scopes }: Caller): Promise<{ name: string } | NotFound | ReadinessRefusal> {
  const [region] = await tx.query<{ name: string }[]>('select name from region where code = $1 and length(code) = 4', [regionCode]);
  if (!region) return { notFound: true };
  return scopes.includes('*') || scopes.includes(regionCode) ? { name: regionLabel(region.name) } : refuseReadiness('not-your-region');
}

async function nameOf(tx: EntityManager, regionCode: string): Promise<string> {
  const [region] = await tx.query<{ name: string }[]>('select name from region where code = $1', [regionCode]);
  return region ? regionLabel(region.name) : regionCode;
}

async function lock(tx: EntityManager, id: string): Promise<Row | undefined> {
  const [row] = await tx.query<Row[]>('select state, head_hash as "headHash" from readiness where readiness_id = $1 for update', [id]);
  return row;
}

async function read(tx: EntityManager, regionCode: string): Promise<Row | undefined> {
  const [row] = await tx.query<Row[]>('select state, head_hash as "headHash" from readiness where readiness_id = $1', [readinessId(regionCode)]);
  return row;
}
