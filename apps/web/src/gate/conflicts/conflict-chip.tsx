import { Chip } from '../../pieces/chip';
import { useWords } from '../../words/words';
import type { Conflict } from '../api/shapes';

/** How far a finding has been settled. */
export function ConflictChip({ conflict: { settledBy, effect, stale } }: { conflict: Conflict }) {
  const { t } = useWords();
  if (settledBy) return <Chip tone="done">{t(`conflict.by.${settledBy}`)}</Chip>;
  if (stale) return <Chip tone="soon">{t('conflict.stale')}</Chip>;
  if (effect === 'blocks') return <Chip tone="late">{t('conflict.open')}</Chip>;
  return <Chip tone={effect === 'vote' ? 'now' : 'wait'}>{t(effect === 'vote' ? 'conflict.vote' : 'conflict.toNote')}</Chip>;
}
