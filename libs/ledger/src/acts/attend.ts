import { isoInstant } from '#process';
import { everywhere } from '../caller';
import type { Agenda } from '../results';
import type { ActRoom } from './act';
import { applyBySystem } from './by-system';
import { look, type Look } from './look';
import { recount } from './recount';

const mostTicks = 50;

/** Records what is due, alarm by alarm, and clears the request that was raised before, and says what is left. `seen` and `workflowTime`: see `CaseLedger.attend`. */
export async function attend(room: ActRoom, caseId: string, seen: number, workflowTime?: number): Promise<Agenda> {
  const raised = await room.database.inScope(everywhere, async (tx) => {
    const [row] = await tx.query<{ version: string }[]>(`select version from agenda where kind = 'case' and id = $1`, [caseId]);
    return row?.version;
  });
  const left = await ring(room, caseId, seen, workflowTime);
  // Looked at after the request was read: one that was raised since stays.
  if (raised !== undefined) await served(room, caseId, raised);
  return left?.agenda ?? { open: false, seq: 0 };
}

/** Records what is due, alarm by alarm, and says how the case stands then. */
export async function ring(room: ActRoom, caseId: string, seen = 0, workflowTime?: number): Promise<Look | undefined> {
  const { database, rulebook, terms } = room;
  const lookedAt = () => database.inScope(everywhere, (tx) => look(rulebook, tx, caseId));
  let looked = await lookedAt();
  for (let ticks = 0; looked && ticks < mostTicks; ticks++) {
    const { agenda, now, offset, behindSeq } = looked;
    if (agenda.seq < seen && behindSeq !== seen) {
      await applyBySystem(room, caseId, `behind/${seen}`, { type: 'mark-behind', seen, actor: { system: 'transfer' } });
      looked = await lookedAt();
      continue;
    }
    const skipped = terms.timeSkipping && workflowTime !== undefined && workflowTime > now ? workflowTime : undefined;
    if (!agenda.alarm || agenda.alarm.at > (skipped ?? now)) break;
    const at = skipped === undefined ? undefined : isoInstant(skipped + offset);
    const ticked = await applyBySystem(room, caseId, agenda.alarm.key, { type: 'tick', actor: { system: 'clock' } }, { at });
    looked = await lookedAt();
    if (!('applied' in ticked) || ticked.applied.seq === agenda.seq) break;
  }
  if (looked?.isStale) await recount(room, caseId);
  return looked;
}

/** Clears the request to the workflow up to `version`; one that was raised since stays. */
async function served({ database }: ActRoom, caseId: string, version: string): Promise<void> {
  await database.inScope(everywhere, (tx) => tx.query(`delete from agenda where kind = 'case' and id = $1 and version <= $2`, [caseId, version]));
}
