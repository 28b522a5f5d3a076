import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ApiConfig } from '#config';
import { mediaTypes, paperPdf } from '#documents';
import { type Caller, type EventRecord, Ledger } from '#ledger';
import { By } from '../door/request';
import { Describes } from '../openapi/describe';
import { problem } from '../problems/catalogue';
import { apiConfig } from '../tokens';
import { attachment } from './attachment';
import { caseDossier } from './case-dossier';
import { CaseDesk } from './case-desk';
import { caseView } from './case-view';

/** A case holds at most 2,000 events. */
const mostPages = 20;

@ApiTags('cases')
@Controller('v1/cases')
export class DossierController {
  constructor(
    private readonly ledger: Ledger,
    private readonly desk: CaseDesk,
    @Inject(apiConfig) private readonly config: ApiConfig,
  ) {}

  @Get(':caseId/dossier')
  @Describes({
    summary: 'The case on paper',
    says: 'A PDF in Indonesian of what the caller may see: standing, facts, documents with their hashes, deadlines with their arithmetic, votes, conditions, remarks and the whole history. Offices and capacities, no persons.',
    answers: [{ says: 'The file.', media: [mediaTypes.pdf.type], headers: { 'Content-Disposition': 'The name of the file.' } }],
    problems: ['not-found', 'contents-closed'],
  })
  async dossier(@By() caller: Caller, @Param('caseId') caseId: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const record = await this.desk.record(caller, caseId);
    const view = caseView(record, caller);
    if (!view) throw problem('not-found');
    if (view.reading !== 'contents') throw problem('contents-closed');
    const events = await this.eventsOf(caller, caseId, view.seq);
    const bytes = await paperPdf(caseDossier(view, events, record.rules.definition, this.config.http.publicUrl.replace(/\/$/, '')));
    reply.headers({ 'content-type': mediaTypes.pdf.type, 'content-disposition': attachment(`berkas-${caseId}-${view.seq}.pdf`), 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' });
    return bytes;
  }

  /** The history up to the seq that the rest of the paper stands at. */
  private async eventsOf(caller: Caller, caseId: string, until: number): Promise<EventRecord[]> {
    const events: EventRecord[] = [];
    let cursor: string | null = null;
    for (let n = 0; n < mostPages; n++) {
      const page = await this.ledger.registers.cases.events(caller, caseId, { limit: 100, ...(cursor !== null && { cursor }) });
      if (!page) throw problem('not-found');
      events.push(...page.items);
      cursor = page.nextCursor;
      if (cursor === null) break;
    }
    return events.filter(({ seq }) => seq <= until);
  }
}
