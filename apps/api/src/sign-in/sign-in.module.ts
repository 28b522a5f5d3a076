import { Module } from '@nestjs/common';
import { HttpSessions } from './http-sessions';
import { OpenId } from './open-id';
import { SessionsController } from './sessions.controller';
import { SignInController } from './sign-in.controller';

@Module({ controllers: [SignInController, SessionsController], providers: [HttpSessions, OpenId], exports: [HttpSessions] })
export class SignInModule {}
