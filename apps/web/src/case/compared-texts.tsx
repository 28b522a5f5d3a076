import { Link } from 'react-router';
import type { CaseView, ComparedText } from '../api/shapes';
import { Chip, type Tone } from '../pieces/chip';
import { dayOfInstant } from '../pieces/dates';
import { useWords } from '../words/words';

const tones: Record<ComparedText['result'], Tone> = { identical: 'done', differs: 'soon', 'not-comparable': 'none' };
const kinds = ['changed', 'added', 'removed', 'renumbered'] as const;

/** What council and head have approved, beside what the ministry has endorsed: recorded when they approved it. */
export function ComparedTexts({ view }: { view: CaseView }) {
  const { t, say, language } = useWords();
  const { compared } = view;
  if (!compared) return null;
  return (
    <section className="card" aria-labelledby="naskah-disetujui">
      <div className="hd wrap">
        <h2 id="naskah-disetujui">{t('case.compared')}</h2>
        <span className="end small muted">{dayOfInstant(compared.at, view.region.code, language)}</span>
      </div>
      <ul className="bd stack">
        {compared.texts.map((text) => (
          <li key={text.type} className="stack-s">
            <p>
              <Chip tone={tones[text.result]}>{t(`case.compared.${text.result}`)}</Chip> {say(text.sentence)}.
            </p>
            {text.chapters && text.chapters.length > 0 && (
              <ul className="small">
                {text.chapters.map((chapter) => (
                  <li key={chapter.chapter}>
                    {chapter.chapter && <b>{chapter.chapter}: </b>}
                    {kinds.filter((kind) => chapter[kind].length > 0).map((kind) => `${t(`compare.${kind}`)} ${chapter[kind].join(', ')}`).join('; ')}
                  </li>
                ))}
                {(text.unlisted ?? 0) > 0 && <li className="muted">{t('case.compared.more', { n: text.unlisted! })}</li>}
              </ul>
            )}
            {text.result === 'differs' && (
              <p>
                <Link className="btn s" to={`/kasus/${view.id}/banding?jenis=${text.type}&dengan=endorsed`}>
                  {t('case.compared.open')}
                </Link>
              </p>
            )}
          </li>
        ))}
        {compared.matrix === 'changed' && <li>{t('case.compared.matrix')}</li>}
      </ul>
    </section>
  );
}
