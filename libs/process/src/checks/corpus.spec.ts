import { convexGeometry } from './corpus/claims';
import { plantedWorlds } from './corpus/planted-conflicts';
import { findAll } from './find-findings';

describe('the corpus of planted conflicts and look-alikes', () => {
  it.each([1, 17, 2026])('is read without a miss and without a false alarm (seed %i)', (seed) => {
    const worlds = plantedWorlds(seed);
    let [expected, lookAlikes, found, right] = [0, 0, 0, 0];
    const differences: string[] = [];
    for (const world of worlds) {
      const keys = findAll(world.members, world.plans, convexGeometry).map(({ key }) => key);
      expected += world.expected.length;
      lookAlikes += world.lookAlikes;
      found += keys.length;
      right += new Set(keys.filter((key) => world.expected.includes(key))).size;
      differences.push(...keys.filter((key) => !world.expected.includes(key)).map((key) => `${world.name}: false alarm ${key}`));
      differences.push(...world.expected.filter((key) => !keys.includes(key)).map((key) => `${world.name}: missed ${key}`));
    }
    const [recall, precision] = [right / expected, right / found];
    process.stdout.write(`findings, seed ${seed}: ${expected} planted, ${lookAlikes} look-alikes, recall ${recall}, precision ${precision}\n`);
    expect(differences).toEqual([]);
    expect(expected).toBeGreaterThanOrEqual(60);
    expect(lookAlikes).toBeGreaterThanOrEqual(60);
    expect([recall, precision]).toEqual([1, 1]);
  });
});
