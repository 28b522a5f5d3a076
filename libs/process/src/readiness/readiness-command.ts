import type { Actor, SystemActor } from '../actor';
import type { SealedText } from '../text';
import type { CivilDate } from '../time';

export type ReadinessPersonCommand =
  | { type: 'attach-evidence'; criterion: string; documentType: string; sha256: string; size: number; media: string; name: SealedText }
  | {
      type: 'submit';
      criterion: string;
      issuedOn: CivilDate;
      validUntil?: CivilDate;
      measure?: number;
      /** Exactly these papers; the newest of each type when absent. */
      evidence?: { type: string; sha256: string }[];
    }
  | { type: 'withdraw'; criterion: string }
  | { type: 'verify'; criterion: string }
  | { type: 'reject'; criterion: string; reason: SealedText }
  | { type: 'propose-funding'; note?: SealedText }
  | { type: 'fund'; reference: string }
  | { type: 'decline-funding'; reason: SealedText }
  | { type: 'record-visit'; visitedOn: CivilDate; visitors: SealedText; minutes: string };

export type ReadinessCommand =
  | (ReadinessPersonCommand & { actor: Actor; at: string; expectedSeq?: number })
  | { type: 'tick'; actor: SystemActor; at: string };
