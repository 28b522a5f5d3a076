import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { DoorRequest } from '../door/request';

/** Counts by person, since a whole office sits behind one address; by address where nobody is signed in. */
@Injectable()
export class RateGuard extends ThrottlerGuard {
  protected override async getTracker(request: Record<string, unknown>): Promise<string> {
    const { caller, ip } = request as unknown as DoorRequest;
    return caller ? `person ${caller.person}` : `address ${ip}`;
  }

  /** One count for all routes: the limit is about the caller, not about an address. */
  protected override generateKey(_context: unknown, suffix: string, name: string): string {
    return `${name} ${suffix}`;
  }
}
