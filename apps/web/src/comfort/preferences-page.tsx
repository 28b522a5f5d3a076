import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { ask, Problem } from '../api/ask';
import { useCommandKey } from '../api/command-key';
import { Dialog } from '../pieces/dialog';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { KeysSwitch } from './keys-list';
import { type Channel, channels, differences, type Preferences, preferences, type Wishes } from './preferences';

const wordOf = { 'in-app': 'prefs.bell', mail: 'prefs.mail' } as const;

/** What one is told and how; what the law or a standstill makes necessary is locked, with the reason. */
export default function PreferencesPage() {
  const { t } = useWords();
  const { data, error, refetch, isPending } = useQuery(preferences);
  useTitle(t('prefs.title'));
  return (
    <div className="stack prefs">
      <h1 tabIndex={-1}>{t('prefs.title')}</h1>
      {isPending && <Loading rows={8} />}
      {error && !data && <Trouble failure={error} again={() => void refetch()} />}
      {data && <Grid stored={data} />}
      <ThisScreen />
    </div>
  );
}

function Grid({ stored }: { stored: Preferences }) {
  const { t, say } = useWords();
  const queries = useQueryClient();
  const [base, setBase] = useState(stored);
  const [mine, setMine] = useState<Wishes>({ notices: stored.notices, digest: stored.digest });
  const [theirs, setTheirs] = useState<Preferences>();
  const [said, setSaid] = useState('');
  const key = useCommandKey();
  const take = (now: Preferences) => {
    setBase(now);
    setMine({ notices: now.notices, digest: now.digest });
    setTheirs(undefined);
    queries.setQueryData(preferences.queryKey, now);
  };
  const save = useMutation({
    mutationFn: (version: number) => ask<Preferences>('/v1/me/preferences', { method: 'PUT', body: { notices: mine.notices, digest: mine.digest }, key: key.of([version, mine]), headers: { 'if-match': `"v${version}"` } }),
    onSuccess: (now) => {
      key.recorded();
      take(now);
      setSaid(t('prefs.saved'));
    },
    onError: async (failure) => {
      key.failed(failure);
      if (failure instanceof Problem && failure.body.code === 'precondition-failed') setTheirs(await ask<Preferences>('/v1/me/preferences'));
    },
  });
  const put = (kind: string, channel: Channel, on: boolean) => {
    setSaid('');
    setMine({ ...mine, notices: { ...mine.notices, [kind]: { ...mine.notices[kind]!, [channel]: on } } });
  };
  const isStale = save.error instanceof Problem && save.error.body.code === 'precondition-failed';
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (differences(mine, base).length === 0) setSaid(t('prefs.nothing'));
        else save.mutate(base.version);
      }}
    >
      <p className="muted">{t('prefs.lead')}</p>
      <div className="card">
        <table className="grid">
          <caption className="sr">{t('prefs.grid')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('prefs.kind')}</th>
              {channels.map((channel) => (
                <th key={channel} scope="col">
                  {t(wordOf[channel])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {base.kinds.map(({ kind, label, mandatory }) => (
              <tr key={kind}>
                <th scope="row">
                  {say(label)}
                  {mandatory !== 'never' && (
                    <span className="small muted why-locked" id={`why-${kind}`}>
                      {mandatory === 'always' && <Icon name="lock" small />} {t(`prefs.${mandatory}`)}
                    </span>
                  )}
                </th>
                {channels.map((channel) => (
                  <td key={channel}>
                    <label className="cell">
                      <span className="sr">{t('prefs.on', { kind: say(label), channel: t(wordOf[channel]) })}</span>
                      <input
                        type="checkbox"
                        className="tick"
                        checked={mandatory === 'always' || (mine.notices[kind]?.[channel] ?? true)}
                        aria-disabled={mandatory === 'always' || undefined}
                        aria-describedby={mandatory === 'never' ? undefined : `why-${kind}`}
                        onChange={({ target }) => mandatory !== 'always' && put(kind, channel, target.checked)}
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <section className="card bd stack-s" aria-labelledby="digest">
        <h2 id="digest">{t('prefs.digest')}</h2>
        <label className="flex tick-line">
          <input type="checkbox" className="tick" checked={mine.digest.on} onChange={({ target }) => setMine({ ...mine, digest: { ...mine.digest, on: target.checked } })} />
          {t('prefs.digestOn')}
        </label>
        <label className="fld">
          <span className="lb">{t('prefs.digestAt')}</span>
          <input className="inp hour" type="time" required value={mine.digest.at} disabled={!mine.digest.on} onChange={({ target }) => setMine({ ...mine, digest: { ...mine.digest, at: target.value } })} />
        </label>
      </section>
      {save.error && !isStale && <Trouble failure={save.error} />}
      <p className="flex wrap">
        <button className="btn p" disabled={save.isPending}>
          {t('prefs.save')}
        </button>
        <span role="status">{said}</span>
      </p>
      {theirs && <Clash mine={mine} theirs={theirs} onMine={() => { setBase(theirs); setTheirs(undefined); save.mutate(theirs.version); }} onTheirs={() => take(theirs)} onClose={() => setTheirs(undefined)} />}
    </form>
  );
}

/** Mine beside what another window has stored meanwhile. */
function Clash({ mine, theirs, onMine, onTheirs, onClose }: { mine: Wishes; theirs: Preferences; onMine: () => void; onTheirs: () => void; onClose: () => void }) {
  const { t, say } = useWords();
  const shown = (value: boolean | Wishes['digest']) => (typeof value === 'boolean' ? (value ? '✓' : '–') : value.on ? value.at : '–');
  return (
    <Dialog
      title={t('clash.title')}
      close={onClose}
      foot={
        <>
          <button type="button" className="btn p" onClick={onMine}>
            {t('clash.keepMine')}
          </button>
          <button type="button" className="btn" onClick={onTheirs}>
            {t('clash.takeTheirs')}
          </button>
        </>
      }
    >
      <p>{t('clash.lead')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('clash.field')}</th>
            <th scope="col">{t('clash.mine')}</th>
            <th scope="col">{t('clash.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differences(mine, theirs).map(({ of, mine: one, theirs: other }) => (
            <tr key={of === 'digest' ? of : `${of.kind} ${of.channel}`}>
              <th scope="row">{of === 'digest' ? t('prefs.digest') : t('prefs.on', { kind: say(theirs.kinds.find(({ kind }) => kind === of.kind)?.label), channel: t(wordOf[of.channel]) })}</th>
              <td>{shown(one)}</td>
              <td>{shown(other)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

function ThisScreen() {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <section className="card bd stack">
      <h2>{t('prefs.screen')}</h2>
      <label className="fld">
        <span className="lb">{t('nav.theme')}</span>
        <select className="inp" value={colorScheme} onChange={({ target }) => setColorScheme(target.value as MantineColorScheme)}>
          {(['auto', 'light', 'dark'] as const).map((scheme) => (
            <option key={scheme} value={scheme}>
              {t(`theme.${scheme}`)}
            </option>
          ))}
        </select>
      </label>
      <KeysSwitch />
    </section>
  );
}
