import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { notices } from '../api/questions';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';

/** Milliseconds between two knocks at a house that does not answer. */
const knocking = 2_000;

/** The house is away: what is on the page stays, and everything is read anew as soon as somebody answers. */
export function Away() {
  const { t } = useWords();
  const queries = useQueryClient();
  const { isError, failureCount } = useQuery(notices);
  const isAway = isError || failureCount > 0;
  useEffect(() => {
    if (!isAway) return undefined;
    const knock = setInterval(() => {
      fetch('/health/live')
        .then((answer) => (answer.ok ? queries.resetQueries({ queryKey: ['notices'] }).then(() => queries.invalidateQueries()) : undefined))
        .catch(() => undefined);
    }, knocking);
    return () => clearInterval(knock);
  }, [isAway, queries]);
  return (
    <p className={isAway ? 'away' : 'sr'} role="status">
      {isAway && (
        <>
          <Icon name="late" small /> {t('err.away')}
        </>
      )}
    </p>
  );
}
