import './radar.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { me } from '../api/questions';
import { csvOf, saveFile } from '../pieces/csv';
import { inFull } from '../pieces/dates';
import { has } from '../pieces/duties';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import ActDialog from './act-dialog';
import { type Act, actsOf } from './acts';
import { Columns } from './columns';
import { Faults } from './faults';
import { stalled } from './questions';
import { RuleCard } from './rule-card';
import type { StalledCase } from './shapes';
import { StallTable } from './stall-table';
import { WhyCard } from './why-card';

/** What does not move, whose silence it is, and what can be done about it. */
export default function RadarPage() {
  const { t, say, language } = useWords();
  const { data: self } = useQuery(me);
  const { data, isPending, error, refetch } = useQuery(stalled);
  const [search, setSearch] = useSearchParams();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<{ act: Act; items: StalledCase[] }>();
  const title = t('radar.title', { n: data?.items.length ?? 0 });
  useTitle(title);
  if (isPending) return <Loading rows={8} />;
  if (!data) return <Trouble failure={error} again={() => void refetch()} />;

  const administers = has(self, 'administer');
  const isTable = search.get('tampilan') === 'tabel';
  const place = search.get('daerah') ?? '';
  const items = data.items.filter(({ region, title: name }) => `${region.name} ${region.code} ${name}`.toLowerCase().includes(place.toLowerCase()));
  const counts = { ...data.counts };
  if (place !== '') for (const cause of Object.keys(counts) as (keyof typeof counts)[]) counts[cause] = items.filter((item) => item.cause === cause).length;
  const open = items.find(({ caseId }) => caseId === search.get('kasus')) ?? items[0];
  const chosen = data.items.filter(({ caseId }) => picked.has(caseId));

  const set = (name: string, value: string | undefined) =>
    setSearch((now) => {
      if (value === undefined || value === '') now.delete(name);
      else now.set(name, value);
      return now;
    }, { replace: true });
  const show = (caseId: string) => {
    set('kasus', caseId);
    requestAnimationFrame(() => document.getElementById('mengapa')?.focus());
  };
  const pick = (caseId: string) =>
    setPicked((now) => {
      const next = new Set(now);
      if (!next.delete(caseId)) next.add(caseId);
      return next;
    });
  const toCsv = () =>
    saveFile('kasus-tersendat.csv', csvOf([
      ['case', t('cases.region'), t('cases.year'), t('cases.stage'), t('radar.cause'), t('radar.days'), t('radar.limitWord'), 'p50', 'p80', t('radar.since'), t('radar.why')],
      ...items.map((item) => [item.caseId, item.region.name, item.programmeYear, say(item.stage.label), t(`cause.${item.cause}`), item.silentDays, item.limit.days, item.limit.p50, item.limit.p80, item.since, say(item.sentence)]),
    ]));

  const list = { items, open: open?.caseId, picked, onOpen: show, onPick: pick };
  return (
    <>
      <div className="flex between wrap top-a page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p className="muted">{t('radar.lead', { open: data.open, moving: data.open - Object.values(data.counts).reduce((sum, n) => sum + n, 0), at: inFull(data.at, '17', language) })}</p>
        </div>
        <div className="flex wrap">
          <button type="button" className={isTable ? 'filter' : 'filter on'} aria-pressed={!isTable} onClick={() => set('tampilan', undefined)}>
            {t('radar.byCause')}
          </button>
          <button type="button" className={isTable ? 'filter on' : 'filter'} aria-pressed={isTable} onClick={() => set('tampilan', 'tabel')}>
            <Icon name="list" small /> {t('radar.asTable')}
          </button>
          <button type="button" className="btn s" onClick={toCsv}>
            <Icon name="down" small /> {t('radar.csv')}
          </button>
        </div>
      </div>
      <label className="fld search stall-search">
        <span className="lb">{t('cases.search')}</span>
        <input className="inp" type="search" value={place} onChange={({ target }) => set('daerah', target.value)} />
      </label>
      {items.length === 0 && (
        <p className="empty">
          {place === '' ? t('radar.none') : t('radar.noneFiltered', { name: place })} <Link to="/kasus">{t('work.seeCases')}</Link>
        </p>
      )}
      {isTable ? items.length > 0 && <StallTable {...list} /> : <Columns counts={counts} {...list} />}
      {chosen.length > 0 && (
        <section className="card bulk flex wrap" aria-label={t('radar.bulk')}>
          <b role="status">{t('radar.picked', { n: chosen.length })}</b>
          {actsOf(chosen).map(({ act, icon }) => (
            <button key={act} type="button" className="btn s" onClick={() => setAsked({ act, items: chosen })}>
              <Icon name={icon} small /> {t(`radar.act.${act}`)}
            </button>
          ))}
          <button type="button" className="btn q s" onClick={() => setPicked(new Set())}>
            {t('radar.unpick')}
          </button>
        </section>
      )}
      <div className="cols">
        <div className="stack">
          {open && <WhyCard key={open.caseId} item={open} onAct={(act) => setAsked({ act, items: [open] })} />}
          {administers && <Faults />}
        </div>
        <aside className="stack">
          <RuleCard rule={data.rule} />
        </aside>
      </div>
      {asked && <ActDialog act={asked.act} items={asked.items.map(({ caseId, region, programmeYear, desk }) => ({ caseId, name: `${region.name} ${programmeYear}`, desk }))} close={() => setAsked(undefined)} />}
    </>
  );
}
