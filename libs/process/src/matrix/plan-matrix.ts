/** A land parcel as GeoJSON (RFC 7946): WGS 84, longitude before latitude, every ring closed. */
export interface ZonePolygon {
  type: 'Polygon';
  coordinates: [number, number][][];
}

export const flagshipRoles = ['main', 'supporting', 'upstream'] as const;
export const zoneKinds = ['KPI', 'KI', 'sentra'] as const;
export const materialUses = ['produced', 'needed'] as const;
/** The hub of the province's supply chains: an end of a link that is no region and declares nothing. */
export const hub = 'pulau-baai';

/** A product the region wants to be known for. `division` counts once the regions of `sharedWith` declare one too. */
export interface FlagshipClaim {
  /** KBLI 2020, five digits; a text, since zeros lead. */
  kbli: string;
  commodity: string;
  role: (typeof flagshipRoles)[number];
  /** First and last calendar year, both included. */
  from: number;
  to: number;
  target: { unit: string; value: number };
  sharedWith: string[];
  division: string;
}

export interface ZoneClaim {
  name: string;
  kind: (typeof zoneKinds)[number];
  areaHa: number;
  polygon?: ZonePolygon;
  /** Article or map of the spatial plan that carries the zone. */
  rtrwRef: string;
}

export interface MaterialClaim {
  commodity: string;
  tonnesPerYear: number;
  origin: string;
  use: (typeof materialUses)[number];
}

/** A flow of raw material or product; each end is a region's BPS code or the hub. */
export interface LinkClaim {
  from: string;
  to: string;
  commodity: string;
  tonnesPerYear: number;
}

/** What the region wants to ship over Pulau Baai. */
export interface PortClaim {
  tonnesPerYear: number;
}

export interface SentraClaim {
  name: string;
  units: number;
  product: string;
}

/** What one region's plan claims, structured so that overlaps are found and not read. */
export interface PlanMatrix {
  flagships: FlagshipClaim[];
  zones: ZoneClaim[];
  materials: MaterialClaim[];
  links: LinkClaim[];
  port?: PortClaim;
  sentra: SentraClaim[];
}

export interface MatrixRows {
  flagships: FlagshipClaim;
  zones: ZoneClaim;
  materials: MaterialClaim;
  links: LinkClaim;
  port: PortClaim;
  sentra: SentraClaim;
}
export type MatrixTable = keyof MatrixRows;

/** The columns of each table in the order of its form and its CSV. */
export const matrixColumns = {
  flagships: ['kbli', 'commodity', 'role', 'from', 'to', 'target.unit', 'target.value', 'sharedWith', 'division'],
  zones: ['name', 'kind', 'areaHa', 'polygon', 'rtrwRef'],
  materials: ['commodity', 'tonnesPerYear', 'origin', 'use'],
  links: ['from', 'to', 'commodity', 'tonnesPerYear'],
  port: ['tonnesPerYear'],
  sentra: ['name', 'units', 'product'],
} as const satisfies Record<MatrixTable, readonly string[]>;

export const matrixTables = Object.keys(matrixColumns) as MatrixTable[];

export function isMatrixTable(name: string): name is MatrixTable {
  return Object.hasOwn(matrixColumns, name);
}

export function emptyMatrix(): PlanMatrix {
  return { flagships: [], zones: [], materials: [], links: [], sentra: [] };
}

/** The rows of one table; the port is a table of at most one row. */
export function rowsOf<T extends MatrixTable>(matrix: PlanMatrix, table: T): MatrixRows[T][] {
  const rows: unknown[] = table === 'port' ? (matrix.port ? [matrix.port] : []) : (matrix[table] as unknown[]);
  return rows as MatrixRows[T][];
}

/** The matrix with one table replaced by unvalidated rows: a candidate for `validateMatrix`, nothing more. */
export function withTable(matrix: PlanMatrix, table: MatrixTable, rows: readonly unknown[]): unknown {
  if (table !== 'port') return { ...matrix, [table]: rows };
  return { ...matrix, port: rows.length > 1 ? rows : rows[0] };
}

/** The tables that still lack a row although consultation may not open without one: a flagship (UU 3/2014 art. 11) and a sentra (PP 14/2015, annex). */
export function completeness(matrix: PlanMatrix): MatrixTable[] {
  return (['flagships', 'sentra'] as const).filter((table) => matrix[table].length === 0);
}
