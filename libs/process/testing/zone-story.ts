import {
  type Actor, decideReadiness, evolveReadiness, papersOf, type ReadinessDefinition, type ReadinessEvent, type ReadinessPersonCommand, type ReadinessState, readinessV1, type RecordedReadinessEvent, unwritten,
} from '../src';
import { anActor, theClock } from './an-actor';

/** Hash of the n-th paper of a story. */
const paper = (n: number): string => n.toString(16).padStart(64, '0');

export const drafterOf = (region: string) => anActor('regency-drafter', { region, person: `p_drafter-${region}` });

/** The readiness of one region in the hands of a story: applies acts at an instant, or tells the refusal. */
export class ZoneStory {
  state: ReadinessState | undefined;
  readonly events: RecordedReadinessEvent[] = [];
  private papers = 0;

  constructor(
    readonly region = '1705',
    public at = '2026-11-24T03:12:00.000Z',
    readonly definition: ReadinessDefinition = readinessV1,
  ) {}

  get now(): ReadinessState {
    return this.state ?? unwritten(this.definition, this.region);
  }

  get id(): string {
    return `readiness-${this.region}`;
  }

  by(actor: Actor, command: ReadinessPersonCommand, expectedSeq?: number): string | undefined {
    const decision = decideReadiness(this.definition, this.now, { ...command, actor, at: this.at, ...(expectedSeq !== undefined && { expectedSeq }) });
    return 'refused' in decision ? [decision.refused, ...decision.details].join(' ') : this.record(decision.events);
  }

  /** Lets time do what it has to until an instant; answers the types of what happened. */
  until(at: string): string[] {
    this.at = at;
    const decision = decideReadiness(this.definition, this.now, { type: 'tick', actor: theClock, at });
    if ('refused' in decision) throw new Error(decision.refused);
    this.record(decision.events);
    return decision.events.map(({ type, body }) => [type, ...('days' in body ? [body.days] : [])].join(' '));
  }

  attach(documentType: string, { by = drafterOf(this.region), criterion }: { by?: Actor; criterion: string }): string {
    const sha256 = paper(++this.papers);
    const refused = this.by(by, { type: 'attach-evidence', criterion, documentType, sha256, size: 1_000, media: 'pdf', name: { sha256: paper(0), length: 8 } });
    if (refused) throw new Error(refused);
    return sha256;
  }

  /** Hands in a criterion with all papers it asks for. */
  submit(criterion: string, rest: { issuedOn?: string; validUntil?: string; measure?: number } = {}, by = drafterOf(this.region)): string | undefined {
    const found = this.definition.criteria[criterion]!;
    for (const type of papersOf(found)) this.attach(type, { by, criterion });
    const measure = found.measure ? found.measure.thresholds.at(-1)!.least : undefined;
    return this.by(by, { type: 'submit', criterion, issuedOn: '2026-11-02', ...(measure !== undefined && { measure }), ...rest });
  }

  verify(criterion: string, by = anActor('provincial-coordinator', { region: this.region })): string | undefined {
    return this.by(by, { type: 'verify', criterion });
  }

  /** Brings the region to readiness. */
  ready(rest: { validUntil?: string } = {}): this {
    for (const criterion of Object.keys(this.definition.criteria)) {
      const refused = this.submit(criterion, rest) ?? this.verify(criterion);
      if (refused) throw new Error(`${criterion}: ${refused}`);
    }
    return this;
  }

  private record(events: readonly ReadinessEvent[]): undefined {
    for (const event of events) {
      const recorded = { ...event, readinessId: this.id, seq: this.now.seq + 1, at: this.at } as RecordedReadinessEvent;
      this.events.push(recorded);
      this.state = evolveReadiness(this.definition, this.state, recorded);
    }
    return undefined;
  }
}
