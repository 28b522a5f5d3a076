import { type Actor, type CaseDocument, type CaseState, type Definition, type LegalStep, legalLadder, type Manifest, type Remark, type Text } from '#process';
import type { EntityManager } from 'typeorm';
import { type Caller, everywhere } from '../caller';
import type { Database } from '../database';
import type { Rulebook } from '../rulebook';
import { readNow } from '../simulated-clock';
import type { Board, CohortRegister } from './cohorts';

/** A file that was handed over from one desk to the next: what the offices took responsibility for, and when. No person is in it. */
export interface HandedOver {
  /** Reference of the hand-over: case and seq. */
  code: string;
  act: Text;
  office: Text;
  at: string;
  manifestHash: string;
  documents: { type: string; label: Text; version: number; sha256: string; size: number }[];
}

export interface Verification {
  caseId: string;
  title: string;
  region: { code: string; name: string };
  programmeYear: number;
  /** The hand-over that was asked for, or the last that carried the file. */
  handedOver: HandedOver;
  /** The other hand-overs that carried the file, the last first. */
  others: Pick<HandedOver, 'code' | 'act' | 'office' | 'at'>[];
  /** Hashes of the documents as they stand now, by type: a file that is not among them has been replaced since. */
  current: string[];
  stage: Text;
  ladder: LegalStep[];
}

export interface Consultation {
  caseId: string;
  title: string;
  region: { code: string; name: string };
  openedAt: string;
  closesOn: string | null;
  documents: { type: string; label: Text; version: number; sha256: string; size: number; media: string }[];
  register: { n: number; unit: string | null; text: string; answer: string | null; at: string }[];
  now: string;
}

/** Papers that the public reads in a consultation; letters and lists of the same stage are the offices' own. */
const consulted = ['draft-regulation', 'plan-annex', 'academic-paper'];

/** Somebody who holds no office. */
const anybody: Caller = { person: '', name: '', offices: [], scopes: everywhere };

const mostCases = 20;

interface HandOverRow {
  seq: number;
  at: Date;
  transfer: { transition: string; from: string; by: Actor; manifest: Manifest };
}

/** What is told to everybody without asking who they are. The wall is open here: nothing leaves but what is named in these shapes. */
export class PublicRegister {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
    private readonly cohorts: CohortRegister,
  ) {}

  /** The cases in which a file with this hash was handed over. Whoever asks holds the file: the hash cannot be guessed. */
  async byHash(sha256: string): Promise<Verification[]> {
    return this.database.inScope(everywhere, async (tx) => {
      const rows = await tx.query<{ state: CaseState }[]>(
        'select state from regulation_case where case_id in (select case_id from document_object where sha256 = $1) order by case_id limit $2',
        [sha256, mostCases],
      );
      const found: Verification[] = [];
      for (const { state } of rows) {
        const [last, ...others] = (await handOvers(tx, state.id)).filter(({ transfer }) => transfer.manifest.documents.some((document) => document.sha256 === sha256));
        if (last) found.push(await this.verification(tx, state, last, others));
      }
      return found;
    });
  }

  /** The hand-over that was in force at a reference, as a receipt quotes it. */
  async byReference(caseId: string, seq: number): Promise<Verification | undefined> {
    return this.database.inScope(everywhere, async (tx) => {
      const [row] = await tx.query<{ state: CaseState }[]>('select state from regulation_case where case_id = $1', [caseId]);
      if (!row || seq > row.state.seq) return undefined;
      const inForce = (await handOvers(tx, caseId)).find((one) => one.seq <= seq);
      return inForce && this.verification(tx, row.state, inForce, []);
    });
  }

  private async verification(tx: EntityManager, state: CaseState, last: HandOverRow, others: readonly HandOverRow[]): Promise<Verification> {
    const definition = await this.rulebook.definition(tx, state.process.hash);
    return {
      caseId: state.id,
      title: state.title,
      region: { code: state.region, name: await this.rulebook.regionName(tx, state.region) },
      programmeYear: state.programmeYear,
      handedOver: { ...headOf(definition, state.id, last), manifestHash: last.transfer.manifest.hash, documents: last.transfer.manifest.documents.map((document) => ({ ...document, label: definition.documents[document.type]!.label })) },
      others: others.map((one) => headOf(definition, state.id, one)),
      current: state.documents.map(({ sha256 }) => sha256),
      stage: (definition.stages[state.stage]?.label ?? definition.outcomes[state.status]?.label)!,
      ladder: legalLadder(definition, state),
    };
  }

  /** The board as somebody without an office would see it. */
  cohort(cohortId: string): Promise<Board | undefined> {
    return this.cohorts.board(anybody, cohortId);
  }

  /** A case while it is in consultation; undefined before and after. */
  async consultation(caseId: string): Promise<Consultation | undefined> {
    return this.database.inScope(everywhere, async (tx) => {
      const open = await this.inConsultation(tx, caseId);
      if (!open) return undefined;
      const { state, definition } = open;
      const clock = state.clocks.find(({ rule, status }) => status === 'running' && definition.clocks[rule]?.starts.some((start) => 'enter' in start && start.enter === state.stage));
      return {
        caseId,
        title: state.title,
        region: { code: state.region, name: await this.rulebook.regionName(tx, state.region) },
        openedAt: state.enteredAt,
        closesOn: clock?.dueOn ?? null,
        documents: shownPapers(state).map(({ type, version, sha256, size, media }) => ({ type, label: definition.documents[type]!.label, version, sha256, size, media })),
        register: await registerOf(tx, state, definition.stages[state.stage]!.owner),
        now: new Date((await readNow(tx)).at).toISOString(),
      };
    });
  }

  async consultedPaper(caseId: string, type: string): Promise<Pick<CaseDocument, 'type' | 'sha256' | 'media' | 'size'> | undefined> {
    return this.database.inScope(everywhere, async (tx) => {
      const open = await this.inConsultation(tx, caseId);
      return open && shownPapers(open.state).find((document) => document.type === type);
    });
  }

  private async inConsultation(tx: EntityManager, caseId: string): Promise<{ state: CaseState; definition: Definition } | undefined> {
    const [row] = await tx.query<{ state: CaseState }[]>(`select state from regulation_case where case_id = $1 and status = 'open'`, [caseId]);
    if (!row) return undefined;
    const definition = await this.rulebook.definition(tx, row.state.process.hash);
    return definition.stages[row.state.stage]?.public ? { state: row.state, definition } : undefined;
  }
}

