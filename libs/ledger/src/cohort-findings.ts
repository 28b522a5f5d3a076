import { canonicalJson, type CohortState, type Release } from '#process';
import { type CheckedPlan, type ClaimingMember, type Finding, type FindingIndex, indexFindings, type PlanContent, refind, type RegionNames } from '#process/checks/index';
import type { EntityManager } from 'typeorm';
import { sha256 } from './digest';
import { turfGeometry } from './geometry';
import { sourcesOfRelease } from './claims-at';
import { claimsOf, type ClaimSource, sourcesOf } from './members-claims';
import { regionLabel } from './region-label';
import type { Rulebook } from './rulebook';
import { widened } from './widened';

/** A finding with the hash of what it compares: edited claims make a new subject, and what was agreed on the old one counts no more. */
export type JudgedFinding = Finding & { subject: string };

/** What the checks find, and the hash of the claims they read, by region. */
export interface Found {
  findings: JudgedFinding[];
  claims: { [regionCode: string]: string };
}

/** Finds what the checks say about the members' plans, in the transaction that asks. */
export type Findings = (tx: EntityManager, state: CohortState) => Promise<Found>;

interface Known {
  plans: string;
  /** Region → the version of its claims that the index holds. */
  versions: Map<string, string>;
  members: Map<string, ClaimingMember>;
  index: FindingIndex;
  findings: JudgedFinding[];
}

const mostCohorts = 50;
/** With more regions changed than this, finding everything anew costs less. */
const fewRegions = 5;

/** The checks of a cohort over its members' manifested matrices. What is kept between two calls is only ever an answer to the very same claims. */
export class CohortFindings {
  private readonly kept = new Map<string, Known>();

  constructor(private readonly rulebook: Rulebook) {}

  readonly of: Findings = (tx, state) => widened(tx, () => this.find(tx, state));

  private async find(tx: EntityManager, state: CohortState): Promise<Found> {
    const sources = await sourcesOf(tx, this.rulebook, state);
    const claims = Object.fromEntries(sources.map(({ regionCode, sha256: hash }) => [regionCode, hash]));
    return { findings: await this.over(tx, state, sources), claims };
  }

  private async over(tx: EntityManager, state: CohortState, sources: ClaimSource[]): Promise<JudgedFinding[]> {
    const plans = checkedPlans(state);
    const known = this.kept.get(state.id);
    const kept = known?.plans === canonicalJson(plans) ? known : undefined;
    const changed = sources.filter((source) => kept?.versions.get(source.regionCode) !== versionOf(source));
    const gone = [...(kept?.versions.keys() ?? [])].filter((region) => !sources.some(({ regionCode }) => regionCode === region));
    if (kept && changed.length + gone.length === 0) return kept.findings;
    const anew = !kept || changed.length + gone.length > fewRegions;
    const claims = await claimsOf(tx, anew ? sources : changed);
    const left = gone.concat(changed.map(({ regionCode }) => regionCode).filter((region) => !claims.some(({ regionCode }) => regionCode === region)));
    return this.keep(state.id, anew ? all(claims, plans, sources, await namesIn(tx, state.province)) : some(kept, claims, left, sources));
  }

  private keep(cohortId: string, known: Known): JudgedFinding[] {
    this.kept.delete(cohortId);
    this.kept.set(cohortId, known);
    if (this.kept.size > mostCohorts) this.kept.delete(this.kept.keys().next().value!);
    return known.findings;
  }
}

/** What the checks said when a round was released, found anew from the claims the release has compared. `state` is the cohort as it was then. */
export async function findingsOfRelease(tx: EntityManager, state: CohortState, release: Release): Promise<JudgedFinding[]> {
  return widened(tx, async () => {
    const sources = await sourcesOfRelease(tx, state, release);
    return all(await claimsOf(tx, sources), checkedPlans(state), sources, await namesIn(tx, state.province)).findings;
  });
}

const versionOf = ({ state, subject, sha256: hash }: ClaimSource): string => `${state} ${subject} ${hash}`;
const versionsOf = (sources: readonly ClaimSource[]) => new Map(sources.map((source) => [source.regionCode, versionOf(source)]));

/** What the regions of a province are called; a link may lead to one that claims nothing. */
async function namesIn(tx: EntityManager, province: string): Promise<RegionNames> {
  const rows = await tx.query<{ code: string; name: string }[]>(`select code, name from region where code like $1 || '__'`, [province]);
  return new Map(rows.map(({ code, name }) => [code, regionLabel(name)]));
}

function all(claims: ClaimingMember[], plans: CheckedPlan[], sources: readonly ClaimSource[], names: RegionNames): Known {
  const index = indexFindings(claims, plans, turfGeometry, names);
  const members = new Map(claims.map((member) => [member.regionCode, member]));
  return { plans: canonicalJson(plans), versions: versionsOf(sources), members, index, findings: index.findings.map(judged) };
}

/** Only what the changed and the departed regions touch is judged again. */
function some(kept: Known, changed: readonly ClaimingMember[], left: readonly string[], sources: readonly ClaimSource[]): Known {
  const members = new Map(kept.members);
  let { index } = kept;
  for (const region of left) {
    const member = members.get(region);
    if (member) index = refind(index, { ...member, state: 'withdrawn' });
    members.delete(region);
  }
  for (const member of changed) {
    index = refind(index, member);
    members.set(member.regionCode, member);
  }
  return { ...kept, versions: versionsOf(sources), members, index, findings: index.findings.map(judged) };
}

/** Rows may move and other rows may change without touching the subject. */
function judged(finding: Finding): JudgedFinding {
  const claims = finding.claims.map(({ regionCode, table, summary, polygon }) => canonicalJson({ regionCode, table, summary, ...(polygon && { polygon }) })).sort();
  const { measure, plans } = finding;
  return { ...finding, subject: sha256(canonicalJson({ claims, measure, ...(plans && { plans }) })) };
}

/** The plans in force; a content without a table says nothing about it. */
function checkedPlans(state: CohortState): CheckedPlan[] {
  return state.referencePlans
    .filter(({ supersededOn }) => !supersededOn)
    .map(({ kind, version, issuedOn, regionCode, content }) => ({
      kind,
      version,
      issuedOn,
      ...(regionCode && { regionCode }),
      ...(content && { content: { ...content, flagships: content.flagships ?? [], zones: content.zones ?? [] } as PlanContent }),
    }));
}
