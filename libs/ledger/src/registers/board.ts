import { type CaseState, type CohortState, dayAt, dayOf, type Guard, firm, msOf, provisionalDay, readingOf, type Rules, type Tally, tallyOf, type Text, unready, waitingFor, workingDaysBetween } from '#process';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../caller';
import type { GateSight } from '../cohort-ledger';
import type { Rulebook } from '../rulebook';
import { readNow } from '../simulated-clock';
import { widened } from '../widened';
import { conflictOf, isShown } from './conflicts';
import { emptySeats } from './empty-seats';

/** What the board shows of one member; more of a case only its own readers see. */
export interface BoardRow {
  region: string;
  regionName: string;
  state: string;
  caseId: string | null;
  phase: string | null;
  stage: string | null;
  status: string | null;
  round: number | null;
  enteredAt: string | null;
  dueOn: string | null;
  /** The due day lies in a year without a published holiday table. */
  provisional: boolean;
  provisionalBecause: Text | null;
  /** Until the due day; negative when it has passed. */
  workingDaysLeft: number | null;
  /** Since the case came to its stage. */
  workingDaysInStage: number | null;
  arrivedAt: string | null;
  /** Of a member that is waited for: since when its case stands where it stands. */
  missingSince: string | null;
  /** Whose desk the case is on. `vacant`: nobody holds the office today. */
  actors: { role: string; scope: string; label: Text; vacant: boolean }[];
  /** Only for those who read the contents of the case, and of a region without one for those who may see its findings. */
  lacks: Lacks | null;
  /** Keys of unsettled findings; only for those who may see them. */
  conflicts: string[] | null;
}

export interface Lacks {
  /** Types the next step asks for; alternatives are joined by a bar. */
  documents: string[];
  remarks: number;
  /** Criteria of the zone's readiness; none where the policy leaves it out, or the region need not be waited for. */
  readiness: string[];
}

interface Found {
  region: string;
  regionName: string;
  state: string;
  caseId: string | null;
  phase: string | null;
  stage: string | null;
  status: string | null;
  round: number | null;
  enteredAt: Date | null;
  dueOn: string | null;
  arrivedAt: Date | null;
  caseState: CaseState | null;
}

/**
 * One row per member. Whoever sees the cohort sees the stage and dates of all of its members, and nothing else of their cases:
 * the wall is opened for exactly these columns, and what a case lacks is told to its own readers.
 */
export async function boardOf(tx: EntityManager, rulebook: Rulebook, caller: Caller, cohort: CohortState, sight: GateSight): Promise<BoardRow[]> {
  return widened(tx, async () => {
    const found = await tx.query<Found[]>(
      `select m.region, replace(r.name, 'Kabupaten ', 'Kab. ') as "regionName", m.state, c.case_id as "caseId", c.phase, c.stage, c.status, c.round, c.entered_at as "enteredAt", c.due_on::text as "dueOn",
              a.arrived_at as "arrivedAt", c.state as "caseState"
         from cohort_member m join cohort h on h.cohort_id = m.cohort_id join region r on r.code = m.region
         left join lateral (select * from regulation_case c where c.region = m.region and c.programme_year = h.programme_year order by c.status = 'open' desc, c.case_id desc limit 1) c on true
         left join cohort_arrival a on a.case_id = c.case_id and a.left_seq is null
        where m.cohort_id = $1 order by m.region`,
      [cohort.id],
    );
    const missing = tallyOf(cohort, sight).missing;
    const { at } = await readNow(tx);
    const rows: BoardRow[] = [];
    for (const row of found) rows.push(await boardRow(tx, rulebook, caller, { cohort, sight, missing, at }, row));
    return withVacancies(tx, rows);
  });
}

interface Scene {
  cohort: CohortState;
  sight: GateSight;
  missing: readonly string[];
  /** Milliseconds. */
  at: number;
}

async function withVacancies(tx: EntityManager, rows: readonly BoardRow[]): Promise<BoardRow[]> {
  const empty = await emptySeats(tx, rows.flatMap(({ actors }) => actors));
  return rows.map(({ actors, ...row }) => ({ ...row, actors: actors.map((actor) => ({ ...actor, vacant: empty.has(`${actor.role}@${actor.scope}`) })) }));
}

