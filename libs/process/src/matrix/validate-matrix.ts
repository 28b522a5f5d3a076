import { commodityName } from './commodity';
import { isSampledKbli } from './kbli-sample';
import { matrixLimits, type MatrixProblem, ProblemList } from './matrix-problems';
import {
  type FlagshipClaim,
  flagshipRoles,
  hub,
  type LinkClaim,
  type MatrixRows,
  type MatrixTable,
  type MaterialClaim,
  matrixTables,
  materialUses,
  type PlanMatrix,
  type PortClaim,
  type SentraClaim,
  type ZoneClaim,
  zoneKinds,
} from './plan-matrix';
import { areaHaOf, type Box, liesInside, readPolygon } from './polygon';
import { isRecord, RowCells } from './read-cells';

/** Where and when the matrix belongs: BPS code of its region, the plan's years (both included), the codes a row may name, the region's plausible box. */
export interface MatrixPlace {
  region: string;
  planYears: { from: number; to: number };
  knownRegions: readonly string[];
  box?: Box;
}

/** The matrix, rebuilt column by column, with what should be looked at; or everything that is wrong (200 shown, `total` in all). */
export type ValidatedMatrix = { matrix: PlanMatrix; warnings: MatrixProblem[] } | { problems: MatrixProblem[]; total: number };

/** Judges a matrix of unknown origin: all problems at once, none thrown. */
export function validateMatrix(input: unknown, place: MatrixPlace): ValidatedMatrix {
  const problems = new ProblemList();
  const matrix = readMatrix(input, { ...place, known: new Set(place.knownRegions) }, problems);
  return problems.failed ? { problems: problems.shown(), total: problems.total } : { matrix, warnings: problems.shown() };
}

type Setting = MatrixPlace & { known: ReadonlySet<string> };
type Readers = { [T in MatrixTable]: (cells: RowCells, setting: Setting) => MatrixRows[T] };

const readers: Readers = { flagships: readFlagship, zones: readZone, materials: readMaterial, links: readLink, port: readPort, sentra: readSentra };

function readMatrix(input: unknown, setting: Setting, problems: ProblemList): PlanMatrix {
  const tables = isRecord(input) ? input : {};
  if (!isRecord(input)) problems.add('matrix', 0, '', 'not-a-matrix');
  for (const name of Object.keys(tables)) if (!matrixTables.includes(name as MatrixTable)) problems.add('matrix', 0, name, 'unknown-table');

  const rows = <T extends MatrixTable>(table: T): MatrixRows[T][] => {
    const repeated = repetition(problems, table);
    return rawRows(tables, table, problems).flatMap((raw, index) => {
      if (!isRecord(raw)) {
        problems.add(table, index + 1, '', 'not-a-row');
        return [];
      }
      const row = readers[table](new RowCells(problems, table, index + 1, raw), setting);
      repeated(row, index + 1);
      return [row];
    });
  };
  const [port] = rows('port');
  return {
    flagships: rows('flagships'),
    zones: rows('zones'),
    materials: rows('materials'),
    links: rows('links'),
    ...(port ? { port } : {}),
    sentra: rows('sentra'),
  };
}

function rawRows(tables: Record<string, unknown>, table: MatrixTable, problems: ProblemList): unknown[] {
  const value = (Object.hasOwn(tables, table) ? tables[table] : undefined) ?? [];
  if (table === 'port') {
    if (Array.isArray(value) && value.length > 0) problems.add(table, 0, '', 'too-many-rows');
    return Array.isArray(value) ? [] : [value];
  }
  if (!Array.isArray(value)) {
    problems.add(table, 0, '', 'not-a-table');
    return [];
  }
  if (value.length > matrixLimits.rows) problems.add(table, 0, '', 'too-many-rows');
  return value.slice(0, matrixLimits.rows);
}

/** Zones and sentra are told apart by name, links by ends and commodity. */
function repetition(problems: ProblemList, table: MatrixTable): (row: MatrixRows[MatrixTable], number: number) => void {
  const seen = new Set<string>();
  return (row, number) => {
    const [key, column, code] =
      table === 'links' && 'to' in row && 'from' in row
        ? ([`${row.from}>${row.to}>${commodityName(row.commodity)}`, 'commodity', 'link-repeated'] as const)
        : ([(table === 'zones' || table === 'sentra') && 'name' in row ? commodityName(row.name) : '', 'name', 'name-repeated'] as const);
    if (key === '') return;
    if (seen.has(key)) problems.add(table, number, column, code);
    seen.add(key);
  };
}

