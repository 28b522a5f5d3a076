import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');
const page = readFileSync(path.join(root, 'docs', 'ux-checks.md'), 'utf8');
const series: Record<string, number> = { W: 10, K: 12, P: 10, D: 8, M: 7, G: 4, N: 6, A: 8, H: 7, B: 5, R: 6 };
const ids = Object.entries(series).flatMap(([letter, last]) => Array.from({ length: last }, (_, n) => `${letter}${n + 1}`));
const rows = new Map([...page.matchAll(/^\| ([A-Z]\d+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, id, what, proof]) => [id!, { what: what!.trim(), proof: proof!.trim() }]));

/** The sentences of a specification. */
const sentences = (file: string): string => {
  const at = path.join(root, file);
  return existsSync(at) ? [...readFileSync(at, 'utf8').matchAll(/^\s*it\((.*)$/gm)].map(([, line]) => line).join('\n') : '';
};

describe('what a person must be able to do', () => {
  it('is written down, every check of it and none twice', () => {
    expect([...rows.keys()]).toEqual(ids);
    expect([...page.matchAll(/^\| [A-Z]\d+ \|/gm)]).toHaveLength(ids.length);
  });

  it.each(ids)('%s is proved by a specification that names it, or is done differently for a reason', (id) => {
    const { what, proof } = rows.get(id)!;
    const specs = [...proof.matchAll(/`([^`]+\.spec\.tsx?)`/g)].map(([, file]) => file!);
    const silent = specs.filter((file) => !new RegExp(`\\b${id}\\b`).test(sentences(file)));
    expect({ id, silent }).toEqual({ id, silent: [] });
    expect(what.length).toBeGreaterThan(8);
    if (specs.length === 0) expect(proof).toMatch(/^(Differently|Later): .{30,}/);
  });
});
