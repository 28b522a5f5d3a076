import './office.css';
import { drawSvg } from '#process/draw/svg';
import { useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { caseOf, definition as definitionOf, newestDefinition } from '../api/questions';
import { saveFile } from '../pieces/csv';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';

/** The whole process drawn from its definition, with where a case stands, and the same as a table. */
export default function ProcessPage() {
  const { t, say, language } = useWords();
  const [search] = useSearchParams();
  const caseId = search.get('kasus') ?? '';
  const newest = useQuery(newestDefinition);
  const { data: view } = useQuery({ ...caseOf(caseId), enabled: caseId !== '' });
  const { data: ofCase } = useQuery({ ...definitionOf(view?.process ?? { id: 'rpik', version: 1 }), enabled: view !== undefined });
  const definition = ofCase ?? newest.data?.definition;
  const title = t('process.title');
  const look = useComputedColorScheme('light');
  useTitle(title);
  if (newest.isPending) return <Loading rows={8} />;
  if (!definition) return <Trouble failure={newest.error} again={() => void newest.refetch()} />;
  const at = view?.status === 'open' ? view.stage.id : undefined;
  const drawing = { language, ...(at && { at }) };
  const stages = Object.entries(definition.stages);
  return (
    <div className="office stack">
      <div className="flex between wrap top-a">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p className="muted">{view ? t('process.ofCase', { name: view.region.name, stage: say(view.stage.label) }) : t('process.lead', { n: stages.length, version: definition.version })}</p>
        </div>
        <div className="flex wrap">
          {view && (
            <Link className="btn" to={`/kasus/${view.id}`}>
              {t('radar.openCase')}
            </Link>
          )}
          <button type="button" className="btn" onClick={() => saveFile(`${definition.id}-v${definition.version}.svg`, drawSvg(definition, drawing), 'image/svg+xml')}>
            <Icon name="down" small /> {t('process.save')}
          </button>
        </div>
      </div>
      <div className="process-sheet" tabIndex={0} role="region" aria-label={t('process.drawing')}>
        <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawSvg(definition, { ...drawing, look }))}`} alt={t(at ? 'process.altAt' : 'process.alt', { stage: say(view?.stage.label) })} />
      </div>
      <section className="card" aria-labelledby="tahap">
        <div className="hd">
          <h2 id="tahap">{t('process.table')}</h2>
        </div>
        <table className="stackt">
          <thead>
            <tr>
              <th scope="col">{t('process.stage')}</th>
              <th scope="col">{t('process.phase')}</th>
              <th scope="col">{t('process.desk')}</th>
              <th scope="col">{t('process.terms')}</th>
              <th scope="col">{t('process.ways')}</th>
            </tr>
          </thead>
          <tbody>
            {stages.map(([name, stage], index) => (
              <tr key={name} aria-current={name === at ? 'step' : undefined}>
                <th scope="row">
                  {index + 1}. {say(stage.label)} {name === at && <b>· {t('case.now')}</b>}
                </th>
                <td data-l={t('process.phase')}>{stage.phase}</td>
                <td data-l={t('process.desk')}>{stage.owner.map((role) => say(definition.roles[role]?.label)).join(', ')}</td>
                <td data-l={t('process.terms')}>
                  {Object.values(definition.clocks)
                    .filter(({ starts }) => starts.some((trigger) => 'enter' in trigger && trigger.enter === name))
                    .map(({ label, amount, class: kind }) => `${say(label)}${amount === undefined ? '' : ` ${t('process.days', { n: amount })}`} (${t(kind === 'policy' ? 'due.policy' : 'due.statutory')})`)
                    .join('; ') || '–'}
                </td>
                <td data-l={t('process.ways')}>{Object.values(stage.transitions).map(({ label }) => say(label)).join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
