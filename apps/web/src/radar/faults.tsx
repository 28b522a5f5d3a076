import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ask, Problem } from '../api/ask';
import { Chip } from '../pieces/chip';
import { inFull } from '../pieces/dates';
import { Icon } from '../pieces/icon';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import { faults } from './questions';
import type { SystemFault } from './shapes';

/** What the machine cannot do at the moment: nobody's delay, and kept apart from people's. */
export function Faults() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(faults);
  return (
    <section className="card" aria-labelledby="gangguan">
      <div className="hd">
        <span className="t-sys">
          <Icon name="bolt" />
        </span>
        <h2 id="gangguan">{t('radar.faults', { n: data?.items.length ?? 0 })}</h2>
      </div>
      <div className="bd">
        {error && <Trouble failure={error} again={() => void refetch()} />}
        {data?.items.length === 0 && <p>{t('radar.noFaults')}</p>}
        {data?.items.map((fault) => <Fault key={`${fault.kind} ${fault.subject.id} ${fault.noticeId ?? ''} ${fault.since}`} fault={fault} />)}
      </div>
    </section>
  );
}

function Fault({ fault }: { fault: SystemFault }) {
  const { t, say, language } = useWords();
  const queries = useQueryClient();
  const { subject, noticeId, workflowId } = fault;
  const retry = useMutation({
    mutationFn: () => ask('/v1/system-faults/retries', { method: 'POST', body: { kind: subject.kind, id: subject.id, ...(noticeId !== null && { noticeId }) } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['system-faults'] }),
  });
  return (
    <div className="fault stack-s">
      <p className="flex wrap">
        <Chip tone="sys">{fault.attempt === null ? t('radar.fault') : t('radar.attempt', { n: fault.attempt })}</Chip>
        {subject.kind === 'case' ? <Link to={`/kasus/${subject.id}`} className="mono">{subject.id}</Link> : <span className="mono">{subject.id}</span>}
        <span className="small muted">{t('radar.faultSince', { at: inFull(fault.since, fault.region || '17', language) })}</span>
      </p>
      <p>{say(fault.sentence)}</p>
      <p className="small muted">
        {t('radar.workflow')} <span className="mono">{workflowId}</span>{' '}
        <button type="button" className="btn q s" aria-label={t('radar.copyWorkflow', { id: workflowId })} onClick={() => void navigator.clipboard.writeText(workflowId)}>
          <Icon name="copy" small />
        </button>
      </p>
      <div className="flex wrap">
        <button type="button" className="btn s" disabled={retry.isPending} onClick={() => retry.mutate()}>
          {t('radar.retry')}
        </button>
        <span role="status" className="small">
          {retry.isSuccess ? t('radar.asked') : retry.error ? (retry.error instanceof Problem ? retry.error.body.detail : t('err.away')) : ''}
        </span>
      </div>
    </div>
  );
}
