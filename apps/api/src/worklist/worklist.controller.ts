import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { matters, type PersonCommand, rpikV1, tasksOf } from '#process';
import { type Caller, Ledger, type Unsealed } from '#ledger';
import { CaseDesk } from '../cases/case-desk';
import { CaseShape } from '../cases/case-shapes';
import { By, Conditions, Key, type Terms } from '../door/request';
import { label, page, pageOf } from '../door/shapes';
import { Describes } from '../openapi/describe';
import { caseExample, listOf } from '../openapi/examples';
import { problem, refused } from '../problems/catalogue';
import { Problem } from '../problems/problem';
import { refusalProblems } from '../problems/refusal-problems';

class WorklistQuery extends createZodDto(z.object({ view: z.enum(['mine', 'unit', 'waiting']).default('mine'), ...page })) {}
class AssignBody extends createZodDto(z.object({ person: z.string().min(1).max(80) })) {}
const row = z.object({
  taskId: z.string(), subject: z.object({ kind: z.enum(['case', 'cohort', 'office', 'readiness']), id: z.string() }), matter: z.enum(matters), about: z.string().nullable(), caseId: z.string().optional(), title: z.string().nullable(), region: z.object({ code: z.string(), name: z.string() }),
  stage: z.object({ id: z.string(), label }).nullable(), verb: label, transition: z.string().nullable(), role: z.string(), scope: z.string(), dueOn: z.string().nullable(), workingDaysLeft: z.number().nullable(), provisional: z.boolean(), provisionalBecause: label.nullable(), since: z.string(),
  claimedBy: z.string().nullable(), carried: z.boolean(),
});
class WorklistShape extends createZodDto(pageOf(row)) {}
const rowExample = {
  taskId: 'rpik-1705-2027/review.provincial-planner', subject: { kind: 'case', id: 'rpik-1705-2027' }, matter: 'desk', about: null, caseId: 'rpik-1705-2027', title: 'RPIK Kabupaten Seluma 2027–2047', region: { code: '1705', name: 'Kab. Seluma' },
  stage: caseExample.stage, verb: { id: 'Beri pendapat', en: 'Give an opinion' }, transition: 'favourable', role: 'provincial-planner', scope: '17', dueOn: '2026-12-04', workingDaysLeft: 8, provisional: false, provisionalBecause: null, since: '2026-11-20T02:00:00.000Z', claimedBy: null, carried: false,
};
const theCase = [{ says: 'The case as it stands now.', type: CaseShape, example: caseExample }];
const taskProblems = ['unknown-task', 'task-taken', 'task-not-claimed', 'no-such-holder'] as const;
const labels: Record<string, { label: { id: string; en: string } }> = { ...rpikV1.stages, ...rpikV1.outcomes };

@ApiTags('worklist')
@Controller('v1')
export class WorklistController {
  constructor(
    private readonly ledger: Ledger,
    private readonly desk: CaseDesk,
  ) {}

  @Get('worklist')
  @Describes({
    summary: 'What there is to do, earliest due day first',
    says: '`mine`: for me, or for nobody in particular in my offices; `unit`: all tasks of my offices; `waiting`: what others have to do on cases I see. `matter` is of a closed list, and says with `about` where the work is done: a `condition` by its number, a `finding` by its key; `desk` is the way of the case itself.',
    answers: [{ says: 'A page of tasks.', type: WorklistShape, example: listOf(rowExample) }],
    problems: ['validation-failed', 'cursor-malformed'],
  })
  async list(@By() caller: Caller, @Query() { view, ...query }: WorklistQuery) {
    const { items, nextCursor } = await this.ledger.registers.worklist.page(caller, view, query);
    return { items: items.map(({ region, regionName, stage, ...rest }) => ({ ...rest, region: { code: region, name: regionName }, stage: stage === null ? null : { id: stage, label: labels[stage]?.label ?? { id: stage, en: stage } } })), nextCursor };
  }

  @Post('tasks/:taskId/claim')
  @HttpCode(200)
  @Describes({ summary: 'Take a task upon oneself', says: 'The id contains a slash: write it as `%2F`.', command: 'case', answers: theCase, problems: taskProblems })
  claim(@By() caller: Caller, @Param('taskId') taskId: string, @Key() key: string, @Conditions() terms: Terms, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.take(caller, taskId, key, terms, (task) => ({ type: 'claim-task', task }), reply);
  }

  @Post('tasks/:taskId/release')
  @HttpCode(200)
  @Describes({ summary: 'Give a task back', command: 'case', answers: theCase, problems: taskProblems })
  release(@By() caller: Caller, @Param('taskId') taskId: string, @Key() key: string, @Conditions() terms: Terms, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.take(caller, taskId, key, terms, (task) => ({ type: 'release-task', task }), reply);
  }

