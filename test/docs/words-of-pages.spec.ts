import fs from 'node:fs';
import path from 'node:path';
import { first } from '../../apps/web/src/words/first';
import { type Area, areas } from '../../apps/web/src/words/id';

const screens = path.join(__dirname, '..', '..', 'apps', 'web', 'src');
const names = Object.keys(areas) as Area[];

/** What a file says and loads, as far as its text shows. */
interface Part {
  with: string[];
  pages: { file: string; brings: Area[] }[];
  says: Set<Area>;
}
const areaOf = new Map<string, Area>(names.flatMap((area) => Object.keys(areas[area]).map((key): [string, Area] => [key, area])));
const parts = new Map<string, Part>();

function part(file: string): Part {
  const known = parts.get(file);
  if (known) return known;
  const text = fs.readFileSync(file, 'utf8');
  const at = (specifier: string) => ['.ts', '.tsx'].map((ending) => path.join(path.dirname(file), specifier) + ending).find((found) => fs.existsSync(found));
  const said = [...text.matchAll(/(['`])([\w.-]+)\1/g)].flatMap(([, , key]) => areaOf.get(key!) ?? []);
  const begun = [...text.matchAll(/`([\w.-]+\.)\$\{/g)].flatMap(([, start]) => [...areaOf].filter(([key]) => key.startsWith(start!)).map(([, area]) => area));
  const found: Part = {
    with: [...text.matchAll(/^(?:import|export)(?! type)[^;]*? from '(\.[^']+)'/gm)].flatMap(([, specifier]) => at(specifier!) ?? []),
    pages: [...text.matchAll(/page\(\(\) => import\('(\.[^']+)'\)((?:, '\w+')*)\)/g)].map(([, specifier, brings]) => ({ file: at(specifier!)!, brings: (brings!.match(/\w+/g) ?? []) as Area[] })),
    says: new Set(file.includes(`${path.sep}words${path.sep}`) ? [] : [...said, ...begun]),
  };
  parts.set(file, found);
  return found;
}

/** A file and everything that is loaded with it. */
function together(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  part(file).with.forEach((other) => together(other, seen));
  return seen;
}

describe('the words of a page', () => {
  it('are all known', () => {
    expect(fs.readdirSync(path.join(screens, 'words', 'areas')).map((file) => path.parse(file).name).sort()).toEqual([...names].sort());
  });
  const whole = together(path.join(screens, 'main.tsx'));
  const pages = new Map<string, Area[]>();
  const visit = (files: Iterable<string>) => {
    for (const file of files) for (const page of part(file).pages) {
      if (pages.has(page.file)) continue;
      pages.set(page.file, page.brings);
      visit(together(page.file));
    }
  };
  visit(whole);

  it('come with it, and none that it does not say', () => {
    const needed = ([...pages]).map(([file, brings]) => {
      const says = new Set([...together(file)].filter((other) => !whole.has(other)).flatMap((other) => [...part(other).says]));
      return { page: path.relative(screens, file), brings: [...brings].sort(), says: [...says].filter((area) => !(area in first)).sort() };
    });
    expect(needed.length).toBeGreaterThan(30);
    expect(needed.map(({ page, brings }) => ({ page, areas: brings }))).toEqual(needed.map(({ page, says }) => ({ page, areas: says })));
  });
  it('are there from the start where the page is', () => {
    expect([...whole].flatMap((file) => [...part(file).says].filter((area) => !(area in first)).map((area) => `${path.relative(screens, file)}: ${area}`))).toEqual([]);
  });
  it('are brought by every page that is loaded later', () => {
    const lazily = fs.readdirSync(screens, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts') && /(?<!page\(\(\) => )import\('\./.test(fs.readFileSync(path.join(screens, file), 'utf8')));
    expect(lazily).toEqual([]);
  });
});
