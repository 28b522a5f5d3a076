import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { completeness, linesOf, type MatrixPlace, type MatrixProblem, type MatrixTable, parseTable, type PlanMatrix, tableChanges, validateMatrix, withTable } from '#process/matrix/index';
import { label } from '../door/shapes';

const row = z.record(z.string(), z.unknown());

/** What an import would do. `line` is the line of the file on which a row begins, from 1. */
export class TableImportShape extends createZodDto(
  z.object({
    dryRun: z.literal(true), table: z.string(), acceptable: z.boolean(),
    added: z.array(z.object({ row: z.number(), line: z.number(), after: row })),
    changed: z.array(z.object({ row: z.number(), line: z.number(), columns: z.array(z.string()), before: row, after: row })),
    removed: z.array(z.object({ row: z.number(), before: row })),
    unchanged: z.number(), missing: z.array(z.string()),
    problems: z.array(z.object({ kind: z.enum(['error', 'warning']), table: z.string(), line: z.number().nullable(), row: z.number(), column: z.string(), code: z.string(), message: label })), total: z.number(),
  }),
) {}

/** Judges a file as the import would and compares it with the table as it is. A file with errors changes nothing, so that nothing is compared. */
export function previewImport(before: PlanMatrix, table: MatrixTable, csv: string, place: MatrixPlace) {
  const lines = linesOf(table, csv);
  const withLine = (problem: MatrixProblem) => ({ ...problem, line: problem.table === table ? (lines[problem.row] ?? null) : null });
  const parsed = parseTable(table, csv);
  const judged = 'problems' in parsed ? parsed : validateMatrix(withTable(before, table, parsed.rows), place);
  const head = { dryRun: true as const, table };
  if ('problems' in judged) return { ...head, acceptable: false, added: [], changed: [], removed: [], unchanged: 0, missing: [], problems: judged.problems.map(withLine), total: judged.total };
  const { matrix, warnings } = judged;
  const changes = tableChanges(before, matrix, table);
  const at = <T extends { row: number }>(change: T) => ({ ...change, line: lines[change.row]! });
  return {
    ...head, acceptable: true, added: changes.added.map(at), changed: changes.changed.map(at), removed: changes.removed, unchanged: changes.unchanged,
    missing: completeness(matrix), problems: warnings.map(withLine), total: warnings.length,
  };
}
