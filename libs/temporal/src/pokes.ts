import type { Client } from '@temporalio/client';
import { poke } from '#workflows/messages';
import type { calendarRollout, cohortWorkflow, digests, noticeDelivery, regulationCase } from '#workflows/index';

/** Whom to poke, what is known of it, and what the engine's own screens may call it. */
export interface Subject { readonly id: string; readonly seen: number; readonly summary?: string }

/** A workflow task that nobody answers is given to another worker after this long. */
const workflowTaskTimeout = '5s';

/** Tells a case's workflow to look into the ledger, and makes it first where there is none. */
export async function pokeCase(client: Client, taskQueue: string, { id, seen, summary }: Subject): Promise<void> {
  await client.workflow.signalWithStart<typeof regulationCase>('regulationCase', {
    workflowId: id, taskQueue, args: [{ caseId: id, seen }], signal: poke, signalArgs: [], workflowTaskTimeout, ...titled(summary),
  });
}

export async function pokeCohort(client: Client, taskQueue: string, { id, seen, summary }: Subject): Promise<void> {
  await client.workflow.signalWithStart<typeof cohortWorkflow>('cohortWorkflow', {
    workflowId: id, taskQueue, args: [{ cohortId: id, seen }], signal: poke, signalArgs: [], workflowTaskTimeout, ...titled(summary),
  });
}

/** Rolls a version of the calendar out, whose number is `seen`. */
export async function pokeRollout(client: Client, taskQueue: string, { id, seen }: Subject): Promise<void> {
  await client.workflow.signalWithStart<typeof calendarRollout>('calendarRollout', {
    workflowId: id, taskQueue, args: [{ version: seen }], signal: poke, signalArgs: [], workflowTaskTimeout, ...titled(`Working calendar version ${seen} on its way to the cases it moves`),
  });
}

export const noticesId = (channel: string): string => `notices-${channel}`;

export async function pokeNotices(client: Client, taskQueue: string, channel: string): Promise<void> {
  await client.workflow.signalWithStart<typeof noticeDelivery>('noticeDelivery', {
    workflowId: noticesId(channel), taskQueue, args: [{ channel }], signal: poke, signalArgs: [], workflowTaskTimeout,
  });
}

export const digestsId = 'digests';

export async function pokeDigests(client: Client, taskQueue: string): Promise<void> {
  await client.workflow.signalWithStart<typeof digests>('digests', { workflowId: digestsId, taskQueue, args: [], signal: poke, signalArgs: [], workflowTaskTimeout });
}

const titled = (summary: string | undefined) => (summary === undefined ? {} : { staticSummary: summary });
