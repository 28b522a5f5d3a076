import { pages } from '#process';
import { everywhere } from '../caller';
import type { Database } from '../database';
import { regionLabel } from '../region-label';
import { simulatedNow } from '../simulated-clock';
import type { Verifier } from '../verifier';
import { recordKindOf, type RecordKind } from './compare';
import { type Finding, type FindingKind, findingKinds, isRefoldable } from './finding';
import type { Repair } from './repair';

export const engineDrift = ['workflow-missing', 'workflow-surplus', 'agenda-left', 'alarm-past'] as const;
export type DriftKind = (typeof engineDrift)[number] | FindingKind;
export type DriftCounts = Record<DriftKind, number>;
/** Everything that can differ from the record, in the order it is shown. */
export const driftKinds: readonly DriftKind[] = [...engineDrift, ...findingKinds];

export interface DriftStatus {
  /** When the reconciler ran last; null before it ever did. */
  ranAt: string | null;
  /** How many of each kind are there now. */
  counts: DriftCounts;
  /** Since the installation began. */
  totals: { refolded: number; workflowsMade: number; workflowsEnded: number };
  /** Seconds since the record was looked at that was looked at longest ago; null while some never were. */
  oldestLookSeconds: number | null;
  /** What nobody has put right yet: how many, and since when. */
  standing: { count: number; since: string | null };
  /** Those within the reader's regions, at most a hundred, oldest first. */
  findings: { subjectId: string; kind: FindingKind; detail: string; foundAt: string; refoldedAt: string | null }[];
}

export interface SweepTerms {
  /** Hours within which every record is looked at, changed or not. */
  periodHours?: number;
  /** Milliseconds the sweep may take. */
  budget?: number;
  beat?: () => void;
}

const mostPerSweep = 200;
const mostFindings = 100;
const mostShown = 300;

/** Keeps the record and what was derived from it together: looks at what has changed and at a slice of the rest, folds anew, and tells of what it may not touch. */
export class Drift {
  constructor(
    private readonly database: Database,
    private readonly verifier: Verifier,
    private readonly repair: Repair,
  ) {}

  /** One sweep. What it finds stands until the next one has looked again and found it right. */
  async sweep({ periodHours = 24, budget = 20_000, beat = () => undefined }: SweepTerms = {}): Promise<number> {
    const end = Date.now() + budget;
    let looked = 0;
    for (const subject of await this.due(periodHours)) {
      if (Date.now() > end) break;
      await this.look(subject);
      looked += 1;
      beat();
    }
    return looked;
  }

  /** What the comparison with the engine has found and done, at the end of a run. */
  async ran({ looked, missing, surplus }: { looked: number; missing: number; surplus: number }): Promise<void> {
    await this.database.inScope(everywhere, async (tx) => {
      // What an older backup does not know any more differs from nothing.
      await tx.query(`delete from drift_finding f where not exists (select 1 from (${subjects}) s where s.id = f.subject_id)`);
      await tx.query(
        `update drift_run set ran_at = clock_timestamp(), looked = $1, counts = jsonb_build_object('workflow-missing', $2::int, 'workflow-surplus', $3::int),
                workflows_made = workflows_made + $2::int, workflows_ended = workflows_ended + $3::int`,
        [looked, missing, surplus],
      );
    });
  }

  /** Counts are of the installation; findings of the regions whose reader asks. */
  async status(scopes: string[] = everywhere): Promise<DriftStatus> {
    const findings = await this.database.inScope(scopes, (tx) =>
      tx.query<{ subjectId: string; kind: FindingKind; detail: string; foundAt: Date; refoldedAt: Date | null }[]>(
        `select subject_id as "subjectId", kind, detail, found_at as "foundAt", refolded_at as "refoldedAt" from drift_finding order by found_at, subject_id, kind limit $1`,
        [mostFindings],
      ),
    );
    return this.database.inScope(everywhere, async (tx) => {
      const [run] = await tx.query<{ ranAt: Date | null; counts: Partial<DriftCounts>; refolded: string; made: string; ended: string; agenda: number; alarms: number; oldest: string | null; standing: number; since: Date | null }[]>(statusSql);
      const found = await tx.query<{ kind: FindingKind; n: number }[]>('select kind, count(*)::int as n from drift_finding group by kind');
      const { ranAt, counts, refolded, made, ended, agenda, alarms, oldest, standing, since } = run!;
      const known: Partial<DriftCounts> = { ...counts, 'agenda-left': agenda, 'alarm-past': alarms, ...Object.fromEntries(found.map(({ kind, n }) => [kind, n])) };
      return {
        ranAt: ranAt?.toISOString() ?? null,
        counts: Object.fromEntries(driftKinds.map((kind) => [kind, known[kind] ?? 0])) as DriftCounts,
        totals: { refolded: Number(refolded), workflowsMade: Number(made), workflowsEnded: Number(ended) },
        oldestLookSeconds: oldest === null ? null : Math.round(Number(oldest)),
        standing: { count: standing, since: since?.toISOString() ?? null },
        findings: findings.map(({ foundAt, refoldedAt, ...finding }) => ({ ...finding, foundAt: foundAt.toISOString(), refoldedAt: refoldedAt?.toISOString() ?? null })),
      };
    });
  }

