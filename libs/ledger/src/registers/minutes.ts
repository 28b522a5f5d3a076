import { type CohortRefusal, type CohortState, covers, evolveCohort, type RecordedCohortEvent, type Release, rpikV1, type SealedText, suppose, type Supposition, type Tally, tallyOf, type Text } from '#process';
import type { MinutesConflict, MinutesMember, MinutesSource } from '#process/minutes/index';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../caller';
import { joinActor } from '../chain';
import { type JudgedFinding, findingsOfRelease } from '../cohort-findings';
import type { CohortLedger } from '../cohort-ledger';
import type { Database } from '../database';
import { regionLabel } from '../region-label';
import type { Rulebook } from '../rulebook';
import { widened } from '../widened';
import { blockedBy, boardOf } from './board';
import { conflictOf, isShown } from './conflicts';
import { saidOf, supposedGates } from './supposed-gates';

export interface MinutesWish {
  /** The newest released round when absent, else the one that is being gathered. */
  round?: number;
  /** Only for the round that is being gathered. */
  supposed?: readonly Supposition[];
  /** An excerpt for these regions; whoever is of a region gets one for their own. */
  excerptFor?: readonly string[];
}

const labels: Record<string, { label: Text }> = { ...rpikV1.stages, ...rpikV1.outcomes };

/** What the minutes of synchronization are made of: the board as it is, or what a release relied on, read from the record. */
export class MinutesRegister {
  constructor(
    private readonly database: Database,
    private readonly ledger: CohortLedger,
    private readonly rulebook: Rulebook,
  ) {}

  /** Undefined when there is no such cohort or round for this caller. */
  async of(caller: Caller, cohortId: string, { round: asked, supposed = [], excerptFor: wished }: MinutesWish = {}): Promise<MinutesSource | CohortRefusal | undefined> {
    return this.database.inScope(caller.scopes, async (tx) => {
      const [row] = await tx.query<{ state: CohortState }[]>('select state from cohort where cohort_id = $1', [cohortId]);
      if (!row) return undefined;
      const { state } = row;
      const round = asked ?? (supposed.length > 0 ? state.round : (state.releases.at(-1)?.round ?? state.round));
      const release = state.releases.find((one) => one.round === round);
      if (round < 1 || round > state.round || (release && supposed.length > 0)) return undefined;
      const all = offices(caller, state);
      const excerptFor = all ? wished : ownRegions(caller, state);
      if (excerptFor?.some((region) => !state.members.some(({ regionCode }) => regionCode === region))) return undefined;
      const head = { round, names: await namesIn(tx), documents: rpikV1.documents, ...(excerptFor && { excerptFor }) };
      return release ? { ...head, ...(await this.released(tx, caller, state, release, excerptFor)) } : this.gathered(tx, caller, state, supposed, head);
    });
  }

  private async gathered(tx: EntityManager, caller: Caller, now: CohortState, supposed: readonly Supposition[], head: Head): Promise<MinutesSource | CohortRefusal> {
    const then = suppose(now, supposed);
    if ('refused' in then) return then;
    const { state } = then;
    const sight = await this.ledger.view(tx, state);
    const rows = await boardOf(tx, this.rulebook, caller, state, sight);
    const members: MinutesMember[] = rows.map(({ region, caseId, stage, arrivedAt, missingSince, lacks, actors }) => ({
      region, caseId, stage: stage === null ? null : (labels[stage]?.label ?? { id: stage, en: stage }), arrivedAt, missingSince, lacks, actors,
      manifestHash: sight.arrivals.find(({ regionCode }) => regionCode === region)?.manifestHash ?? null,
    }));
    const tally: Tally = tallyOf(state, sight);
    const gates = supposed.length > 0 ? await supposedGates(tx, this.ledger, { now, state, supposed, after: tally, names: head.names }) : undefined;
    const events = await eventsOf(tx, now.id);
    return { ...head, ...shownOf(caller, state, sight.findings, head.excerptFor), state, events, members, words: await wordsOf(tx, state.id, events), blockedBy: blockedBy(tally, head.names), ...(gates && { supposed: { sentence: saidOf(supposed, head.names), effect: gates.effect } }) };
  }

