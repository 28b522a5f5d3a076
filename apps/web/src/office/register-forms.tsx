import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import { useAct } from '../acts/use-act';
import { newestDefinition, regions } from '../api/questions';
import type { Page } from '../api/shapes';
import { asTyped, readDate } from '../pieces/dates';
import { FormField } from '../pieces/form-field';
import { useWords } from '../words/words';
import { FormDialog } from './form-dialog';
import type { Holder } from './register-shapes';

export function PersonDialog({ close }: { close: () => void }) {
  const { t } = useWords();
  const [entries, setEntries] = useState({ subject: '', name: '', email: '', language: 'id' });
  const [isChecked, setChecked] = useState(false);
  const { email, ...rest } = entries;
  const send = useAct();
  const command = { path: '/v1/people', body: { ...rest, ...(email.trim() && { email: email.trim() }) } };
  const missing = (value: string) => (isChecked && value.trim() === '' ? t('register.missing') : undefined);
  const submit = () => {
    setChecked(true);
    if (entries.subject.trim() && entries.name.trim()) send.mutate(command, { onSuccess: close });
  };
  const set = (part: Partial<typeof entries>) => setEntries((now) => ({ ...now, ...part }));
  return (
    <FormDialog title={t('register.addPerson')} says={t('register.personSays')} submit={t('register.addPerson')} isBusy={send.isPending} failure={send.error} onSubmit={submit} close={close}>
      <FormField label={t('register.name')} fault={missing(entries.name)}>
        {(control) => <input {...control} autoComplete="off" value={entries.name} onChange={({ target }) => set({ name: target.value })} />}
      </FormField>
      <FormField label={t('register.subject')} hint={t('register.subjectHint')} fault={missing(entries.subject)}>
        {(control) => <input {...control} autoComplete="off" autoCapitalize="none" value={entries.subject} onChange={({ target }) => set({ subject: target.value })} />}
      </FormField>
      <FormField label={t('register.email')}>{(control) => <input {...control} type="email" value={entries.email} onChange={({ target }) => set({ email: target.value })} />}</FormField>
      <FormField label={t('register.language')}>
        {(control) => (
          <select {...control} value={entries.language} onChange={({ target }) => set({ language: target.value })}>
            <option value="id">Bahasa Indonesia</option>
            <option value="en">English</option>
          </select>
        )}
      </FormField>
    </FormDialog>
  );
}

function PersonPick({ value, onChange, fault }: { value: string; onChange: (person: string) => void; fault: string | undefined }) {
  const { t } = useWords();
  const [asked, setAsked] = useState('');
  const { data } = useQuery({ queryKey: ['people', asked], queryFn: () => ask<Page<{ id: string; name: string; subject: string }>>(`/v1/people?q=${encodeURIComponent(asked)}`) });
  return (
    <>
      <FormField label={t('register.findPerson')} hint={t('register.findPersonHint')}>
        {(control) => <input {...control} type="search" value={asked} onChange={({ target }) => setAsked(target.value)} />}
      </FormField>
      <FormField label={t('register.person')} fault={fault}>
        {(control) => (
          <select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
            <option value="">{t('common.choose')}</option>
            {data?.items.map(({ id, name, subject }) => (
              <option key={id} value={id}>
                {name} ({subject})
              </option>
            ))}
          </select>
        )}
      </FormField>
    </>
  );
}

function Days({ from, to, onChange, faults, isOpen }: { from: string; to: string; onChange: (part: { from?: string; to?: string }) => void; faults: { from?: string | undefined; to?: string | undefined }; isOpen: boolean }) {
  const { t } = useWords();
  return (
    <div className="form-grid">
      <FormField label={t('register.fromDay')} hint={t('radar.dateHint')} fault={faults.from}>
        {(control) => <input {...control} inputMode="numeric" autoComplete="off" value={from} onChange={({ target }) => onChange({ from: target.value })} />}
      </FormField>
      <FormField label={t('register.toDay')} hint={isOpen ? t('register.toOpen') : t('radar.dateHint')} fault={faults.to}>
        {(control) => <input {...control} inputMode="numeric" autoComplete="off" value={to} onChange={({ target }) => onChange({ to: target.value })} />}
      </FormField>
    </div>
  );
}

const seatLengths: Record<string, number[]> = { nation: [0], province: [2], regency: [4], any: [0, 2, 4] };

