import type { Definition } from '#process';
import type { CaseView } from '../api/shapes';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';
import { lanes, layOutRail, sheet, type Spot } from './rail-layout';

const laneNames = { regency: { id: 'Kabupaten/kota', en: 'Regency or city' }, province: { id: 'Provinsi', en: 'Province' }, nation: { id: 'Kementerian', en: 'Ministries' } };
const lineHeight = 14;

/** Where the case stands among all stages: a drawing on wide screens, and a list that everybody can read. */
export function StageRail({ view, definition }: { view: CaseView; definition: Definition }) {
  const { t, say } = useWords();
  const names = Object.keys(definition.stages);
  const at = view.status === 'open' ? names.indexOf(view.stage.id) : names.length;
  const { spots, strips } = layOutRail(definition, at, say);
  const thread = (from: number, to: number) => spots.slice(from, to).map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const count = t('case.rail', { done: Math.max(at, 0), all: names.length });
  const standing = at < names.length ? `${at + 1}. ${say(view.stage.label)}` : say(view.stage.label);
  const round = view.round > 1 ? t('case.round', { n: view.round, returns: view.round - 1 }) : '';
  return (
    <section className="card rail" aria-label={count}>
      <svg className="map" viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="img" aria-label={`${standing}. ${count}`}>
        {strips.map(({ phase, x, width, isNow }) => (
          <g key={phase}>
            <rect x={x + 2} y={0} width={width - 4} height={24} rx={3} fill={isNow ? 'var(--nila-tint)' : 'var(--surface-3)'} />
            <text className="ph" x={x + 10} y={16}>
              {phase} {t(`case.phase.${phase}` as 'case.phase.A')}
            </text>
          </g>
        ))}
        {lanes.map((lane, index) => (
          <g key={lane}>
            <line x1={sheet.left} x2={sheet.width - sheet.right} y1={sheet.top + index * sheet.gap} y2={sheet.top + index * sheet.gap} stroke="var(--line)" strokeDasharray="2 4" />
            <text className="lane" x={2} y={sheet.top + index * sheet.gap + 4}>
              {say(laneNames[lane])}
            </text>
          </g>
        ))}
        <path d={thread(Math.max(at, 0), spots.length)} fill="none" stroke="var(--line-strong)" strokeWidth="2" strokeDasharray="2 5" />
        <path d={thread(0, at + 1)} fill="none" stroke="var(--nila)" strokeWidth="4" strokeLinejoin="round" />
        {spots.map((spot, index) => (
          <Knot key={spot.name} spot={spot} number={index + 1} title={say(definition.stages[spot.name]!.label)} now={round || t('case.now')} />
        ))}
      </svg>
      <details className="vrail">
        <summary className="b">
          {standing} <span className="small muted">{count}</span>
        </summary>
        <ol>
          {spots.map(({ name, state }) => (
            <li key={name} className={state === 'ahead' ? 'fut' : ''} aria-current={state === 'now' ? 'step' : undefined}>
              <span className={`knot ${state === 'done' ? 't-done f' : state === 'now' ? 't-now f' : 'muted'}`}>
                <Icon name={state === 'done' ? 'check' : state === 'now' ? 'dot' : 'ring'} />
              </span>
              <span className={state === 'now' ? 'b' : ''}>{say(definition.stages[name]!.label)}</span> <span className="small muted">{t(`case.${state}`)}</span>
              {state === 'now' && round && <span className="small t-back"> · {round}</span>}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

/** Above its knot a name ends where below it would begin; what stands there now says so in a line of its own. */
function Knot({ spot: { x, y, state, lines, side }, number, title, now }: { spot: Spot; number: number; title: string; now: string }) {
  const said = state === 'now' ? [...lines, now] : lines;
  const first = side === 'below' ? y + 29 : y - 18 - (said.length - 1) * lineHeight;
  const radius = state === 'now' ? 13 : lines.length > 0 ? 11 : 9;
  return (
    <g>
      <title>{`${number}. ${title}`}</title>
      <circle cx={x} cy={y} r={radius} fill={state === 'done' ? 'var(--daun)' : state === 'now' ? 'var(--nila)' : 'var(--surface)'} stroke={state === 'now' ? 'var(--ring)' : state === 'done' ? 'var(--daun)' : 'var(--line-strong)'} strokeWidth="2" />
      {state === 'done' ? (
        <path d={`M${x - 4.5} ${y}l3.500 3.500 5.500-7`} fill="none" stroke="var(--surface)" strokeWidth="2" />
      ) : (
        <text x={x} y={y + 4} textAnchor="middle" className={`knot-n ${state}`}>
          {number}
        </text>
      )}
      {said.map((line, n) => (
        <text key={line} x={x} y={first + n * lineHeight} textAnchor="middle" className={n === lines.length ? 'at' : 'nm'}>
          {line}
        </text>
      ))}
    </g>
  );
}
