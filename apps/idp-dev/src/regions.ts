import { readFileSync } from 'node:fs';

export interface Region { readonly bps: string; readonly name: string }

/** The regions of a CSV file with the columns `bps_code` and `name` (RFC 4180). */
export function readRegions(file: string): Region[] {
  const [header = [], ...rows] = csvRows(readFileSync(file, 'utf8'));
  const [bps, name] = [header.indexOf('bps_code'), header.indexOf('name')];
  if (bps < 0 || name < 0) throw new Error(`${file} has no columns bps_code and name`);
  return rows.map((row, i) => {
    const region = { bps: row[bps] ?? '', name: row[name] ?? '' };
    if (!/^\d{4}$/.test(region.bps) || region.name === '') throw new Error(`${file}, row ${i + 2}: a BPS code of four digits and a name are expected`);
    return region;
  });
}

/** Fields may be quoted; a quote within is doubled; empty lines are skipped. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1 || (row[0] ?? '') !== '');
}
