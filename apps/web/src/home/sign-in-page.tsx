import { useQuery } from '@tanstack/react-query';
import { personas } from '../api/questions';
import { PlainFrame } from '../shell/plain-frame';
import { signInAddress } from '../shell/sign-in-address';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';

/** Four people to begin with; the bar has them all. */
const firstPersonas = ['drafter-1705', 'coordinator-1700', 'ministry-signer', 'admin'];

export function SignInPage() {
  const { t, language } = useWords();
  const { data: people } = useQuery(personas);
  useTitle(t('sign-in.title'));
  const hasFailed = new URLSearchParams(location.search).get('masuk') === 'gagal';
  return (
    <PlainFrame>
      <div className="welcome stack">
        <h1 tabIndex={-1}>{t('sign-in.title')}</h1>
        <p>{t('app.claim')}</p>
        {hasFailed && (
          <p className="note warn" role="alert">
            {t('sign-in.failed')}
          </p>
        )}
        <p className="muted">{t('sign-in.lead')}</p>
        <p>
          <a className="btn p" href={signInAddress()}>
            {t('sign-in.go')}
          </a>
        </p>
        {people && (
          <section className="card">
            <div className="hd">
              <h2>{t('sign-in.demo')}</h2>
            </div>
            <ul className="bd persona-list">
              {people.items
                .filter(({ persona }) => firstPersonas.includes(persona))
                .map(({ persona, name, office }) => (
                  <li key={persona}>
                    <a className="btn" href={signInAddress({ persona })}>
                      <span>
                        {office[language]}
                        <span className="small muted"> · {name}</span>
                      </span>
                    </a>
                  </li>
                ))}
            </ul>
          </section>
        )}
      </div>
    </PlainFrame>
  );
}
