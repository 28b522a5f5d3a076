import './open.css';
import type { ReactNode } from 'react';
import { PlainFrame } from '../shell/plain-frame';
import { useWords } from '../words/words';

/** The page of somebody who has not signed in; it names no person. */
export function OpenFrame({ children }: { children: ReactNode }) {
  const { t } = useWords();
  return (
    <PlainFrame
      foot={
        <footer className="open-foot small muted">
          <p>{t('open.foot')}</p>
        </footer>
      }
    >
      <div className="open-page stack">{children}</div>
    </PlainFrame>
  );
}
