import { Inject, Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { Ledger, type WorkflowSubject } from '#ledger';
import { pokeCase, pokeCohort, pokeRollout, type TaskQueues } from '#temporal';
import { queues } from './tokens';

const patience = 3_000;

/** Sends a workflow to the ledger, and makes it first where it is missing; the engine's screens call it what the ledger calls it. */
@Injectable()
export class Pokes {
  constructor(
    private readonly client: Client,
    private readonly ledger: Ledger,
    @Inject(queues) private readonly queues: TaskQueues,
  ) {}

  async poke({ kind, id, seq }: WorkflowSubject): Promise<void> {
    if (kind === 'calendar') return this.client.withDeadline(Date.now() + patience, () => pokeRollout(this.client, this.queues.workflows, { id, seen: seq }));
    const [room, poke] = kind === 'case' ? [this.ledger.cases, pokeCase] as const : [this.ledger.cohorts, pokeCohort] as const;
    const { summary } = await room.agenda(id);
    await this.client.withDeadline(Date.now() + patience, () => poke(this.client, this.queues.workflows, { id, seen: seq, ...(summary !== undefined && { summary }) }));
  }
}
