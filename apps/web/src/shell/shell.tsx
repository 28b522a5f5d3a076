import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { onSignedOut } from '../api/ask';
import { me, notices, worklist } from '../api/questions';
import { Boundary } from '../pieces/boundary';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';
import { AccountMenu } from './account-menu';
import { Brand } from './brand';
import { DemoBar } from './demo-bar';
import { bell as bellPlace, placesOf } from './places';
import { signInAddress } from './sign-in-address';

/** Bar, places, the page, and on phones the places at the bottom. */
export function Shell({ children }: { children: ReactNode }) {
  const { t, language, switchTo } = useWords();
  const { data: self } = useQuery(me);
  const places = placesOf(self);
  const { data: tasks } = useQuery(worklist('mine'));
  const { data: bell, isError: isAway, failureCount } = useQuery(notices);
  const { pathname } = useLocation();
  const counts: Partial<Record<string, number>> = { '/kerja': tasks?.length, '/notifikasi': bell?.unread };
  useFocusOnNewPage(pathname);
  return (
    <>
      <a className="skip" href="#isi">
        {t('app.skip')}
      </a>
      <DemoBar />
      <header className="top">
        <div className="in">
          <NavLink className="brand" to="/kerja">
            <Brand />
          </NavLink>
          <nav className="d-only" aria-label={t('nav.main')}>
            {places.map(({ to, word }) => (
              <NavLink key={to} to={to}>
                {t(word)}
                {counts[to] !== undefined && <span className="n">{counts[to]}</span>}
              </NavLink>
            ))}
          </nav>
          <div className="tools">
            <NavLink className="tool d-only" to="/notifikasi" aria-label={t('nav.bell', { n: bell?.unread ?? 0 })}>
              <Icon name="bell" />
              <span className="n">{bell?.unread ?? 0}</span>
            </NavLink>
            <button type="button" className="tool" aria-label={t('nav.language')} onClick={() => switchTo(language === 'id' ? 'en' : 'id')}>
              <Icon name="globe" />
              <span>{t('nav.languageShort')}</span>
            </button>
            {self && <AccountMenu self={self} />}
          </div>
        </div>
      </header>
      <div className="edge" aria-hidden="true" />
      {(isAway || failureCount > 1) && (
        <p className="away" role="status">
          <Icon name="late" small /> {t('err.away')}
        </p>
      )}
      <main id="isi" tabIndex={-1}>
        <Boundary at={pathname}>{children}</Boundary>
      </main>
      <nav className="bottom" aria-label={t('nav.main')}>
        {[...places, bellPlace].filter(({ onPhone }) => onPhone).map(({ to, word, icon }) => (
          <NavLink key={to} to={to}>
            <Icon name={icon} />
            {t(word)}
            {counts[to] ? <span className="n">{counts[to]}</span> : null}
          </NavLink>
        ))}
      </nav>
      <SessionOver />
    </>
  );
}

/** A page that replaced another is where one reads on. */
function useFocusOnNewPage(pathname: string): void {
  useEffect(() => {
    const heading = document.querySelector<HTMLElement>('main h1');
    if (document.activeElement === document.body || document.activeElement?.closest('nav')) heading?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
}

/** Asked for over the page, so that nothing typed is lost: the sign-in happens in a window of its own. */
function SessionOver() {
  const { t } = useWords();
  const queries = useQueryClient();
  const [isOver, setOver] = useState(false);
  useEffect(() => onSignedOut(() => setOver(true)), []);
  useEffect(() => {
    if (!isOver) return undefined;
    const look = setInterval(() => {
      fetch('/v1/me', { headers: { 'x-selaras': '1' } })
        .then((answer) => {
          if (!answer.ok) return;
          setOver(false);
          return queries.invalidateQueries();
        })
        .catch(() => undefined);
    }, 2_000);
    return () => clearInterval(look);
  }, [isOver, queries]);
  if (!isOver) return null;
  return (
    <div className="note warn session-over" role="alert">
      <Icon name="lock" />
      <p>{t('sign-in.over')}</p>
      <a className="btn p" href={signInAddress({ returnTo: '/kerja' })} target="_blank" rel="noreferrer">
        {t('sign-in.go')}
      </a>
    </div>
  );
}
