import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '#ledger';
import { problem } from '../problems/catalogue';
import { isIdempotencyKey, patienceOf } from './preconditions';

/** A request after the guards: `caller` is there unless the route is public. */
export type DoorRequest = FastifyRequest & { caller?: Caller; turnedAway?: Error };

const requestIn = (context: ExecutionContext) => context.switchToHttp().getRequest<DoorRequest>();

/** Who asks, as the register knows them now. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = requestIn(context);
  if (!caller) throw new Error('A route that asks for its caller cannot be public.');
  return caller;
});

/** The `Idempotency-Key` of a command. */
export const Key = createParamDecorator((_: unknown, context: ExecutionContext): string => keyOf(requestIn(context)));

/** The same, where `?dryRun=true` asks for nothing to be recorded. */
export const KeyUnlessDryRun = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const request = requestIn(context);
  return ['true', '1'].includes(String((request.query as { dryRun?: unknown }).dryRun)) ? undefined : keyOf(request);
});

function keyOf({ headers: { 'idempotency-key': key } }: DoorRequest): string {
  if (key === undefined || key === '') throw problem('idempotency-key-required');
  if (typeof key !== 'string' || !isIdempotencyKey(key)) throw problem('idempotency-key-invalid');
  return key;
}

/** What the headers of a command say about it. */
export interface Terms {
  readonly ifMatch: string | undefined;
  /** Seconds to wait for a transfer. */
  readonly patience: number;
}

export const Conditions = createParamDecorator((_: unknown, context: ExecutionContext): Terms => {
  const { headers } = requestIn(context);
  return { ifMatch: headers['if-match'], patience: patienceOf(headers['prefer']) };
});
