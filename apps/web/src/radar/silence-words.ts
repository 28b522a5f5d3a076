import { useWords } from '../words/words';
import type { StalledCase } from './shapes';

/** "16 hari kerja diam · wajar 4–9 · batas 10". */
export function useSilenceInWords(): (item: Pick<StalledCase, 'silentDays' | 'limit' | 'hold' | 'cause'>) => string {
  const { t } = useWords();
  return ({ silentDays, limit, cause }) => {
    const days = t(cause === 'hold' ? 'radar.held' : cause === 'missing-holder' ? 'radar.vacant' : 'radar.silent', { n: silentDays });
    const usual = limit.p50 !== undefined && limit.p80 !== undefined ? ` · ${t('radar.usual', { from: limit.p50, to: limit.p80 })}` : '';
    return `${days}${usual} · ${t('radar.limit', { n: limit.days })}`;
  };
}
