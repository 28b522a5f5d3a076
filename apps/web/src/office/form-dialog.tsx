import { type ReactNode, useId } from 'react';
import { Dialog } from '../pieces/dialog';
import { useWords } from '../words/words';
import { SendTrouble } from './send-trouble';

interface FormProps {
  title: string;
  says: string;
  submit: string;
  isBusy: boolean;
  failure: unknown;
  onSubmit: () => void;
  close: () => void;
  children: ReactNode;
}

/** A few questions over the page; sent as a form is, by its button or by Enter. */
export function FormDialog({ title, says, submit, isBusy, failure, onSubmit, close, children }: FormProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <Dialog
      title={title}
      close={close}
      foot={
        <>
          <button type="submit" form={id} className="btn p" disabled={isBusy}>
            {submit}
          </button>
          <button type="button" className="btn" onClick={close}>
            {t('common.cancel')}
          </button>
        </>
      }
    >
      <form
        id={id}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <p>{says}</p>
        {children}
        <SendTrouble failure={failure} />
      </form>
    </Dialog>
  );
}
