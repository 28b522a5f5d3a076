import { buildHere } from './lib/build.mjs';
import { explain } from './lib/steps.mjs';

await buildHere().catch((error) => {
  explain(error);
  process.exitCode = 1;
});
