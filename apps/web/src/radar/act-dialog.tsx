import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, NoAnswer } from '../api/ask';
import { useCommandKey } from '../api/command-key';
import { newestDefinition, regions } from '../api/questions';
import type { Page } from '../api/shapes';
import { Chip } from '../pieces/chip';
import { inRow, readDate } from '../pieces/dates';
import { Dialog } from '../pieces/dialog';
import { FormField } from '../pieces/form-field';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import type { Act } from './acts';
import type { Result } from './shapes';

interface Holder {
  person: string;
  name: string;
  role: string;
  scope: string;
}
interface Entries {
  reason: string;
  person: string;
  days: string;
  ground: string;
  date: string;
}

/** A case as far as an act on it goes: its name, and the desks it waits for. */
export interface Subject {
  caseId: string;
  name: string;
  desk: readonly { role: string; scope: string }[];
}

/** One act on one case or many: what it does, what it asks for, and then how it ended for each. */
export default function ActDialog({ act, items, close }: { act: Act; items: readonly Subject[]; close: () => void }) {
  const { t, say, language } = useWords();
  const queries = useQueryClient();
  const { data: newest } = useQuery(newestDefinition);
  const [entries, setEntries] = useState<Entries>({ reason: '', person: '', days: '5', ground: '', date: '' });
  const [isChecked, setChecked] = useState(false);
  const body = bodyOf(act, items, entries);
  const key = useCommandKey();
  const take = useMutation({
    mutationFn: () => ask<{ results: Result[] }>('/v1/stalled/actions', { method: 'POST', body, key: key.of(body) }),
    onError: (failure) => key.failed(failure),
    onSettled: () => Promise.all([['stalled'], ['system-faults'], ['why'], ['case'], ['worklist']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const nameOf = (caseId: string) => items.find((one) => one.caseId === caseId)?.name ?? caseId;
  const set = (part: Partial<Entries>) => setEntries((now) => ({ ...now, ...part }));
  const results = take.data?.results;
  const day = readDate(entries.date);
  const title = t('radar.actOn', { act: t(`radar.act.${act}`), n: items.length });
  return (
    <Dialog
      title={title}
      close={close}
      foot={
        results ? (
          <button type="button" className="btn p" onClick={close}>
            {t('radar.close')}
          </button>
        ) : (
          <>
            <button type="submit" form="radar-act" className="btn p" disabled={take.isPending}>
              {take.isPending ? t('radar.sending') : title}
            </button>
            <button type="button" className="btn" onClick={close}>
              {t('common.cancel')}
            </button>
          </>
        )
      }
    >
      {results ? (
        <div role="status" className="stack">
          <p className="b">{t('radar.results', { ok: results.filter(({ ok }) => ok).length, failed: results.filter(({ ok }) => !ok).length })}</p>
          <ul className="results">
            {results.map((result) => (
              <li key={result.caseId}>
                <Chip tone={result.ok ? 'done' : 'late'}>{t(result.ok ? 'radar.ok' : 'radar.failed')}</Chip>
                <span>
                  <b>{nameOf(result.caseId)}</b>
                  {!result.ok && <span className="muted"> — {result.problem.detail}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <form
          id="radar-act"
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            setChecked(true);
            if (body !== undefined) take.mutate();
          }}
        >
          <p>{t(`radar.does.${act}`)}</p>
          <p className="small muted">{items.map(({ name }) => name).join(' · ')}</p>
          {act === 'assign' && <PersonField items={items} value={entries.person} onChange={(person) => set({ person })} isMissing={isChecked && entries.person === ''} />}
          {act === 'extend' && (
            <FormField label={t('radar.daysMore')} fault={isChecked && !/^[1-9]\d{0,3}$/.test(entries.days) ? t('radar.daysWrong') : undefined}>
              {(control) => <input {...control} inputMode="numeric" value={entries.days} onChange={({ target }) => set({ days: target.value })} />}
            </FormField>
          )}
          {(act === 'hold' || act === 'lift') && (
            <FormField label={t(act === 'hold' ? 'radar.holdFirst' : 'radar.holdLast')} hint={day ? inRow(day, language) : t('radar.dateHint')} fault={isChecked && !day ? t('radar.dateWrong') : undefined}>
              {(control) => <input {...control} inputMode="numeric" autoComplete="off" value={entries.date} onChange={({ target }) => set({ date: target.value })} />}
            </FormField>
          )}
          {(act === 'extend' || act === 'hold') && (
            <FormField label={t('radar.ground')} fault={isChecked && entries.ground === '' ? t('radar.groundMissing') : undefined}>
              {(control) => <select {...control} value={entries.ground} onChange={({ target }) => set({ ground: target.value })}>
                <option value="">{t('common.choose')}</option>
                {Object.entries(newest?.definition.holdReasons ?? {}).map(([code, label]) => (
                  <option key={code} value={code}>
                    {say(label)}
                  </option>
                ))}
              </select>}
            </FormField>
          )}
          {(act === 'remind' || act === 'escalate') && (
            <FormField label={t('radar.note')} hint={t('radar.noteHint')}>
              {(control) => <textarea {...control} rows={3} maxLength={2000} value={entries.reason} onChange={({ target }) => set({ reason: target.value })} />}
            </FormField>
          )}
          {take.error && (take.error instanceof NoAnswer ? <p className="note warn" role="alert">{t('err.indoubt')}</p> : <Trouble failure={take.error} />)}
        </form>
      )}
    </Dialog>
  );
}

/** Whoever holds an office of the desks that wait. */
function PersonField({ items, value, onChange, isMissing }: { items: readonly Subject[]; value: string; onChange: (person: string) => void; isMissing: boolean }) {
  const { t, say } = useWords();
  const { data: newest } = useQuery(newestDefinition);
  const { data: places } = useQuery(regions);
  const { data: holders } = useQuery({ queryKey: ['holders'], queryFn: () => ask<Page<Holder & { fromOn: string; toOn: string | null }>>('/v1/holders') });
  const desks = items.flatMap(({ desk }) => desk);
  const fitting = (holders?.items ?? []).filter(({ role, scope }) => desks.some((desk) => desk.role === role && desk.scope === scope));
  return (
    <FormField label={t('radar.person')} hint={t('radar.personHint')} fault={isMissing ? t('radar.personMissing') : undefined}>
      {(control) => <select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('common.choose')}</option>
        {fitting.map(({ person, name, role, scope }) => (
          <option key={`${person}@${role}@${scope}`} value={person}>
            {[name, say(newest?.definition.roles[role]?.label) || role, ...(scope === '' ? [] : [places?.find(({ code }) => code === scope)?.name ?? scope])].join(' · ')}
          </option>
        ))}
      </select>}
    </FormField>
  );
}

/** What is sent; undefined as long as something is missing. */
function bodyOf(act: Act, items: readonly Subject[], { reason, person, days, ground, date }: Entries): object | undefined {
  const caseIds = items.map(({ caseId }) => caseId);
  const day = readDate(date);
  switch (act) {
    case 'remind':
    case 'escalate':
      return { action: act, caseIds, ...(reason.trim() && { reason: reason.trim() }) };
    case 'assign':
      return person === '' ? undefined : { action: act, caseIds, person };
    case 'extend':
      return ground === '' || !/^[1-9]\d{0,3}$/.test(days) ? undefined : { action: act, caseIds, days: Number(days), reason: ground };
    case 'hold':
      return ground === '' || !day ? undefined : { action: act, caseIds, first: day, reason: ground };
    case 'lift':
      return day ? { action: act, caseIds, last: day } : undefined;
    case 'retry':
      return { action: act, caseIds };
  }
}
