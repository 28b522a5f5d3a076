import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { mediaTypes } from '#documents';
import type { Caller } from '#ledger';
import { attachment } from '../cases/attachment';
import { By } from '../door/request';
import { Describes } from '../openapi/describe';
import { MinutesQuery } from './cohort-shapes';
import { MinutesDesk, minutesName } from './minutes-desk';
import { minutesExample, MinutesShape } from './minutes-shapes';

type Format = 'docx' | 'pdf' | 'json';

@ApiTags('cohorts')
@Controller('v1/cohorts/:cohortId/minutes')
export class MinutesController {
  constructor(private readonly minutes: MinutesDesk) {}

  @Get()
  @Describes({
    summary: 'The minutes of synchronization',
    says: 'In Indonesian: reference plans, policy, members with manifest hashes, waivers, conflicts with the claims side by side, overrides, acknowledgements, meetings, places for signatures. A draft before the release, afterwards what the release has frozen, unchanged for ever. The newest released round, or `round`. A region gets an excerpt with the conflicts it is a party to. `format=docx`, `format=pdf` or `Accept` choose the file; the same state gives the same bytes.',
    answers: [
      { says: 'The content.', type: MinutesShape, example: minutesExample },
      { says: 'The file.', media: [mediaTypes.docx.type, mediaTypes.pdf.type], headers: { ETag: 'SHA-256 of the bytes.', 'Content-Disposition': 'The name of the file.' } },
    ],
    problems: ['not-found', 'validation-failed', 'member-unknown', 'member-not-active'],
  })
  async of(@By() caller: Caller, @Param('cohortId') cohortId: string, @Query() query: MinutesQuery, @Headers('accept') accept: string | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    const { asIf, round, for: region, format = formatOf(accept) } = query;
    const wish = { ...(asIf && { supposed: asIf }), ...(round !== undefined && { round }), ...(region && { excerptFor: [region] }) };
    const { source, paper } = await this.minutes.paper(caller, cohortId, wish);
    reply.headers({ vary: 'Accept', 'cache-control': 'private, no-cache' });
    if (format === 'json') return { cohort: cohortId, round: source.round, draft: !source.release, paper };
    const { bytes, sha256 } = await this.minutes.file(paper, format);
    reply.headers({ 'content-type': mediaTypes[format].type, 'content-disposition': attachment(`${minutesName(source)}.${format}`), etag: `"${sha256}"`, 'x-content-type-options': 'nosniff' });
    return bytes;
  }
}

function formatOf(accept = ''): Format {
  if (accept.includes(mediaTypes.docx.type)) return 'docx';
  return accept.includes(mediaTypes.pdf.type) ? 'pdf' : 'json';
}
