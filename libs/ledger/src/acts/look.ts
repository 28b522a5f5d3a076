import { type CaseState, isWatched, msOf, nextAlarm, type Rules, shortDate } from '#process';
import type { EntityManager } from 'typeorm';
import type { CaseRow } from '../case-row';
import type { Agenda } from '../results';
import type { Rulebook } from '../rulebook';
import { readNow } from '../simulated-clock';
import { bytesOf } from './bytes-of';

/** A case as its workflow sees it, and the instant it was looked at, in real epoch milliseconds. */
export interface Look {
  agenda: Agenda;
  now: number;
  offset: number;
  behindSeq: number | null;
  /** The alarm its row shows is not the one that will ring. */
  isStale: boolean;
}

export async function look(rulebook: Rulebook, tx: EntityManager, caseId: string): Promise<Look | undefined> {
  const [row] = await tx.query<(CaseRow & { behindSeq: number | null; shown: Date | null })[]>(
    'select state, head_hash as "headHash", behind_seq as "behindSeq", next_alarm_at as shown from regulation_case where case_id = $1',
    [caseId],
  );
  if (!row) return undefined;
  const { at, offset } = await readNow(tx);
  const agenda = agendaOf(await rulebook.rulesOf(tx, row.state), row.state, offset);
  const isStale = agenda.alarm?.at !== (row.shown === null ? undefined : row.shown.getTime() - offset);
  return { agenda, now: at - offset, offset, behindSeq: row.behindSeq, isStale };
}

function agendaOf(rules: Rules, state: CaseState, offset: number): Agenda {
  const alarm = nextAlarm(rules, state);
  return {
    open: isWatched(rules, state),
    seq: state.seq,
    ...(alarm && { alarm: { key: alarm.key, at: msOf(alarm.at) - offset } }),
    ...(state.transfer && { transfer: { seq: state.transfer.seq, bytes: bytesOf(state.transfer.manifest.documents) } }),
    ...(state.comparing && { toCompare: state.comparing.moved }),
    summary: summaryOf(rules, state),
  };
}

function summaryOf({ definition, regionName }: Rules, state: CaseState): string {
  const stage = definition.stages[state.stage];
  if (!stage) return `${regionName}: ${definition.outcomes[state.stage]?.label.en ?? state.stage}`;
  const due = state.clocks
    .filter(({ status }) => status === 'running')
    .map(({ dueOn }) => dueOn)
    .sort()[0];
  return `${regionName}: ${stage.label.en} (${stage.phase})${due ? `, due ${shortDate(due, 'en')}` : ''}`;
}