  private async released(tx: EntityManager, caller: Caller, now: CohortState, release: Release, excerptFor: readonly string[] | undefined): Promise<Omit<MinutesSource, keyof Head>> {
    const events = await eventsOf(tx, now.id, release.seq);
    const state = events.reduce<CohortState | undefined>(evolveCohort, undefined)!;
    const arrived = await tx.query<{ caseId: string; seq: number; arrivedAt: Date }[]>('select case_id as "caseId", seq, arrived_at as "arrivedAt" from cohort_arrival where case_id = any($1)', [release.members.map(({ caseId }) => caseId)]);
    const members: MinutesMember[] = release.members.map(({ caseId, regionCode, arrivalSeq, manifestHash }) => ({
      region: regionCode, caseId, stage: null, missingSince: null, lacks: null, actors: [], manifestHash,
      arrivedAt: arrived.find((one) => one.caseId === caseId && one.seq === arrivalSeq)?.arrivedAt.toISOString() ?? null,
    }));
    // What passes the gate later does not change what this release has relied on.
    const frozen = state.releases.find(({ round }) => round === release.round)!;
    const relied = await findingsOfRelease(tx, state, frozen);
    return { ...shownOf(caller, state, relied, excerptFor), state, events, release: frozen, members, words: await wordsOf(tx, state.id, events), blockedBy: tallyOf(state, { arrivals: [], findings: [], claims: {} }).sentence };
  }
}

type Head = Pick<MinutesSource, 'round' | 'names' | 'documents' | 'excerptFor'>;

/** Whether the caller sees all of the cohort's findings. */
const offices = ({ offices: held }: Caller, { province }: CohortState): boolean => held.some(({ scope }) => covers(scope, province));

const ownRegions = (caller: Caller, { members }: CohortState): string[] => [...new Set(caller.offices.map(({ scope }) => scope))].filter((scope) => members.some(({ regionCode }) => regionCode === scope)).sort();

function shownOf(caller: Caller, state: CohortState, findings: readonly JudgedFinding[], excerptFor: readonly string[] | undefined): { conflicts: MinutesConflict[]; hidden: number } {
  const counted = findings.filter(({ effect }) => effect !== 'vote');
  const shown = counted.filter(({ members }) => isShown(caller, state, members) && (!excerptFor || members.some((region) => excerptFor.includes(region))));
  return { conflicts: shown.map((finding) => conflictOf(state, finding)), hidden: counted.length - shown.length };
}

async function namesIn(tx: EntityManager): Promise<Map<string, string>> {
  const rows = await tx.query<{ code: string; name: string }[]>('select code, name from region order by code limit 1000');
  return new Map([...rows.map(({ code, name }): [string, string] => [code, regionLabel(name)]), ['', 'nasional']]);
}

async function eventsOf(tx: EntityManager, cohortId: string, until = 2_147_483_647): Promise<RecordedCohortEvent[]> {
  const rows = await tx.query<{ seq: number; type: string; at: Date; actor: object; onBehalfOf: object | null; body: object }[]>(
    'select seq, type, at, actor, on_behalf_of as "onBehalfOf", body from cohort_event where cohort_id = $1 and seq <= $2 order by seq',
    [cohortId, until],
  );
  return rows.map(({ actor, onBehalfOf, at, ...rest }) => ({ ...rest, cohortId, at: at.toISOString(), actor: joinActor(actor, onBehalfOf) }) as RecordedCohortEvent);
}

/** The words of the cohort's own acts. What an excerpt leaves out, the paper does not ask for. */
async function wordsOf(tx: EntityManager, cohortId: string, events: readonly RecordedCohortEvent[]): Promise<Map<string, string>> {
  const seals = events.flatMap(({ body }) => sealsIn(body));
  if (seals.length === 0) return new Map();
  const rows = await widened(tx, () => tx.query<{ sha256: string; text: string }[]>('select sha256, text from confidential_text where case_id = $1 and sha256 = any($2)', [cohortId, seals.map(({ sha256 }) => sha256)]));
  return new Map(rows.map(({ sha256, text }) => [sha256, text]));
}

function sealsIn(value: unknown): SealedText[] {
  if (typeof value !== 'object' || value === null) return [];
  const { sha256, length } = value as Partial<SealedText>;
  return typeof sha256 === 'string' && typeof length === 'number' && !Array.isArray(value) ? [value as SealedText] : Object.values(value).flatMap(sealsIn);
}
