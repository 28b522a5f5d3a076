import { useState } from 'react';
import { useWords } from '../words/words';
import { open } from './open';

const seen = 'selaras.tour';

/** Once, on the first visit, and on the page rather than over it. */
export function TourOffer() {
  const { t } = useWords();
  const [isNew, setNew] = useState(() => localStorage.getItem(seen) === null);
  if (!isNew) return null;
  const answer = (begin: boolean) => {
    localStorage.setItem(seen, 'seen');
    setNew(false);
    if (begin) open('tour');
  };
  return (
    <div className="note info tour-offer">
      <p className="grow">{t('tour.offer')}</p>
      <button type="button" className="btn s" onClick={() => answer(true)}>
        {t('tour.start')}
      </button>
      <button type="button" className="btn q s" onClick={() => answer(false)}>
        {t('tour.skip')}
      </button>
    </div>
  );
}
