import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pressActs, stallCauses, systemFaultKinds } from '#process';
import { anyText, civilDate, label, page, pageOf, queryText, word } from '../door/shapes';
import { caseExample, listOf } from '../openapi/examples';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

export class StalledQuery extends createZodDto(z.object({
  cause: z.enum(stallCauses).optional(), region: z.string().regex(/^\d{2}(\d{2})?$/).optional(), stage: queryText(80).optional(), phase: z.enum(['A', 'B', 'C', 'D']).optional(),
  percentile: whole(1, 100).optional(), limitDays: whole(0, 1_000).optional(), vacantDays: whole(0, 1_000).optional(), ...page,
})) {}

export class FaultsQuery extends createZodDto(z.object(page)) {}

const caseIds = z.array(z.string().min(1).max(80)).min(1).max(100).refine((ids) => new Set(ids).size === ids.length, { message: 'kasus disebut dua kali | a case is named twice' });
const reason = anyText.optional();
const bulk = z.discriminatedUnion('action', [
  z.object({ action: z.literal('remind'), caseIds, reason }),
  z.object({ action: z.literal('escalate'), caseIds, reason }),
  z.object({ action: z.literal('assign'), caseIds, person: z.string().min(1).max(80), reason }),
  z.object({ action: z.literal('extend'), caseIds, days: z.number().int().min(1).max(3_650), reason: word(100) }),
  z.object({ action: z.literal('hold'), caseIds, first: civilDate, reason: word(100) }),
  z.object({ action: z.literal('lift'), caseIds, last: civilDate, reason }),
  z.object({ action: z.literal('retry'), caseIds, reason }),
]);
export const BulkBody = createZodDto(bulk);
export type BulkBody = z.infer<typeof bulk>;

export class RetryBody extends createZodDto(z.object({ kind: z.enum(['case', 'cohort', 'installation']), id: z.string().min(1).max(80), noticeId: z.uuid().optional() })) {}

const region = z.object({ code: z.string(), name: z.string() });
const cause = z.enum(stallCauses);
const limit = z.object({ days: z.number(), from: z.enum(['history', 'policy', 'default']), p50: z.number().optional(), p80: z.number().optional(), sample: z.number(), seeded: z.literal(true).optional() });
const fault = z.object({
  kind: z.enum(systemFaultKinds), subject: z.object({ kind: z.enum(['case', 'cohort', 'installation']), id: z.string() }), region: z.string(), since: z.string(), attempt: z.number().nullable(), activity: z.string().nullable(),
  code: z.string().nullable(), cause: label.nullable(), sentence: label, role: z.string().nullable(), workflowId: z.string(), noticeId: z.string().nullable(),
});
const item = z.object({
  caseId: z.string(), title: z.string(), region, programmeYear: z.number(), phase: z.string().nullable(), stage: z.object({ id: z.string(), label }), seq: z.number(), enteredAt: z.string(), dueOn: z.string().nullable(), provisional: z.boolean(), provisionalBecause: label.nullable(),
  cause, since: z.string(), silentDays: z.number(), limit, overdue: z.boolean(), sentence: label,
  desk: z.array(z.object({ role: z.string(), scope: z.string(), since: z.string() })), /** What the caller may do about it. */ acts: z.array(z.enum(pressActs)),
  told: z.array(z.object({ at: z.string(), code: z.string(), role: z.string(), channelState: z.record(z.string(), z.string()) })),
  hold: z.object({ reason: z.string(), label, first: z.string(), heldDays: z.number() }).optional(), missing: z.array(z.object({ role: z.string(), scope: z.string(), since: z.string().nullable() })).optional(), faults: z.array(fault),
});
const rule = z.object({ percentile: z.number(), minSample: z.number(), vacantDays: z.number(), limitDays: z.number().optional() });
const brief = z.object({ caseId: z.string(), region, stage: z.string(), cause, silentDays: z.number() });
export class StalledShape extends createZodDto(
  pageOf(item).extend({ rule, counts: z.record(z.string(), z.number()), open: z.number(), at: z.string(), preview: z.object({ rule, total: z.number(), added: z.array(brief), removed: z.array(brief) }).optional() }),
) {}
export class FaultsShape extends createZodDto(pageOf(fault)) {}
export class BulkShape extends createZodDto(
  z.object({ results: z.array(z.union([z.object({ caseId: z.string(), ok: z.literal(true), seq: z.number().nullable() }), z.object({ caseId: z.string(), ok: z.literal(false), problem: z.object({ code: z.string(), detail: z.string() }) })])) }),
) {}

const theRule = { percentile: 80, minSample: 8, vacantDays: 5 };
export const stalledExample = {
  ...listOf({
    caseId: caseExample.id, title: caseExample.title, region: { code: '1705', name: 'Kab. Seluma' }, programmeYear: 2027, phase: 'B', stage: { id: 'review', label: caseExample.stage.label }, seq: 41, enteredAt: '2026-11-02T02:00:00.000Z', dueOn: '2026-11-26', provisional: false, provisionalBecause: null,
    cause: 'province', since: '2026-11-04T02:00:00.000Z', silentDays: 14, limit: { days: 12, from: 'history', p50: 6, p80: 12, sample: 31 }, overdue: false, sentence: caseExample.waitingFor.sentence,
    desk: [{ role: 'provincial-planner', scope: '17', since: '2026-11-02T02:00:00.000Z' }], acts: ['remind'], told: [{ at: '2026-11-13T00:30:00.000Z', code: 'reminder', role: 'provincial-planner', channelState: { 'in-app': 'sent', mail: 'bounced' } }], faults: [],
  }),
  rule: theRule, counts: { regency: 0, province: 1, ministry: 0, council: 0, gate: 0, hold: 0, 'missing-holder': 0, system: 0 }, open: 9, at: '2026-11-24T03:12:00.000Z',
  preview: { rule: { ...theRule, vacantDays: 3 }, total: 2, added: [{ caseId: 'rpik-1707-2027', region: { code: '1707', name: 'Kab. Lebong' }, stage: 'academic-paper', cause: 'missing-holder', silentDays: 4 }], removed: [] },
};
export const faultsExample = listOf({
  kind: 'activity-failing', subject: { kind: 'case', id: caseExample.id }, region: '1705', since: '2026-11-24T03:05:00.000Z', attempt: 6, activity: 'checkpointDocuments', code: 'store-away',
  cause: { id: 'penyimpanan berkas tidak dapat dibaca', en: 'the store of files cannot be read' },
  sentence: {
    id: 'Langkah mesin alur tidak selesai (pemeriksaan ulang berkas sebelum diteruskan), percobaan 6: penyimpanan berkas tidak dapat dibaca.',
    en: 'A step of the engine does not succeed (re-hashing the files before they are handed on), attempt 6: the store of files cannot be read.',
  },
  role: null, workflowId: caseExample.id, noticeId: null,
});
export const bulkExample = { results: [{ caseId: 'rpik-1705-2027', ok: true, seq: 42 }, { caseId: 'rpik-1707-2027', ok: false, problem: { code: 'reminded-already', detail: 'Meja ini sudah diingatkan pada 2026-11-24; satu kasus diingatkan paling banyak satu kali setiap hari kerja.' } }] };
