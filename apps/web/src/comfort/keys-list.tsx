import { Dialog } from '../pieces/dialog';
import { useWords } from '../words/words';
import type { WordKey } from '../words/id';
import { switchKeys, useKeysOn } from './single-keys';

const list: [keys: string[], word: WordKey][] = [
  [['Ctrl', 'K'], 'keys.palette'], [['/'], 'keys.search'], [['j', 'k'], 'keys.move'], [['o'], 'keys.open'], [['a'], 'keys.approve'], [['r'], 'keys.return'], [['c'], 'keys.remark'], [['n', 'p'], 'keys.change'],
  [['g', 'k'], 'keys.work'], [['g', 'c'], 'keys.cases'], [['g', 'p'], 'keys.province'], [['g', 't'], 'keys.stalled'], [['?'], 'keys.list'], [['Esc'], 'keys.close'],
];

export function KeysSwitch() {
  const { t } = useWords();
  const isOn = useKeysOn();
  return (
    <label className="flex tick-line">
      <input type="checkbox" className="tick" checked={isOn} onChange={({ target }) => switchKeys(target.checked)} />
      {t('keys.switch')}
    </label>
  );
}

export default function KeysList({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('keys.title')} close={onClose}>
      <p className="muted">{t('keys.lead')}</p>
      <dl className="keys">
        {list.map(([keys, word]) => (
          <div key={word}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <KeysSwitch />
    </Dialog>
  );
}
