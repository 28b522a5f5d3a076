import { noticeKinds, tellings } from '#process/notice-kinds';
import { causeOf } from '#process/system-fault';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { ask } from '../api/ask';
import { useAct } from '../acts/use-act';
import { newestDefinition, regions } from '../api/questions';
import type { Page } from '../api/shapes';
import { Chip, type Tone } from '../pieces/chip';
import { inFull } from '../pieces/dates';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import type { DeliveryState } from '../radar/shapes';
import { Frame } from './frame';
import { SendTrouble } from './send-trouble';

interface Delivery {
  id: string;
  template: string;
  subject: { kind: string; id: string };
  recipientRole: string | null;
  recipientScope: string | null;
  channel: 'in-app' | 'mail';
  state: DeliveryState;
  attempt: number;
  trouble: string | null;
  /** Of a bounce: the code. */
  reference: string | null;
  at: string;
  settledAt: string | null;
}

const states: readonly DeliveryState[] = ['pending', 'sent', 'bounced', 'vacant', 'muted'];
const tones: Record<DeliveryState, Tone> = { pending: 'wait', sent: 'done', bounced: 'late', vacant: 'none', muted: 'none' };

/** Every notice on its way: to which office, by which channel, how it ended, and once more where it bounced. */
export default function OutboxPage() {
  const { t, say, language } = useWords();
  const [search, setSearch] = useSearchParams();
  const [state, channel, subject] = [search.get('keadaan') ?? '', search.get('jalur') ?? '', search.get('kasus') ?? ''];
  const filters = new URLSearchParams({ limit: '50', ...(state && { state }), ...(channel && { channel }), ...(subject && { subject }) }).toString();
  const list = useInfiniteQuery({
    queryKey: ['outbox', filters],
    queryFn: ({ pageParam }) => ask<Page<Delivery>>(`/v1/outbox?${filters}${pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: 20_000,
  });
  const { data: newest } = useQuery(newestDefinition);
  const { data: places } = useQuery(regions);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const set = (name: string, value: string) =>
    setSearch((now) => {
      if (value === '') now.delete(name);
      else now.set(name, value);
      return now;
    }, { replace: true });
  const causeKnown = ({ reference }: Delivery) => (reference === 'no-address' || reference === 'unusable-address' ? say(causeOf({ code: reference, kind: 'notice-bounced' })) : undefined);
  return (
    <Frame title={t('office.outbox')} lead={t('outbox.lead')}>
      <div className="office-filters">
        <label className="fld">
          <span className="lb">{t('outbox.state')}</span>
          <select className="inp" value={state} onChange={({ target }) => set('keadaan', target.value)}>
            <option value="">{t('outbox.all')}</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {t(`delivery.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="fld">
          <span className="lb">{t('outbox.channel')}</span>
          <select className="inp" value={channel} onChange={({ target }) => set('jalur', target.value)}>
            <option value="">{t('outbox.all')}</option>
            <option value="mail">{t('channel.mail')}</option>
            <option value="in-app">{t('channel.in-app')}</option>
          </select>
        </label>
        <label className="fld">
          <span className="lb">{t('outbox.subject')}</span>
          <input className="inp" defaultValue={subject} placeholder="rpik-1705-2027" onBlur={({ target }) => set('kasus', target.value.trim())} onKeyDown={({ key, currentTarget }) => key === 'Enter' && set('kasus', currentTarget.value.trim())} />
        </label>
      </div>
      {list.isPending && <Loading rows={8} />}
      {list.error && <Trouble failure={list.error} again={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <p className="empty">{t('outbox.none')}</p>}
      {rows.length > 0 && (
        <div className="card">
          <table className="stackt">
            <thead>
              <tr>
                <th scope="col">{t('outbox.what')}</th>
                <th scope="col">{t('outbox.to')}</th>
                <th scope="col">{t('outbox.channel')}</th>
                <th scope="col">{t('outbox.state')}</th>
                <th scope="col">{t('outbox.at')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    {say(noticeKinds[tellings[row.template]?.kind ?? 'dates'])}{' '}
                    {row.subject.kind === 'case' && <Link to={`/kasus/${row.subject.id}`} className="mono case-id">{row.subject.id}</Link>}
                    {row.subject.kind === 'cohort' && <Link to={`/provinsi/${row.subject.id}`} className="mono case-id">{row.subject.id}</Link>}
                  </th>
                  <td data-l={t('outbox.to')}>
                    {say(newest?.definition.roles[row.recipientRole ?? '']?.label) || row.recipientRole} <span className="muted small case-id">{places?.find(({ code }) => code === row.recipientScope)?.name ?? row.recipientScope}</span>
                  </td>
                  <td data-l={t('outbox.channel')}>{t(`channel.${row.channel}`)}</td>
                  <td data-l={t('outbox.state')}>
                    <Chip tone={tones[row.state]}>{t(`delivery.${row.state}`)}</Chip>
                    {row.attempt > 0 && <p className="small muted">{t('radar.attempt', { n: row.attempt })}</p>}
                    {row.trouble && <p className="small said">{causeKnown(row) ?? row.trouble}</p>}
                    {row.state === 'bounced' && <RetryButton id={row.id} />}
                  </td>
                  <td data-l={t('outbox.at')} className="small">
                    {inFull(row.at, row.recipientScope || '17', language)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <button type="button" className="btn" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('outbox.more')}
        </button>
      )}
    </Frame>
  );
}

function RetryButton({ id }: { id: string }) {
  const { t } = useWords();
  const retry = useAct();
  return (
    <>
      <button type="button" className="btn s" disabled={retry.isPending || retry.isSuccess} onClick={() => retry.mutate({ path: `/v1/outbox/${id}/retry` })}>
        {t('outbox.retry')}
      </button>
      {retry.isSuccess && <p role="status" className="small">{t('outbox.retried')}</p>}
      <SendTrouble failure={retry.error} />
    </>
  );
}
