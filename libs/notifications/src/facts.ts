/** Words in both languages; a plain string reads the same in either (a name, a number, a title). */
export type Text = string | { readonly id: string; readonly en: string };

/** One line of a digest: a task that waits for its reader. */
export interface DigestItem {
  readonly caseTitle: string;
  readonly regionName: string;
  readonly stage: Text;
  readonly dueOn?: string;
  readonly workingDaysLeft?: number;
  readonly provisional?: boolean;
}

/** What waits for one person. `items` may be shorter than `open`; the page behind the link shows the rest. */
export interface Digest {
  readonly late: number;
  readonly today: number;
  /** Due within three working days, today left out. */
  readonly soon: number;
  readonly open: number;
  /** Notices in the bell that nobody has read. */
  readonly unread: number;
  readonly items: readonly DigestItem[];
}

/**
 * Every fact a notice can carry; all of it is JSON. Days are civil dates (`2026-11-25`), in the zone of the region.
 * No fact names a person: offices act, and the reader's own name comes from the recipient.
 */
export interface NoticeFacts {
  /** "Kab. Seluma", as people write it. */
  readonly regionName: string;
  /** Where the link leads: a path of this installation, beginning with one slash. */
  readonly path: string;
  readonly caseTitle: string;
  /** The stage the case is at when the notice is written. */
  readonly stage: Text;
  /** The step just taken, or the one that did not arrive. */
  readonly transition: Text;
  /** The step the reader is asked for, as a short sentence without a full stop. */
  readonly task: Text;
  /** The office that acted; for `overdue`, the office that is late. */
  readonly actorOffice: Text;
  readonly dueOn: string;
  /** 0 = due today, negative = late. */
  readonly workingDaysLeft: number;
  /** The due day rests on a year without a published holiday table. */
  readonly provisional: boolean;
  /** The coded reason's label, or a decree; never a confidential remark. */
  readonly reason: Text;
  readonly remarkCount: number;
  readonly openRemarkCount: number;
  readonly round: number;
  /** The rung of the ladder in working days from the due day: −3, −1, 0, 1, 5. */
  readonly rung: number;
  readonly documents: readonly Text[];
  readonly vote: Text;
  readonly cohort: Text;
  readonly memberCount: number;
  readonly letterNumber: string;
  readonly conditionCount: number;
  readonly conditionNumber: number;
  readonly condition: Text;
  readonly clock: Text;
  /** What the passing of a clock makes possible, as a sentence without a full stop. */
  readonly consequence: Text;
  readonly previousDueOn: string;
  readonly effectiveOn: string;
  readonly since: string;
  /** The article or decree it rests on. */
  readonly basis: Text;
  readonly outcome: Text;
  readonly vacantRole: Text;
  readonly programmeYear: number;
  /** The office whose mail came back, and what the message was about. */
  readonly unreachedOffice: Text;
  readonly message: Text;
  readonly fault: Text;
  /** A region of the cohort, where the notice goes to another office. */
  readonly member: string;
  readonly meetingOn: string;
  /** "09.30 WIB". */
  readonly meetingTime: string;
  /** A room, or the address of a meeting on a screen. */
  readonly place: string;
  /** A reference plan with its version. */
  readonly plan: string;
  /** The key of a finding among plans, as the board shows it. */
  readonly finding: string;
  readonly check: Text;
  /** A condition of readiness. */
  readonly criterion: Text;
  /** What has changed between two texts, as sentences without the last full stop. */
  readonly differences: Text;
  readonly digest: Digest;
}

export type FactName = keyof NoticeFacts;

/** The shape of each fact, for notices that come back from a database. */
export const factShapes = {
  regionName: 'name', path: 'path', caseTitle: 'name', stage: 'text', transition: 'text', task: 'text', actorOffice: 'text',
  dueOn: 'day', workingDaysLeft: 'whole', provisional: 'flag', reason: 'text', remarkCount: 'whole', openRemarkCount: 'whole',
  round: 'whole', rung: 'whole', documents: 'texts', vote: 'text', cohort: 'text', memberCount: 'whole', letterNumber: 'name',
  conditionCount: 'whole', conditionNumber: 'whole', condition: 'text', clock: 'text', consequence: 'text', previousDueOn: 'day',
  effectiveOn: 'day', since: 'day', basis: 'text', outcome: 'text', vacantRole: 'text', programmeYear: 'whole', unreachedOffice: 'text', message: 'text', fault: 'text',
  member: 'name', meetingOn: 'day', meetingTime: 'name', place: 'name', plan: 'name', finding: 'name', check: 'text', criterion: 'text', differences: 'text', digest: 'digest',
} as const satisfies Record<FactName, string>;

export const factNames = Object.keys(factShapes) as FactName[];
