import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ask } from '../api/ask';
import type { Text } from '../api/shapes';
import { Act } from '../acts/act';
import { ChoiceField, LongField, TextField } from '../acts/fields';
import { inRow, readDate } from '../pieces/dates';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import type { Matter } from './matters-page';
import { isOneOf } from './offices';
import { PaperFirst, usePaperFirst } from './paper-first';

interface Preview {
  secondPersonNeeded: boolean;
  clocks: { rule: string; label: Text; dueOn: string; wouldBeDueOn: string }[];
}

/** A mistyped number or day: corrected by the office that registered it, by two persons where a term of the law moves. */
export function Corrections(matter: Matter) {
  const { view, definition, self } = matter;
  const { t } = useWords();
  const paper = definition.evidence.correction;
  const reasons = usePaperFirst(matter, paper);
  const why = useId();
  const own = Object.entries(view.factsBy).filter(([, role]) => isOneOf(matter, [role])).map(([fact]) => fact);
  const half = view.halves.find(({ transition, role, person }) => transition.startsWith('correct-fact:') && person !== self.person && isOneOf(matter, [role, definition.roles[role]?.superior ?? '']));
  if (own.length === 0 && !half) return null;
  return (
    <section className="card" aria-labelledby="pembetulan">
      <div className="hd">
        <h2 id="pembetulan">{t('matter.corrections')}</h2>
      </div>
      <div className="bd stack">
        {half && Object.entries(half.facts).map(([fact, value]) => <Correct key={fact} {...matter} reasons={reasons} reasonsAt={why} facts={[fact]} proposed={value} />)}
        {!half && <Correct {...matter} reasons={reasons} reasonsAt={why} facts={own} />}
        <PaperFirst id={why} view={view} paper={paper} reasons={reasons} />
      </div>
    </section>
  );
}

function Correct({ view, definition, reasons, reasonsAt, facts, proposed }: Matter & { reasons: string[]; reasonsAt: string; facts: string[]; proposed?: string }) {
  const { t, say, language } = useWords();
  const [entries, setEntries] = useState({ fact: facts[0]!, value: proposed ?? '', note: '' });
  const set = (part: Partial<typeof entries>) => setEntries((now) => ({ ...now, ...part }));
  const isDate = definition.facts[entries.fact]?.kind === 'date';
  const value = proposed ?? (isDate ? readDate(entries.value) : entries.value.trim());
  const shown = (raw: string | undefined) => (raw === undefined ? '' : isDate ? inRow(raw, language) : raw);
  const body = { fact: entries.fact, value, note: entries.note.trim() };
  const path = `/v1/cases/${view.id}/fact-corrections`;
  const names = facts.map((fact): [string, string] => [fact, `${say(definition.facts[fact]?.label) || fact}: ${view.facts[fact] ?? ''}`]);
  return (
    <Act
      label={proposed === undefined ? t('matter.correct') : t('matter.confirmCorrection')}
      reasons={reasons}
      reasonsAt={reasonsAt}
      fields={
        <>
          {proposed === undefined && <ChoiceField label={t('matter.fact')} value={entries.fact} onChange={(fact) => set({ fact, value: '' })} choices={names} />}
          {proposed === undefined && <TextField label={t('matter.value')} {...(isDate && { hint: t('acts.dateHint') })} value={entries.value} onChange={(next) => set({ value: next })} />}
          <LongField label={t('matter.why')} value={entries.note} onChange={(note) => set({ note })} />
        </>
      }
      faults={[...(value ? [] : [t('matter.valueMissing')]), ...(body.note ? [] : [t('matter.noteMissing')])]}
      answers={[[t('matter.fact'), say(definition.facts[entries.fact]?.label)], [t('matter.was'), shown(view.facts[entries.fact])], [t('matter.value'), shown(value)], [t('matter.why'), body.note]]}
      preview={<Effect path={path} body={body} />}
      after={t('matter.afterCorrect')}
      command={() => ({ path, body })}
      done={t('matter.corrected')}
    />
  );
}

/** Which terms would move, before anything is recorded. */
function Effect({ path, body }: { path: string; body: object }) {
  const { t, say, language } = useWords();
  const { data, error } = useQuery({ queryKey: ['correction', path, body], queryFn: () => ask<Preview>(`${path}?dryRun=true`, { method: 'POST', body }), retry: false });
  if (error) return <Trouble failure={error} />;
  if (!data) return null;
  return (
    <div className="stack-s">
      {data.clocks.length === 0 && <p>{t('matter.noClockMoves')}</p>}
      <ul>
        {data.clocks.map(({ rule, label, dueOn, wouldBeDueOn }) => (
          <li key={rule}>{t('matter.clockMoves', { name: say(label), from: inRow(dueOn, language), to: inRow(wouldBeDueOn, language) })}</li>
        ))}
      </ul>
      {data.secondPersonNeeded && <p className="note warn">{t('matter.secondNeeded')}</p>}
    </div>
  );
}
