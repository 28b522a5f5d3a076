/** One line to the reader's terminal or pipe. */
export const print = (line = ''): void => void process.stdout.write(`${line}\n`);

/** Columns as wide as their widest cell, two spaces apart. */
export function printTable(header: string[], rows: string[][]): void {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  for (const row of all) print(row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd());
}
