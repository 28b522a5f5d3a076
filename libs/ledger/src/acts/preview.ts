import { type CaseEvent, type CaseState, decide, evolveAll, isoInstant, isRefusal, type PersonCommand, type Refusal } from '#process';
import type { Caller } from '../caller';
import { instantFor, readCase } from '../case-row';
import type { NotFound } from '../results';
import { seal } from '../seal';
import { readNow } from '../simulated-clock';
import type { Unsealed } from '../unsealed';
import type { ActRoom } from './act';
import { byPerson } from './by-person';

export type Preview = { events: CaseEvent[]; after: CaseState } | Refusal | NotFound;

/** What a command would record, or why it would be refused. Writes nothing. */
export async function preview({ database, rulebook }: ActRoom, caseId: string, caller: Caller, unsealed: Unsealed<PersonCommand>): Promise<Preview> {
  return database.inScope(caller.scopes, async (tx) => {
    const row = await readCase(tx, caseId);
    if (!row) return { notFound: true };
    const rules = await rulebook.rulesOf(tx, row.state);
    const at = isoInstant(instantFor(row.state.at, (await readNow(tx)).at));
    const command = byPerson(rules.definition, row.state, seal(unsealed).command, caller, at);
    const decision = isRefusal(command) ? command : decide(rules, row.state, command);
    return isRefusal(decision) ? decision : { events: decision.events, after: evolveAll(rules.definition, row.state, decision.events) };
  });
}
