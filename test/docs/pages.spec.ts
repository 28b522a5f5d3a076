import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rpikV1 } from '#process';
import { settings } from '#config/settings';

const page = (name: string): string => readFileSync(path.join(__dirname, '..', '..', 'docs', name), 'utf8');

describe('the glossary', () => {
  const glossary = page('glossary.md');
  const { stages, outcomes, roles, documents, reasons } = rpikV1;

  it.each(Object.entries({ stages, outcomes, roles, documents, reasons }))(
    'gives each of the %s in both languages, as the definition says it',
    (_, words) => {
      const lines = Object.entries(words).map(([code, { label }]) => `| ${label.id} | ${label.en} | \`${code}\` |`);
      expect(lines.filter((line) => !glossary.includes(line))).toEqual([]);
    },
  );
});

describe('the operations page', () => {
  it('explains every key that Selaras reads, and none besides', () => {
    const explained = [...page('operations.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, key]) => key);
    expect(explained.sort()).toEqual(Object.keys(settings).sort());
  });
});

describe('the list of pages', () => {
  it('leads to pages that are there', () => {
    const linked = [...page('README.md').matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link!);
    expect(linked.length).toBeGreaterThan(15);
    expect(linked.filter((link) => !existsSync(path.join(__dirname, '..', '..', 'docs', link)))).toEqual([]);
  });

  it('has decisions that each bear a number of their own', () => {
    const numbers = readdirSync(path.join(__dirname, '..', '..', 'docs', 'decisions')).map((file) => file.slice(0, 4));
    expect(numbers).toEqual([...new Set(numbers)]);
  });
});
