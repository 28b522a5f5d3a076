/** Spreadsheets take a cell that begins with one of these for a formula. */
const formula = /^[=+\-@\t\r]/;
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table of a screen as RFC 4180 has it. */
export const csvText = (rows: (string | number)[][]): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
