import type { CaseLedger } from '../case-ledger';
import type { CohortLedger } from '../cohort-ledger';
import type { Database } from '../database';
import type { Rulebook } from '../rulebook';
import type { StageStays } from '../stage-stays';
import { CaseRegister } from './cases';
import { ChangeRegister } from './changes';
import { CohortRegister } from './cohorts';
import { CommandRegister } from './commands';
import { ConflictRegister } from './conflicts';
import { DocumentRegister } from './documents';
import { MinutesRegister } from './minutes';
import { NoticeRegister } from './notices';
import { PublicRegister } from './public';
import { OfficeRegister } from './offices';
import { ReadinessRegister } from './readiness';
import { RuleRegister } from './rules';
import { StalledRegister } from './stalled';
import { StatisticsRegister } from './statistics';
import { Worklist } from './worklist';

/** Everything that is only read. Each list is bounded, in keyset order, and under the caller's row security. */
export class Registers {
  readonly cases: CaseRegister;
  readonly worklist: Worklist;
  readonly stalled: StalledRegister;
  readonly notices: NoticeRegister;
  readonly commands: CommandRegister;
  readonly documents: DocumentRegister;
  readonly cohorts: CohortRegister;
  readonly conflicts: ConflictRegister;
  readonly readiness: ReadinessRegister;
  readonly minutes: MinutesRegister;
  readonly rules: RuleRegister;
  readonly statistics: StatisticsRegister;
  readonly changes: ChangeRegister;
  readonly open: PublicRegister;
  readonly offices: OfficeRegister;

  constructor(database: Database, rulebook: Rulebook, cases: CaseLedger, cohorts: CohortLedger, stays: StageStays) {
    this.cases = new CaseRegister(database, rulebook);
    this.worklist = new Worklist(database, rulebook);
    this.stalled = new StalledRegister(database, rulebook, stays);
    this.notices = new NoticeRegister(database);
    this.commands = new CommandRegister(database, cases);
    this.documents = new DocumentRegister(database, rulebook);
    this.cohorts = new CohortRegister(database, cohorts, rulebook);
    this.conflicts = new ConflictRegister(database, cohorts);
    this.readiness = new ReadinessRegister(database);
    this.minutes = new MinutesRegister(database, cohorts, rulebook);
    this.rules = new RuleRegister(database);
    this.statistics = new StatisticsRegister(database);
    this.changes = new ChangeRegister(database);
    this.open = new PublicRegister(database, rulebook, this.cohorts);
    this.offices = new OfficeRegister(database, rulebook);
  }
}
