import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '.';

const libs = join(__dirname, '../..');

it('the address of a page is written in one place: no rule, record or notice writes one of its own', () => {
  const sources = readdirSync(libs, { recursive: true, encoding: 'utf8' }).filter((name) => /^(process|ledger|notifications)\/(src|testing)\/.*\.ts$/.test(name) && !/\.spec\.ts$|process\/src\/pages\.ts$/.test(name));
  expect(sources.length).toBeGreaterThan(100);
  const homes = Object.values(pages).map((page) => (typeof page === 'string' ? page : page('x', 'x')).split('/')[1]);
  const written = new RegExp(`['"\`]/(?:${homes.join('|')})(?:[/'"\`]|$)`, 'm');
  expect(sources.filter((name) => written.test(readFileSync(join(libs, name), 'utf8')))).toEqual([]);
});
