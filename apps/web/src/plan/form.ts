import { type MatrixTable, matrixColumns, matrixTables, type PlanMatrix, rowsOf, type ZonePolygon } from '#process/matrix/plan-matrix';

/** A row as somebody types it: texts by column. */
export type FormRow = Record<string, string>;
export type PlanForm = Record<MatrixTable, FormRow[]>;

export type FieldKind = 'text' | 'long' | 'number' | 'year' | 'kbli' | 'choice' | 'regions' | 'end' | 'polygon';

/** How each column is asked for, in the order of the table. */
export const fieldsOf: { [T in MatrixTable]: Record<string, { kind: FieldKind; optional?: true; choices?: readonly string[] }> } = {
  flagships: {
    kbli: { kind: 'kbli' }, commodity: { kind: 'text' }, role: { kind: 'choice', choices: ['main', 'supporting', 'upstream'] }, from: { kind: 'year' }, to: { kind: 'year' },
    'target.unit': { kind: 'text' }, 'target.value': { kind: 'number' }, sharedWith: { kind: 'regions', optional: true }, division: { kind: 'long', optional: true },
  },
  zones: { name: { kind: 'text' }, kind: { kind: 'choice', choices: ['KPI', 'KI', 'sentra'] }, areaHa: { kind: 'number' }, rtrwRef: { kind: 'text', optional: true }, polygon: { kind: 'polygon', optional: true } },
  materials: { commodity: { kind: 'text' }, tonnesPerYear: { kind: 'number' }, origin: { kind: 'text' }, use: { kind: 'choice', choices: ['produced', 'needed'] } },
  links: { from: { kind: 'end' }, to: { kind: 'end' }, commodity: { kind: 'text' }, tonnesPerYear: { kind: 'number' } },
  port: { tonnesPerYear: { kind: 'number' } },
  sentra: { name: { kind: 'text' }, units: { kind: 'number' }, product: { kind: 'text' } },
};

const emptyForm = (): PlanForm => Object.fromEntries(matrixTables.map((table) => [table, [] as FormRow[]])) as PlanForm;

export const emptyRow = (table: MatrixTable): FormRow => Object.fromEntries(matrixColumns[table].map((column) => [column, fieldsOf[table][column]?.choices?.[0] ?? '']));

export function formOf(matrix: PlanMatrix | undefined): PlanForm {
  const form = emptyForm();
  if (!matrix) return form;
  for (const table of matrixTables) form[table] = rowsOf(matrix, table).map((row) => Object.fromEntries(matrixColumns[table].map((column) => [column, shown(valueAt(row, column))])));
  return form;
}

/** What is sent: numbers where numbers were meant, and everything else as it was typed, so that the answer names what is wrong with it. */
export function matrixOf(form: PlanForm): Record<string, unknown> {
  const { port, ...tables } = Object.fromEntries(matrixTables.map((table) => [table, form[table].map((row) => rowFrom(table, row))])) as Record<MatrixTable, Record<string, unknown>[]>;
  return { ...tables, ...(port[0] && { port: port[0] }) };
}

function rowFrom(table: MatrixTable, row: FormRow): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const [column, { kind, optional }] of Object.entries(fieldsOf[table])) {
    const text = (row[column] ?? '').trim();
    const value = kind === 'number' || kind === 'year' ? (readNumber(text) ?? text) : kind === 'regions' ? text.split(',').filter(Boolean) : kind === 'polygon' ? (readPlace(text) ?? text) : text;
    if (optional && text === '' && kind === 'polygon') continue;
    const [outer, inner] = column.split('.');
    if (inner) sent[outer!] = { ...(sent[outer!] as object), [inner]: value };
    else sent[column] = value;
  }
  return sent;
}

const valueAt = (row: unknown, column: string): unknown => column.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], row);

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join(',');
  if (typeof value === 'number') return String(value).replace('.', ',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string);
}

/** Numbers as offices write them: "12.000", "12000", "0,5", "0.5". A dot before three digits groups; every other one is decimal. */
export function readNumber(text: string): number | undefined {
  const plain = text.replace(/\s/g, '');
  const grouped = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) ? plain.replaceAll('.', '') : plain;
  const dotted = grouped.replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(dotted) ? Number(dotted) : undefined;
}

/** A parcel as it is pasted: GeoJSON (geometry, feature, collection of one), or one "longitude, latitude" a line. The ring is closed for whoever left it open. */
export function readPlace(text: string): ZonePolygon | undefined {
  const plain = text.trim();
  if (plain === '') return undefined;
  if (plain.startsWith('{')) return fromGeoJson(plain);
  const points = plain.split(/[\n;]+/).map((line) => line.trim().split(/[\s,]+/).map(Number));
  if (points.length < 3 || points.some((point) => point.length !== 2 || point.some((number) => !Number.isFinite(number)))) return undefined;
  return closed([points as [number, number][]]);
}

function fromGeoJson(text: string): ZonePolygon | undefined {
  try {
    let value = JSON.parse(text) as { type?: string; geometry?: unknown; features?: { geometry?: unknown }[]; coordinates?: unknown };
    if (value.type === 'FeatureCollection' && value.features?.length === 1) value = value.features[0] as typeof value;
    if (value.geometry) value = value.geometry as typeof value;
    if (value.type !== 'Polygon' || !Array.isArray(value.coordinates)) return undefined;
    return closed(value.coordinates as [number, number][][]);
  } catch {
    return undefined;
  }
}

function closed(rings: [number, number][][]): ZonePolygon | undefined {
  if (!rings.every((ring) => Array.isArray(ring) && ring.every((point) => Array.isArray(point)))) return undefined;
  return { type: 'Polygon', coordinates: rings.map((ring) => (ring.length > 2 && String(ring[0]) !== String(ring.at(-1)) ? [...ring, ring[0]!] : ring)) };
}

/** The field that a pointer of the answer names: "/flagships/1/target.value". */
export const fieldAt = (pointer: string): string => pointer.replace(/^\//, '').replaceAll('/', '-').replaceAll('.', '_');
export const idOf = (table: MatrixTable, row: number, column: string): string => `${table}-${row}-${column.replace('.', '_')}`;
