import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { ApiConfig } from '#config';
import { TokenVerifier } from '#identity';
import { Ledger } from '#ledger';
import type { DoorRequest } from '../door/request';
import { problem, refused } from '../problems/catalogue';
import { Problem } from '../problems/problem';
import { tokenProblems } from '../problems/record-problems';
import { refusalProblems } from '../problems/refusal-problems';
import { HttpSessions } from '../sign-in/http-sessions';
import { isFromOwnPages, sessionKeyOf } from '../sign-in/session-cookie';
import { apiConfig } from '../tokens';
import { isPublic } from './public.decorator';

/** Finds out who asks: the token says who somebody is, the register what they may do today. Turns nobody away itself, so that those without a name are counted too. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly ledger: Ledger,
    private readonly reflector: Reflector,
    private readonly sessions: HttpSessions,
    @Inject(apiConfig) private readonly config: ApiConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(isPublic, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<DoorRequest>();
    const found = await this.callerOf(request);
    if (found instanceof Problem) request.turnedAway = found;
    else request.caller = found;
    return true;
  }

  private async callerOf(request: DoorRequest) {
    const identity = await this.identityOf(request);
    if (identity instanceof Problem) return identity;
    const caller = await this.ledger.register.callerOf(identity.subject, identity.authTime);
    if (!('refused' in caller)) return caller;
    return caller.refused === 'unknown-person' ? problem('unknown-person') : refused(refusalProblems, { refused: 'no-office' });
  }

  /** Machines bring a token, browsers the cookie of their session; a token goes first. */
  private async identityOf(request: DoorRequest): Promise<{ subject: string; authTime?: number } | Problem> {
    const key = request.headers.authorization === undefined ? sessionKeyOf(request) : undefined;
    if (key === undefined) {
      const identity = await this.tokens.authenticate(request.headers.authorization);
      return 'refused' in identity ? refused(tokenProblems, identity) : identity;
    }
    if (!isFromOwnPages(request, this.config.http.publicUrl)) return problem('cross-site-request');
    return (await this.sessions.signedIn(key)) ?? refused(tokenProblems, { refused: 'token-expired' });
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
