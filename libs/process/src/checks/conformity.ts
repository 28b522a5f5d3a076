import { commodityName, type FlagshipClaim, type PlanMatrix } from '../matrix';
import type { Text } from '../text';
import type { Check } from './check';
import { appliesTo, type CheckedPlan, effectAmong, type PlanContent } from './finding';
import { findingKey } from './finding-key';
import { flagshipSummary, nameOf } from './wording';

export type ConformityCheck = 'C01' | 'C02';
export type ConformityReason = 'not-listed' | 'role-differs' | 'outside-horizon';

/** What a region's flagships are to a plan of higher rank; the vote agrees with it or gives its reasons. Undefined: no plan with content. */
export interface Conformity {
  check: ConformityCheck;
  result: 'conform' | 'not-conform';
  exceptions: { row: number; reason: ConformityReason }[];
}

/** C01 asks the national plan and policy together (UU 3/2014 art. 11), C02 the provincial plan. */
const plansAsked: Record<ConformityCheck, CheckedPlan['kind'][]> = { C01: ['RIPIN', 'KIN'], C02: ['RPIP'] };

export function conformityOf(
  check: ConformityCheck,
  region: { regionCode: string; matrix: PlanMatrix },
  plans: readonly CheckedPlan[],
): Conformity | undefined {
  const asked = plans
    .filter((plan) => plansAsked[check].includes(plan.kind) && appliesTo(plan, region.regionCode))
    .flatMap(({ content }) => content ?? []);
  if (asked.length === 0) return undefined;
  const listed = asked.flatMap(({ flagships }) => flagships);
  const horizons = asked.flatMap(({ horizon }) => horizon ?? []);
  const exceptions = region.matrix.flagships.flatMap((claim, index) =>
    reasonsAgainst(claim, listed, horizons).map((reason) => ({ row: index + 1, reason })),
  );
  return { check, result: exceptions.length === 0 ? 'conform' : 'not-conform', exceptions };
}

function reasonsAgainst(claim: FlagshipClaim, listed: PlanContent['flagships'], horizons: { from: number; to: number }[]): ConformityReason[] {
  const matching = listed.filter(
    (entry) => (entry.kbli && claim.kbli.startsWith(entry.kbli)) || commodityName(entry.commodity) === commodityName(claim.commodity),
  );
  const reasons: ConformityReason[] = [];
  if (matching.length === 0) reasons.push('not-listed');
  else if (!matching.some(({ role }) => role === undefined || role === claim.role)) reasons.push('role-differs');
  if (horizons.length > 0 && !horizons.some(({ from, to }) => claim.from >= from && claim.to <= to)) reasons.push('outside-horizon');
  return reasons;
}

const reasonText: Record<ConformityReason, Text> = {
  'not-listed': { id: 'tidak tercantum', en: 'not listed' },
  'role-differs': { id: 'peran berbeda', en: 'another role' },
  'outside-horizon': { id: 'di luar jangka waktu', en: 'outside its term' },
};

/** C01 or C02 as a finding, when a region's flagships do not conform. A fixed region has no case, so nobody votes on it. */
export function conformityCheck(check: ConformityCheck): Check<Conformity> {
  return {
    name: check,
    *claimsOf(member, { plans }) {
      if (member.state === 'fixed') return;
      const conformity = conformityOf(check, member, plans);
      if (conformity?.result === 'not-conform') yield [member.regionCode, conformity];
    },
    judge(regionCode, parties) {
      return parties.map(({ member, claims: [conformity] }) => {
        const { exceptions } = conformity!;
        const rows = [...new Set(exceptions.map(({ row }) => row))];
        const plans = plansAsked[check].join('/');
        return {
          key: findingKey(check, [regionCode], ['flagships']),
          check,
          effect: effectAmong(check, [member.state]),
          members: [regionCode],
          claims: rows.map((row) => {
            const summary = flagshipSummary(member.matrix.flagships[row - 1]!);
            const reasons = exceptions.filter((exception) => exception.row === row).map(({ reason }) => reasonText[reason]);
            return {
              regionCode,
              table: 'flagships' as const,
              row,
              summary: {
                id: `${summary.id} – ${reasons.map(({ id }) => id).join(', ')}`,
                en: `${summary.en} – ${reasons.map(({ en }) => en).join(', ')}`,
              },
            };
          }),
          measure: {},
          sentence: {
            id: `${rows.length} unggulan ${nameOf(member)} belum sesuai dengan ${plans}.`,
            en: `${rows.length} ${rows.length === 1 ? 'flagship' : 'flagships'} of ${nameOf(member)} ${rows.length === 1 ? 'does' : 'do'} not conform to ${plans}.`,
          },
        };
      });
    },
  };
}
