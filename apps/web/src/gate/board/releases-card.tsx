import { dayOfInstant } from '../../pieces/dates';
import { useWords } from '../../words/words';
import type { Cohort } from '../api/shapes';

/** What earlier rounds let through, with their minutes. */
export function ReleasesCard({ cohort, nameOf }: { cohort: Cohort; nameOf: (code: string) => string }) {
  const { t, language } = useWords();
  if (cohort.releases.length === 0) return null;
  return (
    <section className="card">
      <div className="hd">
        <h2>{t('gate.rounds')}</h2>
      </div>
      <ul className="bd stack">
        {[...cohort.releases].reverse().map(({ round, at, members, waived }) => (
          <li key={round} className="stack-s">
            <p className="b">{t('gate.roundReleased', { n: round, date: dayOfInstant(at, cohort.province, language) })}</p>
            <p className="small">{members.map(({ regionCode }) => nameOf(regionCode)).join(', ')}</p>
            {waived.length > 0 && <p className="small muted">{t('gate.waivedOf', { who: waived.map(nameOf).join(', ') })}</p>}
            <p className="flex wrap">
              {(['docx', 'pdf'] as const).map((format) => (
                <a key={format} className="btn s" href={`/v1/cohorts/${cohort.id}/minutes?round=${round}&format=${format}`} download>
                  {t('gate.minutesAs', { n: round, format: format.toUpperCase() })}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
