import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { civilDate, label } from '../door/shapes';

const yes = z.enum(['true', 'false', '1', '0']).transform((word) => word === 'true' || word === '1');

/** What a table says beside its days, when it comes as CSV; without it, as the current version says. */
export class CalendarQuery extends createZodDto(
  z.object({
    dryRun: yes.optional(),
    weekend: z.string().regex(/^(\d(,\d)*)?$/).optional().meta({ description: 'Free days of the week, 0 = Sunday: `0,6`. For CSV; JSON says it in its body.' }),
    collectiveLeaveIsWorking: yes.optional().meta({ description: 'Whether collective leave counts as working. For CSV.' }),
    limit: z.coerce.number().int().min(1).max(2_000).optional().meta({ description: 'Of a dry run: clocks that are listed; the counts are of all.' }),
  }),
) {}
export class KnownOnQuery extends createZodDto(z.object({ knownOn: civilDate.optional() })) {}

/** Shapes only: what a day says is judged in one place, whatever form it came in. */
export const calendarBody = z.object({
  weekend: z.array(z.number()).max(20).optional(),
  collectiveLeaveIsWorking: z.boolean().optional(),
  years: z.array(z.number().int().min(1900).max(2200)).max(300).optional(),
  days: z.array(z.record(z.string(), z.unknown())),
});

const day = z.object({ date: z.string(), kind: z.string(), name: label, decree: z.string(), issuedOn: z.string(), scope: z.string().optional() });
const version = z.object({ version: z.number().int(), hash: z.string(), publishedAt: z.string(), years: z.array(z.number()), current: z.boolean() });
const listed = version.extend({ publishedBy: z.object({ person: z.string(), name: z.string() }).nullable(), days: z.number().int() });

export class CalendarShape extends createZodDto(version.extend({ weekend: z.array(z.number()), collectiveLeaveIsWorking: z.boolean(), knownOn: z.string().optional(), days: z.array(day) })) {}
export class CalendarVersionShape extends createZodDto(listed) {}
export class CalendarListShape extends createZodDto(z.object({ items: z.array(listed), nextCursor: z.null() })) {}
export class RolloutShape extends createZodDto(
  z.object({ version: z.number().int(), state: z.enum(['listing', 'moving', 'finished', 'superseded']), total: z.number().int(), done: z.number().int(), begunAt: z.string(), finishedAt: z.string().nullable() }),
) {}
const fromTo = <T extends z.ZodType>(of: T) => z.object({ from: of, to: of });
export class CalendarPreviewShape extends createZodDto(
  z.object({
    dryRun: z.literal(true), version: z.number().int(), basedOn: z.number().int(),
    difference: z.object({
      added: z.array(day), removed: z.array(day), changed: z.array(fromTo(day)), years: z.object({ added: z.array(z.number()), removed: z.array(z.number()) }),
      weekend: fromTo(z.array(z.number())).optional(), collectiveLeaveIsWorking: fromTo(z.boolean()).optional(),
    }),
    counts: z.object({ openCases: z.number().int(), cases: z.number().int(), clocks: z.number().int(), alreadyPast: z.number().int(), cohorts: z.number().int() }),
    clocks: z.array(z.object({
      caseId: z.string(), region: z.string(), regionName: z.string(), stage: z.string(), clock: z.string(), rule: z.string(), label, from: z.string(), to: z.string(), alreadyPast: z.boolean(),
      provisional: fromTo(z.boolean()).optional(),
    })),
    cohorts: z.array(z.object({ cohortId: z.string(), cutOffOn: z.string(), from: z.string(), to: z.string(), because: label.nullable() })),
    truncated: z.boolean(),
  }),
) {}

const independence = { date: '2025-08-18', kind: 'collective-leave', name: { id: 'Cuti Bersama Hari Kemerdekaan', en: 'Collective leave for Independence Day' }, decree: 'SKB Menag 933/2025; Menaker 1/2025; MenPANRB 3/2025', issuedOn: '2025-08-07', scope: '' };
export const versionExample = { version: 2, hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', publishedAt: '2025-08-08T02:00:00.000Z', publishedBy: { person: 'p_admin', name: 'Sari Wulandari (contoh)' }, years: [2025], days: 28, current: true };
export const calendarExample = { ...versionExample, publishedBy: undefined, weekend: [0, 6], collectiveLeaveIsWorking: false, days: [independence] };
export const bodyExample = {
  weekend: [0, 6], collectiveLeaveIsWorking: false, years: [2025],
  days: [{ date: '2025-01-01', kind: 'national-holiday', name: { id: 'Tahun Baru 2025 Masehi', en: "New Year's Day" }, decree: 'SKB Menag 1017/2024; Menaker 2/2024; MenPANRB 2/2024', issuedOn: '2024-10-14' }, independence],
};
export const previewExample = {
  dryRun: true, version: 2, basedOn: 1, difference: { added: [independence], removed: [], changed: [], years: { added: [], removed: [] } },
  counts: { openCases: 24, cases: 1, clocks: 1, alreadyPast: 0, cohorts: 0 },
  clocks: [{ caseId: 'rpik-1705-2025', region: '1705', regionName: 'Kab. Seluma', stage: 'review', clock: 'review#1', rule: 'review', label: { id: 'Penelaahan provinsi', en: 'Provincial review' }, from: '2025-08-19', to: '2025-08-20', alreadyPast: false }],
  cohorts: [], truncated: false,
};
export const rolloutExample = { version: 2, state: 'moving', total: 12, done: 7, begunAt: '2025-08-08T02:00:00.000Z', finishedAt: null };
