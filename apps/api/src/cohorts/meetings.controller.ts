import { Body, Controller, HttpCode, Param, ParseIntPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '#ledger';
import { By, Conditions, Key, type Terms } from '../door/request';
import { type Description, Describes } from '../openapi/describe';
import { problem } from '../problems/catalogue';
import { CohortDesk } from './cohort-desk';
import { cohortExample, CohortShape } from './cohort-shapes';
import { CallMeetingBody, CallOffMeetingBody, MeetingBody, MoveMeetingBody } from './meeting-shapes';

const number = new ParseIntPipe({ exceptionFactory: () => problem('not-found') });
const common = ['not-found', 'not-your-role', 'not-your-region', 'stale', 'precondition-failed', 'case-busy', 'note-too-long', 'meeting-invalid'] as const;
const changes = (summary: string, says: string, body: NonNullable<Description['body']>, problems: NonNullable<Description['problems']>): MethodDecorator =>
  Describes({ summary, says, command: 'cohort', body, answers: [{ says: 'The cohort as it stands now.', type: CohortShape, example: cohortExample, headers: { ETag: '"v<seq>"' } }], problems: [...common, ...problems] });

/** Synchronization meetings: called ahead, moved or called off, held; what was said stays with the cohort. */
@ApiTags('cohorts')
@Controller('v1/cohorts/:cohortId')
export class MeetingsController {
  constructor(private readonly desk: CohortDesk) {}

  @Post('called-meetings')
  @HttpCode(200)
  @changes('Call a synchronization meeting', 'By the coordinator. Day and time are those of the province; `place` is a room or the address of a meeting on a screen. Without `invited`, every region that takes part. The drafters of the invited regions are told.', { type: CallMeetingBody, example: { on: '2026-12-01', time: '09:30', place: 'Ruang rapat Disperindag Provinsi', agenda: 'Pembagian peran tenun bumpak.' } }, ['meeting-past', 'member-unknown'])
  call(@By() caller: Caller, @Param('cohortId') cohortId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, invited, ...rest }: CallMeetingBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'call-meeting', ...rest, ...(invited && { invited }) }, expectedSeq }, reply);
  }

  @Post('called-meetings/:n/move')
  @HttpCode(200)
  @changes('Move a called meeting', 'By the coordinator, with a reason, to another day, time or place; the invited regions are told once.', { type: MoveMeetingBody, example: { on: '2026-12-03', time: '13:00', reason: 'Ruang rapat dipakai gubernur.' } }, ['meeting-past', 'meeting-unknown', 'meeting-settled', 'reason-required'])
  move(@By() caller: Caller, @Param('cohortId') cohortId: string, @Param('n', number) n: number, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, place, ...rest }: MoveMeetingBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'move-meeting', n, ...rest, ...(place !== undefined && { place }) }, expectedSeq }, reply);
  }

  @Post('called-meetings/:n/call-off')
  @HttpCode(200)
  @changes('Call a meeting off', 'By the coordinator, with a reason; the invited regions are told once.', { type: CallOffMeetingBody, example: { reason: 'Semua benturan sudah diselaraskan.' } }, ['meeting-unknown', 'meeting-settled', 'reason-required'])
  callOff(@By() caller: Caller, @Param('cohortId') cohortId: string, @Param('n', number) n: number, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, reason }: CallOffMeetingBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'call-off-meeting', n, reason }, expectedSeq }, reply);
  }

  @Post('meetings')
  @HttpCode(200)
  @changes('Record a synchronization meeting', 'By the province; not ahead of time. `call`: the called meeting that it was, which says who was invited. Its signed minutes are put afterwards as a file.', { type: MeetingBody, example: { heldOn: '2026-11-20', invited: ['1704', '1705'], attended: ['1705'], minutes: 'Disepakati pembagian peran tenun.' } }, ['meeting-unknown', 'meeting-settled'])
  hold(@By() caller: Caller, @Param('cohortId') cohortId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, minutes, call, ...rest }: MeetingBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.apply(caller, cohortId, { key, terms, command: { type: 'hold-meeting', ...rest, ...(call !== undefined && { call }), ...(minutes && { note: minutes }) }, expectedSeq }, reply);
  }
}
