import type { Definition } from '#process';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Link, NavLink, Outlet, Route, Routes, useMatch, useParams } from 'react-router';
import { ask } from '../api/ask';
import { caseOf, definition as definitionOf } from '../api/questions';
import type { CaseView } from '../api/shapes';
import { NotFound } from '../home/not-found';
import { MattersPage } from '../matters/matters-page';
import { Chip } from '../pieces/chip';
import { Copy } from '../pieces/copy';
import { inRow } from '../pieces/dates';
import { Provisional, toneOfDays, useDaysInWords } from '../pieces/due';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Terms } from '../pieces/terms';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { DecidePage } from './decide/decide-page';
import { Discussion } from './discussion';
import { Documents } from './documents';
import { History, LastEvents } from './history';
import { NextStep } from './next-step';
import { type CasePart, caseParts, decidePlace } from './places';
import { StageRail } from './stage-rail';
import { Summary } from './summary';
import { WhoCan } from './who-can';
import { WhyPanel } from './why-panel';

export default function CasePage() {
  const { caseId = '' } = useParams();
  const { data: view, isPending, error, refetch } = useQuery(caseOf(caseId));
  useOpened(view);
  if (isPending) return <Loading rows={8} />;
  return view ? <Rooms view={view} /> : <Trouble failure={error} again={() => void refetch()} />;
}

const parts: Record<CasePart, (of: { view: CaseView; definition: Definition | undefined }) => ReactNode> = {
  '': (of) => <Summary {...of} />,
  dokumen: (of) => <Documents {...of} />,
  diskusi: (of) => <Discussion {...of} />,
  riwayat: (of) => <History {...of} />,
  urusan: (of) => <MattersPage {...of} />,
  siapa: ({ view }) => <WhoCan view={view} />,
};

function Rooms({ view }: { view: CaseView }) {
  const { data: definition } = useQuery(definitionOf(view.process));
  return (
    <Routes>
      <Route path={decidePlace} element={<DecidePage view={view} />} />
      <Route element={<Parts view={view} definition={definition} />}>
        {caseParts.map((part) => (
          <Route key={part} {...(part === '' ? { index: true } : { path: part })} element={parts[part]({ view, definition })} />
        ))}
      </Route>
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

/** That the desk has seen the case is a fact: from then on its sender cannot take it back. Told once per page. */
function useOpened(view: CaseView | undefined): void {
  const isMine = view?.actions.some(({ kind }) => kind !== 'recall') ?? false;
  const id = view?.id;
  useEffect(() => {
    if (id && isMine) void ask(`/v1/cases/${id}/opened`, { method: 'POST', body: {}, key: crypto.randomUUID() }).catch(() => undefined);
  }, [id, isMine]);
}

function Parts({ view, definition }: { view: CaseView; definition: Definition | undefined }) {
  const { t, say, language } = useWords();
  const inWords = useDaysInWords();
  useTitle(`${view.region.name}: ${say(view.stage.label)}`);
  const root = `/kasus/${view.id}`;
  const isSummary = useMatch(root) !== null;
  const clock = view.clocks.filter(({ status }) => status === 'running' || status === 'paused').sort((one, other) => one.dueOn.localeCompare(other.dueOn))[0];
  const tabs = [
    ['', t('case.summary')], ['dokumen', t('case.documents', { n: view.documents.length })], ['banding', t('compare.nav')], ['diskusi', t('case.discussion', { n: view.remarks.length })], ['riwayat', t('case.history')], ['urusan', t('matter.tab')], ['siapa', t('case.who')],
  ] as const;
  return (
    <>
      <p className="crumb">
        <Link to="/kasus">{t('nav.cases')}</Link> › {view.region.name}
      </p>
      <div className="page-head case-head">
        <div className="grow">
          <h1 tabIndex={-1}>
            <Terms>{view.title}</Terms>
          </h1>
          <div className="flex wrap">
            <Chip tone={view.status === 'open' ? 'now' : 'done'}>{say(view.stage.label)}</Chip>
            {view.round > 1 && <Chip tone="back">{t('case.round', { n: view.round, returns: view.round - 1 })}</Chip>}
            {clock && (
              <Chip tone={clock.late ? 'late' : toneOfDays(clock.workingDaysLeft)}>
                {inRow(clock.dueOn, language)} · {inWords(clock.workingDaysLeft)}
              </Chip>
            )}
            {clock?.provisional && <Provisional />}
          </div>
        </div>
        <div className="flex wrap case-tools">
          <Copy text={view.id} label={t('case.copy', { id: view.id })} shown={view.id} />
          {view.reading === 'contents' && (
            <a className="btn q s" href={`/v1/cases/${view.id}/dossier`} download>
              <Icon name="down" small /> {t('sign.dossier')}
            </a>
          )}
          <button type="button" className="btn q s d-only" onClick={() => window.print()}>
            {t('sign.printPage')}
          </button>
        </div>
      </div>
      {view.reading === 'outline' && <p className="note info">{t('case.outline')}</p>}
      {view.transfer && (
        <p className={`note ${view.transfer.slow ? 'sys' : 'info'}`} role="status">
          <Icon name={view.transfer.slow ? 'bolt' : 'wait'} />
          {t(view.transfer.slow ? 'case.slow' : 'case.carrying')}
        </p>
      )}
      <NextStep view={view} definition={definition} />
      {definition && <StageRail view={view} definition={definition} />}
      <div className="cols">
        <div className="stack">
          <nav className="tabs" aria-label={t('case.tabs')}>
            {tabs.map(([path, label]) => (
              <NavLink key={path} to={path === '' ? root : `${root}/${path}${path === 'diskusi' ? '#catatan' : ''}`} data-shortcut={path === 'diskusi' ? 'c' : undefined} end>
                {label}
              </NavLink>
            ))}
          </nav>
          <Outlet />
        </div>
        <aside className="stack">
          <WhyPanel view={view} />
          {isSummary && view.reading === 'contents' && <LastEvents view={view} definition={definition} />}
        </aside>
      </div>
    </>
  );
}
