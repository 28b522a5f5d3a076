import './sign.css';
import type { Definition } from '#process';
import type { CaseView, Office } from '../api/shapes';
import { useWords } from '../words/words';
import { Grounds } from './grounds';
import { acting } from './hand-overs';
import { SignSteps } from './steps';

/** Beside the form of a signature: how far one is, what it rests on, and as whom one signs. */
export default function SignSide({ view, definition, office, step }: { view: CaseView; definition: Definition; office: Office | undefined; step: 'form' | 'check' | 'sign-in' }) {
  const { t, say } = useWords();
  return (
    <section className="card key">
      <div className="bd stack">
        <SignSteps step={step} />
        <Grounds view={view} definition={definition} />
        {office && (
          <dl className="kv small">
            <dt>{t('sign.actingAs')}</dt>
            <dd>
              <b>
                {acting(office.capacity)}
                {say(office.label)}
              </b>
              , {t('sign.until')}
            </dd>
          </dl>
        )}
      </div>
    </section>
  );
}