async function boardRow(tx: EntityManager, rulebook: Rulebook, caller: Caller, { cohort, sight, missing, at }: Scene, { caseState, ...row }: Found): Promise<BoardRow> {
  const { region } = row;
  const rules = caseState ? await rulebook.rulesOf(tx, caseState) : undefined;
  const reads = rules && caseState && readingOf(rules.definition, caseState, caller.offices) === 'contents';
  const open = sight.findings.filter(({ members, effect }) => members.includes(region) && effect !== 'vote').filter((finding) => !conflictOf(cohort, finding).settledBy);
  const mayBeTold = isShown(caller, cohort, [region]);
  const enteredAt = row.enteredAt?.toISOString() ?? null;
  return {
    ...row,
    ...(rules ? provisionalDay(rules.calendar, row.dueOn) : firm),
    ...daysOf(rules, caseState, { at, enteredAt, dueOn: row.dueOn }),
    // The state as it is supposed, where something is.
    state: cohort.members.find(({ regionCode }) => regionCode === region)?.state ?? row.state,
    enteredAt,
    arrivedAt: row.arrivedAt?.toISOString() ?? null,
    missingSince: missing.includes(region) ? enteredAt : null,
    actors: rules && caseState ? waitingFor(rules, caseState).roles.map(({ role, scope }) => ({ role, scope, label: rules.definition.roles[role]!.label, vacant: false })) : [],
    lacks: reads || (!caseState && mayBeTold) ? { ...(reads ? lacksOf(rules, caseState) : { documents: [], remarks: 0 }), readiness: unready(cohort, sight, [region]).flatMap((each) => sight.readiness?.[each]?.lacks ?? []) } : null,
    conflicts: mayBeTold ? open.map(({ key }) => key) : null,
  };
}

/** Working days of an open case, by the calendar it is pinned to. */
function daysOf(rules: Rules | undefined, state: CaseState | null, { at, enteredAt, dueOn }: { at: number; enteredAt: string | null; dueOn: string | null }): Pick<BoardRow, 'workingDaysLeft' | 'workingDaysInStage'> {
  if (!rules || state?.status !== 'open') return { workingDaysLeft: null, workingDaysInStage: null };
  const today = dayAt(at, rules.zone);
  return {
    workingDaysLeft: dueOn === null ? null : workingDaysBetween(rules.calendar, today, dayOf(dueOn)),
    workingDaysInStage: enteredAt === null ? null : workingDaysBetween(rules.calendar, dayAt(msOf(enteredAt), rules.zone), today),
  };
}

/** What the next step forward of an open case still asks for. */
function lacksOf({ definition }: Rules, state: CaseState): Omit<Lacks, 'readiness'> {
  if (state.status !== 'open') return { documents: [], remarks: 0 };
  const steps = Object.values(definition.stages[state.stage]?.transitions ?? {}).filter(({ kind, guards = [] }) => kind === 'advance' && guards.every((guard) => fitsRound(guard, state.round)));
  const present = new Set(state.documents.map(({ type }) => type));
  const asked = steps.flatMap(({ documents = [], anyDocument }) => [...documents.map((type) => [type]), ...(anyDocument ? [[...anyDocument]] : [])]);
  const lacking = asked.filter((alternatives) => !alternatives.some((type) => present.has(type))).map((alternatives) => alternatives.join('|'));
  return { documents: [...new Set(lacking)], remarks: state.remarks.filter(({ visibility, answer }) => visibility === 'counterpart' && !answer).length };
}

function fitsRound({ guard }: Guard, round: number): boolean {
  if (guard === 'first-round') return round === 1;
  return guard !== 'later-round' || round > 1;
}

/** What keeps the province from going on, in one sentence with the names of those who are waited for. */
export function blockedBy({ sentence, shut, missing }: Tally, names: ReadonlyMap<string, string>): Text {
  if (shut.length === 0) return sentence;
  const waited = missing.map((region) => names.get(region) ?? region).join(', ');
  const count = (code: string) => shut.find((one) => one.code === code)?.details.length ?? 0;
  const [blocking, noted, notReady] = [count('conflicts-open'), count('conflicts-unacknowledged'), count('readiness-missing')];
  const parts: [holds: string | number, id: string, en: string][] = [
    [waited, `menunggu ${waited}`, `waiting for ${waited}`],
    [blocking, `${blocking} benturan belum diselesaikan`, `${blocking} conflicts unresolved`],
    [noted, `${noted} temuan belum dicatat`, `${noted} findings unacknowledged`],
    [notReady, `kesiapan zona ${notReady} daerah belum lengkap`, `the zone of ${notReady} ${notReady === 1 ? 'region is' : 'regions are'} not ready`],
  ];
  const holding = parts.filter(([holds]) => holds);
  return { id: [sentence.id.slice(0, -1), ...holding.map(([, id]) => id)].join('; ') + '.', en: [sentence.en.slice(0, -1), ...holding.map(([, , en]) => en)].join('; ') + '.' };
}