export function HolderDialog({ role, scope, today, close }: { role: string; scope: string; today: string; close: () => void }) {
  const { t, say } = useWords();
  const { data: newest } = useQuery(newestDefinition);
  const { data: places } = useQuery(regions);
  const [entries, setEntries] = useState({ person: '', role, scope, capacity: 'definitive', from: asTyped(today), to: '', decree: '' });
  const [isChecked, setChecked] = useState(false);
  const [from, to] = [readDate(entries.from), readDate(entries.to)];
  const level = newest?.definition.roles[entries.role]?.level ?? 'any';
  const seats = [{ code: '', name: t('register.nation') }, ...(places ?? [])].filter(({ code }) => seatLengths[level]!.includes(code.length));
  const seat = seats.some(({ code }) => code === entries.scope) ? entries.scope : (seats[0]?.code ?? '');
  const send = useAct();
  const command = { path: '/v1/holders', body: { person: entries.person, role: entries.role, scope: seat, capacity: entries.capacity, from, ...(to && { to }), decree: entries.decree.trim() } };
  const set = (part: Partial<typeof entries>) => setEntries((now) => ({ ...now, ...part }));
  const missing = (value: string) => (isChecked && value.trim() === '' ? t('register.missing') : undefined);
  const submit = () => {
    setChecked(true);
    if (entries.person && entries.role && from && (to || entries.to.trim() === '') && entries.decree.trim()) send.mutate(command, { onSuccess: close });
  };
  return (
    <FormDialog title={t('register.addHolder')} says={t('register.holderSays')} submit={t('register.addHolder')} isBusy={send.isPending} failure={send.error} onSubmit={submit} close={close}>
      <div className="form-grid">
        <FormField label={t('register.role')} fault={missing(entries.role)}>
          {(control) => (
            <select {...control} value={entries.role} onChange={({ target }) => set({ role: target.value })}>
              <option value="">{t('common.choose')}</option>
              {Object.entries(newest?.definition.roles ?? {}).map(([code, { label }]) => (
                <option key={code} value={code}>
                  {say(label)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField label={t('register.seat')}>
          {(control) => (
            <select {...control} value={seat} onChange={({ target }) => set({ scope: target.value })}>
              {seats.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </FormField>
      </div>
      <PersonPick value={entries.person} onChange={(person) => set({ person })} fault={missing(entries.person)} />
      <FormField label={t('register.capacity')} hint={t('register.capacityHint')}>
        {(control) => (
          <select {...control} value={entries.capacity} onChange={({ target }) => set({ capacity: target.value })}>
            <option value="definitive">{t('register.definitive')}</option>
            <option value="Plt">Plt.</option>
            <option value="Pj">Pj.</option>
          </select>
        )}
      </FormField>
      <Days from={entries.from} to={entries.to} onChange={set} isOpen faults={{ from: isChecked && !from ? t('radar.dateWrong') : undefined, to: isChecked && !to && entries.to.trim() !== '' ? t('radar.dateWrong') : undefined }} />
      <FormField label={t('register.decree')} hint={t('register.decreeHint')} fault={missing(entries.decree)}>
        {(control) => <input {...control} autoComplete="off" value={entries.decree} onChange={({ target }) => set({ decree: target.value })} />}
      </FormField>
    </FormDialog>
  );
}

export function MandateDialog({ holder, today, close }: { holder: Holder; today: string; close: () => void }) {
  const { t } = useWords();
  const [entries, setEntries] = useState({ person: '', from: asTyped(today), to: '', decree: '' });
  const [isChecked, setChecked] = useState(false);
  const [from, to] = [readDate(entries.from), readDate(entries.to)];
  const send = useAct();
  const command = { path: '/v1/mandates', body: { person: entries.person, holder: holder.id, from, to, decree: entries.decree.trim() } };
  const set = (part: Partial<typeof entries>) => setEntries((now) => ({ ...now, ...part }));
  const missing = (value: string) => (isChecked && value.trim() === '' ? t('register.missing') : undefined);
  const submit = () => {
    setChecked(true);
    if (entries.person && from && to && entries.decree.trim()) send.mutate(command, { onSuccess: close });
  };
  return (
    <FormDialog title={t('register.plhFor', { name: holder.name })} says={t('register.plhSays')} submit={t('register.plhGo')} isBusy={send.isPending} failure={send.error} onSubmit={submit} close={close}>
      <PersonPick value={entries.person} onChange={(person) => set({ person })} fault={missing(entries.person)} />
      <Days from={entries.from} to={entries.to} onChange={set} isOpen={false} faults={{ from: isChecked && !from ? t('radar.dateWrong') : undefined, to: isChecked && !to ? t('radar.dateWrong') : undefined }} />
      <FormField label={t('register.decree')} hint={t('register.decreeHint')} fault={missing(entries.decree)}>
        {(control) => <input {...control} autoComplete="off" value={entries.decree} onChange={({ target }) => set({ decree: target.value })} />}
      </FormField>
    </FormDialog>
  );
}
