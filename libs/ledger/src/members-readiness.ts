import { type CohortState, lacksOf, type ReadinessState, readinessV1, type GateView, isoInstant, todayIn, unwritten } from '#process';
import type { EntityManager } from 'typeorm';
import { readNow } from './simulated-clock';
import { widened } from './widened';

/** What the zones of a cohort's members lack today, where its policy asks for their readiness. */
export async function readinessOf(tx: EntityManager, { policy, members }: CohortState): Promise<Pick<GateView, 'readiness'>> {
  if (!policy.includeReadiness) return {};
  const codes = members.map(({ regionCode }) => regionCode);
  const rows = await widened(tx, () => tx.query<{ region: string; state: ReadinessState }[]>('select region, state from readiness where region = any($1)', [codes]));
  const at = isoInstant((await readNow(tx)).at);
  const ofRegion = (region: string) => {
    const state = rows.find((row) => row.region === region)?.state ?? unwritten(readinessV1, region);
    return { seq: state.seq, lacks: lacksOf(readinessV1, state, todayIn(region, at)) };
  };
  return { readiness: Object.fromEntries(codes.map((region) => [region, ofRegion(region)])) };
}
