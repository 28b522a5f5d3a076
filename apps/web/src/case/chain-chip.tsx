import { useEffect, useState } from 'react';
import type { CaseEvent } from '../api/shapes';
import { Chip } from '../pieces/chip';
import { useWords } from '../words/words';
import { brokenAt } from './chain';

/** Whether the record is whole, checked on this device. */
export function ChainChip({ caseId, events }: { caseId: string; events: CaseEvent[] }) {
  const { t } = useWords();
  const [broken, setBroken] = useState<number | null>();
  useEffect(() => {
    void brokenAt(caseId, events).then((seq) => setBroken(seq ?? null));
  }, [events, caseId]);
  if (broken === undefined) return <span className="small muted">{t('history.checking')}</span>;
  return broken === null ? <Chip tone="done">{t('history.intact')}</Chip> : <Chip tone="late">{t('history.broken', { n: broken })}</Chip>;
}
