import type { boardView } from './cohort-view';

const columns = ['region', 'name', 'state', 'caseId', 'round', 'phase', 'stage', 'status', 'enteredAt', 'dueOn', 'provisional', 'workingDaysLeft', 'workingDaysInStage', 'arrivedAt', 'missingSince', 'lacksDocuments', 'openRemarks', 'lacksReadiness', 'openConflicts', 'waitsFor', 'asIf', 'blockedBy'] as const;

/** The board as a table (RFC 4180), a row a member; what the caller may not know stays empty. */
export function boardCsv({ members, asIf, blockedBy }: ReturnType<typeof boardView>): string {
  const rows = members.map(({ region, stage, lacks, conflicts, actors, ...row }) => [
    region.code, region.name, row.state, row.caseId, row.round, row.phase, stage?.id, row.status, row.enteredAt, row.dueOn, row.provisionalBecause?.id, row.workingDaysLeft, row.workingDaysInStage, row.arrivedAt, row.missingSince,
    lacks?.documents.join(' '), lacks?.remarks, lacks?.readiness.join(' '), conflicts?.join(' '), actors.map(({ role, scope }) => `${role}@${scope}`).join(' '), asIf?.supposed.join(' '), blockedBy.id,
  ]);
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Spreadsheets take a cell that begins with one of these for a formula. */
const formula = /^[=+\-@\t\r]/;

export function cell(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
