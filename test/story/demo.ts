import { tellDemo } from './demo/tell-demo';

/** What `npm start` runs once the house is up: the story the demo opens with, told through the API at SELARAS_URL. */
const url = process.env['SELARAS_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;
const began = Date.now();
// On a terminal the line of the step that is under way is written over.
const start = process.stdout.isTTY ? '\r\x1b[2K' : '';
const print = (line: string) => process.stdout.write(`${start}  ${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);

tellDemo(url, print).then(
  (how) => {
    print(how === 'told' ? 'The story is told: it is Tuesday, 24 November 2026, 10.12 WIB.' : how === 'told before' ? 'The story had been told before.' : 'The clock has run on without the story: begin with an empty SELARAS_HOME to see it.');
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
