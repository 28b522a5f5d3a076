import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** RFC 9457, with the code that stays the same in every language. */
export class ProblemShape extends createZodDto(
  z.object({
    type: z.string().meta({ example: 'urn:selaras:problem:stale' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    details: z.array(z.string()).optional(),
    errors: z.array(z.object({ pointer: z.string(), message: z.string(), code: z.string().optional(), line: z.number().int().optional() })).optional(),
    traceId: z.string(),
  }),
) {}
