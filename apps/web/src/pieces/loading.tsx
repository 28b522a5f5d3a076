import { useEffect, useState } from 'react';
import { useWords } from '../words/words';

const patience = 300;

/** Nothing for a moment, then the shape of what will come. */
export function Loading({ rows = 4 }: { rows?: number }) {
  const { t } = useWords();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true">
      <span className="sr">{t('common.loading')}</span>
      {isLate && Array.from({ length: rows }, (_, n) => <span key={n} className={n === 0 ? 'sk t' : 'sk'} />)}
    </div>
  );
}
