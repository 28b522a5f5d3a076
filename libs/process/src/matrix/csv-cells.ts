export type Separator = ',' | ';';

/** The separator the header row speaks for: column names hold neither, so the first one met decides. */
export function separatorOf(text: string): Separator {
  const header = /^[^\r\n]*/.exec(text)![0];
  return header.includes(';') || !header.includes(',') ? ';' : ',';
}

/**
 * The first `most` records of an RFC 4180 text: quoted fields, doubled quotes, CRLF, LF or CR; blank lines are left out.
 * Or the record (the header is 0) whose quotes do not close or stand inside bare text. `starts`: where each record begins in the text.
 */
export function recordsOf(text: string, separator: Separator, most: number): { records: string[][]; starts: number[] } | { malformed: number; starts: number[] } {
  const records: string[][] = [];
  const starts: number[] = [];
  let record: string[] = [];
  let [at, start] = [0, 0];
  while (at < text.length && records.length < most) {
    if (record.length === 0) start = at;
    const field = readField(text, at, separator);
    if (!field) return { malformed: records.length, starts: [...starts, start] };
    record.push(field.value);
    at = field.end;
    if (text[at] === separator && ++at < text.length) continue;
    if (text[at - 1] === separator && at === text.length && field.end < at) record.push('');
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    if (record.length > 1 || record[0] !== '') {
      records.push(record);
      starts.push(start);
    }
    record = [];
  }
  return { records, starts };
}

/** The field that begins at `start`, and where its separator, line end or the end of the text stands. */
function readField(text: string, start: number, separator: Separator): { value: string; end: number } | undefined {
  const ends = (at: number): boolean => at === text.length || text[at] === separator || text[at] === '\r' || text[at] === '\n';
  if (text[start] !== '"') {
    let end = start;
    while (!ends(end)) end++;
    const value = text.slice(start, end);
    return value.includes('"') ? undefined : { value, end };
  }
  const parts: string[] = [];
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    parts.push(text.slice(at, quote));
    at = quote + 2;
    if (text[quote + 1] === '"') parts.push('"');
    else return ends(quote + 1) ? { value: parts.join(''), end: quote + 1 } : undefined;
  }
}

/** One record as text; a cell is quoted when any spreadsheet might cut it, whatever separator it believes in. */
export function recordText(cells: readonly string[], separator: Separator): string {
  return `${cells.map((cell) => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator)}\r\n`;
}

/**
 * A text that no spreadsheet runs as a formula (CWE-1236): an apostrophe before = + - @ at its beginning, and after every character at which
 * an office with another list separator would cut the cell. `readableText` takes exactly that off again.
 */
export function harmlessText(text: string): string {
  return text.replace(/(?<=^|[",;\t\r\n])('*)(?=[=+\-@\t\r＝＋－＠])/g, "'$1");
}

export function readableText(cell: string): string {
  return cell.replace(/(?<=^|[",;\t\r\n])'('*)(?=[=+\-@\t\r＝＋－＠])/g, '$1');
}

/** A number with a decimal comma or point; undefined when it is none, 'ambiguous' when 1.000 may be a thousand or one. */
export function readNumber(cell: string): number | 'ambiguous' | undefined {
  const text = cell.trim();
  if (!/^[+-]?[0-9]+([.,][0-9]+)?(e[+-]?[0-9]+)?$/i.test(text)) return undefined;
  return /^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$/.test(text) ? 'ambiguous' : Number(text.replace(',', '.'));
}

/** The number as `readNumber` takes it back: decimal comma beside semicolons, a fourth decimal where three would be ambiguous. */
export function numberText(value: number, separator: Separator): string {
  const text = String(value);
  const clear = readNumber(text) === 'ambiguous' ? `${text}0` : text;
  return separator === ';' ? clear.replace('.', ',') : clear;
}
