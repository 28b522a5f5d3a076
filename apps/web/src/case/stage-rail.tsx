import type { Definition } from '#process';
import type { CaseView } from '../api/shapes';
import { dayInShort, dayOfInstant } from '../pieces/dates';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';

const lanes = ['regency', 'province', 'nation'] as const;
const laneNames = { regency: { id: 'Kabupaten/kota', en: 'Regency' }, province: { id: 'Provinsi', en: 'Province' }, nation: { id: 'Kementerian', en: 'Ministry' } };
const [step, top, gap, left] = [52, 44, 52, 120];

/** Where the case stands among all stages: a drawing on wide screens, and a list that everybody can read. */
export function StageRail({ view, definition }: { view: CaseView; definition: Definition }) {
  const { t, say, language } = useWords();
  const { left: leftAt, returns } = view.way;
  const stages = Object.entries(definition.stages);
  const names = stages.map(([name]) => name);
  const at = view.status === 'open' ? names.indexOf(view.stage.id) : names.length;
  const laneOf = (owner: string): (typeof lanes)[number] => {
    const role = definition.roles[owner];
    const lane = role?.lane ?? role?.level;
    return lane === 'province' || lane === 'nation' ? lane : 'regency';
  };
  const spots = stages.map(([name, stage], index) => ({ name, stage, x: left + index * step, y: top + lanes.indexOf(laneOf(stage.owner[0]!)) * gap, state: index < at ? 'done' : index === at ? 'now' : 'ahead' }) as const);
  const width = left + stages.length * step;
  const thread = (from: number, to: number) => spots.slice(from, to).map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const height = 204 + (returns.length > 0 ? 6 + returns.length * 16 : 0);
  const spotOf = (name: string) => spots[names.indexOf(name)];
  const dateOf = (name: string, as: typeof dayOfInstant) => (leftAt[name] === undefined ? undefined : as(leftAt[name], view.region.code, language));
  const phases = [...new Set(stages.map(([, { phase }]) => phase))];
  return (
    <section className="card rail" aria-label={t('case.rail', { done: Math.max(at, 0), all: names.length })}>
      <svg className="map" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {phases.map((phase) => {
          const members = spots.filter(({ stage }) => stage.phase === phase);
          const from = members[0]!.x - step / 2 + 3;
          return (
            <g key={phase}>
              <rect x={from} y={4} width={members.length * step - 6} height={20} fill={members.some(({ state }) => state === 'now') ? 'var(--nila-tint)' : 'var(--surface-3)'} />
              <text className="ph" x={from + 8} y={18}>
                {phase}
              </text>
            </g>
          );
        })}
        {lanes.map((lane, index) => (
          <g key={lane}>
            <line x1={left - 20} x2={width} y1={top + index * gap} y2={top + index * gap} stroke="var(--line)" strokeDasharray="2 4" />
            <text className="lane" x={4} y={top + index * gap + 4}>
              {say(laneNames[lane])}
            </text>
          </g>
        ))}
        <path d={thread(0, at + 1)} fill="none" stroke="var(--nila)" strokeWidth="4" strokeLinejoin="round" />
        <path d={thread(Math.max(at, 0), spots.length)} fill="none" stroke="var(--line-strong)" strokeWidth="2" strokeDasharray="2 5" />
        {returns.map(({ from, to, count }, index) => (
          <Loop key={`${from} ${to}`} from={spotOf(from)} to={spotOf(to)} depth={180 + index * 16} says={t('case.returned', { count })} />
        ))}
        {spots.map(({ name, x, y, state }, index) => (
          <g key={name}>
            <circle cx={x} cy={y} r={state === 'now' ? 13 : 10} fill={state === 'done' ? 'var(--daun)' : state === 'now' ? 'var(--nila)' : 'var(--surface)'} stroke={state === 'now' ? 'var(--ring)' : state === 'done' ? 'var(--daun)' : 'var(--line-strong)'} strokeWidth="2" />
            {state === 'done' ? <path d={`M${x - 5} ${y}l4 4 6-8`} fill="none" stroke="var(--surface)" strokeWidth="2" /> : <text x={x} y={y + 4} textAnchor="middle" className={`knot-n ${state}`}>{index + 1}</text>}
            {state === 'done' && (
              <text className="on" x={x} y={y + 24} textAnchor="middle">
                {dateOf(name, dayInShort)}
              </text>
            )}
          </g>
        ))}
        {spots[at] && (
          <text className="nm" x={Math.min(Math.max(spots[at].x, left + 40), width - 90)} y={height - 6} textAnchor="middle">
            {say(spots[at].stage.label)} · {t('case.now')}
          </text>
        )}
      </svg>
      <details className="vrail">
        <summary className="b">
          <span className="here">{at < names.length ? `${at + 1}. ${say(view.stage.label)}` : say(view.stage.label)}</span>{' '}
          <span className="small muted">
            {t('case.rail', { done: Math.max(at, 0), all: names.length })} · {t('case.dates')}
          </span>
        </summary>
        <ol>
          {spots.map(({ name, stage, state }) => (
            <li key={name} className={state === 'ahead' ? 'fut' : ''} aria-current={state === 'now' ? 'step' : undefined}>
              <span className={`knot ${state === 'done' ? 't-done f' : state === 'now' ? 't-now f' : 'muted'}`}>
                <Icon name={state === 'done' ? 'check' : state === 'now' ? 'dot' : 'ring'} />
              </span>
              <span className={state === 'now' ? 'b' : ''}>{say(stage.label)}</span>{' '}
              <span className="small muted">{state === 'done' && leftAt[name] !== undefined ? t('case.doneOn', { date: dateOf(name, dayOfInstant)! }) : t(`case.${state}`)}</span>
              {returns.filter(({ from }) => from === name).map(({ to, count }) => (
                <p key={to} className="small t-back">
                  {t('case.returnedTo', { count, stage: say(definition.stages[to]?.label) })}
                </p>
              ))}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

/** What sent the case back, from the desk it left to the one it came to again, with how often. */
function Loop({ from, to, depth, says }: { from: { x: number; y: number } | undefined; to: { x: number; y: number } | undefined; depth: number; says: string }) {
  if (!from || !to) return null;
  return (
    <g className="loop">
      <path d={`M${from.x} ${from.y + 12}C${from.x} ${depth + 8} ${to.x} ${depth + 8} ${to.x} ${to.y + 12}`} />
      <text x={(from.x + to.x) / 2} y={depth + 10} textAnchor="middle">
        {says}
      </text>
    </g>
  );
}
