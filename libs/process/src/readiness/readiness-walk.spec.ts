import * as fc from 'fast-check';
import { type Actor, civil, criterionState, dayOf, endOfDay, evolveReadiness, isoInstant, lacksOf, msOf, personsOf, readinessAlarms, readinessV1, type ReadinessState } from '..';
import { anActor, drafterOf, ZoneStory } from '../../testing';

/** People of one small province, some with two offices, some acting for another. */
const persons = ['p_a', 'p_b', 'p_c'];
const hands: Actor[] = persons.flatMap((person) => [
  { ...drafterOf('1705'), person },
  anActor('provincial-coordinator', { person }),
  anActor('ministry-reviewer', { person }),
  { ...anActor('provincial-coordinator', { person: 'p_d' }), onBehalfOf: { person, decree: 'SK contoh' } },
]);
const criteria = Object.keys(readinessV1.criteria).slice(0, 3);
const reason = { sha256: 'b'.repeat(64), length: 5 };

const step = fc.record({ act: fc.nat(9), hand: fc.nat(hands.length - 1), criterion: fc.nat(criteria.length - 1), days: fc.nat(40), valid: fc.option(fc.integer({ min: -5, max: 60 })) });
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function take(story: ZoneStory, { act, hand, criterion: n, days, valid }: Step): void {
  const [actor, criterion] = [hands[hand]!, criteria[n]!];
  const today = dayOf(story.at.slice(0, 10));
  switch (act) {
    case 0: case 1: {
      if (actor.role !== 'regency-drafter') return;
      story.submit(criterion, { issuedOn: civil(today - 3), ...(valid !== null && { validUntil: civil(today + valid) }) }, actor);
      return;
    }
    case 2: case 3: case 4: return void story.by(actor, { type: 'verify', criterion });
    case 5: return void story.by(actor, { type: 'reject', criterion, reason });
    case 6: return void story.by(actor, { type: 'withdraw', criterion });
    case 7: return void story.by(actor, { type: 'propose-funding' });
    case 8: return void story.by(actor, { type: 'fund', reference: 'DAK/1' });
    default: return void story.until(isoInstant(msOf(story.at) + days * 86_400_000));
  }
}

/** A region that lacks nothing; what the walk undoes of it, it has to win back. */
const ready = new ZoneStory().ready();
const begun = (): ZoneStory => Object.assign(new ZoneStory(), ready, { events: [] });

describe('whatever people and time do to the readiness of a region', () => {
  const walks = fc.array(step, { minLength: 20, maxLength: 40 });
  const look = (judge: (story: ZoneStory, before: ReadinessState, from: number) => void) =>
    fc.assert(
      fc.property(walks, (steps) => {
        const story = begun();
        for (const one of steps) {
          const [before, from] = [story.now, story.events.length];
          story.at = isoInstant(msOf(story.at) + 60_000);
          take(story, one);
          judge(story, before, from);
        }
      }),
      { numRuns: 800 },
    );

  it('nothing is verified or rejected by a person whose hand is in it', () => {
    let judged = 0;
    look((story, before, from) => {
      for (const event of story.events.slice(from)) {
        if (event.type !== 'criterion-verified' && event.type !== 'criterion-rejected') continue;
        judged++;
        const { by } = before.criteria[event.body.criterion]!.pending!;
        expect(personsOf(event.actor as Actor).filter((person) => by.includes(person))).toEqual([]);
      }
    });
    expect(judged).toBeGreaterThan(100);
  });

  it('nothing expires on its last valid day or before it, nor is left to count the day after once the clock has looked', () => {
    let expired = 0;
    look((story, before, from) => {
      const events = story.events.slice(from);
      for (const event of events) {
        if (event.type !== 'criterion-expired') continue;
        expired++;
        const last = before.criteria[event.body.criterion]!.standing!.validUntil!;
        expect(msOf(event.body.dueAt)).toBe(endOfDay(dayOf(last), 'WIB'));
        expect(msOf(event.at)).toBeGreaterThanOrEqual(msOf(event.body.dueAt));
      }
      story.until(story.at);
      for (const alarm of readinessAlarms(readinessV1, story.now)) expect(alarm.at).toBeGreaterThan(msOf(story.at));
    });
    expect(expired).toBeGreaterThan(20);
  });

  it('money is promised only to a region that lacks nothing at that moment, once, and never by who proposed it', () => {
    let granted = 0;
    look((story, before, from) => {
      for (const event of story.events.slice(from)) {
        if (event.type === 'funding-proposed') expect([lacksOf(readinessV1, before), before.funding?.state === 'proposed' || before.funding?.state === 'funded']).toEqual([[], false]);
        if (event.type !== 'funding-granted') continue;
        granted++;
        expect(lacksOf(readinessV1, before)).toEqual([]);
        expect(before.funding!.state).toBe('proposed');
        expect(personsOf(event.actor as Actor).filter((person) => before.funding!.proposedBy.includes(person))).toEqual([]);
      }
    });
    expect(granted).toBeGreaterThan(10);
  });

  it('the state is the fold of what was recorded, and every criterion is in exactly one state', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const story = new ZoneStory();
        for (const one of steps) {
          story.at = isoInstant(msOf(story.at) + 60_000);
          take(story, one);
          for (const name of criteria) expect(['missing', 'submitted', 'verified', 'expired', 'rejected']).toContain(criterionState(story.now.criteria[name]));
        }
        let folded: ReadinessState | undefined;
        for (const event of story.events) folded = evolveReadiness(readinessV1, folded, JSON.parse(JSON.stringify(event)) as typeof event);
        expect(JSON.stringify(folded)).toBe(JSON.stringify(story.state));
      }),
      { numRuns: 250 },
    );
  });
});
