import { Body, Controller, Get, HttpCode, Param, Put, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtraModels, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { readingOf } from '#process';
import { completeness, emptyMatrix, formatTable, isMatrixTable, type MatrixTable, parseTable, type PlanMatrix, rowsOf, validateMatrix, withTable } from '#process/matrix/index';
import { type Caller, type CaseRecord, Ledger } from '#ledger';
import { etagOf } from '../door/preconditions';
import { By, Conditions, Key, KeyUnlessDryRun, type Terms } from '../door/request';
import { type Description, Describes } from '../openapi/describe';
import { problem, refused } from '../problems/catalogue';
import { refusalProblems } from '../problems/refusal-problems';
import { CaseDesk } from './case-desk';
import { MatrixSavedShape, MatrixShape } from './case-shapes';
import { matrixPlace, matrixRefused } from './matrix-place';
import { previewImport, TableImportShape } from './table-import';

const example = {
  flagships: [{ kbli: '10432', commodity: 'Kelapa sawit', role: 'main', from: 2027, to: 2047, target: { unit: 'ton', value: 12000 }, sharedWith: [], division: '' }],
  zones: [{ name: 'Sentra Sukaraja', kind: 'sentra', areaHa: 12.5, rtrwRef: 'Pasal 31' }], materials: [], links: [], sentra: [{ name: 'Sentra Sukaraja', units: 14, product: 'Minyak goreng' }],
};
const saved = { version: 2, sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', valid: true, warnings: [] };
const puts = (summary: string, body: Description['body'], says?: string): MethodDecorator =>
  Describes({ summary, ...(says && { says }), command: 'case', body: body!, answers: [{ says: 'A new version.', type: MatrixSavedShape, example: saved, headers: { ETag: '"v<seq>" of the case' } }], problems: ['matrix-refused', 'matrix-frozen', 'note-too-long'] });

@ApiTags('plan matrix')
@Controller('v1/cases/:caseId/plan-matrix')
export class PlanMatrixController {
  constructor(
    private readonly ledger: Ledger,
    private readonly desk: CaseDesk,
  ) {}

  @Get()
  @Describes({ summary: 'The plan matrix', answers: [{ says: 'The current version.', type: MatrixShape, example: { version: 1, sha256: saved.sha256, valid: true, matrix: example } }], problems: ['not-found', 'matrix-absent', 'contents-closed'] })
  async get(@By() caller: Caller, @Param('caseId') caseId: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { record, matrix } = await this.current(caller, caseId);
    if (!record.state.matrix || !matrix) throw problem('matrix-absent');
    reply.header('etag', etagOf(record.state.seq));
    return { ...record.state.matrix, matrix };
  }

  @Get(':table')
  @Describes({ summary: 'One table of the plan matrix as CSV', answers: [{ says: 'Header first, RFC 4180.', media: ['text/csv'], example: 'name,units,product\r\nSentra Sukaraja,14,Minyak goreng\r\n' }], problems: ['not-found', 'contents-closed'] })
  async table(@By() caller: Caller, @Param('caseId') caseId: string, @Param('table') table: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!isMatrixTable(table)) throw problem('not-found');
    const { matrix } = await this.current(caller, caseId);
    reply.header('content-type', 'text/csv; charset=utf-8');
    return formatTable(table, rowsOf(matrix ?? emptyMatrix(), table));
  }

  @Put()
  @HttpCode(200)
  @puts('Replace the plan matrix', { example }, 'Everything that is wrong is told at once, by row and column. A matrix without a flagship product or a sentra is kept, but not valid yet.')
  put(@By() caller: Caller, @Param('caseId') caseId: string, @Key() key: string, @Conditions() terms: Terms, @Body() input: unknown, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.save(caller, caseId, key, terms, () => input, reply);
  }

  @Put(':table')
  @HttpCode(200)
  @RouteConfig({ takes: 'csv' })
  @puts(
    'Replace one table of the plan matrix',
    { media: 'text/csv', example: 'name,units,product\r\nSentra Sukaraja,14,Minyak goreng\r\n' },
    '`?dryRun=true` records nothing and needs no key: what would be added, changed and removed, and every problem by line and column.',
  )
  @ApiExtraModels(TableImportShape)
  @ApiQuery({ name: 'dryRun', required: false, schema: { type: 'boolean' } })
  async putTable(@By() caller: Caller, @Param('caseId') caseId: string, @Param('table') table: string, @KeyUnlessDryRun() key: string | undefined, @Conditions() terms: Terms, @Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply) {
    if (!isMatrixTable(table)) throw problem('not-found');
    const csv = typeof body === 'string' ? body : '';
    if (key === undefined) return this.rehearse(caller, caseId, table, csv);
    const parsed = parseTable(table, csv);
    if ('problems' in parsed) throw matrixRefused(parsed);
    return this.save(caller, caseId, key, terms, (before) => withTable(before, table, parsed.rows), reply);
  }

  private async current(caller: Caller, caseId: string): Promise<{ record: CaseRecord; matrix: PlanMatrix | undefined }> {
    const record = await this.desk.record(caller, caseId);
    if (readingOf(record.rules.definition, record.state, caller.offices) !== 'contents') throw problem('contents-closed');
    const { matrix } = record.state;
    return { record, matrix: matrix && (await this.ledger.matrices.get(caller.scopes, caseId, matrix.sha256)) };
  }

  /** Refused for whoever could not save, with the very code of the saving. */
  private async rehearse(caller: Caller, caseId: string, table: MatrixTable, csv: string) {
    const { record: { state }, matrix } = await this.current(caller, caseId);
    const preview = await this.ledger.cases.preview(caseId, caller, { type: 'save-matrix', sha256: '0'.repeat(64), valid: true });
    if ('notFound' in preview) throw problem('not-found');
    if ('refused' in preview) throw refused(refusalProblems, preview);
    return previewImport(matrix ?? emptyMatrix(), table, csv, await matrixPlace(this.ledger, state));
  }

  private async save(caller: Caller, caseId: string, key: string, terms: Terms, inputFrom: (before: PlanMatrix) => unknown, reply: FastifyReply) {
    const { record: { state }, matrix: before } = await this.current(caller, caseId);
    const validated = validateMatrix(inputFrom(before ?? emptyMatrix()), await matrixPlace(this.ledger, state));
    if ('problems' in validated) throw matrixRefused(validated);
    const { matrix, warnings } = validated;
    const valid = completeness(matrix).length === 0;
    const stored = await this.ledger.matrices.put(caller, caseId, matrix);
    if (!stored) throw problem('not-found');
    const applied = await this.desk.apply(caller, caseId, { key, terms, command: { type: 'save-matrix', sha256: stored.sha256, valid } });
    reply.header('etag', etagOf(applied.seq));
    return { version: applied.state.matrix?.version ?? 1, sha256: stored.sha256, valid, missing: completeness(matrix), warnings };
  }
}
