import type { Actor } from '../src/actor';
import {
  type Arrival,
  type CohortCommand,
  type CohortPersonCommand,
  type CohortRefusal,
  type CohortState,
  type CohortSystemCommand,
  decideCohort,
  evolveCohort,
  type GatePolicy,
  type GateView,
  type Member,
  type OpenFinding,
  type PlanEntry,
  type RecordedCohortEvent,
} from '../src/cohort';

const at = '2026-11-24T03:12:00.000Z';

export const cohortActor = (role: string, scope = '17', person = `p_${role}_${scope}`): Actor => ({ person, role, scope, capacity: 'definitive' });
export const sealedNote = (length = 10) => ({ sha256: 'a'.repeat(64), length });
export const policyAll: GatePolicy = { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false };
export const anArrival = (regionCode: string, arrivalSeq = 20): Arrival => ({ caseId: `rpik-${regionCode}-2027`, regionCode, arrivalSeq, manifestHash: `m${regionCode}${arrivalSeq}` });
export const seenAtGate = (arrivals: Arrival[], findings: OpenFinding[] = [], claims: GateView['claims'] = {}): GateView => ({ arrivals, findings, claims });

/** A cohort in the hands of a story: applies commands, or tells the refusal. */
export class CohortStory {
  state: CohortState | undefined;
  readonly events: RecordedCohortEvent[] = [];
  refusal: CohortRefusal | undefined;

  constructor(policy: GatePolicy = policyAll, members: (string | Member)[] = ['1701', '1702', '1703', '1704'], referencePlans: PlanEntry[] = []) {
    this.by(cohortActor('provincial-coordinator'), {
      type: 'create-cohort',
      province: '17',
      programmeYear: 2027,
      referencePlans,
      members: members.map((member) => (typeof member === 'string' ? { regionCode: member, state: 'active' } : member)),
      policy,
      cutOffOn: '2027-03-31',
    });
  }

  by(who: Actor, command: CohortPersonCommand, view: GateView = seenAtGate([])): string | undefined {
    return this.apply({ ...command, actor: who, at, view });
  }

  system(command: CohortSystemCommand, view: GateView = seenAtGate([])): string | undefined {
    return this.apply({ ...command, actor: { system: 'cohort' }, at, view });
  }

  /** A day before the cut-off date: only what the others' acts bring about. */
  attend(view: GateView): void {
    this.system({ type: 'tick', today: '2027-01-04', dueAt: '2027-03-31T17:00:00.000Z' }, view);
  }

  private apply(command: CohortCommand): string | undefined {
    const decision = decideCohort(this.state, command);
    this.refusal = 'refused' in decision ? decision : undefined;
    if ('refused' in decision) return decision.refused;
    for (const decided of decision.events) {
      const event = { ...decided, cohortId: 'cohort-17-2027', seq: (this.state?.seq ?? 0) + 1, at };
      this.state = evolveCohort(this.state, event);
      this.events.push(event);
    }
    return undefined;
  }
}
