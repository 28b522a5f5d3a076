import {
  type Actor, type CaseCommand, type CaseEvent, type CaseState, type Decision, type FileCase, type NoticeIntent, type PersonCommand, type RecordedEvent, type Refusal, type Rules,
  type SealedText, type SystemCommand, civil, dayAt, dayOf, decide, decideFiling, evolve, instantAt, isRefusal, isoInstant, msOf, nextAlarm, noticesOf,
} from '../src';
import { type RoleName, anActor, theClock, theCohort, theEngine } from './an-actor';
import { rulesFor, sha256 } from './rules-for';

export const sealed = (text: string): SealedText => ({ sha256: sha256(text), length: text.length });

/** Thrown where a story goes on after a no. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(`refused: ${refusal.refused} [${refusal.details.join(', ')}]`);
  }
}

export type Taking = Omit<Extract<PersonCommand, { type: 'take-transition' }>, 'type' | 'transition'> & { as?: Partial<Actor>; signInAge?: number; expectedSeq?: number };

/**
 * One case and all that happened to it, as the ledger would keep it: every command is judged by `decide`, every event is
 * folded by `evolve`, numbered and dated. Time stands still until it is moved.
 */
export class Life {
  readonly events: RecordedEvent[] = [];
  readonly notices: NoticeIntent[] = [];
  state!: CaseState;
  release = 1;

  constructor(
    public rules: Rules,
    public at: string,
  ) {}

  /** A drafter of the region opens a case. */
  static filed({ region = '1705', on = '2026-01-05', rules = rulesFor(region), ...rest }: Partial<FileCase> & { on?: string; rules?: Rules } = {}): Life {
    const life = new Life(rules, at(on, '08:00', rules));
    const decision = decideFiling(rules, {
      type: 'file-case', actor: anActor('regency-drafter', { region }), at: life.at, id: `rpik-${region}-2026`, region, title: 'RPIK Kabupaten Seluma',
      programmeYear: 2026, planYears: { from: 2026, to: 2046 }, calendarVersion: rules.calendar.version, processHash: sha256('rpik.v1'), ...rest,
    });
    life.record(rest.id ?? `rpik-${region}-2026`, decision);
    return life;
  }

  /** The same case, free to go another way. */
  fork(): Life {
    const other = new Life(this.rules, this.at);
    other.events.push(...this.events);
    other.state = this.state;
    other.release = this.release;
    return other;
  }

  get stage(): string {
    return this.state.stage;
  }

  get today(): string {
    return civil(dayAt(msOf(this.at), this.rules.zone));
  }

  clock(rule: string) {
    return this.state.clocks.filter((clock) => clock.rule === rule).at(-1);
  }

  actor(role: RoleName, as: Partial<Actor> = {}): Actor {
    return anActor(role, { region: this.state?.region ?? '1705', ...as });
  }

  /** Judges without recording. */
  judge(command: CaseCommand): Decision {
    return decide(this.rules, this.state, command);
  }

  private record(id: string, decision: Decision): CaseEvent[] {
    if (isRefusal(decision)) throw new Refused(decision);
    for (const event of decision.events) {
      const recorded: RecordedEvent = { ...event, caseId: id, seq: (this.state?.seq ?? 0) + 1, at: this.at };
      const before = this.state as CaseState | undefined;
      this.state = evolve(this.rules.definition, before, recorded);
      this.events.push(recorded);
      this.notices.push(...noticesOf(this.rules, before, recorded, this.state));
    }
    return decision.events;
  }

  /** Judges and records; throws when the answer is no. */
  give(command: PersonCommand, actor: Actor, more: { signInAge?: number; expectedSeq?: number } = {}): CaseEvent[] {
    return this.record(this.state.id, this.judge({ ...command, actor, at: this.at, ...more }));
  }

  system(command: SystemCommand, actor = theEngine): CaseEvent[] {
    return this.record(this.state.id, this.judge({ ...command, actor, at: this.at }));
  }

