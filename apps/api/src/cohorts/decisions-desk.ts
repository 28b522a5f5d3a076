import { Injectable } from '@nestjs/common';
import { canonicalJson, type CohortState, type FrozenCase, newArrivals, rpikV1, type Text } from '#process';
import { type Caller, type CohortRecord, Ledger, sha256 } from '#ledger';
import { CaseDesk } from '../cases/case-desk';
import { FileIntake } from '../cases/file-intake';
import type { Terms } from '../door/request';
import { inTurns } from '../in-turns';
import { problem, refused } from '../problems/catalogue';
import { Problem, text } from '../problems/problem';
import { cohortProblems } from '../problems/record-problems';
import { refusalProblems } from '../problems/refusal-problems';
import { CohortDesk } from './cohort-desk';
import { MinutesDesk, minutesName } from './minutes-desk';

export interface Preview {
  readonly action: 'recommend' | 'release';
  readonly members?: readonly string[] | undefined;
  readonly attachMinutes: boolean;
}
export interface Decision {
  readonly key: string;
  readonly terms: Terms;
  readonly action: 'recommend' | 'release';
  readonly expectedList: readonly FrozenCase[];
  readonly attachMinutes: boolean;
  readonly note?: string | undefined;
}

interface Item {
  regionCode: string;
  caseId: string;
  seq: number;
  willHappen: Text;
}
interface LeftOut {
  regionCode: string;
  caseId: string | null;
  code: string;
  reason: Text;
}
interface Result {
  regionCode: string;
  caseId: string;
  seq: number;
  outcome: 'done' | 'under-way' | 'dropped';
  code: string | null;
  reason: Text | null;
}

const minutesType = 'synchronization-minutes';
const atOnce = 4;
/** A case's id names its region: `rpik-1705-2027`. */
const regionOf = (caseId: string): string => caseId.split('-')[1] ?? '';
const changed: Pick<Result, 'code' | 'reason'> = { code: 'list-changed', reason: text('Berubah sesudah pratinjau; tidak ikut diputuskan.', 'Changed after the preview; it was not decided on.') };
const stages: Record<string, { label: Text }> = rpikV1.stages;

/** One decision on several members: previewed, frozen as a list on the cohort's record, then carried out case by case by the real commands. */
@Injectable()
export class DecisionsDesk {
  constructor(
    private readonly ledger: Ledger,
    private readonly cohorts: CohortDesk,
    private readonly cases: CaseDesk,
    private readonly minutes: MinutesDesk,
    private readonly intake: FileIntake,
  ) {}

  async preview(caller: Caller, cohortId: string, { action, members, attachMinutes }: Preview) {
    const record = await this.cohorts.record(caller, cohortId);
    const unknown = members?.filter((region) => !record.state.members.some(({ regionCode }) => regionCode === region)) ?? [];
    if (unknown.length > 0) throw refused(cohortProblems, { refused: 'member-unknown', details: unknown });
    await this.mayDecide(caller, cohortId);
    const wanted = record.state.members.map(({ regionCode }) => regionCode).filter((region) => !members || members.includes(region));
    const found = action === 'recommend' ? await this.recommendable(caller, record, wanted, attachMinutes) : await this.releasable(caller, record, wanted);
    const items = found.filter((one): one is Item => 'willHappen' in one);
    return { action, attachMinutes, listHash: hashOf(cohortId, action, items), items, leftOut: found.filter((one): one is LeftOut => 'reason' in one) };
  }

  async decide(caller: Caller, cohortId: string, { key, terms, action, expectedList, attachMinutes, note }: Decision) {
    const list = expectedList.map(({ caseId, seq }) => ({ caseId, seq })).sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
    const said = note === undefined ? {} : { note };
    const command = action === 'release' ? { type: 'release' as const, frozenList: list, ...said } : { type: 'list-decision' as const, action, list, attachMinutes, ...said };
    const { seq, state } = this.cohorts.applied(await this.ledger.cohorts.apply(cohortId, caller, { key, command }));
    const results = action === 'release' ? released(state, seq, list) : await this.recommended(caller, state, list, { key, terms, attachMinutes, said });
    return { action, listHash: hashOf(cohortId, action, list), results };
  }