  @Post('tasks/:taskId/assign')
  @HttpCode(200)
  @Describes({ summary: 'Assign a task to a holder of its role', says: 'By a colleague of the same role, or the administrator.', command: 'case', body: { type: AssignBody, example: { person: 'p_planner-1700' } }, answers: theCase, problems: taskProblems })
  async assign(@By() caller: Caller, @Param('taskId') taskId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { person }: AssignBody, @Res({ passthrough: true }) reply: FastifyReply) {
    const { caseId, task } = await this.find(caller, taskId);
    const { state, rules, now } = await this.desk.record(caller, caseId);
    const found = tasksOf(rules, state).find(({ key: name }) => name === task);
    const holders = found ? await this.ledger.register.holdersOf(found.role, found.scope, now.slice(0, 10)) : [];
    return this.desk.take(caller, caseId, { key, terms, command: { type: 'assign-task', task, person, holds: holders.some((holder) => holder.person === person) } }, reply);
  }

  // A slash that was not written as %2F.
  @Post('tasks/:subject/:task/claim')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  claimPlainly(@By() caller: Caller, @Param('subject') subject: string, @Param('task') task: string, @Key() key: string, @Conditions() terms: Terms, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.claim(caller, `${subject}/${task}`, key, terms, reply);
  }

  @Post('tasks/:subject/:task/release')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  releasePlainly(@By() caller: Caller, @Param('subject') subject: string, @Param('task') task: string, @Key() key: string, @Conditions() terms: Terms, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.release(caller, `${subject}/${task}`, key, terms, reply);
  }

  @Post('tasks/:subject/:task/assign')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  assignPlainly(@By() caller: Caller, @Param('subject') subject: string, @Param('task') task: string, @Key() key: string, @Conditions() terms: Terms, @Body() body: AssignBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.assign(caller, `${subject}/${task}`, key, terms, body, reply);
  }

  private async take(caller: Caller, taskId: string, key: string, terms: Terms, command: (task: string) => Unsealed<PersonCommand>, reply: FastifyReply) {
    const { caseId, task } = await this.find(caller, taskId);
    try {
      return await this.desk.take(caller, caseId, { key, terms, command: command(task) }, reply);
    } catch (failure) {
      throw failure instanceof Problem && failure.code === 'task-taken' ? await this.takenBy(caller, caseId, task, failure) : failure;
    }
  }

  /** Colleagues of one office know each other by name; the rule knows them by number. */
  private async takenBy(caller: Caller, caseId: string, task: string, failure: Problem): Promise<Problem> {
    const { state, rules, now } = await this.desk.record(caller, caseId);
    const found = tasksOf(rules, state).find(({ key }) => key === task);
    const holders = found ? await this.ledger.register.holdersOf(found.role, found.scope, now.slice(0, 10)) : [];
    const holder = holders.find(({ person }) => person === failure.terms.details?.[0]);
    return refused(refusalProblems, { refused: 'task-taken', details: holder ? [holder.name] : [] });
  }

  private async find(caller: Caller, taskId: string): Promise<{ caseId: string; task: string }> {
    const slash = taskId.indexOf('/');
    const [caseId, task] = [taskId.slice(0, slash), taskId.slice(slash + 1)];
    // Tasks of a cohort or an office go away by what is done there, and are nobody's to take.
    if (slash < 1 || !(await this.ledger.registers.cases.one(caller, caseId))) throw refused(refusalProblems, { refused: 'unknown-task', details: [taskId] });
    return { caseId, task };
  }
}

@ApiTags('commands')
@Controller('v1/commands')
export class CommandsController {
  constructor(private readonly ledger: Ledger) {}

  @Get(':key')
  @Describes({
    summary: 'How a command ended',
    says: "For whoever sent it. 404: nothing was recorded under this key, so it may be sent again. `status` is `done`, or for a transfer `carrying`, `moved`, `damaged` or `cancelled`.",
    answers: [{ says: 'The command.', example: { key: '7f3c9a52', subject: { kind: 'case', id: 'rpik-1705-2027' }, type: 'take-transition', seq: 13, at: '2026-11-24T03:12:00.000Z', transfer: { seq: 13, outcome: 'moved' }, status: 'moved' } }],
    problems: ['not-found'],
  })
  async one(@By() caller: Caller, @Param('key') key: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const found = await this.ledger.registers.commands.byKey(caller, key);
    if (!found) throw problem('not-found');
    const status = found.transfer?.outcome ?? 'done';
    if (status === 'carrying') reply.header('retry-after', '1');
    return { ...found, status };
  }
}
