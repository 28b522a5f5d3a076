import { Link } from 'react-router';
import type { CaseView } from '../api/shapes';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';

/** What the reader can do now, the first of it as the one primary button; or who has to act. */
export function NextStep({ view }: { view: CaseView }) {
  const { t, say } = useWords();
  const usual = view.actions.filter(({ kind }) => kind !== 'exit');
  // A way back is never what one is led to, even while the way on is still shut.
  const primary = usual.find(({ allowed, kind }) => allowed && kind !== 'return') ?? usual[0];
  const others = usual.filter((action) => action !== primary);
  if (!primary) {
    return (
      <section className="card key next-step">
        <div className="bd flex">
          <Icon name="wait" />
          <p className="grow">
            <b>{t('case.nothing')}</b> {say(view.waitingFor.sentence)}
          </p>
        </div>
      </section>
    );
  }
  const reasons = primary.reasons.map(({ message }) => say(message)).join(' ');
  return (
    <section className="card key next-step">
      <div className="bd flex wrap">
        <Icon name="right" />
        <p className="grow">
          <b>{t('case.next')}</b> {say(primary.label)}.{' '}
          {!primary.allowed && <span id="langkah-alasan">{t('decide.unavailable', { reasons })}</span>}
        </p>
        {others.map((action) => (
          <Link key={action.transition} className="btn" to={`/kasus/${view.id}/keputusan/${action.transition}`} aria-disabled={!action.allowed || undefined}>
            {say(action.label)}
          </Link>
        ))}
        <Link className="btn p" data-utama to={`/kasus/${view.id}/keputusan/${primary.transition}`} aria-disabled={!primary.allowed || undefined} aria-describedby={primary.allowed ? undefined : 'langkah-alasan'}>
          {say(primary.label)}
        </Link>
      </div>
    </section>
  );
}
