import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { kbliSample, searchKbli } from '#process/matrix/index';
import { label, queryText } from '../door/shapes';
import { Public } from '../identity/public.decorator';
import { Describes } from '../openapi/describe';

class KbliQuery extends createZodDto(z.object({ q: queryText(200).optional(), limit: z.coerce.number().int().min(1).max(100).optional(), /** The last code of the page before. */ cursor: z.string().regex(/^\d{5}$/).optional() })) {}
class KbliListShape extends createZodDto(
  z.object({ items: z.array(z.object({ code: z.string(), name: label, sample: z.boolean(), certainty: z.enum(['verified', 'reported', 'assumed']) })), nextCursor: z.string().nullable(), note: label }),
) {}

@ApiTags('rules')
@Controller('v1/kbli')
@Public()
export class KbliController {
  @Get()
  @Describes({
    summary: 'Five-digit codes of KBLI 2020',
    says: 'By first digits or words of the name. Every code says whether it is a sample and how sure it is; a code that is not listed is a warning in a plan matrix, never a refusal.',
    answers: [{ says: 'A page of codes.', type: KbliListShape, example: { items: [{ code: '10437', name: { id: 'Industri minyak goreng kelapa sawit', en: 'Palm cooking oil' }, sample: true, certainty: 'assumed' }], nextCursor: null, note: kbliSample.note } }],
    problems: ['validation-failed'],
    public: true,
  })
  list(@Query() { q = '', limit = 50, cursor = '' }: KbliQuery) {
    const found = searchKbli(q).filter(({ code }) => code > cursor);
    const items = found.slice(0, limit).map((one) => ({ ...one, sample: true, certainty: kbliSample.certainty }));
    return { items, nextCursor: found.length > limit ? items.at(-1)!.code : null, note: kbliSample.note };
  }
}
