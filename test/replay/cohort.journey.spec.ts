import { skipTime } from '#temporal/testing/time-skipping';
import { poke } from '#workflows/messages';
import type { CohortActivities } from '#workflows/activities';
import { pokeCohort } from '#temporal';
import { caseIdOf, pauseOf, runLoop, until, type RunningLoop } from './support/running-loop';

jest.setTimeout(120_000);

/** A cohort in memory: who waits to be let through, and who cannot pass yet. */
class MemoryCohort implements CohortActivities {
  readonly waiting = new Set<string>();
  readonly held = new Set<string>();
  readonly passed: string[] = [];
  open = true;
  asked = 0;
  trouble = 0;

  attendCohort: CohortActivities['attendCohort'] = async () => {
    this.asked += 1;
    return { open: this.open, seq: 1, toOpen: this.waiting.size };
  };

  openGates: CohortActivities['openGates'] = async () => {
    if ((this.trouble -= 1) >= 0) throw new Error('half of them');
    const ready = [...this.waiting].filter((member) => !this.held.has(member));
    for (const member of ready) { this.waiting.delete(member); this.passed.push(member); }
    return { opened: ready.length, left: this.waiting.size };
  };
}

describe('the workflow of a cohort', () => {
  let cohort: MemoryCohort;
  let loop: RunningLoop;
  beforeEach(async () => {
    cohort = new MemoryCohort();
    loop = await runLoop(cohort);
  });
  afterEach(async () => { await loop?.close(); });
  const begun = async () => {
    const cohortId = caseIdOf('cohort');
    await pokeCohort(loop.client, loop.taskQueue, { id: cohortId, seen: 0 });
    await until(() => cohort.asked > 0);
    return { cohortId, handle: loop.client.workflow.getHandle(cohortId) };
  };

  it('opens the gate of every member of a release, once', async () => {
    const { cohortId, handle } = await begun();
    for (const member of ['1701', '1702', '1703']) cohort.waiting.add(member);
    await handle.signal(poke);
    await until(() => cohort.passed.length === 3);
    await pauseOf(500);
    expect(cohort.passed).toEqual(['1701', '1702', '1703']);
    await loop.history(cohortId);
  });

  it('comes back for a member that could not pass yet', async () => {
    const { handle } = await begun();
    for (const member of ['1701', '1702']) cohort.waiting.add(member);
    cohort.held.add('1702');
    await handle.signal(poke);
    await until(() => cohort.passed.includes('1701'));
    cohort.held.clear();
    await until(() => cohort.passed.includes('1702'), 15_000);
  });

  it('goes on when opening failed half-way', async () => {
    const { handle } = await begun();
    cohort.waiting.add('1701');
    cohort.trouble = 4;
    await handle.signal(poke);
    await until(() => cohort.passed.length === 1, 30_000);
  });

  it('reads the ledger by itself every five minutes', async () => {
    const { cohortId } = await begun();
    cohort.waiting.add('1705');
    await skipTime(loop.client, cohortId, 290);
    expect(cohort.passed).toEqual([]);
    await skipTime(loop.client, cohortId, 20);
    await until(() => cohort.passed.length === 1);
  });

  it('ends with its cohort', async () => {
    const { handle } = await begun();
    cohort.open = false;
    await handle.signal(poke);
    await handle.result();
  });
});
