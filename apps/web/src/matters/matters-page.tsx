import type { Definition } from '#process';
import type { CaseView } from '../api/shapes';
import { Loading } from '../pieces/loading';
import { useWords } from '../words/words';
import { Conditions } from './conditions';
import { Corrections } from './corrections';
import { Halves } from './halves';
import { Holds } from './holds';
import { Letters } from './letters';
import { Rechecks } from './rechecks';
import { StuckTransfer } from './stuck-transfer';

/** What every part of this page is drawn from. */
export interface Matter {
  view: CaseView;
  definition: Definition;
}

/** What stands beside the way of a case: conditions, holds, corrections, checks asked again, letters, a hand-over that is stuck. */
export function MattersPage({ view, definition }: { view: CaseView; definition: Definition | undefined }) {
  const { t } = useWords();
  if (!definition) return <Loading rows={4} />;
  const matter = { view, definition };
  return (
    <div className="stack matters">
      <p className="muted">{t('matter.lead')}</p>
      <StuckTransfer {...matter} />
      <Halves {...matter} />
      <Conditions {...matter} />
      <Rechecks {...matter} />
      <Holds {...matter} />
      <Corrections {...matter} />
      <Letters {...matter} />
      <p className="empty">{t('matter.none')}</p>
    </div>
  );
}
