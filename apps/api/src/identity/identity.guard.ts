import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { DoorRequest } from '../door/request';
import { Problem } from '../problems/problem';
import { Callers } from './callers';
import { isPublic } from './public.decorator';

/** Finds out who asks. Turns nobody away itself, so that those without a name are counted too. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly callers: Callers,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(isPublic, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<DoorRequest>();
    const found = await this.callers.of(request);
    if (found instanceof Problem) request.turnedAway = found;
    else request.caller = found;
    return true;
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
