import type { Definition } from '#process';
import type { CaseView } from '../../api/shapes';
import { useWords } from '../../words/words';
import type { Asked } from './answers';

/** Where the act leads, as the definition says; a way that depends on the file is told by its first possibilities. */
export function useConsequence(view: CaseView, definition: Definition, { transition }: Asked): string {
  const { t, say } = useWords();
  const { to } = transition;
  const reached = to === undefined ? [] : typeof to === 'string' ? [to] : to.map((route) => route.to);
  const names = [...new Set(reached)].map((name) => say(definition.stages[name]?.label ?? definition.outcomes[name]?.label));
  return names.length === 0 ? t('decide.afterStay', { stage: say(view.stage.label) }) : t('decide.afterMove', { stage: names.join(' / ') });
}
