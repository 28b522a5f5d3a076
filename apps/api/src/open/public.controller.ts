import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { rpikV1, type Text } from '#process';
import { type DocumentStore, mediaOf, mediaTypes } from '#documents';
import { Ledger } from '#ledger';
import { attachment } from '../cases/attachment';
import { Public } from '../identity/public.decorator';
import { Describes } from '../openapi/describe';
import { problem } from '../problems/catalogue';
import { documentStore } from '../tokens';
import { consultationExample, ConsultationShape, publicCohortExample, PublicCohortShape, VerificationQuery, VerificationsShape, verificationsExample } from './public-shapes';

/** For everybody: offices, stages, dates and hashes. No person, and nothing of a case that the law does not open. */
@ApiTags('public')
@Controller('v1/public')
@Public()
export class PublicController {
  constructor(
    private readonly ledger: Ledger,
    @Inject(documentStore) private readonly store: DocumentStore,
  ) {}

  @Get('verifications')
  @Describes({
    summary: 'Whether a file is what was handed over',
    says: 'By `sha256` of the file, which one computes oneself: the file is not sent. Or by `code`, the reference of a receipt: then compare your hash with those of its manifest. An empty list: no hand-over carries it. `ladder` tells how far the text has come in law.',
    answers: [{ says: 'The hand-overs.', type: VerificationsShape, example: verificationsExample }],
    problems: ['validation-failed'],
    public: true,
  })
  async verifications(@Query() { sha256, code }: VerificationQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const { open } = this.ledger.registers;
    const [caseId, seq] = (code ?? '').split('/');
    const referred = code === undefined ? undefined : await open.byReference(caseId!, Number(seq));
    const items = sha256 !== undefined ? await open.byHash(sha256) : referred ? [referred] : [];
    reply.header('cache-control', 'no-cache');
    return { items, now: new Date((await this.ledger.clock.now()).at).toISOString() };
  }

  @Get('cohorts/:cohortId')
  @Describes({ summary: 'Where the regions of a cohort stand', says: 'Stages and dates, no person.', answers: [{ says: 'The cohort.', type: PublicCohortShape, example: publicCohortExample }], problems: ['not-found'], public: true })
  async cohort(@Param('cohortId') cohortId: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const board = await this.ledger.registers.open.cohort(cohortId);
    if (!board) throw problem('not-found');
    const { state, rows, tally } = board;
    reply.header('cache-control', 'no-cache');
    return {
      id: state.id, province: state.province, programmeYear: state.programmeYear, cutOffOn: state.cutOffOn, round: state.round, releasedAt: state.releases.map(({ at }) => at), sentence: tally.sentence,
      referencePlans: state.referencePlans.map(({ kind, version, issuedOn }) => ({ kind, version, issuedOn })),
      members: rows.map(({ region, regionName, state: standing, caseId, phase, stage, status, enteredAt, dueOn, provisional, arrivedAt }) => ({
        region: { code: region, name: regionName }, state: standing, phase, stage: stage === null ? null : (stages[stage]?.label ?? { id: stage, en: stage }), enteredAt, dueOn, provisional, arrivedAt,
        consultation: status === 'open' && stage !== null && stages[stage]?.public ? caseId : null,
      })),
    };
  }

  @Get('consultations/:caseId')
  @Describes({
    summary: 'A draft in public consultation',
    says: 'The draft and the register of input, while the consultation is open (UU 13/2022 art. 96). The register holds what those who hold the consultation have entered.',
    answers: [{ says: 'The consultation.', type: ConsultationShape, example: consultationExample }],
    problems: ['not-found'],
    public: true,
  })
  async consultation(@Param('caseId') caseId: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const found = await this.ledger.registers.open.consultation(caseId);
    if (!found) throw problem('not-found');
    reply.header('cache-control', 'no-cache');
    return found;
  }

  @Get('consultations/:caseId/documents/:type')
  @Describes({
    summary: 'A paper of a draft in public consultation',
    answers: [{ says: 'The bytes, as an attachment.', media: [mediaTypes.docx.type, mediaTypes.pdf.type], headers: { ETag: 'The SHA-256.', 'Content-Disposition': 'Type and case: the name the sender gave stays with the offices.' } }],
    problems: ['not-found', 'store-away'],
    public: true,
  })
  async paper(@Param('caseId') caseId: string, @Param('type') type: string, @Res() reply: FastifyReply): Promise<void> {
    const held = await this.ledger.registers.open.consultedPaper(caseId, type);
    const media = held && mediaOf(held.media);
    const opened = held && media && (await this.store.open(held.sha256));
    if (!opened) throw problem('not-found');
    reply.status(200).headers({
      etag: `"${held.sha256}"`, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox",
      'content-type': mediaTypes[media].type, 'content-length': opened.size, 'content-disposition': attachment(`${type}-${caseId}.${mediaTypes[media].extensions[0]}`),
    });
    await reply.send(opened.stream);
  }
}

const stages: Readonly<Record<string, { public?: boolean; label: Text }>> = { ...rpikV1.stages, ...rpikV1.outcomes };
