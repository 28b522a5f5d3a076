import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { keptText, readingOf, remarksVisibleTo } from '#process';
import { compareArticles, isAbout } from '#documents';
import { type Caller, Ledger } from '#ledger';
import { By } from '../door/request';
import { Describes } from '../openapi/describe';
import { problem, refused } from '../problems/catalogue';
import { refusalProblems } from '../problems/refusal-problems';
import { CaseDesk } from './case-desk';
import { comparisonExample, ComparisonQuery, ComparisonShape, previewExample, DocumentTextShape } from './comparison-shapes';
import { DraftTexts } from './draft-texts';

@ApiTags('documents')
@Controller('v1')
export class ComparisonController {
  constructor(
    private readonly ledger: Ledger,
    private readonly desk: CaseDesk,
    private readonly texts: DraftTexts,
  ) {}

  @Get('cases/:caseId/documents/:type/comparison')
  @Describes({
    summary: 'Two versions of a draft, Pasal by Pasal',
    says: 'The last two when none are named; `against=endorsed` lays the jointly approved text beside the one the ministry has endorsed. `comparison` is null while there is one version. Words that went are `del`, words that came `ins`. A Pasal whose number alone has changed is `renumbered`. DOCX only, at most 25 MB and 15 seconds of reading.',
    answers: [{ says: 'The versions and what changed.', type: ComparisonShape, example: comparisonExample }],
    problems: ['not-found', 'contents-closed', 'unknown-document', 'document-not-present', 'validation-failed', 'text-not-docx', 'text-too-large', 'text-damaged', 'text-too-slow', 'store-away'],
  })
  async compare(@By() caller: Caller, @Param('caseId') caseId: string, @Param('type') type: string, @Query() { from, to, against }: ComparisonQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const { state, rules } = await this.desk.record(caller, caseId);
    if (readingOf(rules.definition, state, caller.offices) !== 'contents') throw problem('contents-closed');
    const described = Object.hasOwn(rules.definition.documents, type) ? rules.definition.documents[type] : undefined;
    if (!described) throw refused(refusalProblems, { refused: 'unknown-document', details: [type] });
    const versions = await this.ledger.registers.documents.versions(caller, caseId, type);
    reply.header('cache-control', 'private, no-cache');
    const kept = against === undefined ? undefined : keptText(rules.definition, state, type, against);
    if (against !== undefined && !kept) throw refused(refusalProblems, { refused: 'document-not-present', details: [type, against] });
    const head = { type, label: described.label, versions, against: kept ? { mark: against!, type: kept.as, label: rules.definition.documents[kept.as]!.label } : null };
    const newer = named(to) ?? versions.at(-1);
    const older = kept
      ? (await this.ledger.registers.documents.versions(caller, caseId, kept.as)).find(({ sha256 }) => sha256 === kept.sha256)
      : (named(from) ?? versions.filter(({ version }) => newer && version < newer.version).at(-1));
    if (!older || !newer) return { ...head, from: null, to: null, comparison: null };
    const [before, after] = await Promise.all([this.texts.of(older), this.texts.of(newer)]);
    const { changes, ...counted } = compareArticles(before.units, after.units);
    const remarks = remarksVisibleTo(state, caller.offices);
    const pinned = changes.map((change) => ({ ...change, remarks: remarks.filter(({ unit }) => unit !== undefined && isAbout(unit, change)).map(({ n }) => n) }));
    return { ...head, from: older.version, to: newer.version, comparison: { ...counted, cut: before.cut || after.cut, changes: pinned } };

    function named(wanted: number | undefined) {
      if (wanted === undefined) return undefined;
      const found = versions.find(({ version }) => version === wanted);
      if (!found) throw refused(refusalProblems, { refused: 'document-not-present', details: [type, String(wanted)] });
      return found;
    }
  }

  @Get('documents/:sha256/preview')
  @Describes({
    summary: 'The text of a document, without downloading it',
    says: 'Plain text by Pasal: nothing of the file is run or fetched. DOCX only; a PDF or picture opens with `?inline=1` on the bytes.',
    answers: [{ says: 'The text.', type: DocumentTextShape, example: previewExample }],
    problems: ['not-found', 'text-not-docx', 'text-too-large', 'text-damaged', 'text-too-slow', 'store-away'],
  })
  async preview(@By() caller: Caller, @Param('sha256') sha256: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const held = /^[0-9a-f]{64}$/.test(sha256) ? await this.ledger.registers.documents.access(sha256, caller) : undefined;
    if (!held) throw problem('not-found');
    const { units, cut } = await this.texts.of({ sha256, media: held.media });
    reply.header('cache-control', 'private, no-cache');
    return { name: held.name, media: held.media, cut, units };
  }
}
