import { bundleWorkflowCode } from '@temporalio/worker';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { quiet } from './runtime';

/** The workflow code as one text for the sandbox. package.json's "imports" hold there too, so the bundler needs no alias. */
export async function workflowCode(): Promise<string> {
  const { code } = await bundleWorkflowCode({ workflowsPath: require.resolve('../../../workflows/src/index'), logger: quiet });
  return code;
}

/** Writes the bundle whole or not at all; many workers may start from it at once. */
export async function writeBundle(to: string): Promise<string> {
  const target = path.resolve(to);
  const draft = `${target}.${process.pid}.part`;
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(draft, await workflowCode());
  await rename(draft, target);
  return target;
}

if (require.main === module) {
  const [to] = process.argv.slice(2);
  if (to === undefined) throw new Error('usage: bundle <file>');
  void writeBundle(to).then((written) => console.log(written));
}
