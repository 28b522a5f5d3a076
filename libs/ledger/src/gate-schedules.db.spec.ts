import fc from 'fast-check';
import type { CohortState, GatePolicy } from '#process';
import { type Caller, Ledger } from '#ledger';
import { copyCase } from '#test/copied-case';
import { act, aKey, attach, callerFor, carry, openTestDatabase, people, type TestDatabase, toGate } from '#test/database';

jest.setTimeout(240_000);

const regions = ['1701', '1702', '1703', '1705'];
const kinds = ['arrive', 'arrive', 'leave', 'waive', 'release', 'release', 'open', 'attend', 'restart'] as const;
type Step = { do: (typeof kinds)[number]; region: number };
const step = fc.record<Step>({ do: fc.constantFrom(...kinds), region: fc.integer({ min: 0, max: regions.length - 1 }) });
const schedules = (seed: number): Step[][] => fc.sample(fc.array(step, { minLength: 8, maxLength: 16 }), { numRuns: 30, seed });

interface Standing {
  caseId: string;
  regionCode: string;
  arrivalSeq: number;
}

describe('the gate in the ledger, over random schedules', () => {
  let db: TestDatabase;
  /** Another process of the house, which is started anew now and then. */
  let other: Ledger;
  let source: string;
  let coordinator: Caller;
  let planner: Caller;

  const stateOf = async (cohortId: string): Promise<CohortState> => (await db.ledger.registers.cohorts.one(coordinator, cohortId))!.state;
  const create = async (programmeYear: number, policy: Partial<GatePolicy>) => {
    const created = await db.ledger.cohorts.create(coordinator, {
      key: aKey(),
      input: {
        province: '17', programmeYear, referencePlans: [], members: regions.map((regionCode) => ({ regionCode, state: 'active' as const })),
        policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false, ...policy }, cutOffOn: '2026-12-18',
      },
    });
    if (!('applied' in created)) throw new Error(JSON.stringify(created));
  };
  const asked = schedules(5);
  const dated = schedules(17);

  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.register.install(['1702', '1703'].map((region) => {
      const [head] = people.filter(({ subject }) => subject === 'head-1701');
      return { ...head!, id: `p_head-${region}`, subject: `head-${region}`, email: `head-${region}@contoh.test`, offices: [{ ...head!.offices[0]!, scope: region }] };
    }));
    other = await Ledger.connect(db.appUrl, { pool: 4 });
    [coordinator, planner] = [await callerFor(db.ledger, 'coordinator-1700'), await callerFor(db.ledger, 'planner-1700')];
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
    source = await toGate(db.ledger, '1705', 2027);
    for (const n of asked.keys()) await create(2030 + n, n % 4 === 0 ? {} : { need: { atLeast: n % 4 } });
    for (const n of dated.keys()) await create(2065 + n, { onCutOff: 'open-with-present' });
  });
  afterAll(async () => {
    await other?.database.close();
    await db?.close();
  });

  async function restart(): Promise<void> {
    await other.database.close();
    other = await Ledger.connect(db.appUrl, { pool: 4 });
  }

  /** Takes the steps and compares every release with who stood at the gate at that moment. */
  async function run(year: number, steps: readonly Step[]): Promise<CohortState> {
    const cohortId = `cohort-17-${year}`;
    const at = new Map<string, Standing>();
    const filed = new Map<string, number>();
    const relied = new Set<string>();

    /** Whatever is done to the gate: at most one more round, and its list is exactly who stood there and had not been relied on. */
    const watched = async (acting: () => Promise<unknown>): Promise<void> => {
      const before = await stateOf(cohortId);
      const due = [...at.values()].filter(({ caseId, arrivalSeq }) => !relied.has(`${caseId}#${arrivalSeq}`)).map(({ caseId, arrivalSeq }) => `${caseId}#${arrivalSeq}`).sort();
      await acting();
      const { releases } = await stateOf(cohortId);
      const made = releases.slice(before.releases.length);
      expect(made.length).toBeLessThanOrEqual(1);
      for (const { round, members } of made) {
        const frozen = members.map(({ caseId, arrivalSeq }) => `${caseId}#${arrivalSeq}`);
        expect([round, frozen]).toEqual([before.releases.length + 1, due]);
        for (const one of frozen) relied.add(one);
      }
    };
    const release = () => watched(async () => {
      const keys = [aKey(), aKey()] as const;
      // Two people press at the same moment, and the first's answer is lost, so it is asked for again.
      const press = (ledger: Ledger, key: string) => ledger.cohorts.apply(cohortId, coordinator, { key, command: { type: 'release' } });
      const answers = await Promise.all([press(db.ledger, keys[0]), press(other, keys[1]), press(other, keys[0])]);
      expect(answers.filter((answer) => 'applied' in answer && !answer.applied.repeated).length).toBeLessThanOrEqual(1);
    });

    for (const { do: what, region: index } of steps) {
      const region = regions[index]!;
      const standing = at.get(region);
      if (what === 'arrive' && !standing) {
        const n = (filed.get(region) ?? 0) + 1;
        const [past] = await db.owner.query<{ n: number }[]>(`select count(*)::int as n from regulation_case where region = $1 and programme_year = $2 and status = 'open'`, [region, year]);
        if (past!.n > 0) continue;
        filed.set(region, n);
        at.set(region, await copyCase(db.owner, source, { caseId: `rpik-${region}-${year}${n > 1 ? `.${n}` : ''}`, region, year }));
      } else if (what === 'leave' && standing) {
        await attach(db.ledger, standing.caseId, `head-${region}`, 'withdrawal-letter');
        await act(db.ledger, standing.caseId, `head-${region}`, { type: 'take-transition', transition: 'withdraw' });
        await carry(db.ledger, standing.caseId);
        at.delete(region);
      } else if (what === 'waive') {
        await db.ledger.cohorts.apply(cohortId, coordinator, { key: aKey(), command: { type: 'request-waiver', regionCode: region, reason: 'Ditunda.' } });
        for (const { n, confirmedBy } of (await stateOf(cohortId)).waivers) if (!confirmedBy) await other.cohorts.apply(cohortId, planner, { key: aKey(), command: { type: 'confirm-waiver', n } });
      } else if (what === 'release') await release();
      else if (what === 'attend') await watched(() => Promise.all([db.ledger.cohorts.attend(cohortId), other.cohorts.attend(cohortId)]));
      else if (what === 'restart') await restart();
      else if (what === 'open') {
        // Half a fan-out: one gate by two at once, then nothing more.
        const [first] = await db.ledger.cohorts.membersToOpen(cohortId);
        if (!first) continue;
        const outcomes = await Promise.all([db.ledger, other].map((ledger) => ledger.cohorts.openGate(ledger.cases, first)));
        expect(new Set(outcomes).size).toBe(1);
        if (outcomes[0] === 'opened') at.delete(first.caseId.slice(5, 9));
      }
    }
    for (const member of await db.ledger.cohorts.membersToOpen(cohortId)) await Promise.all([db.ledger, other].map((ledger) => ledger.cohorts.openGate(ledger.cases, member)));
    return stateOf(cohortId);
  }

  /** Rounds without a gap, every arrival relied on once, every gate of theirs opened once and no other, and the record whole. */
  async function holds(year: number, state: CohortState): Promise<void> {
    const members = state.releases.flatMap(({ members: of }) => of.map(({ caseId, arrivalSeq }) => `${caseId}#${arrivalSeq}`));
    expect(new Set(members).size).toBe(members.length);
    const released = await db.owner.query<{ round: number }[]>(`select (body #>> '{release,round}')::int as round from cohort_event where cohort_id = $1 and type = 'gate-released' order by seq`, [state.id]);
    expect(released.map(({ round }) => round)).toEqual(state.releases.map((_, n) => n + 1));
    const opened = state.releases.flatMap(({ opened: of, members: all }) => all.flatMap(({ caseId }) => (of[caseId] === 'opened' ? [caseId] : [])));
    const gates = await db.owner.query<{ caseId: string; n: number }[]>(
      `select e.case_id as "caseId", count(*)::int as n from case_event e join regulation_case c using (case_id) where c.programme_year = $1 and e.type = 'gate-opened' group by 1 order by 1`, [year],
    );
    expect(gates).toEqual([...opened].sort().map((caseId) => ({ caseId, n: 1 })));
    expect(state.releases.every(({ members: of, opened: outcomes }) => of.every(({ caseId }) => outcomes[caseId]))).toBe(true);
    expect(await db.ledger.verifier.verify(state.id)).toEqual([]);
  }

  it(`releases each round once, for exactly those who stood there, in ${asked.length} schedules of arrivals, withdrawals, waivers, duplicates and restarts`, async () => {
    let rounds = 0;
    for (const [n, steps] of asked.entries()) {
      const state = await run(2030 + n, steps);
      await holds(2030 + n, state);
      rounds += state.releases.length;
    }
    expect(rounds).toBeGreaterThan(5);
  });

  it(`does so in ${dated.length} schedules in which the cut-off date has come and opens the gate by itself`, async () => {
    await db.ledger.clock.moveTo(Date.parse('2026-12-19T03:00:00.000Z'));
    let byDate = 0;
    for (const [n, steps] of dated.entries()) {
      const state = await run(2065 + n, steps);
      await holds(2065 + n, state);
      const [first] = await db.owner.query<{ actor: { system?: string } }[]>(`select actor from cohort_event where cohort_id = $1 and type = 'gate-released' order by seq limit 1`, [state.id]);
      if (first?.actor.system) byDate += 1;
    }
    expect(byDate).toBeGreaterThan(3);
  });
});
