import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import type { Text } from '../api/shapes';
import { Act } from '../acts/act';
import { ChoiceField, LongField, TextField } from '../acts/fields';
import { WayOn } from '../case/decide/way-on';
import { sideActsOf } from '../case/side-acts';
import { inRow, readDate } from '../pieces/dates';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import type { Matter } from './matters-page';

interface Preview {
  secondPersonNeeded: boolean;
  clocks: { rule: string; label: Text; dueOn: string; wouldBeDueOn: string }[];
}

/** A mistyped number or day: corrected by the office that registered it, by two persons where a term of the law moves. */
export function Corrections(matter: Matter) {
  const { view, definition } = matter;
  const { t, say } = useWords();
  const [toConfirm] = sideActsOf(view, 'confirm-correction');
  const own = sideActsOf(view, 'correct-fact');
  const offered = toConfirm ? [toConfirm] : own;
  if (offered.length === 0) return null;
  const reasons = offered[0]!.reasons.map(({ message }) => say(message));
  const facts = offered.flatMap(({ about }) => about ?? []);
  const proposed = toConfirm && view.halves.find(({ facts: half, transition }) => transition.startsWith('correct-fact:') && facts[0]! in half)?.facts[facts[0]!];
  return (
    <section className="card" aria-labelledby="pembetulan">
      <div className="hd">
        <h2 id="pembetulan">{t('matter.corrections')}</h2>
      </div>
      <div className="bd stack">
        <Correct key={proposed === undefined ? 'own' : facts[0]} {...matter} reasons={reasons} facts={facts} {...(proposed !== undefined && { proposed })} />
        <WayOn view={view} definition={definition} reasons={offered[0]!.reasons} />
      </div>
    </section>
  );
}

function Correct({ view, definition, reasons, facts, proposed }: Matter & { reasons: string[]; facts: string[]; proposed?: string }) {
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
