import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A program of the bench in a process of its own; it says one thing when it is ready. */
export async function begin<T>(program: string, env: Record<string, string>): Promise<{ said: T; end(): Promise<void> }> {
  const child: ChildProcess = fork(path.join(__dirname, `${program}.js`), [], { env: { ...process.env, ...env } });
  const [said] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${program} ended with ${String(code)} before it was ready.`);
    }),
  ])) as [T];
  const end = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return { said, end };
}
