import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { label } from '../door/shapes';

const count = z.number().int();
export class StatisticsQuery extends createZodDto(z.object({ region: z.string().regex(/^\d{2}(\d{2})?$/).optional(), programmeYear: z.coerce.number().int().min(2000).max(2200).optional() })) {}
export class StatisticsShape extends createZodDto(
  z.object({
    stages: z.array(z.object({ stage: z.string(), label, phase: z.string(), open: count, stays: count, median: count.nullable(), p80: count.nullable(), longest: count.nullable() })),
    ages: z.array(z.object({ from: count, to: count.nullable(), cases: count })),
  }),
) {}

export const statisticsExample = {
  stages: [{ stage: 'review', label: { id: 'Penelaahan provinsi', en: 'Provincial review' }, phase: 'B', open: 2, stays: 7, median: 8, p80: 12, longest: 19 }],
  ages: [{ from: 0, to: 29, cases: 1 }, { from: 30, to: 89, cases: 6 }, { from: 90, to: 179, cases: 2 }, { from: 180, to: 364, cases: 0 }, { from: 365, to: null, cases: 0 }],
};
