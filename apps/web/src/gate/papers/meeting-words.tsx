import { zoneOfRegion } from '#process/time/zones';
import { inRow } from '../../pieces/dates';
import { useWords } from '../../words/words';
import type { CalledMeeting } from '../api/shapes';

/** "Sel 1 Des 2026, 09.30 WIB". */
export function useWhen(province: string): (call: Pick<CalledMeeting, 'on' | 'time'>) => string {
  const { language } = useWords();
  return ({ on, time }) => `${inRow(on, language)}, ${time.replace(':', '.')} ${zoneOfRegion(province)}`;
}

export function Place({ place }: { place: string }) {
  return /^https:\/\/\S+$/.test(place) ? (
    <a href={place} rel="noreferrer noopener" target="_blank">
      {place}
    </a>
  ) : (
    <>{place}</>
  );
}
