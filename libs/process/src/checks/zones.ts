import { type Box, boxOf, commodityName, type ZoneClaim } from '../matrix';
import type { Check, Scene } from './check';
import { type ClaimingMember, effectAmong, type Finding, overlapToleranceHa, type ShownClaim } from './finding';
import { findingKey } from './finding-key';
import { figure, listed, nameOf, zoneSummary } from './wording';

interface Parcel {
  member: ClaimingMember;
  claim: ZoneClaim & { polygon: NonNullable<ZoneClaim['polygon']> };
  row: number;
  box: Box;
}

/** X02: parcels of two regions that cover the same ground. Zones of one region may lie inside one another. */
export const sameGround: Check<Parcel> = {
  name: 'X02',
  pairwise: true,
  *claimsOf(member) {
    for (const [index, claim] of member.matrix.zones.entries()) {
      const { polygon } = claim;
      if (polygon) yield ['ground', { member, claim: { ...claim, polygon }, row: index + 1, box: boxOf(polygon) }];
    }
  },
  judge(_topic, parties, scene, touching) {
    const parcels = parties.flatMap(({ claims }) => claims);
    const changed = parcels.filter(({ member }) => member.regionCode === touching);
    const near =
      touching === undefined
        ? neighbours(parcels, scene)
        : changed.flatMap((a) => parcels.filter((b) => meets(a, b, scene)).map((b) => inOrder(a, b)));
    const found = near.map(([a, b]) => ({ a, b, hectares: overlap(a, b, scene) })).filter(({ hectares }) => hectares >= overlapToleranceHa);
    return unique(found.map(({ a, b, hectares }) => finding(a, b, hectares)));
  },
};

/** Sweeps from west to east, so that parcels far apart are never compared. */
function neighbours(parcels: readonly Parcel[], scene: Scene): [Parcel, Parcel][] {
  const sorted = [...parcels].sort((a, b) => a.box[0] - b.box[0]);
  const pairs: [Parcel, Parcel][] = [];
  for (const [at, a] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length && sorted[next]!.box[0] <= a.box[2]; next++) {
      if (meets(a, sorted[next]!, scene)) pairs.push(inOrder(a, sorted[next]!));
    }
  }
  return pairs;
}

function meets(a: Parcel, b: Parcel, scene: Scene): boolean {
  if (a.member.regionCode === b.member.regionCode) return false;
  scene.compared.boxes++;
  return a.box[0] < b.box[2] && b.box[0] < a.box[2] && a.box[1] < b.box[3] && b.box[1] < a.box[3];
}

function overlap(a: Parcel, b: Parcel, scene: Scene): number {
  scene.compared.polygons++;
  return scene.geometry.overlapHa(a.claim.polygon, b.claim.polygon);
}

function inOrder(a: Parcel, b: Parcel): [Parcel, Parcel] {
  return a.member.regionCode < b.member.regionCode ? [a, b] : [b, a];
}

/** Two zones of one name in a matrix that skipped validation are one subject: the larger overlap stands for it. */
function unique(findings: Finding[]): Finding[] {
  const byKey = new Map<string, Finding>();
  for (const each of [...findings].sort((a, b) => (a.measure.hectares ?? 0) - (b.measure.hectares ?? 0))) byKey.set(each.key, each);
  return [...byKey.values()];
}

function finding(a: Parcel, b: Parcel, hectares: number): Finding {
  const members = [a.member.regionCode, b.member.regionCode];
  const area = figure(hectares);
  const names = listed([nameOf(a.member), nameOf(b.member)]);
  return {
    key: findingKey('X02', members, [commodityName(a.claim.name), commodityName(b.claim.name)]),
    check: 'X02',
    effect: effectAmong('X02', [a.member.state, b.member.state]),
    members,
    claims: [shown(a), shown(b)],
    measure: { hectares },
    sentence: {
      id: `${a.claim.name} dan ${b.claim.name} (${names.id}) bertumpang tindih seluas ${area.id} ha.`,
      en: `${a.claim.name} and ${b.claim.name} (${names.en}) cover the same ${area.en} ha.`,
    },
  };
}

function shown({ member: { regionCode }, claim, row }: Parcel): ShownClaim {
  return { regionCode, table: 'zones', row, summary: zoneSummary(claim), polygon: claim.polygon };
}
