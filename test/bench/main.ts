import { Client as Temporal, Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { Client } from 'pg';
import { layOut } from './bare-schema';
import { bare, nothing } from './bare.workflow';
import { call, hangUp } from './call';
import { begin } from './child';
import { measureClock } from './clock';
import { Counter } from './counts';
import { houseFrom } from './house';
import { type ActCosts, measureCounts, sample } from './measure-counts';
import { residentMb } from './memory';
import { type BenchCase, Office } from './office';
import { type Figures, inTurns, type Timed, together } from './rates';

/*
 * `npm run bench`: what an act costs, counted and timed, beside the barest thing that could do it. Milliseconds are figures and never
 * a gate; the counts are one, in test/journeys/counts.journey.spec.ts.
 */
const house = houseFrom(process.env);
const say = (line = '') => process.stdout.write(`${line}\n`);
const began = Date.now();
const step = (what: string) => say(`[${((Date.now() - began) / 1_000).toFixed(0).padStart(3)} s] ${what}`);
const callers = [1, 4, 8];
const documentBytes = 64 * 1024 - 100;
const acts = Number(process.env['BENCH_ACTS'] ?? 10_000);
/** Some of it only: `BENCH_PARTS=within npm run bench`. The counts are always taken. */
const parts = (process.env['BENCH_PARTS'] ?? 'within,between,clock,memory').split(',');
const queue = 'bench-bare';

async function bench(): Promise<void> {
  const office = new Office(house.url);
  const owner = new Client({ connectionString: house.ownerUrl, application_name: 'selaras-bench' });
  await owner.connect();
  const connection = await Connection.connect({ address: house.temporal });
  const temporal = new Temporal({ connection });
  const version = await owner.query<{ v: string }>(`select current_setting('server_version') as v`);
  say(`${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}, Node ${process.versions.node}, PostgreSQL ${version.rows[0]!.v}`);

  step('counting');
  const counter = await Counter.open(house.ownerUrl, house.postgresLog);
  const costs = await measureCounts(office, counter, temporal);
  await counter.close();
  tellCounts(costs);
  if (parts.includes('within')) await withinStage(office, owner, costs.remark.walBytes);
  if (parts.includes('between')) await betweenStages(office, temporal);
  if (parts.includes('clock')) await clockAtScale(office, owner);
  if (parts.includes('memory')) await memoryOver(office, acts);
  say();
  step(`done, load ${loadavg()[0]!.toFixed(1)}`);
  await connection.close();
  await owner.end();
  hangUp();
}

/** Remarks beside (a): Node's own server with the driver and a transaction as large as the ledger's. */
async function withinStage(office: Office, owner: Client, walBytes: number): Promise<void> {
  step('filing cases');
  const cases: BenchCase[] = [];
  for (let n = 0; n < 40; n++) cases.push(await office.fileCase());
  const subjects = await layOut(owner, cases.length);
  const bareHttp = await begin<number>('bare-http', {});
  const bareUrl = `http://127.0.0.1:${bareHttp.said}/`;
  let turn = 0;
  const remarks = (count: number): Timed[] => Array.from({ length: count }, () => () => office.remark(cases[turn++ % cases.length]!));
  const writes = (count: number): Timed[] => Array.from({ length: count }, () => () => bareAct(bareUrl, subjects[turn++ % subjects.length]!));
  const bareBytes = await bareWal(bareUrl, subjects[0]!);
  step('warming up');
  for (const side of [remarks, writes]) await together(side(300), 4, { waits: [], seconds: 0 });
  const rows: [number, Figures, Figures][] = [];
  for (const at of callers) {
    step(`within a stage, callers: ${at}`);
    rows.push([at, ...(await inTurns([remarks, writes], { callers: at, turns: 10, each: at === 1 ? 30 : 40 }))]);
  }
  await bareHttp.end();
  table(`within a stage: a remark (${walBytes} bytes of WAL), beside (a) bare http + pg writing the same rows (${bareBytes})`, rows);
}

/** Hand-overs with a document beside (b): updates of an empty workflow on the same engine. */
async function betweenStages(office: Office, temporal: Temporal): Promise<void> {
  step('bringing papers');
  const bareWorker = await begin('bare-worker', { BARE_TASK_QUEUE: queue });
  const empty = await Promise.all(Array.from({ length: 40 }, (_, n) => temporal.workflow.start(bare, { workflowId: `bare-${n}`, taskQueue: queue })));
  const asleep = await readyCases(office, 40);
  let turn = 0;
  const updates = (count: number): Timed[] =>
    Array.from({ length: count }, () => () => empty[turn++ % empty.length]!.executeUpdate(nothing, { args: [{ seq: turn, bytes: documentBytes }] }));
  const rows: [number | string, Figures, Figures][] = [];
  for (const at of callers) {
    const awake = await readyCases(office, 20 + 108);
    const transfers = (count: number): Timed[] => awake.splice(0, count).map((one) => () => office.handOver(one));
    for (const side of [transfers, updates]) await together(side(20), 4, { waits: [], seconds: 0 });
    step(`between stages, callers: ${at}`);
    rows.push([at, ...(await inTurns([transfers, updates], { callers: at, turns: 6, each: 18 }))]);
  }
  // Meanwhile the worker has let go of the first ones: their workflows are made again from their histories.
  step('between stages, cases that slept');
  rows.push(['1, slept', ...(await inTurns([(count) => asleep.splice(0, count).map((one) => () => office.handOver(one)), updates], { callers: 1, turns: 4, each: 10 }))]);
  await Promise.all(empty.map((handle) => handle.terminate()));
  await bareWorker.end();
  table('between stages: a hand-over with a 64 KiB document, beside (b) a bare Update of an empty workflow', rows);
}

/** Before the memory, and after what is timed in milliseconds: the cases of both would follow the clock as well. */
async function clockAtScale(office: Office, owner: Client): Promise<void> {
  const open = await owner.query<{ n: number }>(`select count(*)::int as n from regulation_case where status = 'open'`);
  step(`the simulated clock, with 100 cases and 3 cohorts beside ${open.rows[0]!.n} cases`);
  const moves = await measureClock(office, owner);
  say();
  say('the simulated clock: a move of everybody');
  say('                                                 seconds  asked  instants  behind');
  for (const { what, seconds, ticked, instants, behind } of moves) say(`  ${what.padEnd(46)}${seconds.toFixed(1).padStart(8)}${String(ticked).padStart(7)}${String(instants).padStart(10)}${String(behind).padStart(8)}`);
}

/** How large a transaction of the bare handler is: the mean of as many acts on one case as the ledger's was taken from. */
async function bareWal(url: string, id: string): Promise<number> {
  const counter = await Counter.open(house.ownerUrl, house.postgresLog, 'selaras-bare');
  const act = () => bareAct(url, id);
  await act();
  const { walBytes } = await counter.costOf(async () => {
    for (let n = 0; n < sample; n++) await act();
  }, act);
  await counter.close();
  // The act by which the session tells its figures is among them.
  return Math.round(walBytes / (sample + 1));
}

async function bareAct(url: string, id: string): Promise<void> {
  const reply = await call(url, { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, key: randomUUID(), text: 'Sesuaikan rumusan dengan RTRW provinsi dan RPIP.' }) });
  if (reply.status !== 200) throw new Error(reply.text);
}

