import { Body, Controller, HttpCode, Logger, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Describes } from '../openapi/describe';

class PageFaultBody extends createZodDto(z.object({ at: z.string().max(300), message: z.string().max(500), stack: z.string().max(4_000).optional() })) {}

/** What breaks in the browser of a reader reaches the log of those who can mend it. */
@ApiTags('live')
@Controller('v1/page-faults')
export class PageFaultsController {
  private readonly log = new Logger('Page');

  @Post()
  @HttpCode(202)
  @Describes({
    summary: 'Report a screen that broke',
    says: 'Written to the log and nowhere else, under the trace id that the reader is shown.',
    body: { type: PageFaultBody, example: { at: '/kasus/rpik-1705-2027', message: 'undefined is not a function' } },
    answers: [{ status: 202, says: 'The number that leads to the line of the log.', example: { traceId: '4bf92f3577b34da6a3ce929d0e0e4736' } }],
  })
  report(@Body() { at, message, stack }: PageFaultBody, @Req() request: FastifyRequest) {
    const traceId = String(request.id);
    // As JSON it stays one line, whatever it holds.
    this.log.warn(`${traceId} ${JSON.stringify({ at, message, stack })}`);
    return { traceId };
  }
}
