import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dayAt, dayOf, civil } from '#process';
import { skipTime } from '#temporal/testing/time-skipping';
import { pokeCase } from '#temporal';
import { aKey, callerFor } from '#test/database';
import { plant } from '#test/plant';
import { openStage, until, type WorkerStage } from '#test/worker-stage';
import { aCaseAt, Life, type RoleName } from '../../libs/process/testing';

jest.setTimeout(240_000);

const hour = 3_600;
const days = 24 * hour;
const wib = 'WIB';

/** The days that are no working days, as the decrees' table lists them; counted here by hand, apart from the product. */
const holidays = new Set(
  readFileSync(path.join(__dirname, '../../libs/ledger/reference/holidays-id.csv'), 'utf8').split('\n').filter((line) => !line.includes('scope=')).map((line) => line.slice(0, 10)),
);
const isWorking = (date: Date) => ![0, 6].includes(date.getUTCDay()) && !holidays.has(date.toISOString().slice(0, 10));
/** The nth working day after a day, or before it. */
function workingDay(from: string, n: number): string {
  const date = new Date(`${from}T00:00:00Z`);
  for (let left = Math.abs(n); left > 0; ) {
    date.setUTCDate(date.getUTCDate() + Math.sign(n));
    if (isWorking(date)) left--;
  }
  return date.toISOString().slice(0, 10);
}
/** Half past seven in Bengkulu. */
const rungAt = (day: string) => `${day}T00:30:00.000Z`;
/** The end of a civil day in Bengkulu. */
const endOf = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 17 * hour * 1_000).toISOString();

interface Happened { type: string; at: string; body: { clock?: string; day?: number; dueAt?: string; skipped?: number[]; to?: string; effectiveOn?: string } }

