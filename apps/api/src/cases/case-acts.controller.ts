import { Body, Controller, HttpCode, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PersonCommand } from '#process';
import { underCorrection } from '#process/decide/facts';
import { type Caller, Ledger, type Unsealed } from '#ledger';
import { By, Conditions, Key, KeyUnlessDryRun, type Terms } from '../door/request';
import { type Description, Describes } from '../openapi/describe';
import { caseExample } from '../openapi/examples';
import { problem, type ProblemCode, refused } from '../problems/catalogue';
import { refusalProblems } from '../problems/refusal-problems';
import { CaseDesk } from './case-desk';
import {
  AnswerBody, CaseShape, ConditionReportBody, ConditionReviewBody, ConfirmHoldBody, DisputeBody, DryRunQuery, ExtensionBody, ExternalEventBody, FactCorrectionBody, HoldBody, LiftHoldBody, NoteBody,
  PreviewShape, RemarkBody, TransitionBody,
} from './case-shapes';
import { toCommand } from './to-command';

const etag = { ETag: '"v<seq>"' };
const theCase = { says: 'The case as it stands now.', type: CaseShape, example: caseExample, headers: etag };
const onItsWay = { status: 202, says: 'Recorded; the case is on its way. Nothing has to be sent again.', type: CaseShape, example: caseExample, headers: { ...etag, Location: 'Where to ask how the command ended.' } };

const act = (summary: string, body: Description['body'], problems: readonly ProblemCode[], says?: string): MethodDecorator =>
  Describes({ summary, ...(says && { says }), command: 'case', ...(body && { body }), answers: [theCase], problems });

/** Numbers in an address; anything else leads nowhere. */
const number = new ParseIntPipe({ exceptionFactory: () => problem('not-found') });

