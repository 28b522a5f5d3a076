import type { Calendar, Definition } from '#process';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A regency or city (four digits) or a province (two), by BPS code. */
@Entity('region')
export class Region {
  @PrimaryColumn('text') code!: string;
  @Column('text', { name: 'kemendagri_code' }) kemendagriCode!: string;
  @Column('text') name!: string;
  @Column('text') kind!: 'provinsi' | 'kabupaten' | 'kota';
  @Column('jsonb') facts!: Record<string, string>;
}

/** Somebody who can sign in. The chain knows the id alone. */
@Entity('person')
export class Person {
  @PrimaryColumn('text') id!: string;
  @Column('text') subject!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text') language!: 'id' | 'en';
}

/** An office and who holds it in which term. */
@Entity('holder')
export class Holder {
  @PrimaryColumn('text') id!: string;
  @Column('text') person!: string;
  @Column('text') role!: string;
  @Column('text') scope!: string;
  @Column('text') capacity!: 'definitive' | 'Plt' | 'Pj';
  @Column('date', { name: 'from_on' }) fromOn!: string;
  @Column('date', { name: 'to_on', nullable: true }) toOn!: string | null;
  @Column('text') decree!: string;
  @Column('text', { nullable: true }) superior!: string | null;
  @Column('smallint', { name: 'utc_offset' }) utcOffset!: number;
}

/** A Plh: acts for one named holder in a term. */
@Entity('mandate')
export class Mandate {
  @PrimaryColumn('text') id!: string;
  @Column('text') person!: string;
  @Column('text') holder!: string;
  @Column('date', { name: 'from_on' }) fromOn!: string;
  @Column('date', { name: 'to_on' }) toOn!: string;
  @Column('text') decree!: string;
}

/** A published version of a process; never edited. */
@Entity('process_definition')
export class ProcessDefinition {
  @PrimaryColumn('text') id!: string;
  @PrimaryColumn('int') version!: number;
  @Column('text') hash!: string;
  @Column('json') definition!: Definition;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
}

/** A published version of the working calendar; never edited. */
@Entity('working_calendar')
export class PublishedCalendar {
  @PrimaryColumn('int') version!: number;
  @Column('text') hash!: string;
  @Column('json') calendar!: Calendar;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
}
