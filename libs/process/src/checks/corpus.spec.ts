import { convexGeometry } from './corpus/claims';
import { plantedWorlds } from './corpus/planted-conflicts';
import { scoreOf } from './corpus/score';

describe('the corpus of planted conflicts and look-alikes', () => {
  it.each([1, 17, 2026])('is read without a miss and without a false alarm (seed %i)', (seed) => {
    const { differences, planted, lookAlikes, recall, precision } = scoreOf(plantedWorlds(seed), convexGeometry);
    expect(differences).toEqual([]);
    expect(planted).toBeGreaterThanOrEqual(60);
    expect(lookAlikes).toBeGreaterThanOrEqual(60);
    expect([recall, precision]).toEqual([1, 1]);
  });
});
