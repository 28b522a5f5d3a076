import { areaHaOf, boxOf } from '#process/matrix/polygon';
import { hub, type MatrixTable } from '#process/matrix/plan-matrix';
import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';
import { regions } from '../api/questions';
import { kbli } from './answers';
import { emptyRow, fieldsOf, type FormRow, idOf, readPlace } from './form';

/** Whose claims they are; with the case there is a table to take along. */
export interface ClaimsOf {
  id?: string;
  region: { code: string };
}

interface TableProps {
  table: MatrixTable;
  rows: FormRow[];
  view: ClaimsOf;
  canEdit: boolean;
  /** Complaints by the id of the field. */
  wrong: Map<string, string>;
  onChange: (rows: FormRow[]) => void;
  children?: ReactNode;
}

export function PlanTable({ table, rows, view, canEdit, wrong, onChange, children }: TableProps) {
  const { t } = useWords();
  const change = (at: number, part: FormRow) => onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <section className="card" aria-labelledby={`plan-${table}`}>
      <div className="hd wrap">
        <h2 id={`plan-${table}`} tabIndex={-1}>
          {t(`plan.${table}`)} ({rows.length})
        </h2>
        <span className="end flex wrap">
          {view.id !== undefined && (
            <a className="btn q s" href={`/v1/cases/${view.id}/plan-matrix/${table}`} download={`${view.id}-${table}.csv`} aria-label={t('plan.csvOf', { table: t(`plan.${table}`) })}>
              <Icon name="down" small /> CSV
            </a>
          )}
          {children}
        </span>
      </div>
      <p className="bd small muted">{t(`plan.hint.${table}`)}</p>
      {rows.map((row, at) => (
        <fieldset key={at} className="plan-row stack-s" disabled={!canEdit}>
          <legend className="sr">
            {t(`plan.${table}`)} {at + 1}
          </legend>
          <div className="plan-fields">
            {Object.keys(fieldsOf[table]).map((column) => (
              <PlanField key={column} table={table} column={column} row={at + 1} value={row[column] ?? ''} view={view} fault={wrong.get(idOf(table, at + 1, column))} onChange={(value) => change(at, { [column]: value })} />
            ))}
          </div>
          {canEdit && (
            <p>
              <button type="button" className="btn q s" onClick={() => onChange(rows.filter((_, index) => index !== at))}>
                <Icon name="x" small /> {t('plan.remove', { table: t(`plan.${table}`), n: at + 1 })}
              </button>
            </p>
          )}
        </fieldset>
      ))}
      {canEdit && (table !== 'port' || rows.length === 0) && (
        <p className="bd">
          <button type="button" className="btn" onClick={() => onChange([...rows, emptyRow(table)])}>
            <Icon name="plus" small /> {t('plan.add', { table: t(`plan.${table}`) })}
          </button>
        </p>
      )}
    </section>
  );
}

interface FieldProps {
  table: MatrixTable;
  column: string;
  row: number;
  value: string;
  view: ClaimsOf;
  fault: string | undefined;
  onChange: (value: string) => void;
}

function PlanField({ table, column, row, value, view, fault, onChange }: FieldProps) {
  const { t } = useWords();
  const { kind, optional, choices = [] } = fieldsOf[table][column]!;
  const id = idOf(table, row, column);
  const label = `${kind === 'end' ? t(`plan.end.${column}` as 'plan.end.from') : t(`plan.c.${column}` as 'plan.c.name')}${optional ? ` (${t('plan.optional')})` : ''}`;
  const common = { id, className: 'inp', 'aria-invalid': fault ? true : undefined, 'aria-describedby': fault ? `${id}-fault` : undefined, value, autoComplete: 'off' } as const;
  const onText = ({ target }: { target: { value: string } }) => onChange(target.value);
  const isWide = kind === 'polygon' || kind === 'regions' || kind === 'long';
  return (
    <div className={`fld ${fault ? 'bad' : ''} ${isWide ? 'wide' : ''}`}>
      {kind === 'regions' ? <span className="lb">{label}</span> : <label htmlFor={id}>{label}</label>}
      {fault && (
        <p id={`${id}-fault`} className="e">
          <Icon name="late" small /> {fault}
        </p>
      )}
      {kind === 'choice' && (
        <select {...common} onChange={onText}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`plan.v.${choice}` as 'plan.v.main')}
            </option>
          ))}
        </select>
      )}
      {kind === 'end' && <End {...common} view={view} onChange={onText} />}
      {kind === 'kbli' && <KbliInput {...common} onChange={onText} />}
      {kind === 'regions' && <RegionPicks id={id} value={value} view={view} label={label} onChange={onChange} />}
      {kind === 'polygon' && (
        <>
          <textarea {...common} className="inp coordinates" rows={2} spellCheck={false} placeholder={t('plan.parcelHint')} onChange={onText} />
          <Parcel text={value} />
        </>
      )}
      {(kind === 'text' || kind === 'long') && <input {...common} maxLength={200} onChange={onText} />}
      {(kind === 'number' || kind === 'year') && <input {...common} inputMode={kind === 'year' ? 'numeric' : 'decimal'} maxLength={20} onChange={onText} />}
    </div>
  );
}

