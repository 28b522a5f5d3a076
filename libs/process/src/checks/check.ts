import type { CheckedPlan, ClaimingMember, Finding, Geometry, RegionNames } from './finding';

/** What a check may look at besides the claims, and the count of what it compared. */
export interface Scene {
  plans: readonly CheckedPlan[];
  geometry: Geometry;
  compared: Compared;
  /** Names of regions by BPS code, for sentences about those that claim nothing; the code stands in for a missing one. */
  names: RegionNames;
}

/** Work done by a run: pairs of claims judged, pairs of boxes, pairs of polygons cut. */
export interface Compared {
  claims: number;
  boxes: number;
  polygons: number;
}

/** A member's claims on one topic. */
export interface Party<Claim> {
  member: ClaimingMember;
  claims: readonly Claim[];
}

/**
 * A rule over topics. A claim lies under every topic it may clash on (a KBLI code, a commodity, a link), so that only claims of one topic
 * are ever compared, and a changed region re-judges only the topics it touches.
 */
export interface Check<Claim> {
  /** Distinct among checks. */
  name: string;
  claimsOf(member: ClaimingMember, scene: Scene): Iterable<readonly [topic: string, claim: Claim]>;
  /** Topics that are judged even if no member says anything about them. */
  topicsOf?(scene: Scene): readonly string[];
  /** The findings of one topic are about pairs: those without the changed region need no second look, and `touching` names it. */
  pairwise?: boolean;
  /** Parties come sorted by region code. */
  judge(topic: string, parties: readonly Party<Claim>[], scene: Scene, touching?: string): Finding[];
}

/** Pairs of parties in order; only those with `touching` when it is given. */
export function* pairsOf<Claim>(parties: readonly Party<Claim>[], touching?: string): Generator<[Party<Claim>, Party<Claim>]> {
  const changed = parties.find(({ member }) => member.regionCode === touching);
  for (const [at, first] of parties.entries()) {
    if (touching === undefined) for (const second of parties.slice(at + 1)) yield [first, second];
    else if (changed && first !== changed) yield first.member.regionCode < changed.member.regionCode ? [first, changed] : [changed, first];
  }
}
