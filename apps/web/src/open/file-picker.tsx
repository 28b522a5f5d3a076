import { useRef, useState } from 'react';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';
import { fingerprint } from './fingerprint';

export interface PickedFile {
  name: string;
  sha256: string;
}

/** Beyond this a phone's memory gives out before the answer comes. */
const mostBytes = 200 * 1024 * 1024;

/** Takes a file in, by hand or dropped, and answers its fingerprint. */
export function FilePicker({ picked, onPick }: { picked: PickedFile | undefined; onPick: (file: PickedFile) => void }) {
  const { t } = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [state, setState] = useState<'idle' | 'counting' | 'too-large' | 'unreadable'>('idle');
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > mostBytes) return setState('too-large');
    setState('counting');
    try {
      onPick({ name: file.name, sha256: await fingerprint(file) });
      setState('idle');
    } catch {
      setState('unreadable');
    }
  };
  return (
    <section className="card">
      <div className="hd">
        <h2>{t('open.yourFile')}</h2>
      </div>
      <div className="bd stack">
        <div
          className={isOver ? 'drop over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void take(event.dataTransfer.files[0]);
          }}
        >
          <div className="pick">
            <Icon name="doc" />
            {picked ? <b className="file-name">{picked.name}</b> : <p>{t('open.drop')}</p>}
            <input
              ref={chooser}
              className="sr"
              type="file"
              tabIndex={-1}
              aria-hidden="true"
              onChange={({ target }) => {
                void take(target.files?.[0]);
                target.value = '';
              }}
            />
            <button type="button" className={picked ? 'btn' : 'btn p'} data-utama={picked ? undefined : true} disabled={state === 'counting'} onClick={() => chooser.current?.click()}>
              <Icon name="up" small /> {state === 'counting' ? t('open.counting') : t(picked ? 'open.another' : 'open.choose')}
            </button>
          </div>
        </div>
        {(state === 'too-large' || state === 'unreadable') && (
          <p className="note err" role="alert">
            {t(state === 'too-large' ? 'open.tooLarge' : 'open.unreadable')}
          </p>
        )}
        <p className="small muted">{t('open.onDevice')}</p>
      </div>
    </section>
  );
}
