import type { Text } from '../text';
import type { MatrixTable } from './plan-matrix';

/** An error keeps the matrix out; a warning is shown and lets it in. */
export type ProblemKind = 'error' | 'warning';

interface Known {
  kind: ProblemKind;
  message: Text;
}

const error = (id: string, en: string): Known => ({ kind: 'error', message: { id, en } });
const warning = (id: string, en: string): Known => ({ kind: 'warning', message: { id, en } });

export const matrixLimits = {
  rows: 200,
  text: 200,
  problems: 200,
  tonnes: 1_000_000_000,
  hectares: 10_000_000,
  units: 100_000,
  target: 1e15,
  positions: 1_000,
} as const;

const known = {
  'not-a-matrix': error('Matriks rencana harus berupa objek dengan tabel-tabelnya.', 'The plan matrix must be an object of its tables.'),
  'unknown-table': error('Tabel ini tidak dikenal.', 'This table is not known.'),
  'not-a-table': error('Tabel harus berupa daftar baris.', 'The table must be a list of rows.'),
  'too-many-rows': error(
    'Tabel memuat terlalu banyak baris (paling banyak 200; pelabuhan satu).',
    'The table has too many rows (at most 200; the port has one).',
  ),
  'not-a-row': error('Baris harus berupa objek dengan kolom-kolomnya.', 'The row must be an object of its columns.'),
  'unknown-column': error('Kolom ini tidak dikenal.', 'This column is not known.'),
  required: error('Kolom ini wajib diisi.', 'This column must be filled in.'),
  'not-a-text': error('Isi kolom harus berupa teks.', 'The column takes a text.'),
  'text-too-long': error('Teks lebih dari 200 karakter.', 'The text is longer than 200 characters.'),
  'text-unreadable': error('Teks memuat karakter yang tidak terbaca.', 'The text holds characters that cannot be read.'),
  'not-a-number': error('Isi kolom harus berupa bilangan.', 'The column takes a number.'),
  'number-out-of-bounds': error('Bilangan di luar batas yang masuk akal.', 'The number lies outside plausible bounds.'),
  'not-a-whole-number': error('Isi kolom harus bilangan bulat.', 'The column takes a whole number.'),
  'not-in-list': error('Isi kolom tidak ada dalam daftar pilihan.', 'The value is not one of the choices.'),
  'kbli-invalid': error('Kode KBLI terdiri atas lima angka, dengan nol di depan bila ada.', 'A KBLI code has five digits, leading zeros included.'),
  'kbli-unknown': warning('Kode KBLI tidak ada dalam daftar contoh; mohon diperiksa.', 'The KBLI code is not in the sample list; please check it.'),
  'years-reversed': error('Tahun akhir mendahului tahun awal.', 'The last year lies before the first.'),
  'outside-plan-years': error('Tahun berada di luar jangka waktu rencana.', "The year lies outside the plan's term."),
  'not-a-list': error('Isi kolom harus berupa daftar kode daerah.', 'The column takes a list of region codes.'),
  'region-unknown': error('Kode daerah tidak dikenal.', 'The region code is not known.'),
  'region-repeated': error('Kode daerah disebut dua kali.', 'The region code is named twice.'),
  'region-itself': error('Daerah menyebut dirinya sendiri.', 'The region names itself.'),
  'link-to-itself': error('Rantai pasok berawal dan berakhir di tempat yang sama.', 'The link begins and ends in the same place.'),
  'link-of-others': error('Rantai pasok hanya dapat dinyatakan oleh salah satu ujungnya.', 'A link can only be declared by one of its ends.'),
  'link-repeated': error('Rantai pasok yang sama dinyatakan dua kali.', 'The same link is declared twice.'),
  'name-repeated': error('Nama yang sama dipakai dua kali.', 'The same name is used twice.'),
  'rtrw-ref-missing': warning('Rujukan RTRW belum diisi.', 'The reference to the spatial plan is still missing.'),
  'polygon-invalid': error(
    'Poligon bukan GeoJSON Polygon dengan posisi [bujur, lintang].',
    'The polygon is not a GeoJSON Polygon of [longitude, latitude] positions.',
  ),
  'polygon-too-large': error('Poligon memuat lebih dari 1.000 posisi.', 'The polygon has more than 1,000 positions.'),
  'polygon-too-short': error('Cincin poligon memerlukan paling sedikit empat posisi.', 'A ring of the polygon needs at least four positions.'),
  'polygon-open': error('Cincin poligon tidak tertutup.', 'A ring of the polygon is not closed.'),
  'polygon-crosses-itself': error('Garis batas poligon saling berpotongan.', 'The boundary of the polygon crosses itself.'),
  'polygon-hole-outside': error('Lubang poligon berada di luar batas luarnya.', 'A hole of the polygon lies outside its outer boundary.'),
  'outside-region': error('Poligon berada di luar wilayah daerah.', 'The polygon lies outside the region.'),
  'area-differs': warning(
    'Luas poligon berbeda lebih dari 20 persen dari luas yang dinyatakan.',
    'The area of the polygon differs from the declared area by more than 20 per cent.',
  ),
  'file-too-large': error('Berkas CSV terlalu besar.', 'The CSV file is too large.'),
  'quotes-unbalanced': error('Tanda kutip tidak berpasangan pada baris ini.', 'The quotes of this row do not close or stand inside bare text.'),
  'column-missing': error('Kolom tidak ada pada baris judul.', 'The column is missing from the header row.'),
  'column-repeated': error('Kolom muncul dua kali pada baris judul.', 'The column appears twice in the header row.'),
  'cells-missing': error('Baris memuat lebih sedikit sel daripada baris judul.', 'The row has fewer cells than the header.'),
  'cells-left-over': error('Baris memuat lebih banyak sel daripada baris judul.', 'The row has more cells than the header.'),
  'number-ambiguous': error(
    'Bilangan ini dapat dibaca sebagai ribuan atau desimal; tulis 1000 atau 1,0000.',
    'The number can be read as thousands or as decimals; write 1000 or 1.0000.',
  ),
} satisfies Record<string, Known>;

export type MatrixProblemCode = keyof typeof known;

export interface MatrixProblem {
  kind: ProblemKind;
  table: MatrixTable | 'matrix';
  /** From 1, the header of a CSV not counted; 0 means the table as a whole or its header. */
  row: number;
  column: string;
  code: MatrixProblemCode;
  message: Text;
}

export function matrixProblem(table: MatrixProblem['table'], row: number, column: string, code: MatrixProblemCode): MatrixProblem {
  return { table, row, column, code, ...known[code] };
}

/** Gathers problems without growing beyond what is shown: errors first, then warnings, 200 together; `total` counts all. */
export class ProblemList {
  private readonly errors: MatrixProblem[] = [];
  private readonly warnings: MatrixProblem[] = [];
  total = 0;

  add(table: MatrixProblem['table'], row: number, column: string, code: MatrixProblemCode): void {
    const problem = matrixProblem(table, row, column.slice(0, 60), code);
    const list = problem.kind === 'error' ? this.errors : this.warnings;
    this.total++;
    if (list.length < matrixLimits.problems) list.push(problem);
  }

  get failed(): boolean {
    return this.errors.length > 0;
  }

  shown(): MatrixProblem[] {
    return [...this.errors, ...this.warnings].slice(0, matrixLimits.problems);
  }
}
