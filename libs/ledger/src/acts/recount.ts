import { type CaseState, nextAlarm } from '#process';
import type { EntityManager } from 'typeorm';
import { askWorkflow } from '../agenda-rows';
import { everywhere } from '../caller';
import { lockCase } from '../case-row';
import type { ActRoom } from './act';

/** Another calendar can move a reminder that lies after a due day and not the day itself: the alarm is a projection, and is projected anew. */
export async function recount(room: ActRoom, caseId: string): Promise<void> {
  await room.database.inScope(everywhere, async (tx) => {
    const row = await lockCase(tx, caseId);
    const alarm = row && (await alarmOf(room, tx, caseId));
    if (!row || !alarm || alarm.shown === alarm.due) return;
    await tx.query('update regulation_case set next_alarm_at = $2 where case_id = $1', [caseId, alarm.due]);
    if (alarm.due !== null && (alarm.shown === null || alarm.due < alarm.shown)) await askWorkflow(tx, row.state);
  });
}

async function alarmOf({ rulebook }: ActRoom, tx: EntityManager, caseId: string): Promise<{ shown: string | null; due: string | null } | undefined> {
  const [row] = await tx.query<{ state: CaseState; shown: Date | null }[]>(
    'select state, next_alarm_at as shown from regulation_case where case_id = $1',
    [caseId],
  );
  return row && { shown: row.shown?.toISOString() ?? null, due: nextAlarm(await rulebook.rulesOf(tx, row.state), row.state)?.at ?? null };
}
