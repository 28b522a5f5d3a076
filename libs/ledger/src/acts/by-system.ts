import { canonicalJson, type CaseCommand } from '#process';
import { everywhere } from '../caller';
import { sha256 } from '../digest';
import type { SystemResult } from '../results';
import type { OpenedText } from '../seal';
import type { Act, ActRoom, SystemAct } from './act';
import { take } from './take';

export interface SystemTerms {
  at?: string | undefined;
  /** Words of others that the case's readers read from now on with the case. */
  texts?: readonly OpenedText[];
}

/** Records what the engine does by itself. `at` may lie before now, for what was due earlier, but never before the case's last event. */
export async function applyBySystem(room: ActRoom, caseId: string, key: string, command: SystemAct, { at, texts = [] }: SystemTerms = {}): Promise<SystemResult> {
  const isTick = command.type === 'tick';
  const act: Act = {
    person: `system/${command.actor.system}`,
    ...(!isTick && { key: `${caseId}/${key}` }),
    ...(at !== undefined && { at }),
    texts,
    type: command.type,
    bodyHash: sha256(canonicalJson({ caseId, command })),
    command: (_state, _rules, now, cohort) =>
      ({ ...command, ...(command.type === 'complete-transfer' && cohort && { cohort }), at: now }) as CaseCommand,
  };
  const result = await take(room, caseId, everywhere, act, true);
  if ('keyReused' in result || 'busy' in result) throw new Error(`The engine used the key ${key} twice on ${caseId}, for different commands.`);
  return result;
}
