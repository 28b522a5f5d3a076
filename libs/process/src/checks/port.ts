import type { PortClaim } from '../matrix';
import type { Check, Party } from './check';
import { appliesTo, type CheckedPlan, effectAmong, standingOf, tonnesTolerance } from './finding';
import { findingKey } from './finding-key';
import { figure, listed, nameOf } from './wording';

const capacityOf = (plan: CheckedPlan): number | undefined => plan.content?.portTonnesPerYear;

/** X05: together the regions count on more tonnes over Pulau Baai than it can carry. Claims that are only shown never tip the scale. */
export const fullPort: Check<PortClaim> = {
  name: 'X05',
  *claimsOf({ regionCode, matrix: { port } }, { plans }) {
    if (!port || port.tonnesPerYear <= 0) return;
    const at = plans.findIndex((plan) => capacityOf(plan) !== undefined && appliesTo(plan, regionCode));
    if (at >= 0) yield [String(at), port];
  },
  judge(topic, parties, scene) {
    const plan = scene.plans[Number(topic)]!;
    const capacity = capacityOf(plan)!;
    const binding = parties.filter(({ member }) => standingOf[member.state] === 'binds');
    const tipping = total(binding) - capacity > tonnesTolerance ? binding : parties;
    const excess = total(tipping) - capacity;
    if (excess <= tonnesTolerance) return [];
    const members = tipping.map(({ member }) => member.regionCode);
    const [claimed, limit, names] = [figure(total(tipping)), figure(capacity), listed(tipping.map(({ member }) => nameOf(member)))];
    return [
      {
        key: findingKey('X05', members, ['pulau baai']),
        check: 'X05' as const,
        effect: effectAmong(
          'X05',
          tipping.map(({ member }) => member.state),
        ),
        members,
        claims: parties.map(({ member: { regionCode }, claims }) => {
          const tonnes = figure(claims[0]!.tonnesPerYear);
          return {
            regionCode,
            table: 'port' as const,
            row: 1,
            summary: { id: `Pulau Baai: ${tonnes.id} ton per tahun`, en: `Pulau Baai: ${tonnes.en} tonnes a year` },
          };
        }),
        plans: [`${plan.kind} ${plan.version}`],
        measure: { tonnes: excess },
        sentence: {
          id: `${names.id} memperhitungkan ${claimed.id} ton per tahun lewat Pulau Baai, sedangkan kapasitas menurut ${plan.kind} ${limit.id} ton.`,
          en: `${names.en} count on ${claimed.en} tonnes a year over Pulau Baai, whose capacity in the ${plan.kind} is ${limit.en} tonnes.`,
        },
      },
    ];
  },
};

function total(parties: readonly Party<PortClaim>[]): number {
  return parties.reduce((sum, { claims }) => sum + claims[0]!.tonnesPerYear, 0);
}
