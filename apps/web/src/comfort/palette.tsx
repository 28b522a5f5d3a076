import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { caseOf, cases, me, worklist } from '../api/questions';
import { Dialog } from '../pieces/dialog';
import { Icon, type IconName } from '../pieces/icon';
import { bell, more, placesOf } from '../shell/places';
import type { WordKey } from '../words/id';
import { useWords } from '../words/words';
import { best } from './fuzzy';
import { open } from './open';

interface Entry {
  id: string;
  kind: 'case' | 'region' | 'place' | 'action';
  text: string;
  /** What it can be found by besides its text. */
  also: string;
  icon: IconName;
  run: () => void;
}
const most = 12;
const kinds: Record<Entry['kind'], WordKey> = { case: 'find.case', region: 'find.region', place: 'find.place', action: 'find.action' };

/** Everything one could want to go to, from what the reader may see. */
function useEntries(onClose: () => void): Entry[] {
  const { t, say, language, switchTo } = useWords();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { data: self } = useQuery(me);
  const { data: rows = [] } = useQuery(cases(''));
  const { data: tasks = [] } = useQuery(worklist('mine'));
  const { data: here } = useQuery({ ...caseOf(/^\/kasus\/([^/]+)/.exec(pathname)?.[1] ?? ''), enabled: false });
  const go = (to: string) => () => {
    onClose();
    void navigate(to);
  };
  const acts = (here?.actions ?? []).map(({ transition, label }): Entry => ({ id: `act ${transition}`, kind: 'action', text: `${say(label)} — ${here!.region.name}`, also: '', icon: 'right', run: go(`/kasus/${here!.id}/keputusan/${transition}`) }));
  const todo = tasks.flatMap(({ taskId, verb, region, caseId, transition }): Entry[] =>
    caseId && caseId !== here?.id ? [{ id: taskId, kind: 'action', text: `${say(verb)} — ${region.name}`, also: '', icon: 'right', run: go(transition ? `/kasus/${caseId}/keputusan/${transition}` : `/kasus/${caseId}`) }] : []);
  const found = rows.map(({ id, title, region, stage }): Entry => ({ id, kind: 'case', text: title, also: `${region.name} ${id} ${say(stage.label)}`, icon: 'case', run: go(`/kasus/${id}`) }));
  const regions = [...new Map(rows.map(({ region }) => [region.code, region.name]))].map(([code, name]): Entry => ({ id: code, kind: 'region', text: t('find.casesOf', { region: name }), also: `${name} ${code}`, icon: 'list', run: go(`/kasus?cari=${encodeURIComponent(name)}`) }));
  const places = [...placesOf(self), bell, more].map(({ to, word, icon }): Entry => ({ id: to, kind: 'place', text: t(word), also: '', icon, run: go(to) }));
  const rest: Entry[] = [
    { id: 'prefs', kind: 'place', text: t('more.preferences'), also: 'preferensi preferences', icon: 'bell', run: go('/preferensi') },
    { id: 'keys', kind: 'action', text: t('find.help'), also: 'shortcuts', icon: 'list', run: () => { onClose(); open('keys'); } },
    { id: 'tour', kind: 'action', text: t('more.tour'), also: 'tour', icon: 'right', run: () => { onClose(); open('tour'); } },
    { id: 'language', kind: 'action', text: language === 'id' ? 'Switch to English' : 'Ganti ke bahasa Indonesia', also: 'bahasa language inggris indonesia english', icon: 'globe', run: () => { onClose(); switchTo(language === 'id' ? 'en' : 'id'); } },
  ];
  return [...acts, ...found, ...todo, ...places, ...regions, ...rest];
}

export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const entries = useEntries(onClose);
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const shown = useMemo(() => best(asked, entries, ({ text, also }) => `${text} ${also}`, most), [asked, entries]);
  const chosen = Math.min(at, shown.length - 1);
  return (
    <Dialog title={t('find.title')} close={onClose}>
      <label className="fld">
        <span className="lb">{t('find.label')}</span>
        <input
          className="inp"
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={shown[chosen] ? `${list}-${chosen}` : undefined}
          data-first
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
          value={asked}
          onChange={({ target }) => {
            setAsked(target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
            const by = moves[event.key];
            if (by !== undefined) {
              event.preventDefault();
              setAt((chosen + by + shown.length) % Math.max(shown.length, 1));
            }
            if (event.key === 'Enter') {
              event.preventDefault();
              shown[chosen]?.run();
            }
          }}
        />
      </label>
      <ul className="found" role="listbox" id={list} aria-label={t('find.title')}>
        {shown.map(({ id, kind, text, icon, run }, n) => (
          // Keys are the field's (aria-activedescendant); the pointer may press a line.
          <li key={`${kind} ${id}`} id={`${list}-${n}`} role="option" aria-selected={n === chosen} onMouseDown={(event) => event.preventDefault()} onClick={run} onMouseMove={() => setAt(n)}>
            <Icon name={icon} />
            <span className="grow">{text}</span>
            <span className="small muted">{t(kinds[kind])}</span>
          </li>
        ))}
      </ul>
      <p className="small muted" role="status">
        {shown.length === 0 ? t('find.none', { asked }) : <span className="sr">{t('find.count', { n: shown.length })}</span>}
      </p>
      <p className="small muted">{t('find.hint')}</p>
    </Dialog>
  );
}