  /** What has changed since it was looked at, and as much of the rest as a minute's share of the period asks for. */
  private async due(periodHours: number): Promise<Subject[]> {
    return this.database.inScope(everywhere, async (tx) => {
      const changed = await tx.query<Subject[]>(
        `select s.id, s.region, s.seq from (${subjects}) s left join drift_look l on l.subject_id = s.id where l.seq is distinct from s.seq order by l.looked_at nulls first, s.id limit $1`,
        [mostPerSweep],
      );
      const rest = await tx.query<Subject[]>(
        `select s.id, s.region, s.seq from drift_look l join (${subjects}) s on s.id = l.subject_id
          where l.seq = s.seq and l.looked_at < clock_timestamp() - interval '1 minute'
          order by l.looked_at limit least($1::int, 1 + (select count(*) from drift_look) / ($2::float * 60))`,
        [mostPerSweep, periodHours],
      );
      return [...changed, ...rest];
    });
  }

  private async look({ id, region, seq }: Subject): Promise<void> {
    const findings = await this.verifier.verify(id);
    await this.note(id, region, seq, findings);
    if (findings.some(isRefoldable)) await this.repair.refold(id, 'reconciler');
    if (findings.some(({ kind }) => kind === 'chain-broken' || kind === 'record-unreadable')) await this.tell(id, region, seq);
  }

  private async note(id: string, region: string, seq: number, findings: readonly Finding[]): Promise<void> {
    const kinds = new Map(findings.map(({ kind, detail }) => [kind, detail.slice(0, mostShown)]));
    await this.database.inScope(everywhere, async (tx) => {
      await tx.query('insert into drift_look (subject_id, region, seq) values ($1, $2, $3) on conflict (subject_id) do update set seq = excluded.seq, looked_at = clock_timestamp()', [id, region, seq]);
      await tx.query('delete from drift_finding where subject_id = $1 and kind <> all($2)', [id, [...kinds.keys()]]);
      await tx.query(
        `insert into drift_finding (subject_id, region, kind, detail) select $1, $2, f.kind, f.detail from unnest($3::text[], $4::text[]) as f(kind, detail)
         on conflict (subject_id, kind) do update set detail = excluded.detail`,
        [id, region, [...kinds.keys()], [...kinds.values()]],
      );
    });
  }

  /** Tells the administrators of the nation and of the province, once for as long as it lasts. */
  private async tell(id: string, region: string, seq: number): Promise<void> {
    await this.database.inScope(everywhere, async (tx) => {
      const [told] = await tx.query<[{ since: Date }[], number]>(
        `update drift_finding set told_at = clock_timestamp() where subject_id = $1 and kind in ('chain-broken', 'record-unreadable') and told_at is null returning found_at as since`,
        [id],
      );
      if (told.length === 0) return;
      const [where] = await tx.query<{ name: string }[]>('select name from region where code = $1', [region]);
      const facts = { regionName: where ? regionLabel(where.name) : region, path: pathOf[recordKindOf(id)](id, region), caseTitle: id };
      await tx.query(tellSql, [recordKindOf(id), id, seq, region, JSON.stringify(facts)]);
    });
  }
}

interface Subject {
  id: string;
  region: string;
  seq: number;
}

const pathOf: Record<RecordKind, (id: string, region: string) => string> = {
  case: (id) => pages.case(id),
  cohort: (id, province) => pages.cohort(province, id),
  readiness: (_, region) => pages.readiness(region),
};

const subjects = `select case_id as id, region, seq from regulation_case union all select cohort_id, province, seq from cohort union all select readiness_id, region, seq from readiness`;

const statusSql = `
select ran_at as "ranAt", counts, refolded, workflows_made as made, workflows_ended as ended,
       (select count(*)::int from drift_finding where refolded_at is null) as standing, (select min(found_at) from drift_finding where refolded_at is null) as since,
       (select count(*)::int from agenda where raised_at < clock_timestamp() - interval '1 minute') as agenda,
       (select count(*)::int from regulation_case where next_alarm_at < ${simulatedNow} - interval '1 minute')
         + (select count(*)::int from cohort where next_alarm_at < ${simulatedNow} - interval '1 minute')
         + (select count(*)::int from readiness where next_alarm_at < ${simulatedNow} - interval '1 minute') as alarms,
       case when exists (select 1 from (${subjects}) s left join drift_look l on l.subject_id = s.id where l.subject_id is null) then null
            else (select extract(epoch from clock_timestamp() - min(l.looked_at)) from drift_look l join (${subjects}) s on s.id = l.subject_id) end as oldest
  from drift_run`;

const tellSql = `
insert into notice (subject_kind, subject_id, seq, region, channel, template, person, role, scope, facts, at, due_at, state, settled_at)
select distinct on (h.person, channel) $1, $2, $3::int, $4, channel, 'chain-broken', h.person, 'administrator', h.scope, $5::jsonb, now.at, now.at,
       case channel when 'in-app' then 'sent' else 'pending' end, case channel when 'in-app' then now.at end
  from (select ${simulatedNow} as at) now
  join holder h on h.role = 'administrator' and h.scope in ('', left($4, 2))
   and h.from_on <= (now.at at time zone 'UTC' + h.utc_offset * interval '1 hour')::date and (h.to_on is null or h.to_on >= (now.at at time zone 'UTC' + h.utc_offset * interval '1 hour')::date)
  cross join unnest(array['in-app', 'mail']) channel
on conflict do nothing`;
