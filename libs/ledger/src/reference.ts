import fs from 'node:fs';
import path from 'node:path';
import { bpsOfKemendagri, type Calendar, calendarFromCsv } from '#process';

/** A file of `libs/ledger/reference`, found from the sources and from the build alike. */
export function referenceFile(name: string): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    for (const place of ['reference', 'libs/ledger/reference']) {
      const file = path.join(folder, place, name);
      if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8');
    }
    if (folder === path.dirname(folder)) throw new Error(`The reference file ${name} is missing from libs/ledger/reference.`);
  }
}

/** The calendar of the joint decrees that ships with the product. */
export function referenceCalendar(version = 1): Calendar {
  const read = calendarFromCsv(referenceFile('holidays-id.csv'), { version, scopeOf: bpsOfKemendagri });
  if ('problems' in read) throw new Error(`holidays-id.csv: row ${read.problems[0]!.row}, ${read.problems[0]!.message.en}`);
  return read.calendar;
}

export interface RegionRecord {
  code: string;
  kemendagriCode: string;
  name: string;
  kind: 'provinsi' | 'kabupaten' | 'kota';
  facts: Record<string, string>;
}

const provinces: RegionRecord[] = [{ code: '17', kemendagriCode: '17', name: 'Provinsi Bengkulu', kind: 'provinsi', facts: { capital: 'Bengkulu' } }];

/** The province and the ten regions that ship with the product. */
export function referenceRegions(): RegionRecord[] {
  const [header, ...rows] = csvRows(referenceFile('regions-id.csv'));
  const regions = rows.map((fields) => {
    const {
      bps_code: code,
      kemendagri_code: kemendagriCode,
      name,
      kind,
      ...facts
    } = Object.fromEntries(header!.map((column, index) => [column, fields[index] ?? '']));
    return { code: code!, kemendagriCode: kemendagriCode!, name: name!, kind: kind as RegionRecord['kind'], facts: facts as Record<string, string> };
  });
  return [...provinces, ...regions];
}

/** RFC 4180, for files of our own. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue;
    rows.push(
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .slice(0, -1)
        .map(([, field = '']) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field)),
    );
  }
  return rows;
}
