import { dayAt, type Definition, type Rules, workingDaysBetween } from '#process';
import type { Caller } from '../caller';
import { keyOf, limitOf, type Page, pageOf, type PageOf } from '../cursor';
import type { Database } from '../database';
import type { Rulebook } from '../rulebook';
import { readNow } from '../simulated-clock';
import { listed } from './cases';

export interface StalledCase {
  caseId: string;
  title: string;
  region: string;
  regionName: string;
  phase: string | null;
  stage: string;
  /** Whose silence it is; `system` when a transfer has not arrived. */
  cause: 'regency' | 'province' | 'nation' | 'system';
  since: string;
  /** Working days without a substantive event, and how many the stage's policy allows. */
  silentDays: number;
  limit: number;
}

interface Row {
  caseId: string;
  title: string;
  region: string;
  phase: string | null;
  stage: string;
  processHash: string;
  calendarVersion: number;
  since: Date;
  time: string;
  transferAt: Date | null;
}

/** Where a stage's policy names no number of days. */
const otherwise = 20;
/** A transfer that has not arrived after this is a fault of the system, not of an office. In milliseconds. */
const transferIsSlow = 60_000;

/** Open cases that have been silent for longer than their stage's policy, longest first. Stalled is not late. */
export class StalledRegister {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  async page(caller: Caller, page: PageOf): Promise<Page<StalledCase>> {
    const limit = limitOf(page);
    let [after, id] = keyOf(page, 2) ?? [null, ''];
    return this.database.inScope(caller.scopes, async (tx) => {
      const found: { stalled: StalledCase; row: Row }[] = [];
      const { at } = await readNow(tx);
      for (let more = true; more && found.length <= limit;) {
        const rows = await tx.query<Row[]>(
          `select case_id as "caseId", title, region, phase, stage, process_hash as "processHash", calendar_version as "calendarVersion", substantive_at as since, transfer_at as "transferAt",
                  to_char(substantive_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time
             from regulation_case where status = 'open' and ($1::timestamptz is null or (substantive_at, case_id) > ($1::timestamptz, $2)) and ($3::text[] is null or region = any($3))
            order by substantive_at, case_id limit 200`,
          [after, id, listed(caller.scopes)],
        );
        for (const row of rows) {
          const rules = await this.rulebook.rules(tx, { hash: row.processHash, calendarVersion: row.calendarVersion, region: row.region });
          const stalled = judge(rules, row, at);
          if (stalled) found.push({ stalled, row });
        }
        // Whoever acted within the last minute is not silent, and nobody after them is.
        const last = rows.at(-1);
        more = rows.length === 200 && last !== undefined && at - last.since.getTime() > transferIsSlow;
        [after, id] = [last?.time ?? after, last?.caseId ?? id];
      }
      const { items, nextCursor } = pageOf(found, limit, ({ row }) => [row.time, row.caseId]);
      return { items: items.map(({ stalled }) => stalled), nextCursor };
    });
  }
}

function judge({ definition, calendar, zone, regionName }: Rules, row: Row, at: number): StalledCase | undefined {
  const limit = allowedDays(definition, row.stage);
  const silentDays = workingDaysBetween(calendar, dayAt(row.since.getTime(), zone), dayAt(at, zone));
  const faulty = row.transferAt !== null && at - row.transferAt.getTime() > transferIsSlow;
  if (!faulty && silentDays <= limit) return undefined;
  const { caseId, title, region, phase, stage } = row;
  const level = definition.roles[definition.stages[stage]?.owner[0] ?? '']?.level;
  return {
    caseId,
    title,
    region,
    regionName,
    phase,
    stage,
    cause: faulty ? 'system' : level === 'province' || level === 'nation' ? level : 'regency',
    since: row.since.toISOString(),
    silentDays,
    limit,
  };
}

/** The longest policy term that starts with the stage. */
export function allowedDays(definition: Definition, stage: string): number {
  const terms = Object.values(definition.clocks)
    .filter(
      ({ class: kind, amount, starts }) =>
        kind === 'policy' && amount !== undefined && starts.some((trigger) => 'enter' in trigger && trigger.enter === stage),
    )
    .map(({ amount }) => amount!);
  return terms.length > 0 ? Math.max(...terms) : otherwise;
}
