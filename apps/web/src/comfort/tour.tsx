import { useState } from 'react';
import { Dialog } from '../pieces/dialog';
import { useWords } from '../words/words';

const steps = [1, 2, 3, 4, 5] as const;

/** How one works here, in five steps, which one can leave at each. */
export default function Tour({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [n, setN] = useState(0);
  const step = steps[n]!;
  return (
    <Dialog
      title={t(`tour.${step}`)}
      close={onClose}
      foot={
        <>
          {n < steps.length - 1 ? (
            <button type="button" className="btn p" onClick={() => setN(n + 1)}>
              {t('tour.next')}
            </button>
          ) : (
            <button type="button" className="btn p" onClick={onClose}>
              {t('tour.end')}
            </button>
          )}
          {n > 0 && (
            <button type="button" className="btn" onClick={() => setN(n - 1)}>
              {t('tour.back')}
            </button>
          )}
          <button type="button" className="btn q" onClick={onClose}>
            {t('tour.skip')}
          </button>
        </>
      }
    >
      <p className="small muted">{t('tour.step', { n: n + 1 })}</p>
      <p aria-live="polite">{t(`tour.${step}.text`)}</p>
    </Dialog>
  );
}