type Control = { id: string; className: string; value: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined; autoComplete: 'off' };

/** Code or words of the classification; what is not in the sample may still be typed. */
function KbliInput({ onChange, ...control }: Control & { onChange: (event: { target: { value: string } }) => void }) {
  const { say } = useWords();
  const list = useId();
  const { data } = useQuery(kbli(control.value.trim()));
  const named = data?.items.find(({ code }) => code === control.value.trim());
  return (
    <>
      <input {...control} list={list} inputMode="search" maxLength={60} onChange={onChange} />
      <datalist id={list}>
        {data?.items.map(({ code, name }) => (
          <option key={code} value={code}>
            {say(name)}
          </option>
        ))}
      </datalist>
      {named && <span className="small muted">{say(named.name)}</span>}
    </>
  );
}

const useNeighbours = (view: ClaimsOf) => {
  const { data } = useQuery(regions);
  return (data ?? []).filter(({ code }) => code.length === 4 && code.startsWith(view.region.code.slice(0, 2)));
};

function End({ view, onChange, autoComplete: _, ...control }: Control & { view: ClaimsOf; onChange: (event: { target: { value: string } }) => void }) {
  const { t } = useWords();
  const neighbours = useNeighbours(view);
  return (
    <select {...control} onChange={onChange}>
      <option value="">{t('plan.choose')}</option>
      {neighbours.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
      <option value={hub}>Pulau Baai</option>
    </select>
  );
}

function RegionPicks({ id, value, view, label, onChange }: { id: string; value: string; view: ClaimsOf; label: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  const neighbours = useNeighbours(view).filter(({ code }) => code !== view.region.code);
  const picked = value.split(',').filter(Boolean);
  const names = neighbours.filter(({ code }) => picked.includes(code)).map(({ name }) => name);
  return (
    <details id={id}>
      <summary>{names.length > 0 ? names.join(', ') : t('plan.nobody')}</summary>
      <div className="region-picks" role="group" aria-label={label}>
        {neighbours.map(({ code, name }) => (
          <label key={code}>
            <input type="checkbox" checked={picked.includes(code)} onChange={({ target }) => onChange((target.checked ? [...picked, code] : picked.filter((one) => one !== code)).sort().join(','))} /> {name}
          </label>
        ))}
      </div>
    </details>
  );
}

/** What was pasted, drawn and measured, so that swapped coordinates are seen before anybody else sees them. */
function Parcel({ text }: { text: string }) {
  const { t, language } = useWords();
  if (text.trim() === '') return null;
  const polygon = readPlace(text);
  if (!polygon?.coordinates[0]?.length) return <p className="small t-late">{t('plan.parcelUnread')}</p>;
  const [west, south, east, north] = boxOf(polygon);
  const size = Math.max(east - west, north - south) || 1;
  const line = polygon.coordinates.map((ring) => `M${ring.map(([x, y]) => `${(((x - west) / size) * 90 + 5).toFixed(2)} ${(((north - y) / size) * 90 + 5).toFixed(2)}`).join('L')}Z`).join('');
  return (
    <p className="parcel small">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <path d={line} fillRule="evenodd" />
      </svg>
      {t('plan.parcelArea', { ha: areaHaOf(polygon).toLocaleString(language, { maximumFractionDigits: 2 }), points: polygon.coordinates[0].length - 1 })}
    </p>
  );
}
