import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { workflowCode } from '#temporal/bundle';

const room = path.join(__dirname, '../../workflows/src');
const sources = readdirSync(room).filter((file) => file.endsWith('.ts')).map((file) => ({ file, text: readFileSync(path.join(room, file), 'utf8') }));

describe('workflow code', () => {
  it('takes nothing of the libraries along into the sandbox', async () => {
    const code = await workflowCode();
    const modules = [...new Set([...code.matchAll(/["'](\.\/[\w./@+-]+\.[cm]?[jt]s)["']/g)].map(([, module]) => module!))];
    expect(modules.some((module) => module.includes('workflows/src/regulation-case.workflow'))).toBe(true);
    expect(modules.filter((module) => /^\.\/(libs|apps|test)\/|\/(typeorm|@nestjs|pg)\//.test(module))).toEqual([]);
  }, 60_000);

  it('imports the engine, its neighbours, and nothing else', () => {
    for (const { text } of sources) {
      const from = [...text.matchAll(/from '([^']+)'/g)].map(([, module]) => module);
      expect(from.filter((module) => module !== '@temporalio/workflow' && !/^\.\/[\w.-]+$/.test(module!))).toEqual([]);
    }
  });

  it('names no stage, no role and no document of the process', async () => {
    const { rpikV1 } = await import('#process');
    const names = [...Object.keys(rpikV1.stages), ...Object.keys(rpikV1.roles), ...Object.keys(rpikV1.documents)];
    expect(names.length).toBeGreaterThan(40);
    for (const { file, text } of sources) {
      const words = text.replaceAll(/\/\*\*[^]*?\*\/|\/\/.*/g, '');
      expect(names.filter((name) => new RegExp(`['"\`]${name}['"\`]`).test(words)).map((name) => `${file} names ${name}`)).toEqual([]);
    }
  });

  it('keeps the workflow of a case on one screen', () => {
    const { text } = sources.find(({ file }) => file === 'regulation-case.workflow.ts')!;
    expect(text.split('\n').length).toBeLessThanOrEqual(75);
  });
});
