import type { Definition } from '#process';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { me } from '../api/questions';
import type { Action, CaseView } from '../api/shapes';
import { roomOf } from '../matters/room-of';
import { inRow } from '../pieces/dates';
import { useDaysInWords } from '../pieces/due';
import { Icon } from '../pieces/icon';
import { Terms } from '../pieces/terms';
import { useWords } from '../words/words';
import { WayOn } from './decide/way-on';

/** A key presses the way on or the way back; neither records anything. */
const keyOf = ({ kind }: Action, isPrimary: boolean): string | undefined => (isPrimary && kind !== 'return' ? 'a' : kind === 'return' ? 'r' : undefined);

/** What the reader can do now and by when, the first of it as the one primary button, and the way to what is lacking; or who has to act. */
export function NextStep({ view, definition }: { view: CaseView; definition: Definition | undefined }) {
  const { t, say, language } = useWords();
  const inWords = useDaysInWords();
  const { data: self } = useQuery(me);
  // Ways out and acts nobody asked for stand under 'who can do what'.
  const primary = view.actions.find(({ stands }) => stands === 'next');
  const others = view.actions.filter(({ stands }) => stands === 'other').sort((one, other) => Number(other.allowed) - Number(one.allowed));
  const mine = view.tasks.filter(({ carried, role, scope }) => !carried && self?.offices.some((office) => office.role === role && office.scope === scope));
  const asked = primary && mine.find(({ transition }) => transition === primary.transition);
  const more = mine.filter(({ transition }) => transition === null);
  const beside = more.length > 0 && (
    <p className="bd flex wrap">
      <span className="muted">{t('matter.yours')}</span>
      {more.map((task) => (
        <Link key={task.taskId} to={roomOf({ ...task, subject: { kind: 'case', id: view.id } })}>
          {say(task.verb)}
        </Link>
      ))}
    </p>
  );
  if (!primary) {
    return (
      <section className="card key next-step">
        <p className="bd">
          <Icon name="wait" /> <b>{t('case.nothing')}</b> <Terms>{say(view.waitingFor.sentence)}</Terms>
        </p>
        {beside}
      </section>
    );
  }
  const clock = asked?.dueOn && view.clocks.find(({ dueOn, status }) => dueOn === asked.dueOn && status === 'running');
  const by = clock && t('case.nextBy', { date: inRow(clock.dueOn, language), days: inWords(clock.workingDaysLeft) });
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
      <div className="bd flex wrap between">
        <div className="grow stack-s">
          <p>
            <Icon name="right" /> <b>{t('case.next')}</b> {say(asked?.verb ?? primary.label)}
            {by}. {!primary.allowed && <span id={`why-${primary.transition}`}>{why(primary)}</span>}
          </p>
          {!primary.allowed && <WayOn view={view} definition={definition} reasons={primary.reasons} />}
        </div>
        <div className="flex wrap acts">
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
