import { commodityName } from '../matrix';
import type { Check, Scene } from './check';
import { appliesTo, type CheckedPlan, effectAmong } from './finding';
import { findingKey } from './finding-key';
import { nameOf } from './wording';

type PlanZone = NonNullable<CheckedPlan['content']>['zones'][number];

/** X06: a zone of the provincial plan in which no region plans anything. */
export const unservedZone: Check<true> = {
  name: 'X06-zone',
  topicsOf: (scene) => [...planZones(scene).keys()],
  *claimsOf({ regionCode, matrix }, scene) {
    if (matrix.zones.length === 0) return;
    const planned = new Set(matrix.zones.map(({ name }) => commodityName(name)));
    for (const [topic, { plan, zone }] of planZones(scene)) {
      const serves = planned.has(commodityName(zone.name)) || zone.regionCodes?.includes(regionCode);
      if (serves && appliesTo(plan, regionCode)) yield [topic, true];
    }
  },
  judge(topic, parties, scene) {
    const { plan, zone } = planZones(scene).get(topic)!;
    if (parties.length > 0) return [];
    return [
      {
        key: findingKey('X06', [], ['zone', plan.regionCode ?? 'nation', zone.name]),
        check: 'X06',
        effect: effectAmong('X06', []),
        members: [],
        claims: [],
        plans: [`${plan.kind} ${plan.version}`],
        measure: {},
        sentence: {
          id: `Wilayah ${zone.name} dalam ${plan.kind} ${plan.version} tidak dilayani satu daerah pun.`,
          en: `The zone ${zone.name} of the ${plan.kind} ${plan.version} is served by no region.`,
        },
      },
    ];
  },
};

function planZones({ plans }: Scene): Map<string, { plan: CheckedPlan; zone: PlanZone }> {
  const provincial = plans.filter(({ kind }) => kind === 'RPIP');
  return new Map(
    provincial.flatMap((plan) => (plan.content?.zones ?? []).map((zone) => [`${plan.regionCode ?? ''}:${commodityName(zone.name)}`, { plan, zone }])),
  );
}

/** X06: a region without a sentra, although the national plan wants one in each (PP 14/2015, annex). */
export const noSentra: Check<true> = {
  name: 'X06-sentra',
  *claimsOf({ regionCode, matrix }) {
    if (matrix.sentra.length === 0) yield [regionCode, true];
  },
  judge(regionCode, parties) {
    return parties.map(({ member }) => ({
      key: findingKey('X06', [regionCode], ['sentra']),
      check: 'X06' as const,
      effect: effectAmong('X06', [member.state]),
      members: [regionCode],
      claims: [],
      measure: {},
      sentence: { id: `${nameOf(member)} belum merencanakan satu sentra pun.`, en: `${nameOf(member)} plans no sentra yet.` },
    }));
  },
};
