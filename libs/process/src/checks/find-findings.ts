import type { Check, Compared, Party, Scene } from './check';
import { conformityCheck } from './conformity';
import { noSentra, unservedZone } from './coverage';
import { type CheckedPlan, type ClaimingMember, type Finding, type Geometry, type RegionNames, standingOf } from './finding';
import { sameFlagship } from './overlap';
import { fullPort } from './port';
import { shortMaterial, unmatchedLink } from './supply';
import { sameGround } from './zones';

const checks: readonly Check<unknown>[] = [
  sameFlagship,
  sameGround,
  unmatchedLink,
  shortMaterial,
  fullPort,
  unservedZone,
  noSentra,
  conformityCheck('C01'),
  conformityCheck('C02'),
];

/** Region code → that region's claims, under one topic of one check. */
type Topic = ReadonlyMap<string, Party<unknown>>;

interface Shelf {
  topics: ReadonlyMap<string, Topic>;
  found: ReadonlyMap<string, readonly Finding[]>;
  /** Region code → its topics. */
  touched: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The findings of a cohort together with what is needed to find them again after one region has changed. Never mutated. */
export interface FindingIndex {
  /** Sorted by key. */
  findings: readonly Finding[];
  /** Work of the run that made this index. */
  compared: Readonly<Compared>;
  plans: readonly CheckedPlan[];
  geometry: Geometry;
  names: RegionNames;
  shelves: ReadonlyMap<string, Shelf>;
}

/** Everything the checks find among the members; a withdrawn member has left, a waived one is shown and never blocks. Sorted by key. */
export function findAll(members: readonly ClaimingMember[], plans: readonly CheckedPlan[], geometry: Geometry, names?: RegionNames): Finding[] {
  return [...indexFindings(members, plans, geometry, names).findings];
}

/** The same, kept so that `refind` can go on from it. Region codes are distinct; a repeated one would be two truths and throws. */
export function indexFindings(members: readonly ClaimingMember[], plans: readonly CheckedPlan[], geometry: Geometry, names: RegionNames = new Map()): FindingIndex {
  if (new Set(members.map(({ regionCode }) => regionCode)).size < members.length) throw new Error('a region is named twice among the members');
  const scene = sceneOf({ plans, geometry, names });
  const present = members.filter(isPresent).sort((a, b) => (a.regionCode < b.regionCode ? -1 : 1));
  const shelves = new Map(checks.map((check) => [check.name, fullShelf(check, present, scene)]));
  return indexOf(shelves, scene);
}

/** The findings after one region's matrix or state changed (or it joined; a region leaves as withdrawn). Only topics it touched or touches are judged, and of pairs only its own. */
export function refind(previous: FindingIndex, changed: ClaimingMember): FindingIndex {
  const scene = sceneOf(previous);
  const shelves = new Map(checks.map((check) => [check.name, changedShelf(check, previous.shelves.get(check.name)!, changed, scene)]));
  return indexOf(shelves, scene);
}

function fullShelf(check: Check<unknown>, members: readonly ClaimingMember[], scene: Scene): Shelf {
  const topics = new Map<string, Map<string, Party<unknown>>>((check.topicsOf?.(scene) ?? []).map((topic) => [topic, new Map()]));
  const touched = new Map<string, ReadonlySet<string>>();
  for (const member of members) {
    const parties = partiesOf(check, member, scene);
    touched.set(member.regionCode, new Set(parties.keys()));
    for (const [topic, party] of parties) {
      const at = topics.get(topic) ?? new Map<string, Party<unknown>>();
      topics.set(topic, at.set(member.regionCode, party));
    }
  }
  const found = new Map([...topics].map(([topic, parties]) => [topic, check.judge(topic, sorted(parties), scene)]));
  return { topics, found, touched };
}

function changedShelf(check: Check<unknown>, shelf: Shelf, changed: ClaimingMember, scene: Scene): Shelf {
  const { regionCode } = changed;
  const parties = isPresent(changed) ? partiesOf(check, changed, scene) : new Map<string, Party<unknown>>();
  const standing = new Set(check.topicsOf?.(scene) ?? []);
  const [topics, found] = [new Map(shelf.topics), new Map(shelf.found)];
  for (const topic of new Set([...(shelf.touched.get(regionCode) ?? []), ...parties.keys()])) {
    const at = new Map(topics.get(topic));
    at.delete(regionCode);
    const party = parties.get(topic);
    if (party) at.set(regionCode, party);
    if (at.size === 0 && !standing.has(topic)) {
      topics.delete(topic);
      found.delete(topic);
      continue;
    }
    topics.set(topic, at);
    const kept = check.pairwise ? (found.get(topic) ?? []).filter(({ members }) => !members.includes(regionCode)) : [];
    const fresh = check.pairwise ? (party ? check.judge(topic, sorted(at), scene, regionCode) : []) : check.judge(topic, sorted(at), scene);
    found.set(topic, [...kept, ...fresh]);
  }
  return { topics, found, touched: new Map(shelf.touched).set(regionCode, new Set(parties.keys())) };
}

function partiesOf(check: Check<unknown>, member: ClaimingMember, scene: Scene): Map<string, Party<unknown>> {
  const claims = new Map<string, unknown[]>();
  for (const [topic, claim] of check.claimsOf(member, scene)) {
    const already = claims.get(topic);
    if (already) already.push(claim);
    else claims.set(topic, [claim]);
  }
  return new Map([...claims].map(([topic, list]) => [topic, { member, claims: list }]));
}

function sorted(topic: Topic): Party<unknown>[] {
  return [...topic.values()].sort((a, b) => (a.member.regionCode < b.member.regionCode ? -1 : 1));
}

function isPresent({ state }: ClaimingMember): boolean {
  return standingOf[state] !== 'gone';
}

function sceneOf({ plans, geometry, names }: Pick<Scene, 'plans' | 'geometry' | 'names'>): Scene {
  return { plans, geometry, names, compared: { claims: 0, boxes: 0, polygons: 0 } };
}

function indexOf(shelves: ReadonlyMap<string, Shelf>, { plans, geometry, names, compared }: Scene): FindingIndex {
  const findings = [...shelves.values()]
    .flatMap(({ found }) => [...found.values()].flat())
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { findings, compared, plans, geometry, names, shelves };
}
