import { inRow } from '../pieces/dates';
import { Provisional } from '../pieces/due';
import { useWords } from '../words/words';
import type { StalledCase } from './shapes';
import { SilenceBar } from './silence-bar';
import { useSilenceInWords } from './silence-words';

interface Props {
  item: StalledCase;
  scale: number;
  isOpen: boolean;
  isPicked: boolean;
  onOpen: () => void;
  onPick: () => void;
}

/** One case that does not move: where, how long, beside what is usual, and why in a sentence. */
export function StallCard({ item, scale, isOpen, isPicked, onOpen, onPick }: Props) {
  const { t, say, language } = useWords();
  const inWords = useSilenceInWords();
  return (
    <article className={isOpen ? 'kase sel' : 'kase'} aria-label={`${item.region.name} ${item.programmeYear}`}>
      <div className="flex between">
        <button type="button" className="linkish b" aria-pressed={isOpen} onClick={onOpen}>
          {item.region.name} <span className="muted">{item.programmeYear}</span>
        </button>
        <label className="pick">
          <span className="b num" aria-hidden="true">
            {item.silentDays}
          </span>
          <input type="checkbox" className="tick" checked={isPicked} onChange={onPick} aria-label={t('radar.pick', { name: `${item.region.name} ${item.programmeYear}` })} />
        </label>
      </div>
      <p className="small muted">
        {item.phase && `${item.phase} · `}
        {say(item.stage.label)}
      </p>
      <SilenceBar days={item.silentDays} limit={item.limit} cause={item.cause} scale={scale} />
      <p className="tiny muted">{inWords(item)}</p>
      {item.dueOn && (
        <p className="tiny muted">
          {t('radar.due', { date: inRow(item.dueOn, language) })} {item.provisional && <Provisional />}
        </p>
      )}
      <p className="small why">{say(item.sentence)}</p>
    </article>
  );
}
