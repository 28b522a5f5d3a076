import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { me } from '../api/questions';
import { Icon } from '../pieces/icon';
import { useTitle } from '../pieces/use-title';
import { placesOf } from '../shell/places';
import { useWords } from '../words/words';
import { open } from './open';

/** On phones: every place that has no room at the bottom, and what one chooses for oneself. */
export default function MorePage() {
  const { t } = useWords();
  const { data: self } = useQuery(me);
  useTitle(t('more.title'));
  return (
    <div className="stack">
      <h1 tabIndex={-1}>{t('more.title')}</h1>
      <button type="button" className="btn" onClick={() => open('find')}>
        <Icon name="find" /> {t('find.title')}
      </button>
      <section className="card" aria-labelledby="more-places">
        <div className="hd">
          <h2 id="more-places">{t('more.places')}</h2>
        </div>
        <ul className="lines">
          {placesOf(self).map(({ to, word, icon }) => (
            <li key={to}>
              <Link to={to}>
                <Icon name={icon} /> <span className="grow">{t(word)}</span> <Icon name="right" small />
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="card" aria-labelledby="more-you">
        <div className="hd">
          <h2 id="more-you">{t('more.you')}</h2>
        </div>
        <ul className="lines">
          <li>
            <Link to="/preferensi">
              <Icon name="bell" /> <span className="grow">{t('more.preferences')}</span> <Icon name="right" small />
            </Link>
          </li>
          <li>
            <button type="button" onClick={() => open('keys')}>
              <Icon name="list" /> <span className="grow">{t('more.keys')}</span>
            </button>
          </li>
          <li>
            <button type="button" onClick={() => open('tour')}>
              <Icon name="right" /> <span className="grow">{t('more.tour')}</span>
            </button>
          </li>
        </ul>
      </section>
    </div>
  );
}
