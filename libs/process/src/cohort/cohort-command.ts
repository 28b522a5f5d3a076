import type { Actor, SystemActor } from '../actor';
import type { SealedText } from '../text';
import type { CivilDate } from '../time';
import type { Arrival, GatePolicy, Member, PlanEntry, PlanKind, ResolutionKind, StoredFile } from './cohort-state';

/** A finding as far as the gate is concerned. `subject` is the hash of the claims it compares: edited claims make a new subject. */
export interface OpenFinding {
  key: string;
  effect: 'blocks' | 'acknowledge' | 'vote';
  members: string[];
  subject: string;
}

/** A case as it stood when a list was frozen: at the gate the seq of its arrival, elsewhere that of the case. */
export interface FrozenCase {
  caseId: string;
  seq: number;
}

export type CohortPersonCommand =
  | {
      type: 'create-cohort';
      province: string;
      programmeYear: number;
      referencePlans: PlanEntry[];
      members: Member[];
      policy: GatePolicy;
      cutOffOn: CivilDate;
    }
  | { type: 'add-member'; member: Member }
  | { type: 'withdraw-member'; regionCode: string; reason: SealedText }
  | { type: 'fix-member'; regionCode: string; regulationNumber: string; matrix?: { version: number; sha256: string } }
  | { type: 'request-waiver'; regionCode: string; reason: SealedText }
  | { type: 'confirm-waiver'; n: number }
  | { type: 'resolve-conflict'; key: string; kind: ResolutionKind; note?: SealedText }
  | { type: 'override-conflict'; key: string; reason: SealedText }
  | { type: 'acknowledge-conflict'; key: string; note: SealedText }
  | { type: 'call-meeting'; on: CivilDate; time: string; place: string; agenda: SealedText; /** Whoever takes part when absent. */ invited?: string[] }
  | { type: 'move-meeting'; n: number; on: CivilDate; time: string; place?: string; reason: SealedText }
  | { type: 'call-off-meeting'; n: number; reason: SealedText }
  | { type: 'hold-meeting'; heldOn: CivilDate; invited: string[]; attended: string[]; note?: SealedText; /** The called meeting that it was. */ call?: number }
  | ({ type: 'attach-minutes'; n: number } & StoredFile)
  | { type: 'supersede-plan'; plan: PlanEntry }
  | ({ type: 'attach-plan-file'; kind: PlanKind; regionCode?: string } & StoredFile)
  | { type: 'release'; note?: SealedText; expectedList?: string[]; /** Only for these arrivals, and of them only for those that still stand. */ frozenList?: FrozenCase[] }
  | { type: 'list-decision'; action: 'recommend'; list: FrozenCase[]; attachMinutes: boolean; note?: SealedText };

export type CohortSystemCommand =
  | { type: 'tick'; today: CivilDate; dueAt: string }
  | { type: 'record-passage'; caseId: string; round: number; outcome: 'opened' | 'left' };

/** A region's zone as its record of readiness has it: the seq of that record, and the criteria that do not count. */
export interface ZoneReadiness {
  seq: number;
  lacks: string[];
}

/** What the ledger has read under the cohort's lock: who stands at the gate, and what the checks find. */
export interface GateView {
  arrivals: Arrival[];
  findings: OpenFinding[];
  /** Hash of the claims that the checks read, by region. */
  claims: { [regionCode: string]: string };
  /** Of every member; only where the policy asks for it. */
  readiness?: { [regionCode: string]: ZoneReadiness };
}

export type CohortCommand =
  | (CohortPersonCommand & { actor: Actor; at: string; view: GateView; expectedSeq?: number })
  | (CohortSystemCommand & { actor: SystemActor; at: string; view: GateView });