  /** Refused for whoever may not decide, before anything is said about the cases. */
  private async mayDecide(caller: Caller, cohortId: string): Promise<void> {
    const asked = await this.ledger.cohorts.rehearse(cohortId, caller, { command: { type: 'list-decision', action: 'recommend', list: [], attachMinutes: false }, then: (state) => state });
    if ('notFound' in asked) throw problem('not-found');
    if ('refused' in asked && asked.refused.startsWith('not-your')) throw refused(cohortProblems, asked);
  }

  private async recommendable(caller: Caller, { state }: CohortRecord, regions: readonly string[], attachMinutes: boolean): Promise<(Item | LeftOut)[]> {
    const board = await this.ledger.registers.cohorts.board(caller, state.id);
    const found: (Item | LeftOut)[] = [];
    for (const regionCode of regions) {
      const caseId = board?.rows.find(({ region }) => region === regionCode)?.caseId ?? null;
      found.push(caseId ? await this.oneRecommendable(caller, regionCode, caseId, attachMinutes) : { regionCode, caseId, code: 'no-case', reason: text('Daerah ini belum mempunyai kasus.', 'The region has no case yet.') });
    }
    return found;
  }

  private async oneRecommendable(caller: Caller, regionCode: string, caseId: string, attachMinutes: boolean): Promise<Item | LeftOut> {
    const record = await this.ledger.registers.cases.one(caller, caseId);
    const preview = record && (await this.ledger.cases.preview(caseId, caller, { type: 'take-transition', transition: 'recommend' }));
    if (!record || !preview || 'notFound' in preview) return { regionCode, caseId, code: 'not-found', reason: text('Perkara ini tidak terlihat bagi Anda.', 'You do not see this case.') };
    const { seq } = record.state;
    const missing = 'refused' in preview && preview.refused === 'missing-documents' ? preview.details : [];
    const attaches = attachMinutes && missing.length === 1 && missing[0] === minutesType;
    if ('refused' in preview && !attaches) return { regionCode, caseId, code: preview.refused, reason: refusalProblems[preview.refused].detail(preview.details) };
    const { id, en } = stages['endorsement']!.label;
    return { regionCode, caseId, seq, willHappen: attaches ? text(`Berita acara dilampirkan; kasus berpindah ke ${id}.`, `The minutes are attached; the case moves to ${en}.`) : text(`Perkara berpindah ke ${id}.`, `The case moves to ${en}.`) };
  }

  private async releasable(caller: Caller, { state, view }: CohortRecord, regions: readonly string[]): Promise<(Item | LeftOut)[]> {
    const arrivals = newArrivals(state, view).filter(({ regionCode }) => regions.includes(regionCode));
    const frozenList = arrivals.map(({ caseId, arrivalSeq }) => ({ caseId, seq: arrivalSeq }));
    const gate = await this.ledger.cohorts.rehearse(state.id, caller, { command: { type: 'release', frozenList }, then: (same) => same });
    const { id, en } = stages['recommendation']!.label;
    return regions.map((regionCode): Item | LeftOut => {
      const arrival = arrivals.find((one) => one.regionCode === regionCode);
      const refusal = arrival ? ('refused' in gate ? gate : undefined) : absence(state, regionCode);
      if (refusal) return { regionCode, caseId: arrival?.caseId ?? null, code: refusal.refused, reason: (refusal.refused === 'not-at-gate' ? refusalProblems['not-at-gate'] : cohortProblems[refusal.refused]).detail(refusal.details) };
      return { regionCode, caseId: arrival!.caseId, seq: arrival!.arrivalSeq, willHappen: text(`Gerbang dibuka; kasus berpindah ke ${id}.`, `The gate opens; the case moves to ${en}.`) };
    });
  }

  private recommended(caller: Caller, state: CohortState, list: readonly FrozenCase[], how: How): Promise<Result[]> {
    return inTurns(list, atOnce, (one) => this.recommendOne(caller, state, one, how));
  }

