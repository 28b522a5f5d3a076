import type { Caller } from '../caller';
import type { Database } from '../database';
import { simulatedNow } from '../simulated-clock';

export interface StageFigures {
  stage: string;
  /** Open cases that stand there now. */
  open: number;
  /** Stays that have ended. */
  stays: number;
  /** Working days of ended stays: half, and four fifths, took at most so long; null while there are none. */
  median: number | null;
  p80: number | null;
  longest: number | null;
}

/** Open cases by calendar days since they were filed. */
export interface AgeFigures {
  from: number;
  /** The last day that still counts; null for the oldest. */
  to: number | null;
  cases: number;
}

export interface Figures {
  stages: StageFigures[];
  ages: AgeFigures[];
}

export interface FiguresOf {
  /** Code of a province or a region. */
  region?: string;
  programmeYear?: number;
}

/** Counted behind the walls of whoever asks: nobody's case is in a number that they may not see. */
export class StatisticsRegister {
  constructor(private readonly database: Database) {}

  async figures(caller: Caller, { region, programmeYear }: FiguresOf): Promise<Figures> {
    const asked = [region ?? null, programmeYear ?? null];
    const mine = `($1::text is null or c.region = $1 or left(c.region, 2) = $1) and ($2::int is null or c.programme_year = $2)`;
    return this.database.inScope(caller.scopes, async (tx) => {
      const [found] = await tx.query<Figures[]>(
        `with chosen as (select c.case_id, c.stage, c.status, c.filed_at from regulation_case c where ${mine}),
              now_there as (select stage, count(*)::int as open from chosen where status = 'open' group by stage),
              ended as (select s.stage, count(*)::int as stays, percentile_disc(0.5) within group (order by s.working_days) as median,
                               percentile_disc(0.8) within group (order by s.working_days) as p80, max(s.working_days) as longest
                          from stage_stay s join chosen using (case_id) group by s.stage),
              aged as (select floor(extract(epoch from ${simulatedNow} - filed_at) / 86400)::int as days from chosen where status = 'open'),
              bands(lower_day, upper_day) as (values (0, 29), (30, 89), (90, 179), (180, 364), (365, null))
         select coalesce((select jsonb_agg(jsonb_build_object('stage', stage, 'open', coalesce(open, 0), 'stays', coalesce(stays, 0), 'median', median, 'p80', p80, 'longest', longest))
                            from now_there full join ended using (stage)), '[]') as stages,
                (select jsonb_agg(jsonb_build_object('from', lower_day, 'to', upper_day, 'cases', (select count(*) from aged where days >= lower_day and (upper_day is null or days <= upper_day))) order by lower_day) from bands) as ages`,
        asked,
      );
      return found!;
    });
  }
}
