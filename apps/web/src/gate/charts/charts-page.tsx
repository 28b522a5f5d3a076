import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../pieces/loading';
import { Trouble } from '../../pieces/trouble';
import { useWords } from '../../words/words';
import type { Cohort } from '../api/shapes';
import { CohortHead } from '../pieces/cohort-head';
import { CsvButton } from '../pieces/csv';
import { Bars } from './bars';
import { Chart } from './chart';
import { figuresAddress, figuresOf } from './figures';

/** Where the cases of this year stand, how long they stay, and how old they are. */
export default function ChartsPage({ cohort }: { cohort: Cohort }) {
  const { t, say } = useWords();
  const { data, isPending, error, refetch } = useQuery(figuresOf(cohort.province, cohort.programmeYear));
  const open = data?.stages.reduce((sum, stage) => sum + stage.open, 0) ?? 0;
  const stays = data?.stages.filter((stage) => stage.stays > 0) ?? [];
  const phaseOf = (phase: string) => `${phase} · ${t(`chart.phase.${phase}` as 'chart.phase.A')}`;
  const band = (from: number, to: number | null) => (to === null ? t('chart.from', { n: from }) : t('chart.band', { from, to }));
  return (
    <>
      <CohortHead cohort={cohort} title={t('chart.title', { n: open })} sub={t('chart.sub', { year: cohort.programmeYear })}>
        <CsvButton address={figuresAddress(cohort.province, cohort.programmeYear)} name={`statistics-${cohort.province}-${cohort.programmeYear}.csv`} what={t('gate.tab.charts')} />
      </CohortHead>
      {isPending && <Loading rows={8} />}
      {error && <Trouble failure={error} again={() => void refetch()} />}
      {data && (
        <div className="charts">
          <Chart
            title={t('chart.funnel')}
            says={t('chart.funnelSays')}
            name={`stages-${cohort.id}`}
            columns={[t('cases.stage'), t('chart.openCases')]}
            rows={data.stages.map(({ label, open: n }) => [say(label), n])}
          >
            <Bars label={t('chart.funnelOf', { what: data.stages.filter((stage) => stage.open > 0).map((stage) => `${say(stage.label)} ${stage.open}`).join(', ') })} bars={data.stages.map(({ label, phase, open: value }) => ({ label: say(label), value, says: String(value), group: phaseOf(phase) }))} />
          </Chart>
          <Chart
            title={t('chart.dwell')}
            says={stays.length === 0 ? t('chart.noStays') : t('chart.dwellSays')}
            name={`dwell-${cohort.id}`}
            columns={[t('cases.stage'), t('chart.stays'), t('chart.median'), t('chart.p80'), t('chart.longest')]}
            rows={stays.map(({ label, stays: n, median, p80, longest }) => [say(label), n, median ?? 0, p80 ?? 0, longest ?? 0])}
          >
            {stays.length > 0 && (
              <ul className="flex wrap small legend" aria-hidden="true">
                <li className="flex">
                  <span className="swatch bar-of" /> {t('chart.half')}
                </li>
                <li className="flex">
                  <span className="swatch beyond" /> {t('chart.fourInFive')}
                </li>
              </ul>
            )}
            {stays.length > 0 && <Bars label={t('chart.dwellOf')} bars={stays.map(({ label, median, p80 }) => ({ label: say(label), value: median ?? 0, beyond: p80 ?? 0, says: median === p80 ? String(median) : t('chart.dwellEnds', { median: median ?? 0, p80: p80 ?? 0 }) }))} />}
          </Chart>
          <Chart title={t('chart.age')} says={t('chart.ageSays')} name={`ages-${cohort.id}`} columns={[t('chart.ageBand'), t('chart.openCases')]} rows={data.ages.map(({ from, to, cases }) => [band(from, to), cases])}>
            <Bars label={t('chart.ageOf', { what: data.ages.map(({ from, to, cases }) => `${band(from, to)}: ${cases}`).join(', ') })} bars={data.ages.map(({ from, to, cases: value }) => ({ label: band(from, to), value, says: String(value) }))} />
          </Chart>
        </div>
      )}
    </>
  );
}
