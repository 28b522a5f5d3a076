import { Icon } from '../../pieces/icon';
import { useWords } from '../../words/words';
import type { Board } from '../api/shapes';
import { TickField } from '../../acts/fields';

/** What if the cut-off date had come, or somebody need not be waited for: nothing is recorded, the board shows what would be. */
export function Suppose({ board, asIf, onSuppose }: { board: Board; asIf: string; onSuppose: (next: string) => void }) {
  const { t } = useWords();
  const chosen = asIf === '' ? [] : asIf.split(',');
  const toggle = (one: string, is: boolean) => onSuppose((is ? [...chosen, one] : chosen.filter((each) => each !== one)).join(','));
  const waited = board.members.filter(({ region, state }) => state === 'active' && board.gate.missing.includes(region.code));
  return (
    <section className="card">
      <div className="hd">
        <Icon name="pen" />
        <h2>{t('gate.suppose')}</h2>
      </div>
      <div className="bd stack-s">
        <p className="small muted">{t('gate.supposeHint')}</p>
        {board.atCutOff && <TickField label={t('gate.supposeCutOff')} value={chosen.includes('cut-off')} onChange={(is) => toggle('cut-off', is)} />}
        {waited.map(({ region }) => (
          <TickField key={region.code} label={t('gate.supposeWaive', { who: region.name })} value={chosen.includes(`waive:${region.code}`)} onChange={(is) => toggle(`waive:${region.code}`, is)} />
        ))}
      </div>
    </section>
  );
}