/** Nothing is simulated here: the database's clock is the real one, and the engine's own timers ring, in their order. */
describe('real timers', () => {
  let stage: WorkerStage;
  const today = civil(dayAt(Date.now(), wib));
  beforeAll(async () => { stage = await openStage({ timeSkipping: true }); });
  afterAll(async () => { await stage?.close(); });

  const happened = async (caseId: string): Promise<Happened[]> =>
    (await stage.database.owner.query<(Omit<Happened, 'at'> & { at: Date })[]>('select type, at, body from case_event where case_id = $1 order by seq', [caseId])).map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }));
  const rungs = (events: Happened[], clock: string) => events.filter(({ type, body }) => type === 'reminder-due' && body.clock === clock).map(({ body }) => [body.day, body.dueAt]);
  const stateOf = async (caseId: string) => (await stage.database.ledger.registers.cases.one(await callerFor(stage.database.ledger, 'admin'), caseId))!.state;
  const nowOf = async (caseId: string) => Date.parse((await happened(caseId)).at(-1)!.at);
  /** So far that the instant lies behind, by the workflow's own time, which a skip leaves ahead of ours. */
  const skipped = { ms: 0 };
  const skipTo = async (caseId: string, instant: string) => {
    const seconds = Math.ceil((Date.parse(instant) - Date.now() - skipped.ms) / 1_000) + 60;
    await skipTime(stage.client, caseId, seconds);
    skipped.ms += seconds * 1_000;
  };

  it('carry a case with nobody’s help through the terms of the law, each rung once, to the day it is valid by law', async () => {
    await stage.employ();
    const { caseId, attach, take } = await underDiscussion();
    const T0 = today;
    await take('council-secretariat', 'approve-jointly', { jointApprovedOn: T0 });
    await take('regency-head', 'approve-jointly', { jointApprovedOn: T0 }, 'evaluation-submission');
    const [handOver, due] = [workingDay(T0, 3), workingDay(T0, 30)];
    expect((await stateOf(caseId)).clocks.filter(({ status }) => status === 'running').map(({ key, dueOn }) => [key, dueOn])).toEqual([['hand-over#1', handOver], ['sending#1', handOver], ['enactment#1', due]]);

    // Nobody hands over, nobody sends: two working days late.
    await skipTo(caseId, rungAt(workingDay(T0, 5)));
    await until(async () => rungs(await happened(caseId), 'sending#1').length === 3);
    for (const clock of ['hand-over#1', 'sending#1'])
      expect(rungs(await happened(caseId), clock)).toEqual([[-1, rungAt(workingDay(handOver, -1))], [0, rungAt(handOver)], [1, rungAt(workingDay(handOver, 1))]]);
    const on = () => nowOf(caseId).then((now) => civil(dayAt(now, wib)));
    await take('council-secretariat', 'hand-over', { handedOverOn: await on() });
    await attach('regency-head', 'evaluation-request');
    await take('regency-head', 'submit-for-evaluation', { sentOn: await on() }, 'evaluation');
    await take('provincial-legal', 'receive', { receivedOn: await on() });
    await attach('provincial-legal', 'evaluation-result');
    await take('provincial-legal', 'conclude-evaluation', { evaluationNumber: '1', evaluationDate: await on(), evaluationSignatory: 'Sekda', evaluationOutcome: 'conform' }, 'registration');
    await attach('regency-head', 'number-request');
    await take('regency-head', 'request-number', { numberRequestedOn: await on() });
    await take('provincial-legal', 'receive-request', { numberRequestReceivedOn: await on() });
    await take('provincial-legal', 'issue-number', { registerNumber: '7', registerNumberIssuedOn: await on() }, 'enactment');

    // Silence: the thirtieth day, and three more.
    const effect = endOf(workingDay(due, 3));
    await skipTo(caseId, rungAt(due));
    expect((await stateOf(caseId)).stage).toBe('enactment');
    await skipTo(caseId, effect);
    await until(async () => (await stateOf(caseId)).stage === 'promulgation');
    const events = await happened(caseId);
    expect(rungs(events, 'enactment#1')).toEqual([[-3, rungAt(workingDay(due, -3))], [-1, rungAt(workingDay(due, -1))], [0, rungAt(due)], [1, rungAt(workingDay(due, 1))]]);
    const [deemed] = events.filter(({ type }) => type === 'deemed-valid');
    expect(deemed!.body).toMatchObject({ dueAt: effect, effectiveOn: civil(dayOf(due) + 1) });
    expect(deemed!.at >= effect && Date.parse(deemed!.at) - Date.parse(effect) < 600_000).toBe(true);
    for (const { at, body } of events.filter(({ type }) => type === 'reminder-due')) expect(at >= body.dueAt!).toBe(true);

    const day = await on();
    await attach('regency-secretary', 'gazette-copy');
    await take('regency-secretary', 'promulgate', { gazetteNumber: 'LD 1', promulgatedOn: day, validitySentence: 'Peraturan Daerah ini dinyatakan sah' }, 'reporting');
    await attach('regency-head', 'report-letter');
    await take('regency-head', 'report', { reportedOn: day }, 'publication');
    await take('regency-drafter', 'publish', { jdihAddress: 'https://jdih.example/1' });
    await until(async () => (await stateOf(caseId)).status === 'published');
    await until(async () => (await stage.client.workflow.getHandle(caseId).describe()).status.name === 'COMPLETED');
  });

  it('climb every rung once, and let the term expire once, though the worker is killed among them', async () => {
    // A term of 60 working days of which 56 have gone: the whole ladder lies within two weeks.
    const filedOn = workingDay(today, -56);
    const [caseId = ''] = await plant(stage.database, [{ life: Life.filed({ region: '1701', on: filedOn }).on(today, '00:00'), year: 2028 }]);
    const due = workingDay(filedOn, 60);
    const first = stage.spawn();
    await pokeCase(stage.client, stage.config.temporal.taskQueue, { id: caseId, seen: 1 });
    await until(() => stage.client.workflow.getHandle(caseId).describe().then(() => true, () => false));
    skipped.ms = 0;
    const skipping = skipTime(stage.client, caseId, 21 * days);
    await until(async () => (await happened(caseId)).length >= 2);
    const dead = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await dead;
    stage.spawn();
    await skipping;
    await until(async () => rungs(await happened(caseId), 'programme#1').length === 5, 60_000);
    const events = await happened(caseId);
    expect(rungs(events, 'programme#1')).toEqual([-3, -1, 0, 1, 5].map((n) => [n, rungAt(n === 0 ? due : workingDay(due, n))]));
    expect(events.filter(({ type }) => type === 'clock-expired')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'clock-expired')[0]!.body).toMatchObject({ dueAt: endOf(due) });
    expect(events.flatMap(({ body }) => body.skipped ?? [])).toEqual([]);
  });

  /** A case whose papers lie in the store, under discussion in the council, and acts on it by whoever is due. */
  async function underDiscussion() {
    const { database: { ledger }, store } = stage;
    const life = aCaseAt('deliberation', { on: today })
      .take('council-secretariat', 'start-discussion', { facts: { discussionStartedOn: today } })
      .attach('council-secretariat', 'joint-approval-minutes')
      .attach('council-secretariat', 'approved-draft')
      .on(today, '00:00');
    const documents = [];
    for (const document of life.state.documents) {
      const kept = await store.receive(bytes(Buffer.from(document.type)), { maxBytes: 1_000_000 });
      if ('refused' in kept) throw new Error(kept.refused);
      documents.push({ ...document, ...kept });
    }
    life.state = { ...life.state, documents };
    const [caseId = ''] = await plant(stage.database, [{ life, year: 2027 }]);
    await pokeCase(stage.client, stage.config.temporal.taskQueue, { id: caseId, seen: 1 });
    const subjects: Partial<Record<RoleName, string>> = {
      'council-secretariat': 'council-1705', 'regency-head': 'head-1705', 'regency-secretary': 'secretary-1705', 'regency-drafter': 'drafter-1705', 'provincial-legal': 'legal-1700',
    };
    const act = async (role: RoleName, command: object) => {
      const result = await ledger.cases.apply(caseId, await callerFor(ledger, subjects[role]!), { key: aKey(), command: command as never });
      if (!('applied' in result)) throw new Error(`${role} ${JSON.stringify(command)}: ${JSON.stringify(result)}`);
    };
    const attach = async (role: RoleName, documentType: string) => {
      const kept = await store.receive(bytes(Buffer.from(documentType)), { maxBytes: 1_000_000 });
      if ('refused' in kept) throw new Error(kept.refused);
      await act(role, { type: 'attach-document', documentType, media: 'pdf', name: `${documentType}.pdf`, ...kept });
    };
    const take = async (role: RoleName, transition: string, facts: object = {}, reaches?: string) => {
      await act(role, { type: 'take-transition', transition, facts });
      if (!reaches) return;
      await pokeCase(stage.client, stage.config.temporal.taskQueue, { id: caseId, seen: 1 });
      await until(async () => (await stateOf(caseId)).stage === reaches);
    };
    return { caseId, attach, take };
  }
});

async function* bytes(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
