import { storyRegions } from './regions';
import { SelarasClient, Unexpected } from './selaras-client';
import { castOf, RegionStory } from './tell-region';

export interface ToldRegion {
  region: string;
  caseId: string;
  stage: string;
  rounds: number;
  acts: number;
  documents: number;
  notices: number;
}

export interface Told {
  rows: ToldRegion[];
  checks: { what: string; holds: boolean }[];
}

/** Plays all ten regions of one programme year from the programme to the ministry's endorsement, as the right people, through HTTP. */
export async function tellProvince(url: string, year: number, said: (line: string) => void): Promise<Told> {
  const coordinator = new SelarasClient(url, 'coordinator-1700');
  await seatDrafters(url, said);
  const cohortId = `cohort-17-${year}`;
  await coordinator.must('POST', '/v1/cohorts', {
    province: '17',
    programmeYear: year,
    referencePlans: [{ kind: 'RPIP', version: '2018-2038', issuedOn: '2018-03-13' }],
    members: storyRegions.map(({ code }) => code),
    policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false },
    cutOffOn: `${year}-06-30`,
  });
  const stories = storyRegions.map((region) => new RegionStory(castOf(url, region.code), region, year, said));
  const checks: Told['checks'] = [];

  await eachOf(stories, 3, async (story) => {
    await story.file();
    await story.draft();
    await story.harmonize();
    await story.review();
    if (story === stories[0]) {
      const early = await coordinator.command('POST', `/v1/cohorts/${cohortId}/release`, {});
      checks.push({ what: 'the gate stays shut while members are missing', holds: early.status >= 400 && early.status < 500 });
    }
  });
  said('Gerbang: semua anggota hadir');
  await settleOpenFindings(coordinator, cohortId);
  await coordinator.must('POST', `/v1/cohorts/${cohortId}/release`, {});
  const again = await coordinator.command('POST', `/v1/cohorts/${cohortId}/release`, {});
  checks.push({ what: 'a round is released once', holds: again.status >= 400 && again.status < 500 });
  await eachOf(stories, 3, async (story) => {
    await passed(story);
    await story.endorse();
  });

  const rows: ToldRegion[] = [];
  for (const story of stories) rows.push(await summary(story));
  checks.push({ what: 'every region is endorsed', holds: rows.every(({ stage }) => stage === 'council-submission') });
  const rounds = storyRegions.map(({ turn }) => (turn === 'returned-from-harmonization' || turn === 'vetoed' ? 2 : 1));
  checks.push({ what: 'returned regions are in their second round, the others in their first', holds: rows.every((row, index) => row.rounds === rounds[index]) });
  checks.push({ what: 'people were told', holds: rows.every(({ notices }) => notices > 0) });
  return { rows, checks };
}

/** A desk that stands empty is filled first: in the demo's own story Lebong has no drafter. */
async function seatDrafters(url: string, said: (line: string) => void): Promise<void> {
  const admin = new SelarasClient(url, 'admin');
  const { body } = await admin.get<{ now: string }>('/v1/demo/clock');
  for (const { code, name } of storyRegions) {
    const { status } = await new SelarasClient(url, `drafter-${code}`).get('/v1/me');
    if (status === 200) continue;
    await admin.must('POST', '/v1/holders', { person: `p_drafter-${code}`, role: 'regency-drafter', scope: code, capacity: 'Plt', from: body.now.slice(0, 10), decree: `SK Plt. Penyusun ${name} (contoh)` });
    said(`${name}: penyusun ditunjuk`);
  }
}

/** What only has to be noted, the coordinator notes, each with a sentence. */
async function settleOpenFindings(coordinator: SelarasClient, cohortId: string): Promise<void> {
  const { body } = await coordinator.get<{ items: { key: string; effect: string; settledBy: string | null }[] }>(`/v1/cohorts/${cohortId}/conflicts`);
  for (const { key, effect, settledBy } of body.items)
    if (effect === 'acknowledge' && !settledBy) await coordinator.must('POST', `/v1/cohorts/${cohortId}/conflicts/${key}/acknowledgement`, { note: 'Dibahas dalam rapat sinkronisasi; dicatat.' });
}

/** The cohort's workflow opens the gates by itself; a member waits a moment for its own. */
async function passed({ cast, caseId }: RegionStory): Promise<void> {
  for (const until = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const answer = await cast.coordinator.get<{ stage: { id: string } }>(`/v1/cases/${caseId}`);
    if (answer.status === 200 && answer.body.stage.id === 'recommendation') return;
    if (Date.now() > until) throw new Unexpected(`the gate has not opened for ${caseId}`, answer);
  }
}

async function summary(story: RegionStory): Promise<ToldRegion> {
  const { caseId, region, acts, documents, cast } = story;
  const { body } = await cast.coordinator.get<{ stage: { id: string }; round: number }>(`/v1/cases/${caseId}`);
  const told = await cast.drafter.get<{ items: { subject?: { id: string } }[] }>('/v1/notices?limit=100');
  const notices = told.body.items.filter(({ subject }) => subject?.id === caseId).length;
  return { region: region.name, caseId, stage: body.stage.id, rounds: body.round, acts, documents, notices };
}

/** As many at once as there are hands, each taking the next that waits. */
export async function eachOf<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const take = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, take));
}
