import { commodityName, type FlagshipClaim } from '../matrix';
import { type Check, pairsOf, type Party } from './check';
import { type ClaimingMember, effectAmong, type Finding, type ShownClaim } from './finding';
import { findingKey } from './finding-key';
import { flagshipSummary, listed, nameOf } from './wording';

interface Flagship {
  claim: FlagshipClaim;
  row: number;
  commodity: string;
}

/** X01: two regions name the same product their main flagship in the same years, and have not both declared who does what. */
export const sameFlagship: Check<Flagship> = {
  name: 'X01',
  pairwise: true,
  *claimsOf({ matrix }) {
    for (const [index, claim] of matrix.flagships.entries()) {
      if (claim.role !== 'main') continue;
      const flagship = { claim, row: index + 1, commodity: commodityName(claim.commodity) };
      if (flagship.commodity) yield [`commodity:${flagship.commodity}`, flagship];
      if (claim.kbli) yield [`kbli:${claim.kbli}`, flagship];
    }
  },
  judge(topic, parties, scene, touching) {
    const findings: Finding[] = [];
    for (const [first, second] of pairsOf(parties, touching)) {
      scene.compared.claims += first.claims.length * second.claims.length;
      const clashes = first.claims.flatMap((a) => second.claims.filter((b) => clash(topic, [a, first], [b, second])).map((b) => [a, b] as const));
      if (clashes.length > 0) findings.push(finding(topic, first.member, second.member, clashes));
    }
    return findings;
  },
};

type Side = [Flagship, Party<Flagship>];

function clash(topic: string, [a, first]: Side, [b, second]: Side): boolean {
  // One product under one code would be found twice: its commodity speaks for it.
  if (topic.startsWith('kbli:') && a.commodity !== '' && a.commodity === b.commodity) return false;
  const sharesYears = a.claim.from <= b.claim.to && b.claim.from <= a.claim.to;
  return sharesYears && !(declaresDivision(a.claim, second.member) && declaresDivision(b.claim, first.member));
}

function declaresDivision(claim: FlagshipClaim, other: ClaimingMember): boolean {
  return claim.sharedWith.includes(other.regionCode) && claim.division.trim() !== '';
}

function finding(topic: string, first: ClaimingMember, second: ClaimingMember, clashes: (readonly [Flagship, Flagship])[]): Finding {
  const members = [first.regionCode, second.regionCode];
  const years = new Set(clashes.flatMap(([a, b]) => sharedYears(a.claim, b.claim)));
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const span = from === to ? `${from}` : `${from}–${to}`;
  const what = topic.startsWith('kbli:') ? `KBLI ${topic.slice(5)}` : topic.slice(10);
  const names = listed([nameOf(first), nameOf(second)]);
  return {
    key: findingKey('X01', members, [topic]),
    check: 'X01',
    effect: effectAmong('X01', [first.state, second.state]),
    members,
    claims: [
      ...shown(
        first,
        clashes.map(([a]) => a),
      ),
      ...shown(
        second,
        clashes.map(([, b]) => b),
      ),
    ],
    measure: { years: years.size },
    sentence: {
      id: `${names.id} sama-sama menetapkan ${what} sebagai unggulan utama pada ${span} tanpa pembagian peran yang dinyatakan keduanya.`,
      en: `${names.en} both name ${what} their main flagship in ${span}, without a division of roles that both declare.`,
    },
  };
}

/** Bounded by the plan's term; a matrix that skipped validation cannot make this list long. */
function sharedYears(a: FlagshipClaim, b: FlagshipClaim): number[] {
  const from = Math.max(a.from, b.from);
  const length = Math.min(Math.min(a.to, b.to) - from + 1, 200);
  return Array.from({ length }, (_, offset) => from + offset);
}

function shown({ regionCode }: ClaimingMember, flagships: Flagship[]): ShownClaim[] {
  return [...new Set(flagships)]
    .sort((a, b) => a.row - b.row)
    .map(({ row, claim }) => ({ regionCode, table: 'flagships', row, summary: flagshipSummary(claim) }));
}
