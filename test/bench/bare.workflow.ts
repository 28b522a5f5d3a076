import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

export const nothing = defineUpdate<string, [{ seq: number; bytes: number }]>('nothing');

/** Takes updates and does nothing about them: what the engine costs by itself. */
export async function bare(): Promise<void> {
  setHandler(nothing, () => 'moved');
  await condition(() => false);
}
