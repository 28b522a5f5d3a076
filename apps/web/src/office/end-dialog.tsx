import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../api/ask';
import { useAct } from '../acts/use-act';
import type { Text } from '../api/shapes';
import { asTyped, inRow, readDate } from '../pieces/dates';
import { FormField } from '../pieces/form-field';
import { Provisional } from '../pieces/due';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';
import { FormDialog } from './form-dialog';

interface Succession {
  vacantFrom: string | null;
  others: { person: string; name: string; capacity: string }[];
  mandates: { person: string; name: string; toOn: string }[];
  open: number;
  tasks: { taskId: string; subjectId: string; verb: Text; dueOn: string | null; provisional: boolean }[];
}

/** Ends a term, after showing what would be left without anybody. */
export function EndDialog({ kind, of, office, today, close }: { kind: 'holders' | 'mandates'; of: { id: string; name: string }; office: string; today: string; close: () => void }) {
  const { t, say, language } = useWords();
  const [written, setWritten] = useState(() => asTyped(today));
  const [isChecked, setChecked] = useState(false);
  const day = readDate(written);
  const { data: after } = useQuery({ queryKey: ['succession', of.id, day], queryFn: () => ask<Succession>(`/v1/holders/${of.id}/succession?on=${day}`), enabled: kind === 'holders' && day !== undefined, staleTime: 0, gcTime: 0 });
  const end = useAct();
  const submit = () => {
    setChecked(true);
    if (day) end.mutate({ path: `/v1/${kind}/${of.id}/end`, body: { on: day } }, { onSuccess: close });
  };
  return (
    <FormDialog title={t('register.endTitle', { name: of.name })} says={office} submit={t('register.endGo', { date: day ? inRow(day, language) : '–' })} isBusy={end.isPending} failure={end.error} onSubmit={submit} close={close}>
      <FormField label={t('register.lastDay')} hint={t('radar.dateHint')} fault={isChecked && !day ? t('radar.dateWrong') : undefined}>
        {(control) => <input {...control} inputMode="numeric" autoComplete="off" value={written} onChange={({ target }) => setWritten(target.value)} />}
      </FormField>
      {after && (
        <div className={after.vacantFrom ? 'note warn' : 'note ok'} role="status">
          <Icon name={after.vacantFrom ? 'late' : 'check'} />
          <div className="stack-s">
            <p className="b">{after.vacantFrom ? t('register.vacantFrom', { date: inRow(after.vacantFrom, language) }) : t('register.stillHeld', { names: after.others.map(({ name }) => name).join(', ') })}</p>
            {after.mandates.length > 0 && <p>{t('register.mandatesEnd', { names: after.mandates.map(({ name }) => name).join(', ') })}</p>}
            <p>{t(after.vacantFrom ? 'register.tasksLeft' : 'register.tasksStay', { n: after.open })}</p>
            {after.vacantFrom && (
              <ul>
                {after.tasks.map(({ taskId, subjectId, verb, dueOn, provisional }) => (
                  <li key={taskId}>
                    <Link to={`/kasus/${subjectId}`}>{subjectId}</Link>: {say(verb)}
                    {dueOn && ` (${inRow(dueOn, language)})`} {provisional && <Provisional />}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      )}
    </FormDialog>
  );
}
