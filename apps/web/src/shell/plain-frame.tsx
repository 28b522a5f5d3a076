import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';
import { Brand } from './brand';

/** A page without places and without a name: before signing in, for everybody, and where the way was wrong. One language switch. */
export function PlainFrame({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
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
        {children}
      </main>
      {foot}
    </>
  );
}
