import { useState } from 'react';
import { Act } from '../acts/act';
import { LongField } from '../acts/fields';
import { useWords } from '../words/words';
import type { Matter } from './matters-page';
import { isOneOf } from './offices';

/** A hand-over that does not arrive can be taken back by whoever sent it, or by the administrator. */
export function StuckTransfer(matter: Matter) {
  const { view } = matter;
  const { t } = useWords();
  const [note, setNote] = useState('');
  const { transfer } = view;
  if (!transfer?.slow || !isOneOf(matter, [transfer.by.role, 'administrator'])) return null;
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
