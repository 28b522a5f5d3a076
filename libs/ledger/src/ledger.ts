import { AgendaRows } from './agenda-rows';
import { BouncedNotices } from './bounced-notices';
import { CalendarLedger } from './calendar-ledger';
import { CalendarRollout } from './calendar-rollout';
import { CaseLedger, type LedgerTerms } from './case-ledger';
import { CohortFindings, type Findings } from './cohort-findings';
import { CohortLedger } from './cohort-ledger';
import { Database, type DatabaseTerms } from './database';
import { Digests } from './digests';
import { Drift } from './drift/drift';
import { Repair } from './drift/repair';
import { NoticeRows } from './notice-rows';
import { PlanMatrices } from './plan-matrices';
import { Preferences } from './preferences';
import { ReadinessLedger } from './readiness-ledger';
import { Reconciler } from './reconciler';
import { Register } from './register';
import { Registers } from './registers';
import { Rulebook } from './rulebook';
import { SimulatedClock } from './simulated-clock';
import { StageStays } from './stage-stays';
import { SystemFaults } from './system-faults';
import { Vacancies } from './vacancies';
import { Verifier } from './verifier';

/** All of the ledger over one database, put together once. */
export class Ledger {
  readonly rulebook = new Rulebook();
  readonly register: Register;
  readonly cases: CaseLedger;
  readonly cohorts: CohortLedger;
  readonly readiness: ReadinessLedger;
  readonly calendars: CalendarLedger;
  readonly rollouts: CalendarRollout;
  readonly registers: Registers;
  readonly matrices: PlanMatrices;
  readonly agenda: AgendaRows;
  readonly notices: NoticeRows;
  readonly bounced: BouncedNotices;
  readonly digests: Digests;
  readonly preferences: Preferences;
  readonly reconciler: Reconciler;
  readonly verifier: Verifier;
  readonly repair: Repair;
  readonly drift: Drift;
  readonly vacancies: Vacancies;
  readonly clock: SimulatedClock;
  readonly stays: StageStays;
  readonly faults: SystemFaults;

  constructor(
    readonly database: Database,
    { findings, ...terms }: LedgerTerms & { findings?: Findings } = {},
  ) {
    this.register = new Register(database);
    this.cases = new CaseLedger(database, this.rulebook, terms);
    this.cohorts = new CohortLedger(database, findings ?? new CohortFindings(this.rulebook).of, this.rulebook);
    this.calendars = new CalendarLedger(database, this.rulebook);
    this.rollouts = new CalendarRollout(database, this.rulebook, this.cases);
    this.readiness = new ReadinessLedger(database);
    this.stays = new StageStays(database);
    this.faults = new SystemFaults(database);
    this.registers = new Registers(database, this.rulebook, this.cases, this.cohorts, this.stays);
    this.matrices = new PlanMatrices(database);
    this.agenda = new AgendaRows(database);
    this.notices = new NoticeRows(database);
    this.bounced = new BouncedNotices(database, this.cases);
    this.digests = new Digests(database, this.rulebook);
    this.preferences = new Preferences(database);
    this.reconciler = new Reconciler(database);
    this.verifier = new Verifier(database, this.rulebook);
    this.repair = new Repair(database, this.rulebook);
    this.drift = new Drift(database, this.verifier, this.repair);
    this.vacancies = new Vacancies(database);
    this.clock = new SimulatedClock(database);
  }

  static async connect(
    url: string,
    { findings, timeSkipping, ...terms }: DatabaseTerms & LedgerTerms & { findings?: Findings } = {},
  ): Promise<Ledger> {
    return new Ledger(await Database.connect(url, terms), { ...(findings && { findings }), ...(timeSkipping && { timeSkipping }) });
  }
}
