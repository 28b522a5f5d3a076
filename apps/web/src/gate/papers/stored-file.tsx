import { Icon } from '../../pieces/icon';
import { useWords } from '../../words/words';
import type { StoredFile } from '../api/shapes';

/** A file in the store by the name its sender gave it, which is text and nothing else. */
export function StoredFileLink({ file, none }: { file: Pick<StoredFile, 'sha256' | 'name'> | null; none: string }) {
  const { t } = useWords();
  if (!file) return <span className="muted">{none}</span>;
  const name = file.name ?? file.sha256.slice(0, 12);
  return (
    <a href={`/v1/documents/${file.sha256}`} download aria-label={t('doc.download', { name })}>
      <Icon name="doc" small /> <span className="file-name">{name}</span>
    </a>
  );
}
