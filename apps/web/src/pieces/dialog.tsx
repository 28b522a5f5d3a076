import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../words/words';
import { Icon } from './icon';

/** A question over the page. The rest is inert while it is open, Esc closes it, and the focus goes back to where it came from. */
export function Dialog({ title, close, children, foot }: { title: string; close: () => void; children: ReactNode; foot?: ReactNode }) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} className="dlg ask" aria-labelledby={id} onClose={close}>
      <div className="hd between">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="btn q s" aria-label={t('common.close')} onClick={() => dialog.current?.close()}>
          <Icon name="x" />
        </button>
      </div>
      <div className="bd stack">{children}</div>
      {foot && <div className="ft">{foot}</div>}
    </dialog>
  );
}
