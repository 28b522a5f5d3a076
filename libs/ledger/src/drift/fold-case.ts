import { type CaseState, evolve, noticesOf, type RecordedEvent, type Stay, stayEnded } from '#process';
import type { EntityManager } from 'typeorm';
import { joinActor } from '../chain';
import type { CaseEventRow, RegulationCase } from '../entities';
import type { Rulebook } from '../rulebook';
import type { Told } from './notice-findings';

/** Coming to the gate, or standing there with other claims. `left` once the case does not stand there so any more. */
export interface Arrival {
  seq: number;
  programmeYear: number;
  manifestHash: string;
  left: boolean;
}

export interface FoldedCase {
  state: CaseState;
  told: Told[];
  stays: Stay[];
  arrivals: (Arrival & { at: string; leftSeq: number | null })[];
}

/** Everything that follows from the events of a case, each judged by the calendar it was recorded under. */
export async function foldCase(tx: EntityManager, rulebook: Rulebook, row: RegulationCase, events: readonly CaseEventRow[]): Promise<FoldedCase> {
  const definition = await rulebook.definition(tx, row.processHash);
  const [told, stays, arrivals]: [Told[], Stay[], FoldedCase['arrivals']] = [[], [], []];
  let state: CaseState | undefined;
  for (const event of events.map(recorded)) {
    const after = evolve(definition, state, event);
    const rules = await rulebook.rules(tx, { hash: row.processHash, calendarVersion: after.calendarVersion, region: row.region });
    for (const { template, except } of noticesOf(rules, state, event, after)) told.push({ seq: event.seq, template, certain: except.length === 0 });
    const stay = stayEnded(rules, state, event, after);
    if (stay) stays.push(stay);
    if (state?.gate?.arrivedSeq !== after.gate?.arrivedSeq) {
      const last = arrivals.at(-1);
      if (state?.gate && last) Object.assign(last, { left: true, leftSeq: event.seq });
      if (after.gate)
        arrivals.push({ seq: after.gate.arrivedSeq, programmeYear: after.programmeYear, manifestHash: after.gate.manifestHash, left: false, at: event.at, leftSeq: null });
    }
    state = after;
  }
  if (!state) throw new Error(`${row.caseId} has no events.`);
  return { state, told, stays, arrivals };
}

function recorded({ caseId, seq, type, at, actor, onBehalfOf, body }: CaseEventRow): RecordedEvent {
  return { caseId, seq, type, at: at.toISOString(), actor: joinActor(actor, onBehalfOf), body } as unknown as RecordedEvent;
}