  /** The refusal of a command, undefined when it would be accepted. */
  refusal(command: PersonCommand, actor: Actor, more: { signInAge?: number; expectedSeq?: number } = {}): Refusal | undefined {
    const decision = this.judge({ ...command, actor, at: this.at, ...more });
    return isRefusal(decision) ? decision : undefined;
  }

  /** A transition taken and, where it begins a transfer, carried to the next desk. */
  take(role: RoleName, transition: string, taking: Taking = {}): this {
    return this.begin(role, transition, taking).carry();
  }

  /** A transition taken; a transfer it begins stays under way. */
  begin(role: RoleName, transition: string, { as, signInAge, expectedSeq, ...rest }: Taking = {}): this {
    this.give({ type: 'take-transition', transition, ...rest }, this.actor(role, as), { signInAge, expectedSeq });
    return this;
  }

  refused(role: RoleName, transition: string, { as, signInAge, expectedSeq, ...rest }: Taking = {}): string | undefined {
    return this.refusal({ type: 'take-transition', transition, ...rest }, this.actor(role, as), { signInAge, expectedSeq })?.refused;
  }

  /** The engine completes the transfer under way, if there is one. */
  carry(cohort: { id: string; cutOffOn: string } | undefined = { id: 'cohort-17-2026', cutOffOn: '2026-12-30' }): this {
    if (!this.state.transfer) return this;
    const arrives = this.rules.definition.stages[this.state.transfer.to]?.gate !== undefined;
    this.system({ type: 'complete-transfer', transfer: this.state.transfer.seq, outcome: { intact: true }, ...(arrives && cohort && { cohort }) });
    return this;
  }

  /** The checkpoint finds the stored bytes of these types changed. */
  damage(...types: string[]): this {
    const { manifest, seq } = this.state.transfer!;
    const damaged = types.map((type) => manifest.documents.findIndex((entry) => entry.type === type));
    this.system({ type: 'complete-transfer', transfer: seq, outcome: { damaged } });
    return this;
  }

  attach(role: RoleName, documentType: string, content = 'first text', as: Partial<Actor> = {}): this {
    const media = this.rules.definition.documents[documentType]?.media[0] ?? 'pdf';
    this.give({ type: 'attach-document', documentType, sha256: sha256(`${documentType}: ${content}`), size: 1_000, media, name: sealed(`${documentType}.${media}`) }, this.actor(role, as));
    return this;
  }

  matrix(content = 'matrix', valid = true): this {
    this.give({ type: 'save-matrix', sha256: sha256(content), valid }, this.actor('regency-drafter'));
    return this;
  }

  openGate(): this {
    this.system({ type: 'open-gate', cohort: 'cohort-17-2026', round: 1, release: this.release, arrivalSeq: this.state.gate!.arrivedSeq }, theCohort);
    return this;
  }

  /** The clock jumps to a wall-clock time of a day in the region; nothing rings meanwhile. */
  on(day: string, time = '10:00'): this {
    this.at = at(day, time, this.rules);
    return this;
  }

  tick(): CaseEvent[] {
    return this.system({ type: 'tick' }, theClock);
  }

  /** Time passes alarm by alarm, as it does with the engine at work, up to a wall-clock time of a day. */
  until(day: string, time = '10:00'): this {
    const end = at(day, time, this.rules);
    for (let alarm = nextAlarm(this.rules, this.state); alarm && alarm.at <= end; alarm = nextAlarm(this.rules, this.state)) {
      if (alarm.at > this.at) this.at = alarm.at;
      this.tick();
    }
    this.at = end;
    return this;
  }

  /** Events of a type, oldest first. */
  of<T extends RecordedEvent['type']>(type: T): Extract<RecordedEvent, { type: T }>[] {
    return this.events.filter((event): event is Extract<RecordedEvent, { type: T }> => event.type === type);
  }
}

/** The instant of a wall-clock time ('07:30') on a day in the zone of the rules. */
export function at(day: string, time: string, { zone }: Pick<Rules, 'zone'>): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return isoInstant(instantAt(dayOf(day), hours * 60 + minutes, zone));
}
