import type { CaseState, Text } from '#process';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A case as it stands: `state` is the fold of its events, the columns beside it are there to be searched. */
@Entity('regulation_case')
export class RegulationCase {
  @PrimaryColumn('text', { name: 'case_id' }) caseId!: string;
  @Column('text') region!: string;
  @Column('text', { name: 'process_id' }) processId!: string;
  @Column('int', { name: 'process_version' }) processVersion!: number;
  @Column('text', { name: 'process_hash' }) processHash!: string;
  @Column('int', { name: 'calendar_version' }) calendarVersion!: number;
  @Column('int', { name: 'programme_year' }) programmeYear!: number;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) phase!: string | null;
  @Column('text') stage!: string;
  @Column('text') status!: string;
  @Column('int') round!: number;
  @Column('int') seq!: number;
  @Column('int', { name: 'substantive_seq' }) substantiveSeq!: number;
  @Column('timestamptz', { name: 'substantive_at' }) substantiveAt!: Date;
  @Column('timestamptz', { name: 'entered_at' }) enteredAt!: Date;
  @Column('timestamptz') at!: Date;
  @Column('timestamptz', { name: 'filed_at' }) filedAt!: Date;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('timestamptz', { name: 'next_alarm_at', nullable: true }) nextAlarmAt!: Date | null;
  @Column('int', { name: 'transfer_seq', nullable: true }) transferSeq!: number | null;
  @Column('timestamptz', { name: 'transfer_at', nullable: true }) transferAt!: Date | null;
  @Column('int', { name: 'behind_seq', nullable: true }) behindSeq!: number | null;
  @Column('text', { name: 'head_hash' }) headHash!: string;
  @Column('jsonb') state!: CaseState;
}

/** One link of a case's chain. */
@Entity('case_event')
export class CaseEventRow {
  @PrimaryColumn('text', { name: 'case_id' }) caseId!: string;
  @PrimaryColumn('int') seq!: number;
  @Column('text') region!: string;
  @Column('text') type!: string;
  @Column('timestamptz') at!: Date;
  @Column('json') actor!: object;
  @Column('json', { name: 'on_behalf_of', nullable: true }) onBehalfOf!: object | null;
  @Column('json') body!: object;
  @Column('text', { name: 'prev_hash' }) prevHash!: string;
  @Column('text') hash!: string;
  @Column('text', { name: 'definition_hash' }) definitionHash!: string;
}

/** The words and the salt of a sealed text. */
@Entity('confidential_text')
export class ConfidentialText {
  @PrimaryColumn('text', { name: 'case_id' }) caseId!: string;
  @PrimaryColumn('text') sha256!: string;
  @Column('text') region!: string;
  @Column('text') salt!: string;
  @Column('text') text!: string;
  @Column('text') visibility!: 'counterpart' | 'internal';
  @Column('text', { name: 'author_scope' }) authorScope!: string;
}

/** What somebody is asked to do; derived from the state, never edited by hand. */
@Entity('task')
export class TaskRow {
  @PrimaryColumn('text', { name: 'task_id' }) taskId!: string;
  @Column('text', { name: 'subject_kind' }) subjectKind!: 'case' | 'cohort' | 'office';
  @Column('text', { name: 'subject_id' }) subjectId!: string;
  @Column('text') region!: string;
  @Column('text') key!: string;
  @Column('text') role!: string;
  @Column('text') scope!: string;
  @Column('text', { nullable: true }) stage!: string | null;
  @Column('jsonb') verb!: Text;
  @Column('text', { nullable: true }) transition!: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('timestamptz') since!: Date;
  @Column('text', { name: 'claimed_by', nullable: true }) claimedBy!: string | null;
  @Column('boolean') carried!: boolean;
}

/** A command that was accepted: repeating its key gives the answer it had. */
@Entity('accepted_command')
export class AcceptedCommand {
  @PrimaryColumn('text') person!: string;
  @PrimaryColumn('text') key!: string;
  @Column('text', { name: 'body_hash' }) bodyHash!: string;
  @Column('text', { name: 'subject_kind' }) subjectKind!: 'case' | 'cohort';
  @Column('text', { name: 'subject_id' }) subjectId!: string;
  @Column('text') region!: string;
  @Column('text') type!: string;
  @Column('int') seq!: number;
  @Column('int', { name: 'transfer_seq', nullable: true }) transferSeq!: number | null;
  @Column('timestamptz') at!: Date;
}
