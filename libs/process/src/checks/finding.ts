import type { FlagshipClaim, MatrixTable, PlanMatrix, ZonePolygon } from '../matrix';
import type { Text } from '../text';

/** How a region stands in its cohort. `fixed`: enacted already, its claims stand and it has no case. */
export type MemberState = 'active' | 'waived' | 'withdrawn' | 'late' | 'fixed';

/** A region with the matrix its checks read: the latest manifested one, or the one entered by the province for a fixed region. */
export interface ClaimingMember {
  /** BPS code. */
  regionCode: string;
  state: MemberState;
  matrix: PlanMatrix;
  /** For sentences; the code stands in for a missing name. */
  name?: string;
}

/** "Kab. Seluma" for "1705". */
export type RegionNames = ReadonlyMap<string, string>;

/** A plan of higher rank, as far as checks read it. Without `regionCode` it binds every region, else those whose code begins with it. */
export interface CheckedPlan {
  kind: 'RIPIN' | 'KIN' | 'RPIP' | 'RTRWP' | 'RTRWK';
  version: string;
  issuedOn: string;
  regionCode?: string;
  content?: PlanContent;
}

export interface PlanContent {
  /** `kbli` of two to five digits: a priority group covers every code that begins with it. */
  flagships: { kbli?: string; commodity: string; role?: FlagshipClaim['role'] }[];
  /** A zone is served by a zone of its name, or by any zone of one of its regions. */
  zones: { name: string; regionCodes?: string[] }[];
  portTonnesPerYear?: number;
  /** Calendar years, both included; claims outside it do not conform. */
  horizon?: { from: number; to: number };
}

/** What the checks need to know of geometry. Hectares on the ground; 0 when two polygons only touch. */
export interface Geometry {
  overlapHa(a: ZonePolygon, b: ZonePolygon): number;
}

/** Overlaps below this are the noise of two surveys along one border. */
export const overlapToleranceHa = 0.01;
/** Sums of tonnes are equal up to one kilogram. */
export const tonnesTolerance = 0.001;

export type CheckCode = 'X01' | 'X02' | 'X03' | 'X04' | 'X05' | 'X06' | 'C01' | 'C02';
/** blocks: the gate stays shut while it is open; acknowledge: the coordinator notes it; vote: the reviewer answers it in the vote. */
export type Effect = 'blocks' | 'acknowledge' | 'vote';

export const effectOfCheck: Record<CheckCode, Effect> = {
  X01: 'blocks',
  X02: 'blocks',
  X03: 'acknowledge',
  X04: 'acknowledge',
  X05: 'blocks',
  X06: 'acknowledge',
  C01: 'vote',
  C02: 'vote',
};

/** Whether a member's claims bind others, are only shown to them, or have left the cohort. */
export const standingOf: Record<MemberState, 'binds' | 'shown' | 'gone'> = {
  active: 'binds',
  late: 'binds',
  fixed: 'binds',
  waived: 'shown',
  withdrawn: 'gone',
};

/** One claim, as the other parties may see it: the row's own words and nothing else of its case. */
export interface ShownClaim {
  regionCode: string;
  table: MatrixTable;
  /** From 1; where the claim stands now, no part of the finding's identity. */
  row: number;
  summary: Text;
  polygon?: ZonePolygon;
}

export interface Finding {
  /** Stable across runs, reordered rows and unrelated edits; safe in a URL. */
  key: string;
  check: CheckCode;
  effect: Effect;
  /** The regions concerned, sorted; a resolution needs each of them. */
  members: string[];
  claims: ShownClaim[];
  /** The plans of higher rank it rests on, with their versions: a new version makes it another finding to judge. */
  plans?: string[];
  measure: { years?: number; hectares?: number; tonnes?: number };
  sentence: Text;
}

/** A blocking check blocks only among claims that bind, and only when one of them can still be changed. */
export function effectAmong(check: CheckCode, states: readonly MemberState[]): Effect {
  const effect = effectOfCheck[check];
  if (effect !== 'blocks') return effect;
  return states.every((state) => standingOf[state] === 'binds') && states.some((state) => state !== 'fixed') ? 'blocks' : 'acknowledge';
}

export function appliesTo(plan: CheckedPlan, regionCode: string): boolean {
  return regionCode.startsWith(plan.regionCode ?? '');
}
