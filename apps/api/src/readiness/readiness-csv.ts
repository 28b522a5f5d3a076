import { readinessV1 } from '#process';
import { cell } from '../cohorts/board-csv';
import type { readinessView } from './readiness-view';

const criteria = Object.keys(readinessV1.criteria);
const columns = ['region', 'name', 'ready', 'lacks', 'areaHa', 'units', ...criteria, ...criteria.map((name) => `${name}ValidUntil`), 'funding', 'reference', 'siteVisits'];

/** The table of a province (RFC 4180), a row a region. */
export function readinessCsv(views: readonly ReturnType<typeof readinessView>[]): string {
  const rows = views.map(({ region, ready, lacks, criteria: found, funding, siteVisits }) => {
    const measure = (name: string) => found.find(({ criterion }) => criterion === name)?.measure;
    return [
      region.code, region.name, ready ? 'yes' : 'no', lacks.join(' '), measure('land-area'), measure('sentra'),
      ...found.map(({ state }) => state), ...found.map(({ validUntil }) => validUntil), funding?.state, funding?.reference, siteVisits.map(({ visitedOn }) => visitedOn).join(' '),
    ];
  });
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