function readFlagship(cells: RowCells, setting: Setting): FlagshipClaim {
  const row = {
    kbli: readKbli(cells),
    commodity: cells.text('commodity'),
    role: cells.oneOf('role', flagshipRoles),
    from: cells.whole('from', 0, 9_999),
    to: cells.whole('to', 0, 9_999),
    target: { unit: cells.text('target.unit'), value: cells.number('target.value', 0, matrixLimits.target) },
    sharedWith: readSharedWith(cells, setting),
    division: cells.optionalText('division') ?? '',
  };
  if (row.from > row.to) cells.report('to', 'years-reversed');
  for (const column of ['from', 'to'] as const) {
    if (row[column] < setting.planYears.from || row[column] > setting.planYears.to) cells.report(column, 'outside-plan-years');
  }
  return row;
}

function readKbli(cells: RowCells): string {
  const value = cells.value('kbli');
  if (value === undefined || value === '') cells.report('kbli', 'required');
  else if (typeof value !== 'string' || !/^[0-9]{5}$/.test(value)) cells.report('kbli', 'kbli-invalid');
  else if (!isSampledKbli(value)) cells.report('kbli', 'kbli-unknown');
  return typeof value === 'string' ? value : '';
}

function readSharedWith(cells: RowCells, { region, known }: Setting): string[] {
  const value = cells.value('sharedWith') ?? [];
  if (!Array.isArray(value)) {
    cells.report('sharedWith', 'not-a-list');
    return [];
  }
  if (value.some((code) => typeof code !== 'string' || !known.has(code))) cells.report('sharedWith', 'region-unknown');
  if (value.includes(region)) cells.report('sharedWith', 'region-itself');
  if (new Set(value).size < value.length) cells.report('sharedWith', 'region-repeated');
  return value as string[];
}

function readZone(cells: RowCells, { box }: Setting): ZoneClaim {
  const row: ZoneClaim = {
    name: cells.text('name'),
    kind: cells.oneOf('kind', zoneKinds),
    areaHa: cells.number('areaHa', Number.MIN_VALUE, matrixLimits.hectares),
    rtrwRef: cells.optionalText('rtrwRef') ?? '',
  };
  if (row.rtrwRef.trim() === '' && typeof (cells.value('rtrwRef') ?? '') === 'string') cells.report('rtrwRef', 'rtrw-ref-missing');
  const value = cells.value('polygon');
  if (value === undefined) return row;
  const read = readPolygon(value);
  if ('code' in read) {
    cells.report('polygon', read.code);
    return row;
  }
  if (box && !liesInside(read.polygon, box)) cells.report('polygon', 'outside-region');
  if (Math.abs(areaHaOf(read.polygon) - row.areaHa) > 0.2 * row.areaHa) cells.report('areaHa', 'area-differs');
  return { ...row, polygon: read.polygon };
}

function readMaterial(cells: RowCells): MaterialClaim {
  return {
    commodity: cells.text('commodity'),
    tonnesPerYear: cells.number('tonnesPerYear', 0, matrixLimits.tonnes),
    origin: cells.text('origin'),
    use: cells.oneOf('use', materialUses),
  };
}

function readLink(cells: RowCells, { region, known }: Setting): LinkClaim {
  const row = {
    from: cells.text('from'),
    to: cells.text('to'),
    commodity: cells.text('commodity'),
    tonnesPerYear: cells.number('tonnesPerYear', Number.MIN_VALUE, matrixLimits.tonnes),
  };
  const ends = [row.from, row.to];
  for (const column of ['from', 'to'] as const) {
    if (row[column] !== '' && row[column] !== hub && !known.has(row[column])) cells.report(column, 'region-unknown');
  }
  if (ends.includes('')) return row;
  if (row.from === row.to) cells.report('to', 'link-to-itself');
  if (!ends.includes(region)) cells.report('from', 'link-of-others');
  return row;
}

function readPort(cells: RowCells): PortClaim {
  return { tonnesPerYear: cells.number('tonnesPerYear', 0, matrixLimits.tonnes) };
}

function readSentra(cells: RowCells): SentraClaim {
  return { name: cells.text('name'), units: cells.whole('units', 1, matrixLimits.units), product: cells.text('product') };
}