  private async recommendOne(caller: Caller, state: CohortState, { caseId, seq }: FrozenCase, { key, terms, attachMinutes, said }: How): Promise<Result> {
    const own = `bulk-${sha256(`${state.id}\n${key}`).slice(0, 40)}-${caseId}`;
    const bare = { ...terms, ifMatch: undefined };
    const about = { regionCode: regionOf(caseId), caseId };
    try {
      const expectedSeq = attachMinutes ? await this.withMinutes(caller, state, { caseId, seq }, `${own}-minutes`, bare) : seq;
      const taken = await this.cases.decide(caller, caseId, { key: own, terms: bare, expectedSeq, command: { type: 'take-transition', transition: 'recommend', ...said } });
      return { ...about, seq: taken.seq, outcome: taken.outcome === 'carrying' ? 'under-way' : 'done', code: null, reason: null };
    } catch (failure) {
      // What this case answers is its own affair; a house that is out of order is everybody's, and the same key goes on later.
      if (!(failure instanceof Problem) || failure.meaning.status >= 500) throw failure;
      return { ...about, seq, outcome: 'dropped', code: failure.code, reason: failure.meaning.detail(failure.terms.details ?? []) };
    }
  }

  /** Puts the minutes on a case that has none, by the real command; the seq on which the decision then rests. */
  private async withMinutes(caller: Caller, state: CohortState, { caseId, seq }: FrozenCase, key: string, terms: Terms): Promise<number> {
    const known = await this.ledger.registers.commands.byKey(caller, key);
    if (known) return known.seq;
    const { state: now } = await this.cases.record(caller, caseId);
    if (now.documents.some(({ type }) => type === minutesType)) return seq;
    const release = state.releases.findLast(({ members }) => members.some((member) => member.caseId === caseId));
    if (!release) throw refused(cohortProblems, { refused: 'member-unknown', details: [caseId] });
    const { source, paper } = await this.minutes.paper(caller, state.id, { round: release.round, excerptFor: [now.region] });
    const { bytes } = await this.minutes.file(paper, 'pdf');
    const name = `${minutesName(source)}.pdf`;
    const { sha256: hash, size, media } = await this.intake.keep(bytes, name, 'pdf');
    const attached = await this.cases.apply(caller, caseId, { key, terms, expectedSeq: seq, command: { type: 'attach-document', documentType: minutesType, media, name, sha256: hash, size } });
    return attached.seq;
  }
}

interface How {
  key: string;
  terms: Terms;
  attachMinutes: boolean;
  said: { note?: string };
}

/** The same list gives the same hash, in whatever order it was read. */
function hashOf(cohortId: string, action: string, items: readonly FrozenCase[]): string {
  const list = items.map(({ caseId, seq }) => ({ caseId, seq })).sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  return sha256(canonicalJson({ cohortId, action, list }));
}

/** Why a member is not at the gate. */
function absence(state: CohortState, regionCode: string): { refused: 'member-not-active' | 'member-released' | 'not-at-gate'; details: string[] } {
  const member = state.members.find((one) => one.regionCode === regionCode)!;
  if (member.state === 'fixed' || member.state === 'withdrawn') return { refused: 'member-not-active', details: [regionCode, member.state] };
  const passed = state.releases.some(({ members }) => members.some((one) => one.regionCode === regionCode));
  return passed ? { refused: 'member-released', details: [regionCode] } : { refused: 'not-at-gate', details: [regionCode] };
}

/** The release that this very command made holds who passed; whoever of the list is not in it had changed. */
function released(state: CohortState, seq: number, list: readonly FrozenCase[]): Result[] {
  const members = state.releases.find((release) => release.seq === seq)?.members ?? [];
  return list.map(({ caseId, seq: seen }): Result => {
    const isIn = members.some((member) => member.caseId === caseId && member.arrivalSeq === seen);
    return { regionCode: regionOf(caseId), caseId, seq: seen, ...(isIn ? { outcome: 'done', code: null, reason: null } : { outcome: 'dropped', ...changed }) };
  });
}
