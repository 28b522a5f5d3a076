import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { eventsOf } from '../api/questions';
import type { CaseView } from '../api/shapes';
import { Qr } from '../pieces/qr';
import { useWords } from '../words/words';
import { handOversIn } from './hand-overs';

/** What a signature leaves behind: the hash it was put under, and where anybody can hold a file against it. */
export default function SignReceipt({ before, view }: { before: CaseView; view: CaseView }) {
  const { t } = useWords();
  const { data: events } = useQuery(eventsOf(view.id, view.seq));
  const [signed] = events ? handOversIn(events) : [];
  const address = signed && `/verifikasi/${view.id}/${signed.seq}`;
  const told = (one: CaseView) => Object.values(one.deliveries).reduce((sum, count) => sum + count, 0);
  return (
    <section className="card">
      <dl className="kv bd sign-next">
        <dt>{t('sign.hash')}</dt>
        <dd className="mono hash">{signed?.hash}</dd>
        <dt>{t('sign.verify')}</dt>
        <dd>
          {address && <Link to={address} className="mono">{`${location.origin}${address}`}</Link>}
          <br />
          <span className="small muted">{t('sign.verifySays')}</span>
          {address && <Qr text={`${location.origin}${address}`} label={t('sign.qr')} />}
        </dd>
        <dt>{t('sign.told')}</dt>
        <dd>{t('sign.toldSays', { n: Math.max(told(view) - told(before), 0) })}</dd>
      </dl>
    </section>
  );
}