/** Cases with their paper, whose next act is the hand-over. */
async function readyCases(office: Office, count: number): Promise<BenchCase[]> {
  const ready: BenchCase[] = [];
  const bringing: Timed[] = Array.from({ length: count }, () => async () => {
    const one = await office.fileCase();
    await office.bring(one, documentBytes);
    ready.push(one);
  });
  await together(bringing, 4, { waits: [], seconds: 0 });
  return ready;
}

/** Acts by eight callers, and what API and worker hold in memory meanwhile. */
async function memoryOver(office: Office, total: number): Promise<void> {
  step(`${total} acts, for the memory`);
  const perCase = 50;
  const look = (done: number): string => `  ${String(done).padStart(6)}${residentMb(house.pids.api).toFixed(0).padStart(9)}${residentMb(house.pids.worker).toFixed(0).padStart(9)}`;
  const seen = [look(0)];
  for (let part = 1; part <= 4; part++) {
    // A case is filed, gets its paper, is remarked upon and handed over.
    const lives: Timed[] = Array.from({ length: total / 4 / perCase }, () => async () => {
      const one = await office.fileCase();
      await office.bring(one, 2_000);
      for (let n = 0; n < perCase - 3; n++) await office.remark(one);
      await office.handOver(one);
    });
    await together(lives, 8, { waits: [], seconds: 0 });
    seen.push(look((total / 4) * part));
  }
  say();
  say('resident memory');
  say('    acts   API MB worker MB');
  for (const line of seen) say(line);
}

function tellCounts(costs: ActCosts): void {
  say();
  say('counts, one act each                within a stage   between stages (one small document)');
  const row = (what: string, one: unknown, other: unknown) => say(`  ${what.padEnd(32)}${String(one).padStart(16)}${String(other).padStart(17)}`);
  row('statements of the act', costs.remark.ledger.length, costs.transfer.ledger.map((each) => each.length).join(' + '));
  row('statements of the whole request', costs.remark.statements.length, costs.transfer.statements.length);
  row('WAL syncs', costs.remark.walSyncs, costs.transfer.walSyncs);
  row('WAL bytes', costs.remark.walBytes, costs.transfer.walBytes);
  row('Temporal events', costs.remark.events, costs.transfer.events);
}

function table(title: string, rows: readonly [number | string, Figures, Figures][]): void {
  say();
  say(title);
  say('   callers   p50 ms  p95 ms  per s    bare: p50 ms  p95 ms  per s    ratio of p50');
  for (const [at, ours, theirs] of rows) {
    const figures = ({ p50, p95, perSecond }: Figures) => `${p50.toFixed(1).padStart(9)}${p95.toFixed(1).padStart(8)}${perSecond.toFixed(0).padStart(7)}`;
    say(`  ${String(at).padStart(8)}${figures(ours)}      ${figures(theirs)}${(ours.p50 / theirs.p50).toFixed(2).padStart(16)}`);
  }
}

bench().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`);
  process.exit(1);
});
