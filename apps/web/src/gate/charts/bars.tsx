interface Bar {
  label: string;
  /** The filled part. */
  value: number;
  /** A longer, lighter part behind it, with a mark at its end. */
  beyond?: number;
  says: string;
}

const [width, left, right, step] = [640, 190, 70, 26];

/** Lying bars with their labels before and their numbers after them: the length and the number say the same. */
export function Bars({ bars, label }: { bars: Bar[]; label: string }) {
  const most = Math.max(1, ...bars.map(({ value, beyond = 0 }) => Math.max(value, beyond)));
  const long = (value: number) => ((width - left - right) * value) / most;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${bars.length * step + 4}`}>
      {bars.map(({ label: name, value, beyond, says }, n) => {
        const y = n * step + 4;
        return (
          <g key={name}>
            <text x={left - 10} y={y + 14} textAnchor="end">
              {name.length > 30 ? `${name.slice(0, 29)}…` : name}
            </text>
            <line x1={left} x2={left} y1={y} y2={y + 20} stroke="var(--line-strong)" />
            {beyond !== undefined && <rect className="bar-2" x={left} y={y + 2} width={long(beyond)} height={16} />}
            <rect className="bar" x={left} y={y + 5} width={long(value)} height={10} />
            {beyond !== undefined && <line className="tick-mark" x1={left + long(beyond)} x2={left + long(beyond)} y1={y} y2={y + 20} />}
            <text className="value" x={left + long(Math.max(value, beyond ?? 0)) + 8} y={y + 14}>
              {says}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
