import { randomBytes } from 'node:crypto';
import {
  type Applied,
  type Caller,
  Ledger,
  type LedgerTerms,
  loadReference,
  migrate,
  publishCalendar,
  publishDefinition,
  referenceCalendar,
  type Unsealed,
} from '#ledger';
import { type PersonCommand, rpikV1 } from '#process';
import { DataSource } from 'typeorm';

const applicationPassword = 'of-the-tests-only';

/** A database of its own with the schema, rules, regions and offices that specs need; `close` drops it. */
export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  /** The owner's connection, which no wall binds: to look behind and to tamper. */
  owner: DataSource;
  ledger: Ledger;
  close(): Promise<void>;
}

/** An empty database with a random name on the test server. */
export async function createDatabase(): Promise<{ ownerUrl: string; appUrl: string; drop(): Promise<void> }> {
  const server = process.env['SELARAS_TEST_POSTGRES'];
  if (!server) throw new Error('SELARAS_TEST_POSTGRES is not set: specs of the database run under "npm test", which starts a PostgreSQL.');
  const name = `selaras_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const ownerUrl = withPath(server, name);
  const appUrl = withLogin(ownerUrl, 'selaras_app', applicationPassword);
  return { ownerUrl, appUrl, drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

export async function openTestDatabase({ pool = 10, ...terms }: LedgerTerms & { pool?: number } = {}): Promise<TestDatabase> {
  const { ownerUrl, appUrl, drop } = await createDatabase();
  await migrate(ownerUrl, { applicationPassword });
  const owner = await new DataSource({ type: 'postgres', url: ownerUrl, poolSize: 4, installExtensions: false }).initialize();
  const ledger = await Ledger.connect(appUrl, { pool, applicationName: 'selaras-test', ...terms });
  await loadReference(ledger.database);
  await publishDefinition(ledger.database, rpikV1);
  await publishCalendar(ledger.database, referenceCalendar(1));
  await ledger.register.install(people);
  const close = async () => {
    await ledger.database.close();
    await owner.destroy();
    await drop();
  };
  return { ownerUrl, appUrl, owner, ledger, close };
}

/** Everybody the stories of the specs need, by the subject of their token: regions 1701 and 1705, their province, the ministry. */
const offices: [subject: string, role: string, scope: string, capacity?: 'Plt'][] = [
  ...['1701', '1705'].flatMap((region): [string, string, string][] => [
    [`drafter-${region}`, 'regency-drafter', region],
    [`secretary-${region}`, 'regency-secretary', region],
    [`head-${region}`, 'regency-head', region],
    [`council-${region}`, 'council-secretariat', region],
  ]),
  ['coordinator-1700', 'provincial-coordinator', '17'],
  ['coordinator-two-1700', 'provincial-coordinator', '17'],
  ['planner-1700', 'provincial-planner', '17'],
  ['legal-1700', 'provincial-legal', '17'],
  ['harmonizer-1700', 'harmonizer', '17'],
  ['secretary-1700', 'provincial-secretary', '17'],
  ['ministry-reviewer', 'ministry-reviewer', ''],
  ['ministry-signer', 'ministry-signer', ''],
  ['admin', 'administrator', ''],
];

export const people = offices.map(([subject, role, scope, capacity = 'definitive' as const]) => ({
  id: `p_${subject}`,
  subject,
  name: `Pejabat ${subject}`,
  email: `${subject}@contoh.test`,
  offices: [{ role, scope, capacity, from: '2020-01-01', decree: 'SK contoh' }],
}));

/** The caller a token with this subject would give, signed in a minute ago. */
export async function callerFor(ledger: Ledger, subject: string): Promise<Caller> {
  const caller = await ledger.register.callerOf(subject, Math.floor(Date.now() / 1000) - 60);
  if ('refused' in caller) throw new Error(`${subject}: ${caller.refused}`);
  return caller;
}

let keys = 0;
export const aKey = (): string => `key-${process.pid}-${++keys}`;

/** Files a case of Seluma (or another region) and gives its id. */
export async function fileCase(ledger: Ledger, { region = '1705', year = 2027 }: { region?: string; year?: number } = {}): Promise<string> {
  const filed = await ledger.cases.file(await callerFor(ledger, `drafter-${region}`), {
    key: aKey(),
    input: { process: 'rpik', regionCode: region, programmeYear: year, title: `RPIK ${region} ${year}`, planYears: { from: year, to: year + 20 } },
  });
  if (!('applied' in filed)) throw new Error(`not filed: ${JSON.stringify(filed)}`);
  return filed.applied.caseId;
}

/** Applies a command that the story takes for granted. */
export async function act(ledger: Ledger, caseId: string, subject: string, command: Unsealed<PersonCommand>, key = aKey()): Promise<Applied> {
  const result = await ledger.cases.apply(caseId, await callerFor(ledger, subject), { key, command });
  if (!('applied' in result)) throw new Error(`${subject} ${command.type}: ${JSON.stringify(result)}`);
  return result.applied;
}

let files = 0;
export async function attach(ledger: Ledger, caseId: string, subject: string, documentType: string, media = 'pdf'): Promise<string> {
  const sha256 = (++files).toString(16).padStart(64, '0');
  await act(ledger, caseId, subject, { type: 'attach-document', documentType, sha256, size: 1_000 + files, media, name: `${documentType}.pdf` });
  return sha256;
}

/** What the case's workflow does with a transfer whose documents are intact. */
export async function carry(ledger: Ledger, caseId: string): Promise<void> {
  const { transfer } = await ledger.cases.agenda(caseId);
  if (!transfer) throw new Error(`${caseId} has no transfer under way`);
  await ledger.cases.completeTransfer(caseId, transfer.seq, { intact: true });
}

export const programme = (year = 2027): Unsealed<PersonCommand> => ({
  type: 'take-transition',
  transition: 'record-programme',
  facts: { programmeDecisionNumber: '188/12/DPRD/2026', programmeYear: String(year) },
});

/** Brings a new case of a region from its programme to the preparation of the plan. */
export async function toPreparation(ledger: Ledger, filing: { region?: string; year?: number } = {}): Promise<string> {
  const caseId = await fileCase(ledger, filing);
  const drafter = `drafter-${filing.region ?? '1705'}`;
  await attach(ledger, caseId, drafter, 'council-programme-decision');
  await act(ledger, caseId, drafter, programme(filing.year));
  await carry(ledger, caseId);
  return caseId;
}

const media: Record<string, string> = { 'draft-regulation': 'docx', 'harmonized-draft': 'docx' };

/** From the programme to the gate, by everybody's own hand. */
export async function toGate(ledger: Ledger, region: string, year: number): Promise<string> {
  const caseId = await toPreparation(ledger, { region, year });
  const drafter = `drafter-${region}`;
  const step = async (subject: string, transition: string, documents: string[] = [], rest: object = {}) => {
    for (const type of documents) await attach(ledger, caseId, subject, type, media[type] ?? 'pdf');
    const applied = await act(ledger, caseId, subject, { type: 'take-transition', transition, ...rest });
    if (applied.transfer) await carry(ledger, caseId);
  };
  await step(drafter, 'complete-preparation', ['team-decree', 'plan-document']);
  await step(drafter, 'complete-academic-paper', ['academic-paper']);
  await act(ledger, caseId, drafter, { type: 'save-matrix', sha256: 'a'.repeat(64), valid: true });
  await step(drafter, 'open-consultation', ['draft-regulation', 'plan-annex']);
  await step(drafter, 'close-consultation', ['consultation-report', 'attendance-list', 'cover-letter'], { facts: { coverLetterNumber: '500/1' } });
  await step('harmonizer-1700', 'complete-harmonization', ['harmonization-letter', 'harmonized-draft']);
  await step('coordinator-1700', 'accept-intake');
  await step('coordinator-1700', 'favourable', [], { checks: { C01: 'conform', C02: 'conform' } });
  await step('planner-1700', 'favourable', [], { checks: { C03: 'conform', C04: 'conform', C06: 'conform' } });
  await step('legal-1700', 'favourable', [], { checks: { C05: 'conform' } });
  return caseId;
}

/** Statements a piece of work sends, as PostgreSQL's driver sees them. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { Client } = await import('pg');
  const sent: string[] = [];
  const original = Client.prototype.query as (...args: unknown[]) => unknown;
  const spy = jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: unknown, ...args: unknown[]) {
    const [query] = args;
    sent.push(typeof query === 'string' ? query : String((query as { text?: string }).text));
    return original.apply(this, args) as never;
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return sent;
}

async function onServer(url: string, statement: string): Promise<void> {
  const server = await new DataSource({ type: 'postgres', url, poolSize: 1, installExtensions: false }).initialize();
  try {
    await server.query(statement);
  } finally {
    await server.destroy();
  }
}

function withPath(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}
