import { readFileSync } from 'node:fs';
import path from 'node:path';
import { indexFindings } from '#process/checks/index';
import { nation } from '#process/checks/corpus/nation';
import { plantedWorlds } from '#process/checks/corpus/planted-conflicts';
import { scoreOf } from '#process/checks/corpus/score';
import { turfGeometry } from '#ledger/geometry';

const page = readFileSync(path.join(__dirname, '..', '..', 'docs', 'checks.md'), 'utf8');

describe('the page on the checks', () => {
  it.each([1, 17, 2026])('publishes what the corpus of seed %i gives with the geometry of the house', (seed) => {
    const { planted, lookAlikes, recall, precision, byCheck, differences } = scoreOf(plantedWorlds(seed), turfGeometry);
    expect(differences).toEqual([]);
    expect(page).toContain(`| ${seed} | ${planted} | ${lookAlikes} | ${recall} | ${precision} | ${Object.entries(byCheck).sort().map(([check, n]) => `${check} ${n}`).join(', ')} |`);
  });

  it('counts the findings of ten regions, of the planted cohort and of the nation', () => {
    const found = [nation(10, 2026), plantedWorlds(17)[0]!.members, nation(514, 2026)].map((members) => indexFindings(members, [], turfGeometry).findings.length);
    expect(found.map((n) => n.toLocaleString('en')).map((n) => page.includes(`| ${n} |`))).toEqual([true, true, true]);
  });
});
