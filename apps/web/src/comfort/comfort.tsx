import './comfort.css';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { watchOpened } from '../pieces/opened';
import { useWords } from '../words/words';
import { onOpen, type Opened } from './open';
import { useShortcuts } from './shortcuts';
import { page } from '../pieces/page';

const Palette = page(() => import('./palette'));
const KeysList = page(() => import('./keys-list'));
const Tour = page(() => import('./tour'));

/** What lies over every page: the palette, the keys and their list, the tour. */
export function Comfort() {
  const { t } = useWords();
  const [opened, setOpened] = useState<Opened>();
  const [said, setSaid] = useState('');
  useEffect(() => onOpen(setOpened), []);
  useEffect(() => watchOpened(), []);
  useShortcuts(useCallback(() => {
    setSaid(t('keys.nothing'));
    setTimeout(() => setSaid(''), 2_000);
  }, [t]));
  const close = () => setOpened(undefined);
  return (
    <>
      <p className="sr" role="status">
        {said}
      </p>
      <Suspense fallback={null}>
        {opened === 'find' && <Palette onClose={close} />}
        {opened === 'keys' && <KeysList onClose={close} />}
        {opened === 'tour' && <Tour onClose={close} />}
      </Suspense>
    </>
  );
}
