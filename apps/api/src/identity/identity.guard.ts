import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { TokenVerifier } from '#identity';
import { Ledger } from '#ledger';
import type { DoorRequest } from '../door/request';
import { problem, refused } from '../problems/catalogue';
import { Problem } from '../problems/problem';
import { tokenProblems } from '../problems/record-problems';
import { refusalProblems } from '../problems/refusal-problems';
import { isPublic } from './public.decorator';

/** Finds out who asks: the token says who somebody is, the register what they may do today. Turns nobody away itself, so that those without a name are counted too. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly ledger: Ledger,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(isPublic, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<DoorRequest>();
    const found = await this.callerOf(request.headers.authorization);
    if (found instanceof Problem) request.turnedAway = found;
    else request.caller = found;
    return true;
  }

  private async callerOf(header: string | undefined) {
    const identity = await this.tokens.authenticate(header);
    if ('refused' in identity) return refused(tokenProblems, identity);
    const caller = await this.ledger.register.callerOf(identity.subject, identity.authTime);
    if (!('refused' in caller)) return caller;
    return caller.refused === 'unknown-person' ? problem('unknown-person') : refused(refusalProblems, { refused: 'no-office' });
  }
}

/** Comes last: whoever was not recognised gets the reason. */
@Injectable()
export class AdmissionGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { turnedAway } = context.switchToHttp().getRequest<DoorRequest>();
    if (turnedAway) throw turnedAway;
    return true;
  }
}
