import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { anyText, civilDate, expectedSeq, label, page, pageOf, provinceCode, regionCode } from '../door/shapes';

const fixed = z.object({ regionCode, state: z.literal('fixed'), regulationNumber: z.string().min(1).max(200) });

export class CreateCohortBody extends createZodDto(
  z.object({
    province: provinceCode,
    programmeYear: z.number().int(),
    referencePlans: z.array(z.object({
      kind: z.enum(['RIPIN', 'KIN', 'RPIP', 'RTRWP', 'RTRWK']), version: z.string().min(1).max(200), issuedOn: civilDate, regionCode: regionCode.optional(),
      content: z.object({ flagships: z.array(z.unknown()).max(500).optional(), zones: z.array(z.unknown()).max(500).optional(), portTonnesPerYear: z.number().positive().optional() }).optional(),
    })).max(100).default([]),
    /** All regions of the province when absent. */
    members: z.array(z.union([regionCode, fixed])).min(1).max(1000).optional(),
    policy: z.object({
      need: z.union([z.literal('all'), z.object({ atLeast: z.number().int().min(1) })]).default('all'),
      mustInclude: z.array(regionCode).max(1000).default([]),
      onCutOff: z.enum(['ask', 'open-with-present']).default('ask'),
      includeReadiness: z.boolean().default(false),
    }).prefault({}),
    cutOffOn: civilDate,
  }),
) {}

export class ReleaseBody extends createZodDto(
  z.object({ note: anyText.optional(), /** Ids of the cases the coordinator has seen at the gate. */ expectedList: z.array(z.string().max(60)).max(1000).optional(), expectedSeq }).nullish().transform((body) => body ?? {}),
) {}
export class WaiverBody extends createZodDto(z.object({ regionCode, reason: anyText, expectedSeq })) {}
export class MemberBody extends createZodDto(z.object({ regionCode, expectedSeq })) {}
export class CohortPageQuery extends createZodDto(z.object(page)) {}

const cohort = z.object({
  id: z.string(), province: z.string(), programmeYear: z.number(), referencePlans: z.array(z.unknown()), members: z.array(z.unknown()), policy: z.unknown(), cutOffOn: z.string(), seq: z.number(), at: z.string(), round: z.number(),
  waivers: z.array(z.unknown()), releases: z.array(z.unknown()), meetings: z.array(z.unknown()),
  gate: z.object({ open: z.boolean(), counted: z.array(z.string()), ready: z.array(z.string()), missing: z.array(z.string()), waived: z.array(z.string()), fixed: z.array(z.string()), shut: z.array(z.unknown()), sentence: label }),
  waiting: z.array(z.object({ caseId: z.string(), regionCode: z.string(), arrivalSeq: z.number(), manifestHash: z.string() })),
});
export class CohortShape extends createZodDto(cohort) {}
export class CohortListShape extends createZodDto(pageOf(cohort)) {}
export class BoardShape extends createZodDto(
  z.object({
    cohort: z.string(), round: z.number(), gate: cohort.shape.gate,
    members: z.array(z.object({
      region: z.object({ code: z.string(), name: z.string() }), state: z.string(), caseId: z.string().nullable(), phase: z.string().nullable(), stage: z.object({ id: z.string(), label }).nullable(), status: z.string().nullable(),
      enteredAt: z.string().nullable(), dueOn: z.string().nullable(), arrivedAt: z.string().nullable(),
    })),
  }),
) {}

const gate = { open: false, counted: ['1701', '1705'], ready: ['1705'], missing: ['1701'], waived: [], fixed: [], shut: [{ code: 'members-missing', details: ['1701'] }], sentence: { id: '1 dari 2 siap.', en: '1 of 2 ready.' } };
export const cohortExample = {
  id: 'cohort-17-2027', province: '17', programmeYear: 2027, referencePlans: [{ kind: 'RPIP', version: '2018–2038', issuedOn: '2018-12-31' }], members: [{ regionCode: '1705', state: 'active' }], policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false },
  cutOffOn: '2027-06-30', seq: 1, at: '2026-11-24T03:12:00.000Z', round: 1, waivers: [], releases: [], meetings: [], gate, waiting: [{ caseId: 'rpik-1705-2027', regionCode: '1705', arrivalSeq: 50, manifestHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }],
};
export const boardExample = { cohort: 'cohort-17-2027', round: 1, gate, members: [{ region: { code: '1705', name: 'Kab. Seluma' }, state: 'active', caseId: 'rpik-1705-2027', phase: 'B', stage: { id: 'synchronization', label: { id: 'Sinkronisasi provinsi', en: 'Provincial synchronization' } }, status: 'open', enteredAt: '2026-11-20T02:00:00.000Z', dueOn: '2027-06-30', arrivedAt: '2026-11-20T02:00:00.000Z' }] };
