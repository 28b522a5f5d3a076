import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, NavLink, useNavigate } from 'react-router';
import { useTitle } from '../../pieces/use-title';
import { useWords } from '../../words/words';
import { cohorts, conflictsOf } from '../api/questions';
import type { Cohort } from '../api/shapes';
import { useProvinceName } from './names';

/** Where one is, which cohort it is, and the parts it has. */
export function CohortHead({ cohort, title, sub, children, crumb }: { cohort: Cohort; title: string; sub?: ReactNode; children?: ReactNode; crumb?: [to: string, label: string] }) {
  const { t } = useWords();
  const go = useNavigate();
  const provinceName = useProvinceName();
  const { data: all = [cohort] } = useQuery(cohorts);
  const { data: conflicts } = useQuery(conflictsOf(cohort.id));
  const root = `/provinsi/${cohort.id}`;
  const open = conflicts?.filter(({ settledBy, effect }) => !settledBy && effect !== 'vote').length;
  const several = new Set(all.map(({ province }) => province)).size > 1;
  useTitle(title);
  const tabs: [string, string][] = [
    ['', t('gate.tab.board')],
    ['temuan', open === undefined ? t('gate.tab.conflictsUncounted') : t('gate.tab.conflicts', { n: open })],
    ['anggota', t('gate.tab.members')],
    ['rapat', t('gate.tab.meetings')],
    ['rujukan', t('gate.tab.plans')],
    ['kesiapan', t('gate.tab.readiness')],
    ['angka', t('gate.tab.charts')],
  ];
  return (
    <>
      <div className="crumb flex wrap">
        <span>
          <Link to="/provinsi">{t('gate.board')}</Link> › {provinceName(cohort.province)} ›{' '}
          {crumb && (
            <>
              <Link to={crumb[0]}>{crumb[1]}</Link> ›
            </>
          )}
        </span>
        <label className="flex">
          <span>{t('gate.cohort')}</span>
          <select className="b1x" value={cohort.id} onChange={({ target }) => void go(`/provinsi/${target.value}`)}>
            {(all.some(({ id }) => id === cohort.id) ? all : [cohort, ...all]).map(({ id, province, programmeYear, round }) => (
              <option key={id} value={id}>
                {several ? `${provinceName(province)} ` : ''}
                {programmeYear} · {t('gate.roundOf', { n: round })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="flex between wrap top-a gate-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {sub && <p className="muted">{sub}</p>}
        </div>
        {children}
      </div>
      <nav className="tabs" aria-label={t('gate.tabs')}>
        {tabs.map(([path, label]) => (
          <NavLink key={path} to={path === '' ? root : `${root}/${path}`} end={path === ''}>
            {label}
          </NavLink>
        ))}
      </nav>
    </>
  );
}
