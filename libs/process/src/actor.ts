/** How a person holds an office. Plh acts for a named holder; Plt and Pj fill a vacancy (UU 30/2014 art. 14). */
export type Capacity = 'definitive' | 'Plt' | 'Plh' | 'Pj';

/** '' is the nation, '17' a province, '1705' a regency or city (BPS codes). */
export type Scope = string;

/** An office as its holder has it at the moment of the decision: from the register, never from a token. */
export interface Actor {
  person: string;
  role: string;
  scope: Scope;
  capacity: Capacity;
  /** The holder for whom a Plh acts; for four eyes both count. */
  onBehalfOf?: { person: string; decree: string };
}

/** Who did what nobody's hand did: the case's workflow, the cohort's, the clock, or an article of law. */
export interface SystemActor {
  system: 'transfer' | 'cohort' | 'clock' | 'calendar' | 'register' | 'delivery' | 'comparison';
  article?: string;
}

export type Level = 'regency' | 'province' | 'nation';

export const levelOf = (scope: Scope): Level => (scope.length === 0 ? 'nation' : scope.length === 2 ? 'province' : 'regency');

/** A scope covers every region whose code begins with it. */
export const covers = (scope: Scope, region: string): boolean => region.startsWith(scope);

/** Everybody whose hand is in an act: the one acting and the one acted for. */
export const personsOf = (actor: Actor): string[] => (actor.onBehalfOf ? [actor.person, actor.onBehalfOf.person] : [actor.person]);

/** The scope in which a role's holder for a region sits: '1705', '17' or ''. */
export function seatOf(level: Level | 'any', region: string): Scope {
  if (level === 'nation') return '';
  return level === 'province' ? region.slice(0, 2) : region;
}
