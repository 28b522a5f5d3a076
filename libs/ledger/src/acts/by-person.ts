import {
  canonicalJson,
  type CaseCommand,
  type CaseState,
  isRefusal,
  officeFor,
  type PersonCommand,
  type Refusal,
  restsOnCohort,
  type Rules,
} from '#process';
import type { Caller } from '../caller';
import type { SharedCohort } from '../case-row';
import { sha256 } from '../digest';
import { readRecord } from '../registers/cases';
import type { ApplyResult } from '../results';
import { seal } from '../seal';
import { isTimeout, isUnique } from '../sql-failure';
import type { Unsealed } from '../unsealed';
import type { Act, ActRoom } from './act';
import { busy, take } from './take';

export interface Asked {
  key: string;
  command: Unsealed<PersonCommand>;
  /** Compared with the last substantive event. */
  expectedSeq?: number;
  /** The case is read for the answer in the same transaction. */
  show?: boolean;
}

/** Decides and records what a person asks for. A known key answers as it did. */
export async function applyByPerson(
  room: ActRoom,
  caseId: string,
  caller: Caller,
  { key, command: unsealed, expectedSeq, show = false }: Asked,
): Promise<ApplyResult> {
  const { command, texts } = seal(unsealed);
  const act: Act = {
    person: caller.person,
    key,
    texts,
    type: command.type,
    bodyHash: sha256(canonicalJson({ caseId, command: unsealed })),
    ...(show && { show: (tx) => readRecord(tx, room.rulebook, caller, caseId) }),
    restsOnCohort: (definition) => restsOnCohort(definition, command),
    command: (state, { definition }, at, cohort) => byPerson(definition, state, command, caller, at, { expectedSeq, cohort }),
  };
  return take(room, caseId, caller.scopes, act).catch((failure: unknown): ApplyResult | Promise<never> => {
    // The key is taken by a command on a case this transaction cannot see.
    if (isUnique(failure, 'one_answer_per_key')) return { keyReused: true };
    return isTimeout(failure) ? busy : Promise.reject(failure);
  });
}

/** The command with the office it is taken in, or why the caller holds none for it. */
export function byPerson(
  definition: Rules['definition'],
  state: CaseState,
  command: PersonCommand,
  caller: Caller,
  at: string,
  { expectedSeq, cohort }: { expectedSeq?: number | undefined; cohort?: SharedCohort | undefined } = {},
): CaseCommand | Refusal {
  const actor = officeFor(definition, state, command, caller.offices);
  if (isRefusal(actor)) return actor;
  return {
    ...command,
    actor,
    at,
    ...(command.type === 'take-transition' && cohort?.includesReadiness && { includesReadiness: true }),
    ...(command.type === 'amend-claims' && cohort?.relied && { released: true }),
    ...((command.type === 'take-transition' || command.type === 'recheck') && cohort && { plans: cohort.plans }),
    ...(expectedSeq !== undefined && { expectedSeq }),
    ...(caller.signInAge !== undefined && { signInAge: caller.signInAge }),
  } as CaseCommand;
}
