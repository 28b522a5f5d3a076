import { useState } from 'react';
import { Act } from '../acts/act';
import { LongField, TextField } from '../acts/fields';
import { sideAct } from '../case/side-acts';
import { inRow, readDate } from '../pieces/dates';
import { useWords } from '../words/words';
import type { Matter } from './matters-page';

/** A letter, or another happening outside: when it was sent and when it arrived are different facts, and may be registered late. */
export function Letters({ view }: Matter) {
  const { t, language } = useWords();
  const [entries, setEntries] = useState({ kind: '', number: '', sent: '', received: '', note: '' });
  const set = (part: Partial<typeof entries>) => setEntries((now) => ({ ...now, ...part }));
  if (!sideAct(view, 'register-external-event')) return null;
  const [sentOn, receivedOn] = [readDate(entries.sent), readDate(entries.received)];
  const [kind, letterNumber, note] = [entries.kind.trim(), entries.number.trim(), entries.note.trim()];
  const isUnread = (text: string, day: string | undefined) => text.trim() !== '' && !day;
  return (
    <section className="card" aria-labelledby="surat">
      <div className="hd">
        <h2 id="surat">{t('matter.letters')}</h2>
      </div>
      <div className="bd">
        <Act
          label={t('matter.registerLetter')}
          fields={
            <>
              <TextField label={t('matter.letterKind')} hint={t('matter.letterKindHint')} value={entries.kind} onChange={(value) => set({ kind: value })} />
              <TextField label={t('matter.letterNumber')} value={entries.number} onChange={(number) => set({ number })} />
              <TextField label={t('matter.sentOn')} hint={t('acts.dateHint')} value={entries.sent} onChange={(sent) => set({ sent })} />
              <TextField label={t('matter.receivedOn')} hint={t('acts.dateHint')} value={entries.received} onChange={(received) => set({ received })} />
              <LongField label={t('matter.note')} value={entries.note} onChange={(said) => set({ note: said })} />
            </>
          }
          faults={[...(kind ? [] : [t('matter.kindMissing')]), ...(isUnread(entries.sent, sentOn) || isUnread(entries.received, receivedOn) ? [t('acts.dateMissing')] : [])]}
          answers={[[t('matter.letterKind'), kind], [t('matter.letterNumber'), letterNumber], [t('matter.sentOn'), sentOn ? inRow(sentOn, language) : ''], [t('matter.receivedOn'), receivedOn ? inRow(receivedOn, language) : ''], [t('matter.note'), note]]}
          after={t('matter.afterLetter')}
          command={() => ({ path: `/v1/cases/${view.id}/external-events`, body: { kind, ...(letterNumber && { letterNumber }), ...(sentOn && { sentOn }), ...(receivedOn && { receivedOn }), ...(note && { note }) } })}
          done={t('matter.letterRegistered')}
        />
      </div>
    </section>
  );
}
