import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { caseOf } from '../api/questions';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';
import { useLive } from './use-live';

/** "1 pembaruan. Tampilkan", or that changes do not come by themselves just now: over the foot of the page, so that nothing moves under the reader's eyes. */
export function LiveLine() {
  const { t } = useWords();
  const { held, isBroken, show } = useLive();
  const { pathname } = useLocation();
  const caseId = /^\/kasus\/([^/]+)/.exec(pathname)?.[1] ?? '';
  const { data: seen } = useQuery({ ...caseOf(caseId), enabled: false });
  const news = held.filter(({ id }) => pathname.includes(id)).map(({ id, seq }) => (id === caseId ? Math.max(0, seq - (seen?.seq ?? seq - 1)) : 1));
  const count = news.reduce((sum, n) => sum + n, 0);
  return (
    <div className={count > 0 ? 'live-line' : isBroken ? 'live-line broken' : 'sr'} role="status">
      {count > 0 && (
        <>
          <Icon name="bolt" small /> {t('live.news', { n: count })}{' '}
          <button type="button" className="btn s" onClick={show}>
            {t('live.show')}
          </button>
        </>
      )}
      {count === 0 && isBroken && (
        <>
          <Icon name="wait" small /> {t('live.broken')}
        </>
      )}
    </div>
  );
}
