import { useState } from 'react';
import { Act } from '../acts/act';
import { LongField } from '../acts/fields';
import { sideAct } from '../case/side-acts';
import { Chip } from '../pieces/chip';
import { useWords } from '../words/words';
import type { Matter } from './matters-page';

/** Checks that a new plan or edited claims have overtaken: given again by the office that gave them. Nothing goes back by itself. */
export function Rechecks({ view, definition }: Matter) {
  const { t, say } = useWords();
  if (view.stale.length === 0) return null;
  return (
    <section className="card" aria-labelledby="periksa-ulang">
      <div className="hd">
        <h2 id="periksa-ulang">{t('matter.rechecks')}</h2>
      </div>
      <ul className="parts">
        {view.stale.map(({ check, role, cause, found }) => (
          <li key={check} className="stack-s">
            <p className="flex wrap">
              <span className="mono">{check}</span> <b>{say(definition.checks[check])}</b> <Chip tone="late">{t(found ? 'matter.foundWanting' : 'matter.stale')}</Chip>
              <span className="small muted">
                {say(definition.roles[role]?.label)} · {cause.join(', ')}
              </span>
            </p>
            {sideAct(view, 'recheck', check) && <Recheck view={view} check={check} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Recheck({ view, check }: Pick<Matter, 'view'> & { check: string }) {
  const { t } = useWords();
  const [note, setNote] = useState('');
  const said = note.trim();
  const path = `/v1/cases/${view.id}/checks/${check}`;
  const field = <LongField label={t('matter.note')} value={note} onChange={setNote} />;
  const answers: [string, string][] = [[t('matter.note'), said]];
  return (
    <div className="flex wrap">
      <Act label={t('matter.stillConforms')} fields={field} answers={answers} after={t('matter.afterConforms')} command={() => ({ path, body: { result: 'conform', ...(said && { note: said }) } })} done={t('matter.rechecked')} />
      <Act label={t('matter.noLonger')} fields={field} faults={said ? [] : [t('matter.noteMissing')]} answers={answers} after={t('matter.afterNoLonger')} command={() => ({ path, body: { result: 'not-conform', note: said } })} done={t('matter.rechecked')} />
    </div>
  );
}
