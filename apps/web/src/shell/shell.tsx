import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { onSignedOut } from '../api/ask';
import { me, notices, worklist } from '../api/questions';
import { Comfort } from '../comfort/comfort';
import { open } from '../comfort/open';
import { Boundary } from '../pieces/boundary';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';
import { AccountMenu } from './account-menu';
import { Away } from './away';
import { Brand } from './brand';
import { DemoBar } from './demo-bar';
import { LiveLine } from './live-line';
import { bell as bellPlace, more, placesOf } from './places';
import { signInAddress } from './sign-in-address';

/** Bar, places, the page, and on phones the places at the bottom. */
export function Shell({ children }: { children: ReactNode }) {
  const { t, language, switchTo } = useWords();
  const { data: self } = useQuery(me);
  const places = placesOf(self);
  const { data: tasks } = useQuery(worklist('mine'));
  const { data: bell } = useQuery(notices);
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
            <button type="button" className="tool find d-only" onClick={() => open('find')}>
              <Icon name="find" /> <span>{t('find.button')}</span> <kbd>Ctrl K</kbd>
            </button>
            <button type="button" className="tool m-only" aria-label={t('find.title')} onClick={() => open('find')}>
              <Icon name="find" />
            </button>
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
      <Away />
      <main id="isi" tabIndex={-1}>
        <Boundary at={pathname}>{children}</Boundary>
      </main>
      <nav className="bottom" aria-label={t('nav.main')}>
        {[...places, bellPlace, more].filter(({ onPhone }) => onPhone).map(({ to, word, icon }) => (
          <NavLink key={to} to={to}>
            <Icon name={icon} />
            {t(word)}
            {counts[to] ? <span className="n">{counts[to]}</span> : null}
          </NavLink>
        ))}
      </nav>
      <LiveLine />
      <Comfort />
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
