import type { Hold } from '#process';
import { useId, useState } from 'react';
import { Act } from '../acts/act';
import { ChoiceField, LongField, TextField } from '../acts/fields';
import { Chip, type Tone } from '../pieces/chip';
import { inRow, readDate } from '../pieces/dates';
import { useWords } from '../words/words';
import type { Matter } from './matters-page';
import { isOneOf, isOwner } from './offices';
import { PaperFirst, usePaperFirst } from './paper-first';

const tones: Record<Hold['status'], Tone> = { proposed: 'wait', running: 'now', ended: 'none', refused: 'late' };

/** Holds and extensions of policy terms: proposed by the desk, confirmed by its superior. A term of the law is never held. */
export function Holds(matter: Matter) {
  const { view, definition } = matter;
  const { t, say, language } = useWords();
  const running = view.clocks.filter(({ status, class: kind }) => status === 'running' && kind === 'policy');
  const mayPropose = isOwner(matter) && view.status === 'open' && running.length > 0;
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
            {hold.status === 'proposed' && hold.by.person !== matter.self.person && isOneOf(matter, [definition.roles[hold.by.role]?.superior ?? '']) && <Confirm view={view} hold={hold} />}
            {hold.status === 'running' && hold.kind === 'hold' && isOwner(matter) && <Lift view={view} hold={hold} />}
          </div>
        ))}
        {mayPropose && <Propose {...matter} clocks={running} />}
      </div>
    </section>
  );
}

function Confirm({ view, hold }: Pick<Matter, 'view'> & { hold: Hold }) {
  const { t } = useWords();
  const path = `/v1/cases/${view.id}/holds/${hold.n}/confirm`;
  return (
    <div className="flex wrap">
      <Act label={t('matter.confirm')} answers={[]} after={t('matter.afterConfirm')} command={() => ({ path, body: { accepted: true } })} done={t('matter.confirmed')} />
      <Act label={t('matter.decline')} answers={[]} after={t('matter.afterDecline')} command={() => ({ path, body: { accepted: false } })} done={t('matter.declined')} />
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

function Propose(matter: Matter & { clocks: Matter['view']['clocks'] }) {
  const { view, definition, clocks } = matter;
  const { t, say, language } = useWords();
  const [entries, setEntries] = useState({ clock: clocks[0]!.key, reason: '', first: '', days: '5', note: '' });
  const set = (part: Partial<typeof entries>) => setEntries((now) => ({ ...now, ...part }));
  const first = readDate(entries.first);
  const note = entries.note.trim();
  const paper = definition.evidence.hold;
  const reasons = usePaperFirst({ view, definition }, paper);
  const why = useId();
  const names = clocks.map(({ key, label }): [string, string] => [key, say(label)]);
  const grounds = Object.entries(definition.holdReasons).map(([code, label]): [string, string] => [code, say(label)]);
  const nameOf = (list: [string, string][], key: string) => list.find(([one]) => one === key)?.[1] ?? '';
  const common = (
    <>
      <ChoiceField label={t('matter.clock')} value={entries.clock} onChange={(clock) => set({ clock })} choices={names} />
      <ChoiceField label={t('matter.ground')} value={entries.reason} onChange={(reason) => set({ reason })} choices={grounds} empty={t('common.choose')} />
    </>
  );
  const noteField = <LongField label={t('matter.note')} value={entries.note} onChange={(said) => set({ note: said })} />;
  const chosen: [string, string][] = [[t('matter.clock'), nameOf(names, entries.clock)], [t('matter.ground'), nameOf(grounds, entries.reason)]];
  const noGround = entries.reason ? [] : [t('matter.groundMissing')];
  const days = /^[1-9]\d{0,3}$/.test(entries.days) ? Number(entries.days) : undefined;
  const body = { clock: entries.clock, reason: entries.reason, ...(note && { note }) };
  return (
    <div className="stack-s">
      <div className="flex wrap top-a">
        <Act
          label={t('matter.proposeHold')}
          reasons={reasons}
          reasonsAt={why}
          fields={<>{common}<TextField label={t('matter.firstDay')} hint={t('acts.dateHint')} value={entries.first} onChange={(day) => set({ first: day })} />{noteField}</>}
          faults={[...noGround, ...(first ? [] : [t('acts.dateMissing')])]}
          answers={[...chosen, [t('matter.firstDay'), first ? inRow(first, language) : ''], [t('matter.note'), note]]}
          after={t('matter.afterPropose')}
          command={() => ({ path: `/v1/cases/${view.id}/holds`, body: { ...body, first } })}
          done={t('matter.proposed')}
        />
        <Act
          label={t('matter.proposeExtension')}
          reasons={reasons}
          reasonsAt={why}
          fields={<>{common}<TextField label={t('matter.days')} value={entries.days} onChange={(value) => set({ days: value })} numeric />{noteField}</>}
          faults={[...noGround, ...(days === undefined ? [t('matter.daysWrong')] : [])]}
          answers={[...chosen, [t('matter.days'), entries.days], [t('matter.note'), note]]}
          after={t('matter.afterPropose')}
          command={() => ({ path: `/v1/cases/${view.id}/extensions`, body: { ...body, days } })}
          done={t('matter.proposed')}
        />
      </div>
      <PaperFirst id={why} view={view} paper={paper} reasons={reasons} />
    </div>
  );
}
