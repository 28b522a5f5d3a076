import { useState } from 'react';
import { Icon, type IconName } from '../pieces/icon';
import { useWords } from '../words/words';
import type { Cause, StalledCase } from './shapes';
import { StallCard } from './stall-card';
import { scaleOf } from './silence-bar';

/** In the order in which the work goes; the machine comes last. */
export const causes: readonly Cause[] = ['missing-holder', 'regency', 'council', 'province', 'gate', 'ministry', 'hold', 'system'];
const always: readonly Cause[] = ['regency', 'province', 'ministry', 'system'];
const look: Record<Cause, { icon: IconName; ink: string }> = {
  regency: { icon: 'user', ink: 't-back' }, council: { icon: 'user', ink: 't-now' }, province: { icon: 'case', ink: 't-soon' }, gate: { icon: 'lock', ink: 't-done' }, ministry: { icon: 'globe', ink: 'muted' },
  hold: { icon: 'pause', ink: 'muted' }, 'missing-holder': { icon: 'x', ink: 't-late' }, system: { icon: 'bolt', ink: 't-sys' },
};
const atFirst = 5;

interface Props {
  items: StalledCase[];
  counts: Record<Cause, number>;
  open: string | undefined;
  picked: ReadonlySet<string>;
  onOpen: (caseId: string) => void;
  onPick: (caseId: string) => void;
}

/** A column for each cause, the longest silence on top. Causes that are rare are there when they occur. */
export function Columns({ items, counts, open, picked, onOpen, onPick }: Props) {
  const shown = causes.filter((cause) => always.includes(cause) || counts[cause] > 0);
  const scale = scaleOf(items);
  const column = (cause: Cause) => <Column key={cause} cause={cause} count={counts[cause]} items={items.filter((item) => item.cause === cause)} {...{ scale, open, picked, onOpen, onPick }} />;
  return (
    <>
      <div className="stall-lanes">{shown.filter((cause) => counts[cause] > 0).map(column)}</div>
      <div className="stall-lanes idle">{shown.filter((cause) => counts[cause] === 0).map(column)}</div>
      <Legend scale={scale} />
    </>
  );
}

function Column({ cause, count, items, scale, open, picked, onOpen, onPick }: Omit<Props, 'counts'> & { cause: Cause; count: number; scale: number }) {
  const { t } = useWords();
  const [isWhole, setWhole] = useState(false);
  const openAt = items.findIndex(({ caseId }) => caseId === open);
  const shown = isWhole ? items : items.slice(0, Math.max(atFirst, openAt + 1));
  return (
    <section className="lane" aria-label={t(`cause.${cause}`)}>
      <h2>
        <span className={look[cause].ink}>
          <Icon name={look[cause].icon} />
        </span>
        {t(`cause.${cause}`)}
        <span className="c num">{count}</span>
      </h2>
      {shown.map((item) => (
        <StallCard key={item.caseId} item={item} scale={scale} isOpen={item.caseId === open} isPicked={picked.has(item.caseId)} onOpen={() => onOpen(item.caseId)} onPick={() => onPick(item.caseId)} />
      ))}
      {shown.length < items.length && (
        <button type="button" className="btn q s more" onClick={() => setWhole(true)}>
          {t('radar.more', { n: items.length - shown.length })}
        </button>
      )}
    </section>
  );
}

function Legend({ scale }: { scale: number }) {
  const { t } = useWords();
  return (
    <p className="small muted flex wrap stall-legend">
      <span className="flex">
        <span className="swatch pt-back" /> {t('radar.legendSilent')}
      </span>
      <span className="flex">
        <span className="swatch band" /> {t('radar.legendUsual')}
      </span>
      <span className="flex">
        <span className="swatch lim" /> {t('radar.legendLimit')}
      </span>
      <span>{t('radar.legendScale', { n: scale })}</span>
    </p>
  );
}
