import type { CaseCommand, CaseEvent, FileCase, Rules } from '#process';
import type { EntityManager } from 'typeorm';
import { project, roleLabels } from '../projection';
import { chainEvents, type Position } from '../record';
import type { Applied } from '../results';
import type { Rulebook } from '../rulebook';
import { type CommandColumns, writeCase, writeCommand } from '../write-case';
import { dayIn, subjectFacts, textColumns } from '../written';
import type { Act } from './act';
import { bytesOf } from './bytes-of';
import { staysEnded } from './stays-ended';

export interface Writing {
  /** Differ from `rules` only when the command changes the calendar. */
  rulesBefore: Rules;
  rules: Rules;
  position: Position;
  events: readonly CaseEvent[];
  command: CaseCommand | FileCase;
  act: Pick<Act, 'person' | 'key' | 'bodyHash' | 'type' | 'texts'>;
  at: string;
}

/** Records decided events with all that follows from them, and the accepted command beside them. */
export async function write(
  rulebook: Rulebook,
  tx: EntityManager,
  { rulesBefore, rules, position, events, command, act, at }: Writing,
): Promise<Applied> {
  const { caseId, state: before } = position;
  const entries = chainEvents(rules.definition, position, events, at);
  const state = entries.at(-1)?.after ?? before!;
  const started = entries.find(({ event }) => event.type === 'transfer-started');
  const columns: CommandColumns | undefined =
    act.key === undefined
      ? undefined
      : {
          person: act.person,
          key: act.key,
          bodyHash: act.bodyHash,
          type: act.type,
          seq: state.seq,
          transferSeq: started?.event.seq ?? null,
          at,
        };
  if (entries.length > 0) {
    await writeCase(tx, {
      state,
      entries,
      projection: project(rulesBefore, rules, before, entries, command, await staysEnded(rulebook, tx, rules, entries)),
      ...(columns && { command: columns }),
      texts: textColumns(act.texts, state, command),
      day: dayIn(rules.zone, at),
      roles: roleLabels(rules.definition),
      subjectFacts: subjectFacts(rules, state),
    });
  } else if (columns) {
    await writeCommand(tx, caseId, state.region, columns);
  }
  return {
    caseId,
    seq: state.seq,
    state,
    repeated: false,
    ...(started &&
      state.transfer && { transfer: { seq: state.transfer.seq, bytes: bytesOf(state.transfer.manifest.documents), outcome: 'carrying' as const } }),
  };
}
