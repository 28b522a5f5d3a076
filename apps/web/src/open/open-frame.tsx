import './open.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../pieces/icon';
import { Brand } from '../shell/brand';
import { useWords } from '../words/words';

/** The page of somebody who has not signed in: no places, no name, one language switch. */
export function OpenFrame({ children }: { children: ReactNode }) {
  const { t, language, switchTo } = useWords();
  return (
    <>
      <a className="skip" href="#isi">
        {t('app.skip')}
      </a>
      <header className="top">
        <div className="in">
          <Link className="brand" to="/kerja">
            <Brand />
          </Link>
          <div className="tools">
            <button type="button" className="tool" aria-label={t('nav.language')} onClick={() => switchTo(language === 'id' ? 'en' : 'id')}>
              <Icon name="globe" />
              <span>{t('nav.languageShort')}</span>
            </button>
          </div>
        </div>
      </header>
      <div className="edge" aria-hidden="true" />
      <main id="isi" tabIndex={-1}>
        <div className="open-page stack">{children}</div>
      </main>
      <footer className="open-foot small muted">
        <p>{t('open.foot')}</p>
      </footer>
    </>
  );
}
