import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Problem } from '../../api/ask';
import { upload } from '../../case/upload';
import { Icon } from '../../pieces/icon';
import { useWords } from '../../words/words';

/** Chooses a file and sends it where it belongs; what was refused is explained, and a broken line is tried again under the same key. */
export function FilePick({ address, label, accept = '.pdf,.docx' }: { address: string; label: string; accept?: string }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const [percent, setPercent] = useState<number>();
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState<{ file: File; key: string }>();
  const send = async (file: File, key: string) => {
    setSaid('');
    setFailed(undefined);
    setPercent(0);
    try {
      await upload(address, file, key, setPercent);
      setSaid(t('gate.fileStored', { name: file.name }));
      await queries.invalidateQueries({ queryKey: ['gate'] });
    } catch (failure) {
      if (!(failure instanceof Problem && failure.status < 500)) setFailed({ file, key });
      setSaid(t('doc.failed', { reason: failure instanceof Problem ? failure.body.detail : t('err.away') }));
    } finally {
      setPercent(undefined);
    }
  };
  return (
    <span className="file-pick">
      <input
        ref={chooser}
        className="sr"
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void send(file, crypto.randomUUID());
          target.value = '';
        }}
      />
      <button type="button" className="btn s" disabled={percent !== undefined} onClick={() => chooser.current?.click()}>
        <Icon name="up" small /> {percent === undefined ? label : t('doc.uploading', { percent })}
      </button>
      {failed && (
        <button type="button" className="btn s" onClick={() => void send(failed.file, failed.key)}>
          {t('doc.retry')}
        </button>
      )}
      <span role="status" className={said ? 'small' : 'sr'}>
        {said}
      </span>
    </span>
  );
}
