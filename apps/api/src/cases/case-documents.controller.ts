import { Controller, Delete, Get, Headers, HttpCode, Inject, Param, ParseIntPipe, Put, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type DocumentStore, type Media, mediaOf, mediaTypes, template } from '#documents';
import { type Caller, Ledger } from '#ledger';
import { etagOf, expectedOf } from '../door/preconditions';
import { By, Conditions, Key, type Terms } from '../door/request';
import { Describes } from '../openapi/describe';
import { caseExample } from '../openapi/examples';
import { Public } from '../identity/public.decorator';
import { problem, refused } from '../problems/catalogue';
import { refusalProblems } from '../problems/refusal-problems';
import { documentStore } from '../tokens';
import { attachment } from './attachment';
import { CaseDesk } from './case-desk';
import { CaseShape, DocumentShape } from './case-shapes';
import { FileIntake } from './file-intake';

const number = new ParseIntPipe({ exceptionFactory: () => problem('not-found') });
const uploadMedia = ['application/pdf', mediaTypes.docx.type, mediaTypes.xlsx.type, 'image/png', 'image/jpeg'];
const example = { type: 'draft-regulation', version: 2, sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', size: 48213, name: 'Raperda RPIK Seluma.docx' };

class BytesQuery extends createZodDto(z.object({ inline: z.enum(['1']).optional() })) {}
const shownInline: readonly Media[] = ['pdf', 'png', 'jpeg'];

@ApiTags('documents')
@Controller('v1')
export class CaseDocumentsController {
  constructor(
    private readonly ledger: Ledger,
    private readonly desk: CaseDesk,
    private readonly intake: FileIntake,
    @Inject(documentStore) private readonly store: DocumentStore,
  ) {}

  @Put('cases/:caseId/documents/:type')
  @HttpCode(201)
  @RouteConfig({ takes: 'document' })
  @ApiHeader({ name: 'Content-Disposition', required: true, description: 'The name of the file.', example: "attachment; filename*=UTF-8''Raperda%20RPIK%20Seluma.docx" })
  @ApiHeader({ name: 'Content-Digest', required: false, description: 'RFC 9530; compared with what arrives.', example: 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:' })
  @Describes({
    summary: 'Put a document on the case',
    says: 'The raw bytes, at most 100 MB. They count once they have been inspected. Identical bytes are stored once.',
    command: 'case',
    body: { media: uploadMedia[0]!, example: '%PDF-1.7 …' },
    answers: [{ status: 201, says: 'The document counts.', type: DocumentShape, example, headers: { ETag: '"v<seq>" of the case', Location: 'Address of the bytes.' } }],
    problems: [
      'unknown-document', 'document-frozen', 'media-not-accepted', 'too-many-documents', 'empty-file', 'too-large', 'magic-mismatch', 'zip-bomb', 'zip-entry-name', 'macro-document', 'embedded-object-refused', 'encrypted-document',
      'encrypted-pdf', 'scripted-pdf', 'digest-mismatch', 'digest-invalid', 'virus-found', 'file-name-missing', 'file-name-invalid', 'upload-stalled', 'upload-broken', 'store-away', 'scanner-away', 'too-many-events',
    ],
  })
  put(@By() caller: Caller, @Param('caseId') caseId: string, @Param('type') type: string, @Key() key: string, @Conditions() terms: Terms, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.intake.orLetGo(request, () => this.receive(caller, caseId, type, key, terms, request, reply));
  }

  private async receive(caller: Caller, caseId: string, documentType: string, key: string, terms: Terms, request: FastifyRequest, reply: FastifyReply) {
    const announced = this.intake.announced(request);
    const { declared, media, name } = announced;

    // Judged before the bytes are taken: nobody sends 100 MB to hear that the document is frozen.
    const record = await this.desk.record(caller, caseId);
    const { documents } = record.rules.definition;
    if (!Object.hasOwn(documents, documentType)) throw refused(refusalProblems, { refused: 'unknown-document', details: [documentType] });
    const accepted = documents[documentType]?.media ?? [];
    const command = { type: 'attach-document' as const, documentType, media: media ?? declared, name };
    if (accepted.length > 0 && (!media || !accepted.some((one) => one === media))) throw refused(refusalProblems, { refused: 'media-not-accepted', details: accepted });
    await this.judge(caller, caseId, key, command, expectedOf(terms.ifMatch, undefined)?.seq);

    const received = await this.intake.receive(request, announced, accepted);
    const { sha256, size } = received;
    const applied = await this.desk.apply(caller, caseId, { key, terms, command: { ...command, media: received.media, sha256, size } });
    const version = applied.state.documents.filter((document) => document.type === documentType && document.sha256 === sha256).at(-1)?.version ?? (await this.versionAt(caller, caseId, applied.seq));
    reply.status(201).headers({ etag: etagOf(applied.seq), location: `/v1/documents/${sha256}` });
    return { type: documentType, version, sha256, size, name };
  }

  /** A repeated key is answered by the ledger, whatever the case has become since. */
  private async judge(caller: Caller, caseId: string, key: string, command: { type: 'attach-document'; documentType: string; media: string; name: string }, expectedSeq: number | undefined): Promise<void> {
    if (await this.ledger.registers.commands.byKey(caller, key)) return;
    const preview = await this.ledger.cases.preview(caseId, caller, { ...command, sha256: '0'.repeat(64), size: 1, ...(expectedSeq !== undefined && { expectedSeq }) });
    if ('notFound' in preview) throw problem('not-found');
    if ('refused' in preview && preview.refused === 'stale') throw problem('precondition-failed', { details: preview.details });
    if ('refused' in preview) throw refused(refusalProblems, preview);
  }

  private async versionAt(caller: Caller, caseId: string, seq: number): Promise<number | null> {
    const cursor = Buffer.from(JSON.stringify([String(seq - 1)])).toString('base64url');
    const page = await this.ledger.registers.cases.events(caller, caseId, { cursor, limit: 1 });
    const { document } = (page?.items[0]?.body ?? {}) as { document?: { version: number } };
    return document?.version ?? null;
  }

  @Delete('cases/:caseId/documents/:type/:version')
  @HttpCode(200)
  @Describes({
    summary: 'Withdraw a document',
    says: 'The history keeps that it was there; its version number is not used again.',
    command: 'case',
    answers: [{ says: 'The case as it stands now.', type: CaseShape, example: caseExample }],
    problems: ['unknown-document', 'document-frozen', 'document-not-present'],
  })
  withdraw(@By() caller: Caller, @Param('caseId') caseId: string, @Param('type') documentType: string, @Param('version', number) version: number, @Key() key: string, @Conditions() terms: Terms, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.desk.take(caller, caseId, { key, terms, command: { type: 'withdraw-document', documentType, version } }, reply);
  }

  @Get('documents/:sha256')
  @Describes({
    summary: 'The bytes of a document',
    says: 'For whoever reads the contents of a case that holds them. `?inline=1` shows a PDF or a picture instead of saving it; for anything else it changes nothing.',
    answers: [{ says: 'The bytes, as an attachment.', media: uploadMedia, headers: { ETag: 'The SHA-256.', 'Content-Disposition': 'The name of the file.' } }, { status: 304, says: 'Unchanged.', media: [] }],
    problems: ['not-found', 'store-away'],
  })
  async bytes(@By() caller: Caller, @Param('sha256') sha256: string, @Headers('if-none-match') known: string | undefined, @Query() { inline }: BytesQuery, @Res() reply: FastifyReply): Promise<void> {
    const held = /^[0-9a-f]{64}$/.test(sha256) ? await this.ledger.registers.documents.access(sha256, caller) : undefined;
    if (!held) throw problem('not-found');
    const etag = `"${sha256}"`;
    const media = mediaOf(held.media);
    const isShown = inline === '1' && media !== undefined && shownInline.includes(media);
    // The reader of PDFs that comes with a browser does not work in a sandbox; scripts in a PDF were refused when it was put here.
    const policy = isShown ? "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; img-src 'self'; frame-ancestors 'none'" : "default-src 'none'; sandbox";
    const headers = { etag, vary: 'Cookie', 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff', 'content-security-policy': policy };
    if (known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) return void reply.status(304).headers(headers).send();
    const opened = await this.store.open(sha256);
    if (!opened) throw problem('not-found');
    const type = media ? mediaTypes[media].type : 'application/octet-stream';
    reply.status(200).headers({ ...headers, 'content-type': type, 'content-length': opened.size, 'content-disposition': attachment(held.name ?? `${held.type}.${held.media}`).replace(/^attachment/, isShown ? 'inline' : 'attachment') });
    await reply.send(opened.stream);
  }

  @Get('document-types/:type/template')
  @Public()
  @Describes({
    summary: 'A form to fill in for a document type',
    answers: [{ says: 'A DOCX.', media: [mediaTypes.docx.type], headers: { 'Content-Disposition': 'The name of the file.' } }],
    problems: ['not-found'],
    public: true,
  })
  async template(@Param('type') type: string, @Res() reply: FastifyReply): Promise<void> {
    const [newest] = await this.ledger.registers.rules.processes();
    const published = newest && (await this.ledger.registers.rules.process(newest.id, newest.version));
    const found = published && Object.hasOwn(published.definition.documents, type) ? published.definition.documents[type] : undefined;
    if (!found) throw problem('not-found');
    const bytes = await template(type, found.label);
    await reply.status(200).headers({ 'content-type': mediaTypes.docx.type, 'content-disposition': attachment(`${type}.docx`), 'cache-control': 'public, max-age=3600' }).send(bytes);
  }
}
