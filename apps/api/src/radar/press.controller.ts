import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '#ledger';
import { CaseDesk } from '../cases/case-desk';
import { CaseShape, NoteBody } from '../cases/case-shapes';
import { By, Conditions, Key, type Terms } from '../door/request';
import { Describes } from '../openapi/describe';
import { caseExample } from '../openapi/examples';

const theCase = [{ says: 'The case as it stands now.', type: CaseShape, example: caseExample }];

@ApiTags('acts on a case')
@Controller('v1/cases/:caseId')
export class PressController {
  constructor(private readonly desk: CaseDesk) {}

  @Post('reminders')
  @HttpCode(200)
  @Describes({
    summary: 'Remind the desk on which the case lies', says: "By the administrator or the province's coordinator, at most once a working day and case.", command: 'case',
    body: { type: NoteBody, example: { note: 'Mohon ditindaklanjuti sebelum rapat.' } }, answers: theCase, problems: ['reminded-already', 'note-too-long', 'too-many-events'],
  })
  remind(@By() caller: Caller, @Param('caseId') caseId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { note, expectedSeq }: NoteBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.take(caller, caseId, { key, terms, expectedSeq, command: { type: 'remind-desk', ...(note !== undefined && { note }) } }, reply);
  }

  @Post('escalations')
  @HttpCode(200)
  @Describes({
    summary: 'Tell the superiors of the desk', says: 'By the administrator, at most once a working day and case. It decides nothing on the case.', command: 'case',
    body: { type: NoteBody, example: { note: 'Sudah dua kali diingatkan.' } }, answers: theCase, problems: ['escalated-already', 'note-too-long', 'too-many-events'],
  })
  escalate(@By() caller: Caller, @Param('caseId') caseId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { note, expectedSeq }: NoteBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.take(caller, caseId, { key, terms, expectedSeq, command: { type: 'escalate', ...(note !== undefined && { note }) } }, reply);
  }
}
