import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { me } from '../api/questions';
import type { Action, CaseView } from '../api/shapes';
import { roomOf } from '../matters/room-of';
import { Icon } from '../pieces/icon';
import { Terms } from '../pieces/terms';
import { useWords } from '../words/words';

/** A key presses the way on or the way back; neither records anything. */
const keyOf = ({ kind }: Action, isPrimary: boolean): string | undefined => (isPrimary && kind !== 'return' ? 'a' : kind === 'return' ? 'r' : undefined);

/** What the reader can do now, the first of it as the one primary button; or who has to act. */
export function NextStep({ view }: { view: CaseView }) {
  const { t, say } = useWords();
  const { data: self } = useQuery(me);
  // Ways out and acts of another round stand under 'who can do what'.
  const primary = view.actions.find(({ stands }) => stands === 'next');
  const others = view.actions.filter(({ stands }) => stands === 'other');
  const mine = view.tasks.filter(({ transition, carried, role, scope }) => transition === null && !carried && self?.offices.some((office) => office.role === role && office.scope === scope));
  const beside = mine.length > 0 && (
    <p className="bd flex wrap">
      <span className="muted">{t('matter.yours')}</span>
      {mine.map((task) => (
        <Link key={task.taskId} to={roomOf({ ...task, subject: { kind: 'case', id: view.id } })}>
          {say(task.verb)}
        </Link>
      ))}
    </p>
  );
  if (!primary) {
    return (
      <section className="card key next-step">
        <div className="bd flex">
          <Icon name="wait" />
          <p className="grow">
            <b>{t('case.nothing')}</b> <Terms>{say(view.waitingFor.sentence)}</Terms>
          </p>
        </div>
        {beside}
      </section>
    );
  }
  const why = ({ reasons }: Action) => t('decide.unavailable', { reasons: reasons.map(({ message }) => say(message)).join(' ') });
  const link = (action: Action, isPrimary: boolean) => (
    <Link
      key={action.transition}
      className={isPrimary ? 'btn p' : 'btn'}
      data-utama={isPrimary || undefined}
      data-shortcut={keyOf(action, isPrimary)}
      to={`/kasus/${view.id}/keputusan/${action.transition}`}
      aria-disabled={!action.allowed || undefined}
      aria-describedby={action.allowed ? undefined : `why-${action.transition}`}
    >
      {say(action.label)}
    </Link>
  );
  return (
    <section className="card key next-step">
      <div className="bd flex wrap">
        <Icon name="right" />
        <p className="grow">
          <b>{t('case.next')}</b> {say(primary.label)}. {!primary.allowed && <span id={`why-${primary.transition}`}>{why(primary)}</span>}
        </p>
        <div className="flex wrap">
          {link(primary, true)}
          {others.map((action) => link(action, false))}
        </div>
        {others.filter(({ allowed }) => !allowed).map((action) => (
          <span key={action.transition} id={`why-${action.transition}`} hidden>
            {why(action)}
          </span>
        ))}
      </div>
      {beside}
    </section>
  );
}
