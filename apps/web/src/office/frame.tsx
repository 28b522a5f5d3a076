import './office.css';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';

const tabs = [
  ['/pengelola/kesehatan', 'office.health'], ['/pengelola/register', 'office.register'], ['/pengelola/sesi', 'office.sessions'], ['/pengelola/kotak-keluar', 'office.outbox'], ['/pengelola/kalender', 'office.calendar'],
] as const;

/** The rooms of the administrator, side by side. */
export function Frame({ title, lead, tools, children }: { title: string; lead: string; tools?: ReactNode; children: ReactNode }) {
  const { t } = useWords();
  useTitle(title);
  return (
    <div className="office">
      <div className="flex between wrap top-a">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p className="muted">{lead}</p>
        </div>
        {tools && <div className="flex wrap">{tools}</div>}
      </div>
      <nav className="tabs" aria-label={t('office.tabs')}>
        {tabs.map(([to, word]) => (
          <NavLink key={to} to={to}>
            {t(word)}
          </NavLink>
        ))}
      </nav>
      <div className="stack">{children}</div>
    </div>
  );
}
