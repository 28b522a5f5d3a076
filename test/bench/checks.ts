import { cpus } from 'node:os';
import { indexFindings, refind } from '#process/checks/index';
import { nation } from '#process/checks/corpus/nation';
import { plantedWorlds } from '#process/checks/corpus/planted-conflicts';
import { scoreOf } from '#process/checks/corpus/score';
import type { ClaimingMember } from '#process/checks/finding';
import { turfGeometry } from '#ledger/geometry';

/** `npm run bench:checks`, after `npm run build`: what docs/checks.md says, measured again with the geometry of the house. */
const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const rounds = 5;

function median(work: () => unknown): string {
  const times = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - start) / 1e6;
  }).sort((one, other) => one - other);
  const middle = times[Math.floor(rounds / 2)]!;
  return middle < 10 ? middle.toFixed(1) : middle.toFixed(0);
}

say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]!.model}, median of ${rounds} rounds`);
say();
say('| seed | planted | look-alikes | recall | precision | by check |');
say('|---|---|---|---|---|---|');
for (const seed of [1, 17, 2026]) {
  const { planted, lookAlikes, recall, precision, byCheck, differences } = scoreOf(plantedWorlds(seed), turfGeometry);
  say(`| ${seed} | ${planted} | ${lookAlikes} | ${recall} | ${precision} | ${Object.entries(byCheck).sort().map(([check, n]) => `${check} ${n}`).join(', ')} |`);
  for (const difference of differences) say(`  ${difference}`);
}
say();
say('| regions | findings | all checks | one region changes its claims |');
say('|---|---|---|---|');
const worlds: [name: string, members: ClaimingMember[], changed: ClaimingMember][] = [
  ['10', nation(10, 2026), nation(10, 2027)[5]!],
  ['60, the planted cohort', plantedWorlds(17)[0]!.members, plantedWorlds(2026)[0]!.members[5]!],
  ['514', nation(514, 2026), nation(514, 2027)[100]!],
];
for (const [name, members, changed] of worlds) {
  const index = indexFindings(members, [], turfGeometry);
  say(`| ${name} | ${index.findings.length} | ${median(() => indexFindings(members, [], turfGeometry))} ms | ${median(() => refind(index, changed))} ms |`);
}
