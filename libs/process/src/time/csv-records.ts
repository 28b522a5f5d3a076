/** Fields of each record, or the number of the record (from 1) whose quotes do not close or stand inside bare text. */
export type CsvRecords = { records: string[][] } | { malformedRecord: number };

/** RFC 4180: commas, fields in double quotes may hold commas, line breaks and doubled quotes; CRLF, LF or CR end a record. Empty lines are left out. */
export function csvRecords(text: string): CsvRecords {
  const records: string[][] = [];
  let fields: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const field = readField(text, at);
    if (!field) return { malformedRecord: records.length + 1 };
    fields.push(field.value);
    at = field.end;
    if (text[at] === ',') {
      at++;
      if (at < text.length) continue;
      fields.push('');
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    if (fields.length > 1 || fields[0] !== '') records.push(fields);
    fields = [];
  }
  return { records };
}

function readField(text: string, start: number): { value: string; end: number } | undefined {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && !',\r\n'.includes(text[end]!)) end++;
    const value = text.slice(start, end);
    return value.includes('"') ? undefined : { value, end };
  }
  let value = '';
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    value += text.slice(at, quote);
    const end = quote + 1;
    if (text[end] === '"') {
      value += '"';
      at = end + 1;
      continue;
    }
    return end === text.length || ',\r\n'.includes(text[end]!) ? { value, end } : undefined;
  }
}
