import { useState } from 'react';
import { Act } from '../acts/act';
import { LongField } from '../acts/fields';
import { sideAct } from '../case/side-acts';
import { useWords } from '../words/words';
import type { Matter } from './matters-page';

/** A hand-over that does not arrive can be taken back by whoever sent it, or by the administrator. */
export function StuckTransfer({ view }: Matter) {
  const { t } = useWords();
  const [note, setNote] = useState('');
  if (!sideAct(view, 'cancel-transfer')) return null;
  const said = note.trim();
  return (
    <section className="card">
      <div className="bd">
        <Act
          label={t('matter.cancelTransfer')}
          fields={<LongField label={t('matter.note')} value={note} onChange={setNote} />}
          answers={[[t('matter.note'), said]]}
          after={t('matter.afterCancel')}
          command={() => ({ path: `/v1/cases/${view.id}/transfer/cancel`, body: said ? { note: said } : {} })}
          done={t('matter.cancelled')}
        />
      </div>
    </section>
  );
}
