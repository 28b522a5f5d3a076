import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'react-router';
import { regions } from '../api/questions';
import type { Me } from '../api/shapes';
import { Icon } from '../pieces/icon';
import { acting } from '../sign/hand-overs';
import { useWords } from '../words/words';
import { signOut } from './sign-out';

const schemes: MantineColorScheme[] = ['auto', 'light', 'dark'];

export function AccountMenu({ self }: { self: Me }) {
  const { t, say } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { data: places } = useQuery(regions);
  const placeOf = (scope: string) => (scope === '' ? '' : `, ${places?.find(({ code }) => code === scope)?.name ?? scope}`);
  const menu = useRef<HTMLDetailsElement>(null);
  const initials = self.name.split(' ').slice(0, 2).map((part) => part[0]).join('');
  return (
    <details
      ref={menu}
      className="menu"
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !menu.current?.open) return;
        menu.current.open = false;
        menu.current.querySelector('summary')?.focus();
      }}
    >
      <summary className="tool" aria-label={`${initials}, ${t('nav.account', { name: self.name })}`}>
        <Icon name="user" />
        <span className="d-only">{initials}</span>
      </summary>
      <div className="pop stack-s">
        <p className="b">{self.name}</p>
        <ul className="small muted">
          {self.offices.map(({ role, scope, capacity, label }) => (
            <li key={`${role}@${scope}`}>
              {acting(capacity)}
              {say(label)}
              {placeOf(scope)}
            </li>
          ))}
        </ul>
        <label className="fld">
          <span className="lb small">{t('nav.theme')}</span>
          <select className="inp" value={colorScheme} onChange={({ target }) => setColorScheme(target.value as MantineColorScheme)}>
            {schemes.map((scheme) => (
              <option key={scheme} value={scheme}>
                {t(`theme.${scheme}`)}
              </option>
            ))}
          </select>
        </label>
        <Link className="btn q" to="/preferensi" onClick={() => menu.current && (menu.current.open = false)}>
          {t('more.preferences')}
        </Link>
        <button type="button" className="btn" onClick={() => void signOut(false)}>
          {t('nav.signOut')}
        </button>
        <button type="button" className="btn q" onClick={() => void signOut(true)}>
          {t('nav.signOutEverywhere')}
        </button>
      </div>
    </details>
  );
}
