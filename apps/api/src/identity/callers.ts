import { Inject, Injectable } from '@nestjs/common';
import type { ApiConfig } from '#config';
import { TokenVerifier } from '#identity';
import { type Caller, Ledger } from '#ledger';
import type { DoorRequest } from '../door/request';
import { problem, refused } from '../problems/catalogue';
import { Problem } from '../problems/problem';
import { tokenProblems } from '../problems/record-problems';
import { refusalProblems } from '../problems/refusal-problems';
import { HttpSessions } from '../sign-in/http-sessions';
import { isFromOwnPages, sessionKeyOf } from '../sign-in/session-cookie';
import { apiConfig } from '../tokens';

/** Who sent a request: the token or the session says who somebody is, the register what they may do today. */
@Injectable()
export class Callers {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly ledger: Ledger,
    private readonly sessions: HttpSessions,
    @Inject(apiConfig) private readonly config: ApiConfig,
  ) {}

  /** `touch`: the session lives on because of this request. */
  async of(request: DoorRequest, { touch = true } = {}): Promise<Caller | Problem> {
    const identity = await this.identityOf(request, touch);
    if (identity instanceof Problem) return identity;
    const caller = await this.ledger.register.callerOf(identity.subject, identity.authTime);
    if (!('refused' in caller)) return caller;
    return caller.refused === 'unknown-person' ? problem('unknown-person') : refused(refusalProblems, { refused: 'no-office' });
  }

  /** Machines bring a token, browsers the cookie of their session; a token goes first. */
  private async identityOf(request: DoorRequest, touch: boolean): Promise<{ subject: string; authTime?: number } | Problem> {
    const key = request.headers.authorization === undefined ? sessionKeyOf(request) : undefined;
    if (key === undefined) {
      const identity = await this.tokens.authenticate(request.headers.authorization);
      return 'refused' in identity ? refused(tokenProblems, identity) : identity;
    }
    if (!isFromOwnPages(request, this.config.http.publicUrl)) return problem('cross-site-request');
    return (await this.sessions.signedIn(key, touch)) ?? refused(tokenProblems, { refused: 'token-expired' });
  }
}
