import { Fragment } from 'react';
import { groupBy } from '../../pieces/group-by';

interface Bar {
  label: string;
  /** The filled part. */
  value: number;
  /** A longer, lighter part behind it, with a mark at its end. */
  beyond?: number;
  says: string;
  /** Bars of one group stand together under its name. */
  group?: string;
}

/** How much of its lane the longest bar fills; its number stands in the rest. */
const longest = 78;

/** Lying bars with their labels before and their numbers after them: the length and the number say the same. */
export function Bars({ bars, label }: { bars: Bar[]; label: string }) {
  const most = Math.max(1, ...bars.map(({ value, beyond = 0 }) => Math.max(value, beyond)));
  return (
    <div className="bars" role="img" aria-label={label}>
      {groupBy(bars, ({ group = '' }) => group).map(([group, members]) => (
        <Fragment key={group}>
          {group && <span className="group">{group}</span>}
          {members.map(({ label: name, value, beyond, says }) => {
            const whole = Math.max(value, beyond ?? 0);
            return (
              <Fragment key={name}>
                <span className={whole === 0 ? 'name muted' : 'name'}>{name}</span>
                <span className="lane-of">
                  <span style={{ width: `${(longest * whole) / most}%` }}>
                    {whole > 0 && beyond !== undefined && <span className="beyond" style={{ width: '100%' }} />}
                    <span className="bar-of" style={{ width: whole === 0 ? 0 : `${(100 * value) / whole}%` }} />
                  </span>
                  <span className={whole === 0 ? 'value nothing' : 'value'}>{says}</span>
                </span>
              </Fragment>
            );
          })}
        </Fragment>
      ))}
    </div>
  );
}
