import './plan.css';
import { matrixTables } from '#process/matrix/plan-matrix';
import type { PlanForm } from './form';
import { type ClaimsOf, PlanTable } from './plan-table';

const nothingWrong = new Map<string, string>();

/** All tables of a plan matrix as fields of a larger form. */
export function MatrixFields({ form, of, onChange }: { form: PlanForm; of: ClaimsOf; onChange: (form: PlanForm) => void }) {
  return (
    <div className="stack">
      {matrixTables.map((table) => (
        <PlanTable key={table} table={table} rows={form[table]} view={of} canEdit wrong={nothingWrong} onChange={(rows) => onChange({ ...form, [table]: rows })} />
      ))}
    </div>
  );
}
