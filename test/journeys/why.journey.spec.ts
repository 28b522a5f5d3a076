import { draftRegulation, samplePdf } from '#documents';
import { rpikV1, type Text } from '#process';
import { House } from '#test/house';
import { storyRegions } from '../story/regions';
import type { CaseBody, SelarasClient } from '../story/selaras-client';
import { castOf, RegionStory } from '../story/tell-region';

jest.setTimeout(300_000);

interface Office {
  role: string;
  scope: string;
}
interface Step {
  act: 'attach-document' | 'save-matrix' | 'answer-remark' | 'report-condition' | 'review-condition' | 'take-transition' | 'create-cohort' | 'release-gate';
  name: string;
  by: Office;
  needs: { facts: string[]; checks: string[]; reasons: string[]; note: boolean; remarks: boolean; conditions: boolean; freshSignIn: boolean };
}
interface Why {
  sentence: Text;
  moving: boolean;
  unmet: { code: string; details: string[]; message: Text }[];
  unblock: Step[];
  nextAlarm: { at: string } | null;
  nobody: Office[];
}

const year = 2027;
const caseId = `rpik-1705-${year}`;
const path = `/v1/cases/${caseId}`;
const region = { ...storyRegions.find(({ code }) => code === '1705')!, turn: 'straight' as const };

/** Its matrix is what a drafter of the region would enter. */
class Papers extends RegionStory {
  get table(): object {
    return this.matrix();
  }
}

describe('a program that knows nothing but why a case does not move', () => {
  let house: House;
  let personas: (Office & { persona: string })[];
  const story = () => new Papers(castOf(house.url, '1705'), region, year);
  const of = ({ role, scope }: Office): SelarasClient => house.as(personas.find((one) => one.role === role && one.scope === scope)!.persona);
  const why = async () => (await house.as('admin').get<Why>(`${path}/why`)).body;
  const seen = async () => (await house.as('admin').get<CaseBody & { halves: { transition: string; facts: Record<string, string> }[] }>(path)).body;
  const today = async () => (await house.as('admin').get<{ now: string }>('/v1/demo/clock')).body.now;
  const goTo = async (to: object) => expect((await house.as('admin').send('POST', '/v1/demo/clock', to)).status).toBe(200);

  beforeAll(async () => {
    house = await House.open('why');
    personas = (await house.as('admin').get<{ items: typeof personas }>('/v1/demo/personas')).body.items;
    await story().file();
  });
  afterAll(() => house?.close());

  let versions = 0;
  async function bring(who: SelarasClient, type: string): Promise<void> {
    const isText = !(rpikV1.documents[type as 'plan-annex'].media as readonly string[]).includes('pdf');
    versions += 1;
    if (isText) {
      const bytes = await draftRegulation({ regionName: region.name, kind: region.kind, headTitle: 'Bupati', year, products: [region.commodity], zone: 'Sentra', articlesSeed: versions });
      await who.upload(caseId, type, bytes, `${type}.docx`, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    } else await who.upload(caseId, type, await samplePdf(type, [`Versi ${versions}`]), `${type}.pdf`, 'application/pdf');
  }

  async function take(who: SelarasClient, { name, needs }: Step): Promise<void> {
    const day = new Date(Date.parse(await today()) + 7 * 3_600_000).toISOString().slice(0, 10);
    const half = (await seen()).halves.find(({ transition }) => transition === name);
    const factOf = (fact: string): string => {
      const { kind, values } = rpikV1.facts[fact as 'registerNumber'] as { kind: string; values?: readonly string[] };
      return values?.[0] ?? (kind === 'date' ? day : kind === 'year' ? String(year) : `Nomor ${fact}`);
    };
    const facts = half ? half.facts : Object.fromEntries(needs.facts.map((fact) => [fact, factOf(fact)]));
    if (needs.freshSignIn) await who.signIn();
    await who.take(caseId, name, {
      facts: { ...facts, ...(needs.checks.length > 0 && { checks: Object.fromEntries(needs.checks.map((check) => [check, 'conform'])) }) },
      ...(needs.reasons.length > 0 && { reasonCode: needs.reasons[0] }),
      ...(needs.note && { note: 'Sesuai telaah.' }),
      ...(needs.remarks && { remarks: [{ text: 'Sesuai telaah.' }] }),
    });
  }

  async function follow(step: Step): Promise<void> {
    const who = of(step.by);
    const cohort = `/v1/cohorts/cohort-17-${year}`;
    switch (step.act) {
      case 'attach-document':
        return bring(who, step.name);
      case 'save-matrix':
        return void (await who.must('PUT', `${path}/plan-matrix`, story().table));
      case 'answer-remark':
        return void (await who.must('POST', `${path}/remarks/${step.name}/answer`, { text: 'Telah diperbaiki.' }));
      case 'report-condition':
      case 'review-condition':
        throw new Error('no condition was set on this case');
      case 'create-cohort':
        return void (await who.must('POST', '/v1/cohorts', {
          province: '17', programmeYear: year, referencePlans: [{ kind: 'RPIP', version: '2018-2038', issuedOn: '2018-03-13' }], members: ['1705'],
          policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false }, cutOffOn: `${year}-06-30`,
        }));
      case 'release-gate': {
        await who.must('POST', `${cohort}/release`, {});
        return arrivedBeyond('synchronization');
      }
      case 'take-transition':
        return take(who, step);
    }
  }

  async function arrivedBeyond(stage: string): Promise<void> {
    for (const until = Date.now() + 60_000; (await seen()).stage.id === stage; await new Promise((resolve) => setTimeout(resolve, 200)))
      if (Date.now() > until) throw new Error(`still at ${stage}`);
  }

  it('brings it through HTTP from its first day to its publication, and to the register of offices where a role is empty', async () => {
    const admin = house.as('admin');
    const { items } = (await admin.get<{ items: { id: string; person: string; role: string }[] }>('/v1/holders?role=harmonizer')).body;
    const harmonizer = items[0]!;
    await admin.must('POST', `/v1/holders/${harmonizer.id}/end`, { on: (await today()).slice(0, 10) });
    await goTo({ advanceWorkingDays: 1 });

    const stages: string[] = [];
    const filled: Office[] = [];
    for (let steps = 0; ; steps++) {
      const { stage, status } = await seen();
      if (stages.at(-1) !== stage.id) stages.push(stage.id);
      if (status !== 'open') break;
      if (steps > 150) throw new Error(`no way out of ${stage.id}: ${JSON.stringify(await why())}`);
      const told = await why();
      expect([told.sentence.id, told.sentence.en].every((sentence) => sentence.length > 10)).toBe(true);
      if (told.moving) await admin.arrived(caseId);
      else if (told.nobody[0]) {
        const [{ role, scope }] = told.nobody as [Office];
        expect(told.sentence.id).toContain('Tidak ada yang dapat bertindak');
        await admin.must('POST', '/v1/holders', { person: harmonizer.person, role, scope, capacity: 'definitive', from: (await today()).slice(0, 10), decree: 'SK 1/2026' });
        filled.push({ role, scope });
      } else if (told.unblock[0]) await follow(told.unblock[0]);
      else await goTo({ to: told.nextAlarm!.at });
    }
    expect((await seen()).status).toBe('published');
    expect(filled).toEqual([{ role: 'harmonizer', scope: '17' }]);
    expect(stages.length).toBeGreaterThan(18);
    expect((await house.verified()).code).toBe(0);
  });
});
