import { Controller, HttpCode, Param, Put, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readinessV1, type ReadinessDefinition, type ReadinessState, siteVisits } from '#process';
import type { Caller } from '#ledger';
import { FileIntake } from '../cases/file-intake';
import { etagOf } from '../door/preconditions';
import { By, Conditions, Key, type Terms } from '../door/request';
import { Describes } from '../openapi/describe';
import { ReadinessDesk } from './readiness-desk';
import { evidenceExample, EvidenceShape } from './readiness-shapes';

const { documents }: ReadinessDefinition = readinessV1;

@ApiTags('readiness')
@Controller('v1/readiness')
export class EvidenceController {
  constructor(
    private readonly desk: ReadinessDesk,
    private readonly intake: FileIntake,
  ) {}

  @Put(':regionCode/:criterion/documents/:type')
  @HttpCode(201)
  @RouteConfig({ takes: 'document' })
  @ApiHeader({ name: 'Content-Disposition', required: true, description: 'The name of the file.', example: "attachment; filename*=UTF-8''SK%20lokasi%20Seluma.pdf" })
  @ApiHeader({ name: 'Content-Digest', required: false, description: 'RFC 9530; compared with what arrives.', example: 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:' })
  @Describes({
    summary: 'Put down a paper for a condition',
    says: "The raw bytes, at most 100 MB, inspected like the documents of a case. By the region's drafter; minutes of visits, under `site-visits`, by the province or the ministry. Read it back with `GET /v1/documents/{sha256}`.",
    command: 'readiness',
    body: { media: 'application/pdf', example: '%PDF-1.7 …' },
    answers: [{ status: 201, says: 'The paper is there; it counts once it has been handed in and verified.', type: EvidenceShape, example: evidenceExample, headers: { ETag: '"v<seq>" of the readiness', Location: 'Address of the bytes.' } }],
    problems: [
      'not-found', 'not-your-role', 'not-your-region', 'precondition-failed', 'case-busy', 'unknown-criterion', 'unknown-document', 'media-not-accepted', 'too-many-documents', 'too-many-events', 'empty-file', 'too-large', 'magic-mismatch',
      'encrypted-pdf', 'scripted-pdf', 'digest-mismatch', 'digest-invalid', 'virus-found', 'file-name-missing', 'file-name-invalid', 'upload-stalled', 'upload-broken', 'store-away', 'scanner-away',
    ],
  })
  put(@By() caller: Caller, @Param('regionCode') regionCode: string, @Param('criterion') criterion: string, @Param('type') type: string, @Key() key: string, @Conditions() terms: Terms, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.intake.orLetGo(request, () => this.receive(caller, regionCode, { criterion, type }, { key, terms }, request, reply));
  }

  private async receive(caller: Caller, regionCode: string, { criterion, type: documentType }: { criterion: string; type: string }, asked: { key: string; terms: Terms }, request: FastifyRequest, reply: FastifyReply) {
    const announced = this.intake.announced(request);
    const { declared, media, name } = announced;
    const command = { type: 'attach-evidence' as const, criterion, documentType, media: media ?? declared, name };
    // Judged before the bytes are taken: nobody sends 100 MB to hear that there is no such condition.
    await this.desk.judge(caller, regionCode, { ...command, sha256: '0'.repeat(64), size: 1 }, asked);
    const accepted = Object.hasOwn(documents, documentType) ? documents[documentType]!.media : [];
    const { sha256, size, media: found } = await this.intake.receive(request, announced, accepted);
    const { seq, state } = await this.desk.apply(caller, regionCode, { ...command, media: found, sha256, size }, asked);
    reply.status(201).headers({ etag: etagOf(seq), location: `/v1/documents/${sha256}` });
    return { type: documentType, version: versionIn(state, criterion, documentType, sha256), sha256, size, name };
  }
}

function versionIn(state: ReadinessState, criterion: string, type: string, sha256: string): number | null {
  const papers = criterion === siteVisits ? state.visitPapers : (state.criteria[criterion]?.documents ?? []);
  return papers.filter((one) => one.type === type && one.sha256 === sha256).at(-1)?.version ?? null;
}
