import type { Problem } from '../api/ask';
import { Trouble } from '../pieces/trouble';
import { DemoBar } from '../shell/demo-bar';
import { signOut } from '../shell/sign-out';
import { useWords } from '../words/words';

/** Somebody who is signed in and may see nothing, such as a person whose office has ended: told why, and let out again. */
export function NotSeated({ failure, again }: { failure: Problem; again: () => void }) {
  const { t } = useWords();
  return (
    <>
      <DemoBar />
      <main className="welcome stack">
        <h1>{failure.body.title}</h1>
        <Trouble failure={failure} again={again} />
        <button type="button" className="btn" onClick={() => void signOut(false)}>
          {t('nav.signOut')}
        </button>
      </main>
    </>
  );
}