/** Hand-overs that arrived, the last first. */
function handOvers(tx: EntityManager, caseId: string): Promise<HandOverRow[]> {
  return tx.query(
    `select s.seq, m.at, s.body->'transfer' as transfer
       from case_event s join case_event m on m.case_id = s.case_id and m.type = 'case-moved' and (m.body->>'transfer')::int = s.seq
      where s.case_id = $1 and s.type = 'transfer-started' order by s.seq desc limit 200`,
    [caseId],
  );
}

function headOf(definition: Definition, caseId: string, { seq, at, transfer: { transition, from, by } }: HandOverRow): Pick<HandedOver, 'code' | 'act' | 'office' | 'at'> {
  const act = definition.stages[from]?.transitions[transition] ?? definition.exits[transition];
  return { code: `${caseId}/${seq}`, act: act?.label ?? { id: transition, en: transition }, office: definition.roles[by.role]!.label, at: at.toISOString() };
}

function shownPapers({ documents }: CaseState): CaseDocument[] {
  return consulted.flatMap((type) => documents.filter((document) => document.type === type).slice(-1));
}

/** What those who hold the consultation have entered since it opened: counsel between offices is no part of it. */
async function registerOf(tx: EntityManager, { id, enteredAt, remarks }: CaseState, keepers: readonly string[]): Promise<Consultation['register']> {
  const entered = await tx.query<{ n: number; at: Date }[]>(
    `select (body->'remark'->>'n')::int as n, at from case_event where case_id = $1 and type = 'remark-added' and at >= $2 order by seq limit 1000`,
    [id, enteredAt],
  );
  const since = new Map(entered.map(({ n, at }) => [n, at.toISOString()]));
  const shown = remarks.filter(({ n, visibility, by }) => visibility === 'counterpart' && since.has(n) && keepers.includes(by.role));
  const seals = shown.flatMap(({ text, answer }: Remark) => [text.sha256, ...(answer ? [answer.text.sha256] : [])]);
  const rows = await tx.query<{ sha256: string; text: string }[]>(`select sha256, text from confidential_text where case_id = $1 and visibility = 'counterpart' and sha256 = any($2)`, [id, seals]);
  const words = new Map(rows.map(({ sha256, text }) => [sha256, text]));
  return shown.map(({ n, unit, text, answer }) => ({ n, unit: unit ?? null, text: words.get(text.sha256) ?? '', answer: (answer && words.get(answer.text.sha256)) ?? null, at: since.get(n)! }));
}
