import './compare.css';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import { preview } from './answers';

/** Letters up to which a line of the opening is a heading, and not a consideration. */
const shortLine = 90;

/** The words of a DOCX set as law is set. They are text and nothing else, whatever somebody has put into the file. */
export function DraftText({ sha256, scrolls = false }: { sha256: string; scrolls?: boolean }) {
  const { t } = useWords();
  const { data, isPending, error, refetch } = useQuery(preview(sha256));
  if (isPending) return <Loading rows={10} />;
  if (!data) return <Trouble failure={error} again={() => void refetch()} />;
  return (
    <>
      {data.cut && <p className="note warn">{t('compare.cut')}</p>}
      <div className="paper" lang="id" {...(scrolls && { tabIndex: 0, role: 'group', 'aria-label': t('compare.read') })}>
        {data.units.map(({ key, label, part, paragraphs }) => (
          <Fragment key={key}>
            {(part === 'body' || part === 'explanation') && <h2 className={key.startsWith('bab-') ? 'bab' : undefined}>{label}</h2>}
            {paragraphs.map(({ ayat, text }, n) => (
              <p key={n} className={key.startsWith('bab-') || (part === 'opening' && text.length < shortLine) ? 'centred' : undefined}>
                {ayat && `${ayat} `}
                {text}
              </p>
            ))}
          </Fragment>
        ))}
      </div>
    </>
  );
}