@ApiTags('acts on a case')
@Controller('v1/cases/:caseId')
export class CaseActsController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly ledger: Ledger,
  ) {}

  @Post('transitions')
  @HttpCode(200)
  @Describes({
    summary: 'Take a transition, vote, or recall a submission',
    says: 'Votes are the transitions `favourable` and `unfavourable` with `facts.checks`. The second half of a two-person act is the same transition taken by the second person. `recall` takes a submission back until the next desk has opened it.',
    command: 'case',
    body: { type: TransitionBody, example: { transition: 'record-programme', facts: { programmeDecisionNumber: '188/12/DPRD/2026', programmeYear: '2027' }, expectedSeq: 2 } },
    answers: [theCase, onItsWay],
    problems: [
      'unknown-transition', 'wrong-stage', 'not-your-capacity', 'four-eyes', 'second-person-needed', 'missing-documents', 'missing-facts', 'unknown-fact', 'fact-invalid', 'fact-too-long', 'date-in-future', 'date-before-previous', 'facts-differ',
      'texts-differ', 'texts-unread', 'note-required', 'note-too-long', 'unknown-reason', 'reason-required', 'reason-not-available', 'remarks-required', 'remarks-unanswered', 'conditions-required', 'condition-invalid', 'conditions-open', 'checks-invalid',
      'person-voted-already', 'votes-missing', 'veto-stands', 'no-veto', 'matrix-invalid', 'round-required', 'clock-running', 'fact-required', 'fact-recorded-already', 'text-differs', 'deemed', 'flag-required', 'relisting-due',
      'fresh-sign-in-required', 'correction-under-way', 'correction-not-asked', 'correction-unchanged', 'documents-required', 'documents-damaged', 'not-recallable', 'desk-has-opened', 'not-at-gate', 'too-many-events',
      'document-damaged', 'transfer-cancelled', 'unknown-document',
    ],
  })
  transitions(@By() caller: Caller, @Param('caseId') caseId: string, @Key() key: string, @Conditions() terms: Terms, @Body() body: TransitionBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.take(caller, caseId, { key, terms, command: toCommand(body), expectedSeq: body.expectedSeq }, reply);
  }

  @Post('opened')
  @HttpCode(200)
  @act('Note that the present desk has opened the case', { type: NoteBody, example: {} }, [], 'Sent when the page is shown; from then on the sender can no longer recall. The body may be empty.')
  opened(@By() caller: Caller, @Param('caseId') caseId: string, @Key() key: string, @Conditions() terms: Terms, @Body() body: NoteBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.now(caller, caseId, key, terms, { type: 'open-desk' }, body.expectedSeq, reply);
  }

  @Post('transfer/cancel')
  @HttpCode(200)
  @act('Cancel a transfer that does not arrive', { type: NoteBody, example: { note: 'Mesin tidak menjawab.' } }, ['no-transfer', 'transfer-too-young', 'note-too-long'], "By the sender's unit or the administrator, after 60 seconds.")
  cancel(@By() caller: Caller, @Param('caseId') caseId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { note, expectedSeq }: NoteBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.now(caller, caseId, key, terms, { type: 'cancel-transfer', ...(note !== undefined && { note }) }, expectedSeq, reply);
  }

  @Post('disputes')
  @HttpCode(200)
  @act('Dispute the first half of a two-person act', { type: DisputeBody, example: { transition: 'approve-jointly', note: 'Tanggal persetujuan keliru.' } }, ['no-half', 'unknown-transition', 'note-required', 'note-too-long'])
  dispute(@By() caller: Caller, @Param('caseId') caseId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { transition, note, expectedSeq }: DisputeBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.now(caller, caseId, key, terms, { type: 'dispute', transition, note }, expectedSeq, reply);
  }

  @Post('remarks')
  @HttpCode(200)
  @act('Add a remark', { type: RemarkBody, example: { text: 'Sesuaikan dengan RTRW provinsi.', unit: 'Pasal 7 ayat (2)', visibility: 'counterpart' } }, ['note-required', 'note-too-long', 'too-many-events'])
  remark(@By() caller: Caller, @Param('caseId') caseId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, unit, ...rest }: RemarkBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.now(caller, caseId, key, terms, { type: 'add-remark', ...rest, ...(unit !== undefined && { unit }) }, expectedSeq, reply);
  }

  @Post('remarks/:n/answer')
  @HttpCode(200)
  @act('Answer a remark', { type: AnswerBody, example: { text: 'Pasal 7 ayat (2) telah disesuaikan.' } }, ['unknown-remark', 'remark-answered', 'note-required', 'note-too-long'])
  answer(@By() caller: Caller, @Param('caseId') caseId: string, @Param('n', number) n: number, @Key() key: string, @Conditions() terms: Terms, @Body() { text, expectedSeq }: AnswerBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.now(caller, caseId, key, terms, { type: 'answer-remark', n, text }, expectedSeq, reply);
  }

  @Post('holds')
  @HttpCode(200)
  @act('Propose to hold a policy clock', { type: HoldBody, example: { clock: 'review#1', reason: 'election', first: '2026-11-24', note: 'Menunggu pelantikan anggota DPRD.' } }, ['unknown-clock', 'clock-not-running', 'statutory-clock', 'unknown-reason', 'missing-documents', 'date-in-future', 'date-before-previous', 'note-too-long'])
  hold(@By() caller: Caller, @Param('caseId') caseId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, note, ...rest }: HoldBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.now(caller, caseId, key, terms, { type: 'propose-hold', ...rest, ...(note !== undefined && { note }) }, expectedSeq, reply);
  }

  @Post('holds/:n/confirm')
  @HttpCode(200)
  @act('Decide on a proposed hold or extension', { type: ConfirmHoldBody, example: { accepted: true } }, ['unknown-hold', 'hold-not-proposed', 'second-person-needed', 'four-eyes', 'clock-not-running', 'note-too-long'])
  confirmHold(@By() caller: Caller, @Param('caseId') caseId: string, @Param('n', number) n: number, @Key() key: string, @Conditions() terms: Terms, @Body() { accepted, note, expectedSeq }: ConfirmHoldBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.now(caller, caseId, key, terms, { type: 'confirm-hold', n, accepted, ...(note !== undefined && { note }) }, expectedSeq, reply);
  }

  @Post('holds/:n/lift')
  @HttpCode(200)
  @act('End a running hold', { type: LiftHoldBody, example: { last: '2026-11-24' } }, ['unknown-hold', 'hold-not-running', 'date-in-future', 'date-before-previous'])
  liftHold(@By() caller: Caller, @Param('caseId') caseId: string, @Param('n', number) n: number, @Key() key: string, @Conditions() terms: Terms, @Body() { last, expectedSeq }: LiftHoldBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.now(caller, caseId, key, terms, { type: 'lift-hold', n, last }, expectedSeq, reply);
  }

  @Post('extensions')
  @HttpCode(200)
  @act('Propose to extend a policy clock', { type: ExtensionBody, example: { clock: 'harmonization#1', days: 5, reason: 'waiting-for-higher-decision' } }, ['unknown-clock', 'clock-not-running', 'statutory-clock', 'unknown-reason', 'too-many-extensions', 'extension-too-long', 'missing-documents', 'note-too-long'])
  extend(@By() caller: Caller, @Param('caseId') caseId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, note, ...rest }: ExtensionBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.now(caller, caseId, key, terms, { type: 'extend-clock', ...rest, ...(note !== undefined && { note }) }, expectedSeq, reply);
  }

  @Post('external-events')
  @HttpCode(200)
  @act('Register a letter or another happening outside', { type: ExternalEventBody, example: { kind: 'letter', letterNumber: '005/123/2026', sentOn: '2026-11-20', receivedOn: '2026-11-24' } }, ['unknown-fact', 'fact-invalid', 'date-in-future', 'date-before-previous', 'note-too-long'])
  externalEvent(@By() caller: Caller, @Param('caseId') caseId: string, @Key() key: string, @Conditions() terms: Terms, @Body() { expectedSeq, ...rest }: ExternalEventBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.now(caller, caseId, key, terms, { type: 'register-external-event', ...rest } as Unsealed<PersonCommand>, expectedSeq, reply);
  }

  @Post('conditions/:n/report')
  @HttpCode(200)
  @act('Report that a condition is met', { type: ConditionReportBody, example: { note: 'Peta telah diperbaiki.' } }, ['unknown-condition', 'condition-not-open', 'note-too-long'])
  reportCondition(@By() caller: Caller, @Param('caseId') caseId: string, @Param('n', number) n: number, @Key() key: string, @Conditions() terms: Terms, @Body() { note, expectedSeq }: ConditionReportBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.now(caller, caseId, key, terms, { type: 'report-condition', n, ...(note !== undefined && { note }) }, expectedSeq, reply);
  }

  @Post('conditions/:n/review')
  @HttpCode(200)
  @act('Accept or refuse the report on a condition', { type: ConditionReviewBody, example: { accepted: true } }, ['unknown-condition', 'condition-not-reported', 'four-eyes', 'note-required', 'note-too-long'])
  reviewCondition(@By() caller: Caller, @Param('caseId') caseId: string, @Param('n', number) n: number, @Key() key: string, @Conditions() terms: Terms, @Body() { accepted, note, expectedSeq }: ConditionReviewBody, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.now(caller, caseId, key, terms, { type: 'review-condition', n, accepted, ...(note !== undefined && { note }) }, expectedSeq, reply);
  }

  @Post('fact-corrections')
  @HttpCode(200)
  @Describes({
    summary: 'Correct a registered fact, or preview which clocks would move',
    says: 'With `?dryRun=true` nothing is recorded and no key is needed. A second person confirms when a term of the law moves: the same request by somebody else.',
    command: 'case',
    body: { type: FactCorrectionBody, example: { fact: 'jointApprovedOn', value: '2026-11-20', note: 'Salah ketik pada pencatatan.' } },
    answers: [theCase, { ...theCase, says: 'With `dryRun`: every clock that would move.', type: PreviewShape, example: { fact: 'jointApprovedOn', from: '2026-11-02', to: '2026-11-20', secondPersonNeeded: true, clocks: [{ rule: 'enactment', label: { id: 'Penetapan', en: 'Enactment' }, dueOn: '2026-12-14', wouldBeDueOn: '2027-01-06', provisional: false }] } }],
    problems: ['unknown-fact', 'fact-unknown', 'fact-unchanged', 'fact-invalid', 'fact-too-long', 'date-in-future', 'date-before-previous', 'second-person-needed', 'facts-differ', 'missing-documents', 'note-required', 'note-too-long'],
  })
  async correctFact(
    @By() caller: Caller, @Param('caseId') caseId: string, @Query() { dryRun }: DryRunQuery, @Conditions() terms: Terms, @Body() { fact, value, note, expectedSeq }: FactCorrectionBody, @KeyUnlessDryRun() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const command = { type: 'correct-fact' as const, fact, value, note };
    if (dryRun || key === undefined) return this.preview(caller, caseId, command);
    return this.now(caller, caseId, key, terms, command, expectedSeq, reply);
  }

  private async preview(caller: Caller, caseId: string, command: Extract<Unsealed<PersonCommand>, { type: 'correct-fact' }>) {
    const { state, rules, now } = await this.desk.record(caller, caseId);
    const preview = await this.ledger.cases.preview(caseId, caller, command);
    if ('notFound' in preview) throw problem('not-found');
    if ('refused' in preview) throw refused(refusalProblems, preview);
    const moved = underCorrection(rules, state, command.fact, command.value, now);
    return {
      fact: command.fact,
      from: state.facts[command.fact] ?? null,
      to: command.value,
      secondPersonNeeded: preview.events.some(({ type }) => type === 'fact-correction-proposed'),
      clocks: moved.map(({ rule, from, to, provisional }) => ({ rule, label: rules.definition.clocks[rule]!.label, dueOn: from, wouldBeDueOn: to, provisional })),
    };
  }

  private now(caller: Caller, caseId: string, key: string, terms: Terms, command: Unsealed<PersonCommand>, expectedSeq: number | undefined, reply: FastifyReply) {
    return this.desk.take(caller, caseId, { key, terms, command, expectedSeq }, reply);
  }
}
