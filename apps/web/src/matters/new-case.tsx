import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { me, newestDefinition, regions } from '../api/questions';
import { Act } from '../acts/act';
import { TextField } from '../acts/fields';
import { useWords } from '../words/words';

/** Whoever files for one region opens its case; what it needs is asked for at its first stage. */
export function NewCase() {
  const { t } = useWords();
  const go = useNavigate();
  const { data: self } = useQuery(me);
  const { data: newest } = useQuery(newestDefinition);
  const { data: places } = useQuery(regions);
  const [entries, setEntries] = useState({ year: '', title: '', from: '', to: '' });
  const set = (part: Partial<typeof entries>) => setEntries((now) => ({ ...now, ...part }));
  const office = self?.duties.find(({ duty, scope }) => duty === 'file-case' && scope.length === 4);
  if (!office || !newest) return null;
  const isYear = (text: string) => /^\d{4}$/.test(text.trim());
  const title = entries.title.trim();
  const areYears = [entries.year, entries.from, entries.to].every(isYear) && Number(entries.to) > Number(entries.from);
  const name = places?.find(({ code }) => code === office.scope)?.name ?? office.scope;
  return (
    <Act
      label={t('matter.newCase')}
      fields={
        <>
          <TextField label={t('matter.title')} value={entries.title} onChange={(value) => set({ title: value })} />
          <div className="pairs">
            <TextField label={t('matter.year')} value={entries.year} onChange={(year) => set({ year })} numeric />
            <TextField label={t('matter.from')} value={entries.from} onChange={(from) => set({ from })} numeric />
            <TextField label={t('matter.to')} value={entries.to} onChange={(to) => set({ to })} numeric />
          </div>
        </>
      }
      faults={[...(title ? [] : [t('matter.titleMissing')]), ...(areYears ? [] : [t('matter.yearsWrong')])]}
      answers={[[t('matter.region'), name], [t('matter.title'), title], [t('matter.year'), entries.year], [t('matter.from'), entries.from], [t('matter.to'), entries.to]]}
      after={t('matter.afterNew')}
      command={() => ({ path: '/v1/cases', body: { process: newest.id, regionCode: office.scope, programmeYear: Number(entries.year), title, planYears: { from: Number(entries.from), to: Number(entries.to) } } })}
      onDone={() => void go(`/kasus/${newest.id}-${office.scope}-${entries.year.trim()}`)}
      done={t('matter.newDone')}
    />
  );
}
