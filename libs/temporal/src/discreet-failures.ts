import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';

/** One call of an activity, for the workflow of that id. */
export interface Call {
  readonly activity: string;
  readonly workflowId: string;
}

/** Told how every call ended: a failure whole, and its code, which is all that the engine hears. */
export interface Calls {
  failed(call: Call, failure: unknown, code: string): void;
  succeeded(call: Call): void;
}

/**
 * An error of the database or of a folder may quote names and texts, and a history keeps them for ever:
 * what goes on record there is the code of the failure and nothing else.
 */
export function discreetly(call: Call, calls: Calls): ActivityInboundCallsInterceptor {
  return {
    async execute(input, next) {
      try {
        const answer = await next(input);
        calls.succeeded(call);
        return answer;
      } catch (failure) {
        if (isCancelled(failure)) throw failure;
        const discreet = withoutTexts(failure);
        calls.failed(call, failure, discreet.message);
        throw discreet;
      }
    },
  };
}

/** Cancelled by the server is not failed; the SDK needs to see it as it is. */
const isCancelled = (failure: unknown): boolean => failure instanceof CancelledFailure || (failure instanceof Error && failure.name === 'CompleteAsyncError');

function withoutTexts(failure: unknown): ApplicationFailure {
  const code = codeOf(failure);
  const nonRetryable = failure instanceof ApplicationFailure && failure.nonRetryable === true;
  const discreet = ApplicationFailure.create({ message: code, type: code, nonRetryable });
  discreet.stack = '';
  return discreet;
}

function codeOf(failure: unknown): string {
  const { code, type, name } = (failure ?? {}) as { code?: unknown; type?: unknown; name?: unknown };
  const named = [code, type, name].find((word): word is string => typeof word === 'string' && /^[\w.-]{1,60}$/.test(word));
  return named ?? 'failed';
}
