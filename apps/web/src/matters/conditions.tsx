import type { Condition } from '#process';
import { useState } from 'react';
import { Act } from '../acts/act';
import { LongField } from '../acts/fields';
import { sideAct } from '../case/side-acts';
import { Chip, type Tone } from '../pieces/chip';
import { inRow } from '../pieces/dates';
import { useWords } from '../words/words';
import type { Matter } from './matters-page';

const tones: Record<Condition['status'], Tone> = { open: 'wait', reported: 'now', accepted: 'done', refused: 'late' };

/** The conditions of the ministry's endorsement: reported by the office they bind, accepted or not by the reviewer. */
export function Conditions({ view, definition }: Matter) {
  const { t, say, language } = useWords();
  if (view.conditions.length === 0) return null;
  return (
    <section className="card" aria-labelledby="syarat">
      <div className="hd">
        <h2 id="syarat">{t('matter.conditions')}</h2>
      </div>
      <ol className="parts">
        {view.conditions.map((condition) => (
          <li key={condition.n} className="stack-s">
            <p className="said">
              <b>{condition.n}.</b> {condition.text}
            </p>
            <p className="flex wrap">
              <Chip tone={tones[condition.status]}>{t(`matter.condition.${condition.status}`)}</Chip>
              <span className="small muted">
                {say(definition.roles[condition.owner]?.label)} · {t('matter.dueOn', { date: inRow(condition.dueOn, language) })}
              </span>
            </p>
            {sideAct(view, 'report-condition', condition.n) && <Report view={view} n={condition.n} />}
            {sideAct(view, 'review-condition', condition.n) && <Review view={view} n={condition.n} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Report({ view, n }: Pick<Matter, 'view'> & { n: number }) {
  const { t } = useWords();
  const [note, setNote] = useState('');
  return (
    <Act
      label={t('matter.report', { n })}
      fields={<LongField label={t('matter.reportNote')} hint={t('matter.reportHint')} value={note} onChange={setNote} />}
      answers={[[t('matter.reportNote'), note]]}
      after={t('matter.afterReport')}
      command={() => ({ path: `/v1/cases/${view.id}/conditions/${n}/report`, body: note.trim() ? { note: note.trim() } : {} })}
      done={t('matter.reported')}
    />
  );
}

function Review({ view, n }: Pick<Matter, 'view'> & { n: number }) {
  const { t, say } = useWords();
  const reasons = sideAct(view, 'review-condition', n)!.reasons.map(({ message }) => say(message));
  const [note, setNote] = useState('');
  const said = note.trim();
  const path = `/v1/cases/${view.id}/conditions/${n}/review`;
  const field = <LongField label={t('matter.reviewNote')} value={note} onChange={setNote} />;
  const answers: [string, string][] = [[t('matter.reviewNote'), note]];
  return (
    <div className="flex wrap">
      <Act label={t('matter.accept', { n })} reasons={reasons} fields={field} answers={answers} after={t('matter.afterAccept')} command={() => ({ path, body: { accepted: true, ...(said && { note: said }) } })} done={t('matter.accepted')} />
      <Act label={t('matter.refuse', { n })} reasons={reasons} fields={field} faults={said ? [] : [t('matter.noteMissing')]} answers={answers} after={t('matter.afterRefuse')} command={() => ({ path, body: { accepted: false, note: said } })} done={t('matter.refused')} />
    </div>
  );
}
