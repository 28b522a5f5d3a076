import { Inject, Injectable, Logger } from '@nestjs/common';
import { Client, isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiConfig } from '#config';
import { pokeCase } from '#temporal';
import { carry } from '#workflows/messages';
import { apiConfig } from '../tokens';

export interface Transfer {
  readonly seq: number;
  readonly bytes: number;
}

/** gRPC's code for "not now": an update met a run that is just being continued as new, and is welcome a moment later. */
const resourceExhausted = 8;
const moment = 15;
const pokePatience = 2_000;

/** The case's workflow, as the API knows it: it carries transfers. Nobody else here speaks to the engine about cases. */
@Injectable()
export class CaseProcess {
  private readonly log = new Logger('CaseProcess');

  constructor(
    private readonly client: Client,
    @Inject(apiConfig) private readonly config: ApiConfig,
  ) {}

  /** Lets the workflow complete a transfer that the ledger has recorded; `patience` in seconds. Whatever it answers, what became of the transfer is read from the ledger. */
  async carryOver(caseId: string, transfer: Transfer, patience: number): Promise<'answered' | 'pending'> {
    if (patience === 0) {
      this.poke(caseId, transfer.seq);
      return 'pending';
    }
    const deadline = Date.now() + patience * 1_000;
    try {
      await this.client.withDeadline(deadline, () => this.update(caseId, transfer, deadline));
      return 'answered';
    } catch (failure) {
      this.log.debug(`${caseId}#${transfer.seq} is pending: ${failure instanceof Error ? failure.message : String(failure)}`);
      return 'pending';
    }
  }

  private async update(caseId: string, transfer: Transfer, deadline: number): Promise<void> {
    for (let started = false; ; ) {
      try {
        await this.client.workflow.getHandle(caseId).executeUpdate(carry, { args: [transfer], updateId: `carry-${transfer.seq}` });
        return;
      } catch (failure) {
        if (failure instanceof WorkflowNotFoundError && !started) {
          started = true;
          await pokeCase(this.client, this.config.temporal.taskQueue, { id: caseId, seen: transfer.seq });
        } else if (!isExhausted(failure) || Date.now() + moment > deadline) throw failure;
        else await pause(moment);
      }
    }
  }

  /** Tells the workflow to look into the ledger, and makes it where there is none. Lost, it costs two seconds: the relay sends it again. */
  poke(caseId: string, seen: number): void {
    this.pokeNow(caseId, seen).catch((failure: unknown) => this.log.debug(`${caseId} was not poked: ${String(failure)}`));
  }

  async pokeNow(caseId: string, seen: number): Promise<void> {
    await this.client.withDeadline(Date.now() + pokePatience, () => pokeCase(this.client, this.config.temporal.taskQueue, { id: caseId, seen }));
  }
}

function isExhausted(failure: unknown): boolean {
  const cause = failure instanceof Error && failure.cause !== undefined ? failure.cause : failure;
  return isGrpcServiceError(cause) && (cause.code as number) === resourceExhausted;
}
