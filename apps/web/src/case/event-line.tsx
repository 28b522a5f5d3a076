import type { Definition } from '#process';
import { eventWords } from '#process/event-words';
import type { CaseEvent, CaseView } from '../api/shapes';
import { inBrief, inFull } from '../pieces/dates';
import { Icon, type IconName } from '../pieces/icon';
import { acting } from '../sign/hand-overs';
import { useWords } from '../words/words';

export type Kind = 'decisions' | 'papers' | 'talk' | 'time';

export function kindOf(type: string): Kind | undefined {
  if (/remark/.test(type)) return 'talk';
  if (/document|matrix|texts-read/.test(type)) return 'papers';
  if (/clock|hold|calendar|expired|deemed|remind|escalated/.test(type)) return 'time';
  if (/transfer|transition|moved|vote|filed|half|recalled|correction|gate|condition|fact|check|compared/.test(type)) return 'decisions';
  return undefined;
}
const iconOf: Record<Kind, IconName> = { decisions: 'check', papers: 'doc', talk: 'chat', time: 'clock' };

/** Whether it brings the case back: the act itself, and the arrival at the earlier desk. */
function isReturn({ type, body }: CaseEvent, definition: Definition | undefined): boolean {
  const act = type === 'transfer-started' ? (body['transfer'] as { from?: string; transition?: string }) : type === 'case-moved' ? (body as { from?: string; transition?: string }) : undefined;
  return definition?.stages[act?.from ?? '']?.transitions[act?.transition ?? '']?.kind === 'return';
}

/** One thing that happened: what, by whom, when. An act of a person is filled, of the system hollow, a return has its own colour. */
export function EventLine({ event, view, definition, isBrief = false }: { event: CaseEvent; view: CaseView; definition: Definition | undefined; isBrief?: boolean }) {
  const { t, say, language } = useWords();
  const { actor } = event;
  const kind = kindOf(event.type);
  const comesBack = isReturn(event, definition);
  const name = actor?.role ? `${acting(actor.capacity)}${say(definition?.roles[actor.role]?.label)}` : (actor?.article ?? t('history.system'));
  return (
    <li>
      <span className={`ic ${comesBack ? 'r' : actor?.person ? 'k' : ''}`}>
        <Icon name={comesBack ? 'back' : kind ? iconOf[kind] : 'dot'} />
      </span>
      <p>
        <span className="muted small">#{event.seq}</span> {eventWords(event, definition, language)} <span className="muted">— {name}</span>
      </p>
      <time dateTime={event.at}>{(isBrief ? inBrief : inFull)(event.at, view.region.code, language)}</time>
    </li>
  );
}
