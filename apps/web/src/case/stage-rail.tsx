import type { Definition } from '#process';
import type { CaseView } from '../api/shapes';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';

const lanes = ['regency', 'province', 'nation'] as const;
const laneNames = { regency: { id: 'Kabupaten/kota', en: 'Regency' }, province: { id: 'Provinsi', en: 'Province' }, nation: { id: 'Kementerian', en: 'Ministry' } };
const [step, top, gap, left] = [52, 44, 52, 120];

/** Where the case stands among all stages: a drawing on wide screens, and a list that everybody can read. */
export function StageRail({ view, definition }: { view: CaseView; definition: Definition }) {
  const { t, say } = useWords();
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
  const phases = [...new Set(stages.map(([, { phase }]) => phase))];
  return (
    <section className="card rail" aria-label={t('case.rail', { done: Math.max(at, 0), all: names.length })}>
      <svg className="map" viewBox={`0 0 ${width} 190`} aria-hidden="true">
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
        {spots.map(({ name, x, y, state }, index) => (
          <g key={name}>
            <circle cx={x} cy={y} r={state === 'now' ? 13 : 10} fill={state === 'done' ? 'var(--daun)' : state === 'now' ? 'var(--nila)' : 'var(--surface)'} stroke={state === 'now' ? 'var(--ring)' : state === 'done' ? 'var(--daun)' : 'var(--line-strong)'} strokeWidth="2" />
            {state === 'done' ? <path d={`M${x - 5} ${y}l4 4 6-8`} fill="none" stroke="var(--surface)" strokeWidth="2" /> : <text x={x} y={y + 4} textAnchor="middle" className={`knot-n ${state}`}>{index + 1}</text>}
          </g>
        ))}
        {spots[at] && (
          <text className="nm" x={Math.min(Math.max(spots[at].x, left + 40), width - 90)} y={184} textAnchor="middle">
            {say(spots[at].stage.label)} · {t('case.now')}
          </text>
        )}
      </svg>
      <details className="vrail">
        <summary className="b">
          {at < names.length ? `${at + 1}. ${say(view.stage.label)}` : say(view.stage.label)} <span className="small muted">{t('case.rail', { done: Math.max(at, 0), all: names.length })}</span>
        </summary>
        <ol>
        {spots.map(({ name, stage, state }) => (
          <li key={name} className={state === 'ahead' ? 'fut' : ''} aria-current={state === 'now' ? 'step' : undefined}>
            <span className={`knot ${state === 'done' ? 't-done f' : state === 'now' ? 't-now f' : 'muted'}`}>
              <Icon name={state === 'done' ? 'check' : state === 'now' ? 'dot' : 'ring'} />
            </span>
            <span className={state === 'now' ? 'b' : ''}>{say(stage.label)}</span> <span className="small muted">{t(`case.${state}`)}</span>
            {state === 'now' && view.round > 1 && <span className="small t-back"> · {t('case.round', { n: view.round, returns: view.round - 1 })}</span>}
          </li>
        ))}
      </ol>
      </details>
    </section>
  );
}
