import type { NoticeFacts } from './facts';
import type { catalogue } from './templates/catalogue';

export type Language = 'id' | 'en';
export type ChannelName = 'in-app' | 'mail';
export type TemplateName = keyof typeof catalogue;

/** Facts without which a template's sentence has a hole; the rest may be given and is used where it helps. */
export type NeededFact<T extends TemplateName> = (typeof catalogue)[T]['needs'][number] | 'regionName' | 'path';

export type NoticeData<T extends TemplateName = TemplateName> = Pick<NoticeFacts, NeededFact<T>> & Partial<NoticeFacts>;

export interface Recipient {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: string;
  /** BPS code: '' nation, '17' province, '1705' region. */
  readonly region: string;
}

export interface Subject {
  readonly kind: 'case' | 'cohort' | 'office' | 'readiness';
  readonly id: string;
}

export interface NoticeOf<T extends TemplateName> {
  /** A UUID, fixed when the row is written: the same notice has the same id however often it is tried. */
  readonly id: string;
  readonly channel: ChannelName;
  readonly template: T;
  readonly language: Language;
  readonly recipient: Recipient;
  readonly subject: Subject;
  readonly data: NoticeData<T>;
  /** The instant of the act it tells of (ISO 8601, UTC). */
  readonly at: string;
  /** Tries that have failed so far. */
  readonly attempt: number;
}

/** One message to one person on one channel; template and data belong together. */
export type Notice = { [T in TemplateName]: NoticeOf<T> }[TemplateName];
