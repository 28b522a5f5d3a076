import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { cases } from '../api/questions';
import { NewCase } from '../matters/new-case';
import { Chip } from '../pieces/chip';
import { inRow } from '../pieces/dates';
import { Provisional } from '../pieces/due';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';

/** Rows that stand there at once; a nation has 514. */
const atFirst = 60;

/** Every case one may see, as a table that becomes cards on a phone. */
export default function CasesPage() {
  const { t, say, language } = useWords();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('cari') ?? '';
  const { data, isPending, error, refetch } = useQuery(cases(''));
  const rows = (data ?? []).filter(({ region, title, id }) => `${region.name} ${title} ${id}`.toLowerCase().includes(asked.toLowerCase()));
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, atFirst);
  const title = t('cases.title', { n: rows.length });
  useTitle(title);
  return (
    <div className="stack">
      <h1 tabIndex={-1}>{title}</h1>
      <NewCase />
      <label className="fld search">
        <span className="lb">{t('cases.search')}</span>
        <input className="inp" type="search" value={asked} onChange={({ target }) => setSearch(target.value ? { cari: target.value } : {}, { replace: true })} />
      </label>
      {isPending && <Loading rows={8} />}
      {error && <Trouble failure={error} again={() => void refetch()} />}
      {data && rows.length === 0 && <p className="empty">{t('cases.none')}</p>}
      {rows.length > 0 && (
        <div className="card">
          <table className="stackt">
            <thead>
              <tr>
                <th scope="col">{t('cases.region')}</th>
                <th scope="col">{t('cases.stage')}</th>
                <th scope="col">{t('cases.due')}</th>
                <th scope="col">{t('cases.round')}</th>
                <th scope="col">{t('cases.year')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ id, region, stage, phase, dueOn, provisional, late, round, programmeYear }) => (
                <tr key={id} data-row>
                  <th scope="row">
                    <Link to={`/kasus/${id}`}>{region.name}</Link>
                    <span className="small muted mono case-id">{id}</span>
                  </th>
                  <td data-l={t('cases.stage')}>
                    {phase ? `${phase} · ` : ''}
                    {say(stage.label)}
                  </td>
                  <td data-l={t('cases.due')}>{dueOn === null ? t('due.none') : late ? <Chip tone="late">{inRow(dueOn, language)}</Chip> : inRow(dueOn, language)} {provisional && <Provisional />}</td>
                  <td data-l={t('cases.round')}>{round}</td>
                  <td data-l={t('cases.year')}>{programmeYear}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < rows.length && (
        <button type="button" className="btn" onClick={() => setWhole(true)}>
          {t('cases.all', { n: rows.length })}
        </button>
      )}
    </div>
  );
}
