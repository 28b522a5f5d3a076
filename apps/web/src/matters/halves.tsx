import { useState } from 'react';
import { Link } from 'react-router';
import { Act } from '../acts/act';
import { LongField } from '../acts/fields';
import { sideAct } from '../case/side-acts';
import { inRow } from '../pieces/dates';
import { useWords } from '../words/words';
import type { Matter } from './matters-page';

const isDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** What one of two offices has registered: the other confirms it, or says that it is wrong. */
export function Halves({ view, definition }: Matter) {
  const { t, say, language } = useWords();
  const transitions = definition.stages[view.stage.id]?.transitions ?? {};
  const halves = view.halves.filter(({ transition }) => Object.hasOwn(transitions, transition));
  if (halves.length === 0) return null;
  return (
    <section className="card" aria-labelledby="pihak-kedua">
      <div className="hd">
        <h2 id="pihak-kedua">{t('matter.halves')}</h2>
      </div>
      <div className="bd stack">
        {halves.map(({ transition, role, facts }) => {
          const { label } = transitions[transition]!;
          return (
            <div key={transition} className="stack-s">
              <p>
                <b>{say(label)}</b> <span className="muted">— {t('matter.halfBy', { role: say(definition.roles[role]?.label) })}</span>
              </p>
              <dl className="kv">
                {Object.entries(facts).map(([fact, value]) => (
                  <div key={fact} className="pair">
                    <dt>{say(definition.facts[fact]?.label) || fact}</dt>
                    <dd>{isDate(value) ? inRow(value, language) : value}</dd>
                  </div>
                ))}
              </dl>
              {sideAct(view, 'dispute', transition) && (
                <div className="flex wrap">
                  <Link className="btn p" to={`/kasus/${view.id}/keputusan/${transition}`}>
                    {t('matter.confirmHalf')}
                  </Link>
                  <Dispute view={view} transition={transition} />
                </div>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Dispute({ view, transition }: Pick<Matter, 'view'> & { transition: string }) {
  const { t } = useWords();
  const [note, setNote] = useState('');
  const said = note.trim();
  return (
    <Act
      label={t('matter.dispute')}
      fields={<LongField label={t('matter.why')} value={note} onChange={setNote} />}
      faults={said ? [] : [t('matter.noteMissing')]}
      answers={[[t('matter.why'), said]]}
      after={t('matter.afterDispute')}
      command={() => ({ path: `/v1/cases/${view.id}/disputes`, body: { transition, note: said } })}
      done={t('matter.disputed')}
    />
  );
}
