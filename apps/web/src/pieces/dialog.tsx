import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icon';
import { useWords } from '../words/words';

/** A dialog of the page: the rest is inert, the focus begins at its heading or at what is marked `data-first`, Esc closes it, and the focus goes back to where it came from. */
export function Dialog({ title, close, children, foot, wide = false }: { title: string; close: () => void; children: ReactNode; foot?: ReactNode; wide?: boolean }) {
  const { t } = useWords();
  const frame = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = useId();
  useEffect(() => {
    const opener = document.activeElement;
    const dialog = frame.current;
    dialog?.showModal();
    (dialog?.querySelector<HTMLElement>('[data-first]') ?? heading.current)?.focus();
    return () => {
      dialog?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    // A click beside the dialog is a click on its backdrop; keys have Esc.
    <dialog
      ref={frame}
      className={wide ? 'dlg ask wide' : 'dlg ask'}
      aria-labelledby={name}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onMouseDown={({ target }) => target === frame.current && close()}
    >
      <div className="hd">
        <h2 id={name} ref={heading} tabIndex={-1} className="grow">
          {title}
        </h2>
        <button type="button" className="btn q s" aria-label={t('common.close')} onClick={close}>
          <Icon name="x" small />
        </button>
      </div>
      <div className="bd stack">{children}</div>
      {foot && <div className="ft wrap">{foot}</div>}
    </dialog>
  );
}
