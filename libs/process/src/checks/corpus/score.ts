import { findAll } from '../find-findings';
import type { Geometry } from '../finding';
import type { World } from './planted-conflicts';

export interface Score {
  planted: number;
  lookAlikes: number;
  /** Of what was planted, what was found; of what was found, what was planted. */
  recall: number;
  precision: number;
  /** Findings planted, by check. */
  byCheck: { [check: string]: number };
  differences: string[];
}

/** Reads every world of the corpus, and compares what is found with what was planted. */
export function scoreOf(worlds: readonly World[], geometry: Geometry): Score {
  let [lookAlikes, found, right] = [0, 0, 0];
  const byCheck: Score['byCheck'] = {};
  const differences: string[] = [];
  for (const world of worlds) {
    const keys = findAll(world.members, world.plans, geometry).map(({ key }) => key);
    for (const key of world.expected) byCheck[key.slice(0, 3)] = (byCheck[key.slice(0, 3)] ?? 0) + 1;
    lookAlikes += world.lookAlikes;
    found += keys.length;
    right += new Set(keys.filter((key) => world.expected.includes(key))).size;
    differences.push(...keys.filter((key) => !world.expected.includes(key)).map((key) => `${world.name}: false alarm ${key}`));
    differences.push(...world.expected.filter((key) => !keys.includes(key)).map((key) => `${world.name}: missed ${key}`));
  }
  const planted = Object.values(byCheck).reduce((sum, n) => sum + n, 0);
  return { planted, lookAlikes, recall: right / planted, precision: right / found, byCheck, differences };
}
