import { type ReactNode, useState } from 'react';
import { Icon } from '../../pieces/icon';
import { useWords } from '../../words/words';
import { save } from '../pieces/csv';
import { csvText } from './csv-text';

/** A picture with the same numbers as a table, one press away, and as a file. */
export function Chart({ title, says, name, columns, rows, children }: { title: string; says: string; name: string; columns: string[]; rows: (string | number)[][]; children: ReactNode }) {
  const { t } = useWords();
  const [isTable, setTable] = useState(false);
  return (
    <section className="card chart" aria-label={title}>
      <div className="hd wrap">
        <h2>{title}</h2>
        <span className="flex end">
          <button type="button" className="btn q s" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {t(isTable ? 'chart.asPicture' : 'gate.asTable')}
          </button>
          <button type="button" className="btn s" aria-label={t('gate.csvOf', { what: title })} onClick={() => save(csvText([columns, ...rows]), `${name}.csv`)}>
            <Icon name="down" small /> CSV
          </button>
        </span>
      </div>
      <div className="bd stack-s">
        <p className="small muted">{says}</p>
        {isTable ? (
          <table className="stackt">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([head, ...cells]) => (
                <tr key={head}>
                  <th scope="row">{head}</th>
                  {cells.map((each, n) => (
                    <td key={columns[n + 1]} data-l={columns[n + 1]}>
                      {each}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          children
        )}
      </div>
    </section>
  );
}
