import { everywhere } from '../caller';
import { readCase } from '../case-row';
import type { Agenda, Sealed, TransferOutcome } from '../results';
import type { ActRoom } from './act';
import { applyBySystem } from './by-system';
import { look } from './look';
import { outcomeOf } from './outcome-of';

/** The case arrives at its next desk, or stays because documents were damaged. Acts only on the transfer it names; of any other it tells the outcome. */
export async function completeTransfer(
  room: ActRoom,
  caseId: string,
  transferSeq: number,
  outcome: Sealed,
): Promise<{ outcome: TransferOutcome; now: Agenda }> {
  const state = await room.database.inScope(everywhere, async (tx) => (await readCase(tx, caseId))?.state);
  if (state?.transfer?.seq === transferSeq && !('gone' in outcome)) {
    await applyBySystem(room, caseId, `transfer/${transferSeq}/${'intact' in outcome ? 'intact' : 'damaged'}`, {
      type: 'complete-transfer',
      transfer: transferSeq,
      outcome,
      actor: { system: 'transfer' },
    });
  }
  return room.database.inScope(everywhere, async (tx) => {
    const looked = await look(room.rulebook, tx, caseId);
    const became = await outcomeOf(tx, caseId, transferSeq);
    if (!looked || !became) throw new Error(`${caseId} never had a transfer ${transferSeq}.`);
    return { outcome: became.outcome, now: looked.agenda };
  });
}
