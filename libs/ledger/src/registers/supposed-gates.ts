import { type CohortState, effectOf, type Supposition, type Tally, tallyOf, type Text } from '#process';
import type { EntityManager } from 'typeorm';
import type { CohortLedger } from '../cohort-ledger';

interface Supposed {
  now: CohortState;
  /** The cohort as supposed, and its tally. */
  state: CohortState;
  after: Tally;
  supposed: readonly Supposition[];
  names: ReadonlyMap<string, string>;
}

/** The gate as it is beside the gate as supposed. */
export async function supposedGates(tx: EntityManager, ledger: CohortLedger, { now, state, after, supposed, names }: Supposed): Promise<{ before: Tally; effect: Text }> {
  const before = tallyOf(now, await ledger.view(tx, now));
  return { before, effect: effectOf(supposed, { before, after, state, names }) };
}

/** The suppositions as one sentence. */
export function saidOf(supposed: readonly Supposition[], names: ReadonlyMap<string, string>): Text {
  const waived = supposed.flatMap((one) => (one === 'cut-off' ? [] : [names.get(one.slice('waive:'.length)) ?? one]));
  const date = supposed.includes('cut-off');
  const id = [...(date ? ['tanggal batas telah lewat'] : []), ...(waived.length > 0 ? [`${waived.join(', ')} dikecualikan`] : [])].join(', dan ');
  const en = [...(date ? ['the cut-off date has passed'] : []), ...(waived.length > 0 ? [`${waived.join(', ')} waived`] : [])].join(', and ');
  return { id: `${id.charAt(0).toUpperCase()}${id.slice(1)}.`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` };
}
