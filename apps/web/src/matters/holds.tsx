import type { Hold } from '#process';
import { useState } from 'react';
import { Act } from '../acts/act';
import { ChoiceField, LongField, TextField } from '../acts/fields';
import { WayOn } from '../case/decide/way-on';
import { sideAct, sideActsOf } from '../case/side-acts';
import { Chip, type Tone } from '../pieces/chip';
import { inRow, readDate } from '../pieces/dates';
import { useWords } from '../words/words';
import type { Matter } from './matters-page';

const tones: Record<Hold['status'], Tone> = { proposed: 'wait', running: 'now', ended: 'none', refused: 'late' };

const proposals = ['propose-hold', 'extend-clock'] as const;

/** Holds and extensions of policy terms: proposed by the desk, confirmed by its superior. A term of the law is never held. */
export function Holds({ view, definition }: Matter) {
  const { t, say, language } = useWords();
  const mayPropose = proposals.some((act) => sideActsOf(view, act).length > 0);
  if (view.holds.length === 0 && !mayPropose) return null;
  const clockOf = (key: string) => say(view.clocks.find((clock) => clock.key === key)?.label);
  return (
    <section className="card" aria-labelledby="jeda">
      <div className="hd">
        <h2 id="jeda">{t('matter.holds')}</h2>
      </div>
      <div className="bd stack">
        {view.holds.map((hold) => (
          <div key={hold.n} className="stack-s">
            <p className="flex wrap">
              <b>{t(hold.kind === 'hold' ? 'matter.hold' : 'matter.extension', { n: hold.n, days: hold.days ?? 0 })}</b>
              <Chip tone={tones[hold.status]}>{t(`matter.hold.${hold.status}`)}</Chip>
              <span className="small muted">
                {clockOf(hold.clock)} · {say(definition.holdReasons[hold.reason])} · {inRow(hold.first, language)}
                {hold.last && ` – ${inRow(hold.last, language)}`}
              </span>
            </p>
            {sideAct(view, 'confirm-hold', hold.n) && <Confirm view={view} hold={hold} />}
            {sideAct(view, 'lift-hold', hold.n) && <Lift view={view} hold={hold} />}
          </div>
        ))}
        <div className="flex wrap top-a">
          {proposals.map((act) => sideActsOf(view, act).length > 0 && <Propose key={act} view={view} definition={definition} act={act} />)}
        </div>
        <WayOn view={view} definition={definition} reasons={proposals.flatMap((act) => sideActsOf(view, act)).flatMap(({ reasons }) => reasons)} />
      </div>
    </section>
  );
}

function Confirm({ view, hold }: Pick<Matter, 'view'> & { hold: Hold }) {
  const { t, say } = useWords();
  const reasons = sideAct(view, 'confirm-hold', hold.n)!.reasons.map(({ message }) => say(message));
  const path = `/v1/cases/${view.id}/holds/${hold.n}/confirm`;
  return (
    <div className="flex wrap">
      <Act label={t('matter.confirm')} reasons={reasons} answers={[]} after={t('matter.afterConfirm')} command={() => ({ path, body: { accepted: true } })} done={t('matter.confirmed')} />
      <Act label={t('matter.decline')} reasons={reasons} answers={[]} after={t('matter.afterDecline')} command={() => ({ path, body: { accepted: false } })} done={t('matter.declined')} />
    </div>
  );
}

function Lift({ view, hold }: Pick<Matter, 'view'> & { hold: Hold }) {
  const { t, language } = useWords();
  const [day, setDay] = useState('');
  const last = readDate(day);
  return (
    <Act
      label={t('matter.lift')}
      fields={<TextField label={t('matter.lastDay')} hint={t('acts.dateHint')} value={day} onChange={setDay} />}
      faults={last ? [] : [t('acts.dateMissing')]}
      answers={[[t('matter.lastDay'), last ? inRow(last, language) : '']]}
      after={t('matter.afterLift')}
      command={() => ({ path: `/v1/cases/${view.id}/holds/${hold.n}/lift`, body: { last } })}
      done={t('matter.lifted')}
    />
  );
}

/** Of the terms that may be proposed for, the reasons against are the same: it is the paper that is wanting, or nothing. */
function Propose({ view, definition, act }: Pick<Matter, 'view' | 'definition'> & { act: (typeof proposals)[number] }) {
  const { t, say, language } = useWords();
  const offered = sideActsOf(view, act);
  const [entries, setEntries] = useState({ clock: offered[0]!.about!, reason: '', first: '', days: '5', note: '' });
  const set = (part: Partial<typeof entries>) => setEntries((now) => ({ ...now, ...part }));
  const first = readDate(entries.first);
  const note = entries.note.trim();
  const chosen = offered.find(({ about }) => about === entries.clock) ?? offered[0]!;
  const names = offered.map(({ about }): [string, string] => [about!, say(view.clocks.find(({ key }) => key === about)?.label)]);
  const grounds = Object.entries(definition.holdReasons).map(([code, label]): [string, string] => [code, say(label)]);
  const nameOf = (list: [string, string][], key: string) => list.find(([one]) => one === key)?.[1] ?? '';
  const isHold = act === 'propose-hold';
  const days = /^[1-9]\d{0,3}$/.test(entries.days) ? Number(entries.days) : undefined;
  const body = { clock: chosen.about, reason: entries.reason, ...(note && { note }) };
  const faults = [...(entries.reason ? [] : [t('matter.groundMissing')]), ...(isHold && !first ? [t('acts.dateMissing')] : []), ...(!isHold && days === undefined ? [t('matter.daysWrong')] : [])];
  return (
    <Act
      label={t(isHold ? 'matter.proposeHold' : 'matter.proposeExtension')}
      reasons={chosen.reasons.map(({ message }) => say(message))}
      fields={
        <>
          <ChoiceField label={t('matter.clock')} value={chosen.about!} onChange={(clock) => set({ clock })} choices={names} />
          <ChoiceField label={t('matter.ground')} value={entries.reason} onChange={(reason) => set({ reason })} choices={grounds} empty={t('common.choose')} />
          {isHold ? (
            <TextField label={t('matter.firstDay')} hint={t('acts.dateHint')} value={entries.first} onChange={(day) => set({ first: day })} />
          ) : (
            <TextField label={t('matter.days')} value={entries.days} onChange={(value) => set({ days: value })} numeric />
          )}
          <LongField label={t('matter.note')} value={entries.note} onChange={(said) => set({ note: said })} />
        </>
      }
      faults={faults}
      answers={[[t('matter.clock'), nameOf(names, chosen.about!)], [t('matter.ground'), nameOf(grounds, entries.reason)], isHold ? [t('matter.firstDay'), first ? inRow(first, language) : ''] : [t('matter.days'), entries.days], [t('matter.note'), note]]}
      after={t('matter.afterPropose')}
      command={() => (isHold ? { path: `/v1/cases/${view.id}/holds`, body: { ...body, first } } : { path: `/v1/cases/${view.id}/extensions`, body: { ...body, days } })}
      done={t('matter.proposed')}
    />
  );
}
