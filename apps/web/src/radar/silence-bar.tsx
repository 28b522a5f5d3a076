import type { Cause, Limit } from './shapes';

const patterns: Record<Cause, string> = { regency: 'pt-back', province: 'pt-soon', ministry: 'pt-wait', council: 'pt-now', gate: 'pt-fix', hold: 'pt-waive', 'missing-holder': 'pt-late', system: 'pt-sys' };

/** How long it has been silent, between what is usual and what is allowed. The sentence beside it says the same in words. */
export function SilenceBar({ days, limit, cause, scale }: { days: number; limit: Limit; cause: Cause; scale: number }) {
  const at = (value: number) => `${Math.min(100, (value / scale) * 100)}%`;
  return (
    <span className="dw" aria-hidden="true">
      <span className={`val ${patterns[cause]}`} style={{ width: at(days) }} />
      {limit.p50 !== undefined && limit.p80 !== undefined && <span className="band" style={{ left: at(limit.p50), width: `calc(${at(limit.p80)} - ${at(limit.p50)})` }} />}
      <span className="lim" style={{ left: at(limit.days) }} />
    </span>
  );
}

/** One scale for all bars of a page, so that they can be compared: the next round number above the longest. */
export function scaleOf(items: readonly { silentDays: number; limit: Limit }[]): number {
  const longest = Math.max(10, ...items.flatMap(({ silentDays, limit }) => [silentDays, limit.days, limit.p80 ?? 0]));
  const step = longest > 100 ? 50 : longest > 40 ? 20 : 5;
  return Math.ceil(longest / step) * step;
}
