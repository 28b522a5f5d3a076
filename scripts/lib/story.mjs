import fs from 'node:fs';
import path from 'node:path';
import { runCommand } from './commands.mjs';
import { root } from './home.mjs';
import { Trouble } from './trouble.mjs';

const mark = (home) => path.join(home, 'run', 'story-told');

/** Whether this home has its story; the record itself is asked only when nobody here remembers. */
export const isTold = (home) => fs.existsSync(mark(home));

/** Plays the story through the API, chapter by chapter on the screen; what is recorded already is not done twice. */
export async function tellStory(home, url, env) {
  const code = await runCommand(process.execPath, ['--enable-source-maps', path.join('dist', 'test', 'story', 'demo.js')], { cwd: root, env: { ...env, SELARAS_URL: url }, show: true });
  if (code !== 0) throw new Trouble(`The story of the demo was not told to its end (code ${code}).`, 'Read the lines above, then run `npm start` again: it goes on where it ended. `SELARAS_STORY=0 npm start` opens the demo without it.');
  fs.writeFileSync(mark(home), `${new Date().toISOString()}\n`);
}
