import { tellProvince } from './tell-province';

/** `npm run story`: needs a running demo (`npm start` in another terminal), whose address is SELARAS_URL. */
const url = process.env['SELARAS_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;
const year = Number(process.argv[2] ?? 2027);
const print = (line = '') => process.stdout.write(`${line}\n`);
const began = Date.now();

tellProvince(url, year, (line) => print(`${String(((Date.now() - began) / 1000).toFixed(1)).padStart(6)} s  ${line}`)).then(
  ({ rows, checks }) => {
    print();
    print(`${'region'.padEnd(18)}${'stage'.padEnd(22)}rounds  acts  documents  notices`);
    for (const row of rows)
      print(`${row.region.padEnd(18)}${row.stage.padEnd(22)}${String(row.rounds).padStart(6)}${String(row.acts).padStart(6)}${String(row.documents).padStart(11)}${String(row.notices).padStart(9)}`);
    print();
    for (const { what, holds } of checks) print(`${holds ? 'yes' : 'NO '}  ${what}`);
    const failed = checks.filter(({ holds }) => !holds).length;
    print(`${checks.length - failed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nIs the demo running at ${url}? Start it with \`npm start\`.\n`);
    process.exitCode = 1;
  },
);
