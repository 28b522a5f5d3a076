import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ask } from '../api/ask';
import { useAct } from '../acts/use-act';
import type { Text } from '../api/shapes';
import { Chip } from '../pieces/chip';
import { inFull } from '../pieces/dates';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import { Frame } from './frame';
import { SendTrouble } from './send-trouble';

interface Health {
  status: 'ok' | 'trouble';
  at: string;
  parts: { part: string; label: Text; status: 'ok' | 'trouble'; since: string; sentence: Text }[];
  drift: {
    ranAt: string | null;
    counts: { kind: string; label: Text; then: Text; count: number }[];
    findings: { subjectId: string; kind: string; label: Text; then: Text; place: string; foundAt: string; refoldedAt: string | null }[];
  };
}

/** How each part of the installation is, in words, and what differs from the record. */
export default function HealthPage() {
  const { t, say, language } = useWords();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['health'], queryFn: () => ask<Health>('/v1/health'), refetchInterval: 15_000 });
  const counted = data?.drift.counts.filter(({ count }) => count > 0) ?? [];
  return (
    <Frame title={t('health.title')} lead={data ? t(data.status === 'ok' ? 'health.allWell' : 'health.someTrouble', { at: inFull(data.at, '17', language) }) : ''}>
      {isPending && <Loading rows={6} />}
      {error && <Trouble failure={error} again={() => void refetch()} />}
      {data && (
        <section className="card" aria-labelledby="bagian">
          <div className="hd">
            <h2 id="bagian">{t('health.parts')}</h2>
          </div>
          <ul className="bd health">
            {data.parts.map(({ part, label, status, since, sentence }) => (
              <li key={part} aria-label={say(label)}>
                <span>
                  <Chip tone={status === 'ok' ? 'done' : 'sys'}>{t(`health.${status}`)}</Chip>
                </span>
                <div>
                  <p className="b">{say(label)}</p>
                  <p>{say(sentence)}</p>
                  <p className="small muted">{t('health.since', { at: inFull(since, '17', language) })}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {data && (
        <section className="card" aria-labelledby="selisih">
          <div className="hd">
            <h2 id="selisih">{t('health.drift')}</h2>
          </div>
          <div className="bd stack-s">
            <p>{data.drift.ranAt ? t('health.ranAt', { at: inFull(data.drift.ranAt, '17', language) }) : t('health.neverRan')}</p>
            {counted.length === 0 && <p>{t('health.noDrift')}</p>}
            <ul>
              {counted.map(({ kind, label, then, count }) => (
                <li key={kind}>
                  <b>{count}</b> {say(label)}. <span className="muted">{say(then)}</span>
                </li>
              ))}
            </ul>
            {data.drift.findings.map((finding) => (
              <div key={`${finding.subjectId} ${finding.kind} ${finding.place}`} className="stack-s">
                <p>
                  <Link to={`/kasus/${finding.subjectId}`} className="mono">
                    {finding.subjectId}
                  </Link>{' '}
                  {say(finding.label)} <span className="mono small">{finding.place}</span>
                </p>
                <p className="small muted">
                  {t('health.foundAt', { at: inFull(finding.foundAt, '17', language) })} {finding.refoldedAt && t('health.refoldedAt', { at: inFull(finding.refoldedAt, '17', language) })}
                </p>
                {!finding.refoldedAt && finding.subjectId.startsWith('rpik-') && <Refold caseId={finding.subjectId} />}
              </div>
            ))}
          </div>
        </section>
      )}
    </Frame>
  );
}

function Refold({ caseId }: { caseId: string }) {
  const { t } = useWords();
  const refold = useAct<{ refolded: object[]; left: object[] }>();
  return (
    <>
      <button type="button" className="btn s" disabled={refold.isPending} onClick={() => refold.mutate({ path: `/v1/cases/${caseId}/refold` })}>
        {t('health.refold')}
      </button>
      {refold.data && <p role="status">{t('health.refolded', { n: refold.data.refolded.length, left: refold.data.left.length })}</p>}
      <SendTrouble failure={refold.error} />
    </>
  );
}
