import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ask } from '../api/ask';
import { me, newestDefinition, regions } from '../api/questions';
import type { Page } from '../api/shapes';
import { Chip } from '../pieces/chip';
import { inRow } from '../pieces/dates';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import { EndDialog } from './end-dialog';
import { Frame } from './frame';
import { HolderDialog, MandateDialog, PersonDialog } from './register-forms';
import type { Holder, Mandate } from './register-shapes';

type Asked = { form: 'person' } | { form: 'holder' } | { form: 'mandate'; holder: Holder } | { form: 'end'; kind: 'holders' | 'mandates'; of: Holder | Mandate };

const atFirst = 60;

/** Who holds which office: the only place that says what people may do. */
export default function RegisterPage() {
  const { t, say, language } = useWords();
  const [search, setSearch] = useSearchParams();
  const holders = useQuery({ queryKey: ['holders'], queryFn: () => ask<Page<Holder>>('/v1/holders') });
  const mandates = useQuery({ queryKey: ['mandates'], queryFn: () => ask<Page<Mandate>>('/v1/mandates') });
  const { data: newest } = useQuery(newestDefinition);
  const { data: places } = useQuery(regions);
  const { data: { now: { today } } = { now: { today: '' } } } = useQuery({ ...me, staleTime: 0 });
  const [asked, setAsked] = useState<Asked>();
  const [isWhole, setWhole] = useState(false);
  const [role, place, past] = [search.get('jabatan') ?? '', search.get('daerah') ?? '', search.get('lampau') === 'ya'];
  const nameOf = (code: string) => (code === '' ? t('register.nation') : (places?.find((one) => one.code === code)?.name ?? code));
  const roleName = (code: string) => say(newest?.definition.roles[code]?.label) || code;
  const found = (holders.data?.items ?? []).filter((one) => (role === '' || one.role === role) && `${one.scope} ${nameOf(one.scope)} ${one.name}`.toLowerCase().includes(place.toLowerCase()) && (past || one.toOn === null || one.toOn >= today));
  const shown = isWhole ? found : found.slice(0, atFirst);
  const set = (name: string, value: string) =>
    setSearch((now) => {
      if (value === '') now.delete(name);
      else now.set(name, value);
      return now;
    }, { replace: true });
  const term = ({ fromOn, toOn }: { fromOn: string; toOn: string | null }) => (toOn === null ? t('register.from', { from: inRow(fromOn, language) }) : `${inRow(fromOn, language)} – ${inRow(toOn, language)}`);
  return (
    <Frame
      title={t('office.register')}
      lead={t('register.lead')}
      tools={
        <>
          <button type="button" className="btn p" onClick={() => setAsked({ form: 'holder' })}>
            <Icon name="plus" small /> {t('register.addHolder')}
          </button>
          <button type="button" className="btn" onClick={() => setAsked({ form: 'person' })}>
            <Icon name="user" small /> {t('register.addPerson')}
          </button>
        </>
      }
    >
      <div className="office-filters">
        <label className="fld">
          <span className="lb">{t('register.role')}</span>
          <select className="inp" value={role} onChange={({ target }) => set('jabatan', target.value)}>
            <option value="">{t('outbox.all')}</option>
            {Object.entries(newest?.definition.roles ?? {}).map(([code, { label }]) => (
              <option key={code} value={code}>
                {say(label)}
              </option>
            ))}
          </select>
        </label>
        <label className="fld">
          <span className="lb">{t('register.find')}</span>
          <input className="inp" type="search" value={place} onChange={({ target }) => set('daerah', target.value)} />
        </label>
        <label className="check-line">
          <input type="checkbox" className="tick" checked={past} onChange={() => set('lampau', past ? '' : 'ya')} /> {t('register.past')}
        </label>
      </div>
      {holders.isPending && <Loading rows={8} />}
      {holders.error && <Trouble failure={holders.error} again={() => void holders.refetch()} />}
      {holders.isSuccess && found.length === 0 && (
        <p className="note warn">
          <Icon name="late" />
          {t('register.none')}
        </p>
      )}
      {shown.length > 0 && (
        <section className="card" aria-label={t('register.holders', { n: found.length })}>
          <div className="hd">
            <h2>{t('register.holders', { n: found.length })}</h2>
          </div>
          <table className="stackt">
            <thead>
              <tr>
                <th scope="col">{t('register.role')}</th>
                <th scope="col">{t('register.holder')}</th>
                <th scope="col">{t('register.term')}</th>
                <th scope="col">{t('register.decree')}</th>
                <th scope="col">
                  <span className="sr">{t('office.act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((holder) => (
                <tr key={holder.id}>
                  <th scope="row">
                    {roleName(holder.role)} <span className="muted small case-id thin">{nameOf(holder.scope)}</span>
                  </th>
                  <td data-l={t('register.holder')}>
                    {holder.capacity !== 'definitive' && <Chip tone="soon">{holder.capacity}</Chip>} {holder.name}
                  </td>
                  <td data-l={t('register.term')}>{term(holder)}</td>
                  <td data-l={t('register.decree')} className="small">
                    {holder.decree}
                  </td>
                  <td>
                    {(holder.toOn === null || holder.toOn >= today) && (
                      <>
                        <button type="button" className="btn s" aria-label={t('register.plhFor', { name: holder.name })} onClick={() => setAsked({ form: 'mandate', holder })}>
                          {t('register.plh')}
                        </button>
                        <button type="button" className="btn s" aria-label={t('register.endOf', { name: holder.name })} onClick={() => setAsked({ form: 'end', kind: 'holders', of: holder })}>
                          {t('register.end')}
                        </button>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length < found.length && (
            <button type="button" className="btn q" onClick={() => setWhole(true)}>
              {t('radar.more', { n: found.length - shown.length })}
            </button>
          )}
        </section>
      )}
      <section className="card" aria-label={t('register.mandates', { n: mandates.data?.items.length ?? 0 })}>
        <div className="hd">
          <h2>{t('register.mandates', { n: mandates.data?.items.length ?? 0 })}</h2>
        </div>
        {mandates.data?.items.length === 0 && <p className="bd muted">{t('register.noMandates')}</p>}
        {(mandates.data?.items.length ?? 0) > 0 && (
          <table className="stackt">
            <thead>
              <tr>
                <th scope="col">{t('register.plhName')}</th>
                <th scope="col">{t('register.actsFor')}</th>
                <th scope="col">{t('register.term')}</th>
                <th scope="col">{t('register.decree')}</th>
                <th scope="col">
                  <span className="sr">{t('office.act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {mandates.data?.items.map((mandate) => (
                <tr key={mandate.id}>
                  <th scope="row">{mandate.name}</th>
                  <td data-l={t('register.actsFor')}>
                    {roleName(mandate.role)}, {nameOf(mandate.scope)}: {holders.data?.items.find(({ id }) => id === mandate.holder)?.name ?? mandate.actsFor}
                  </td>
                  <td data-l={t('register.term')}>{term(mandate)}</td>
                  <td data-l={t('register.decree')} className="small">
                    {mandate.decree}
                  </td>
                  <td>
                    {mandate.toOn >= today && (
                      <button type="button" className="btn s" aria-label={t('register.endOf', { name: mandate.name })} onClick={() => setAsked({ form: 'end', kind: 'mandates', of: mandate })}>
                        {t('register.end')}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {asked?.form === 'person' && <PersonDialog close={() => setAsked(undefined)} />}
      {asked?.form === 'holder' && <HolderDialog role={role} scope={/^\d{2}(\d{2})?$/.test(place) ? place : ''} today={today} close={() => setAsked(undefined)} />}
      {asked?.form === 'mandate' && <MandateDialog holder={asked.holder} today={today} close={() => setAsked(undefined)} />}
      {asked?.form === 'end' && <EndDialog kind={asked.kind} of={asked.of} today={today} office={`${roleName(asked.of.role)}, ${nameOf(asked.of.scope)}`} close={() => setAsked(undefined)} />}
    </Frame>
  );
}
