import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import type { Page } from '../api/shapes';
import { inFull } from '../pieces/dates';
import { Dialog } from '../pieces/dialog';
import { groupBy } from '../pieces/group-by';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import { browserInWords } from './browser-in-words';
import { Frame } from './frame';
import { SendTrouble } from './send-trouble';

interface Session {
  id: string;
  person: string;
  name: string;
  since: string;
  expiresAt: string;
  agent: string;
}

/** Who is signed in with a browser; what was recorded stays, whoever is signed out. */
export default function SessionsPage() {
  const { t, language } = useWords();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['sessions'], queryFn: () => ask<Page<Session>>('/v1/sessions'), refetchInterval: 20_000 });
  const [ending, setEnding] = useState<{ name: string; sessions: Session[] }>();
  const people = groupBy(data?.items ?? [], ({ person }) => person);
  return (
    <Frame title={t('sessions.title', { n: data?.items.length ?? 0 })} lead={t('sessions.lead', { n: people.length })}>
      {isPending && <Loading />}
      {error && <Trouble failure={error} again={() => void refetch()} />}
      {people.map(([person, sessions]) => (
        <section key={person} className="card" aria-label={sessions[0]!.name}>
          <div className="hd wrap">
            <h2>{sessions[0]!.name}</h2>
            <span className="small muted mono">{person}</span>
            {sessions.length > 1 && (
              <button type="button" className="btn s end" onClick={() => setEnding({ name: sessions[0]!.name, sessions })}>
                {t('sessions.endAll', { n: sessions.length })}
              </button>
            )}
          </div>
          <table className="stackt">
            <thead>
              <tr>
                <th scope="col">{t('sessions.since')}</th>
                <th scope="col">{t('sessions.until')}</th>
                <th scope="col">{t('sessions.agent')}</th>
                <th scope="col">
                  <span className="sr">{t('office.act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sessions.map((session) => (
                <tr key={session.id}>
                  <td data-l={t('sessions.since')}>{inFull(session.since, '17', language)}</td>
                  <td data-l={t('sessions.until')}>{inFull(session.expiresAt, '17', language)}</td>
                  <td data-l={t('sessions.agent')} className="agent" title={session.agent}>
                    {browserInWords(session.agent)}
                  </td>
                  <td>
                    <button type="button" className="btn s" onClick={() => setEnding({ name: session.name, sessions: [session] })}>
                      {t('sessions.end')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {ending && <EndDialog {...ending} close={() => setEnding(undefined)} />}
    </Frame>
  );
}

function EndDialog({ name, sessions, close }: { name: string; sessions: Session[]; close: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: async () => {
      for (const { id } of sessions) await ask(`/v1/sessions/${id}`, { method: 'DELETE', key: crypto.randomUUID() });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
    onSuccess: close,
  });
  return (
    <Dialog
      title={t('sessions.endTitle', { name, n: sessions.length })}
      close={close}
      foot={
        <>
          <button type="button" className="btn p" disabled={end.isPending} onClick={() => end.mutate()}>
            {t('sessions.endGo', { n: sessions.length })}
          </button>
          <button type="button" className="btn" onClick={close}>
            {t('common.cancel')}
          </button>
        </>
      }
    >
      <p>{t('sessions.endSays')}</p>
      <SendTrouble failure={end.error} />
    </Dialog>
  );
}
