import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { cohortActNames, type Supposition } from '#process';
import { flagshipRoles } from '#process/matrix/index';
import { anyText, civilDate, expectedSeq, label, page, pageOf, provinceCode, regionCode } from '../door/shapes';

const text = (most: number) => z.string().min(1).max(most);
const fixed = z.object({ regionCode, state: z.literal('fixed'), regulationNumber: text(200), /** A plan matrix, judged like that of a case. */ matrix: z.unknown().optional() });
const year = z.number().int().min(2000).max(2200);
/** What the checks read of a plan of higher rank. */
const content = z.object({
  flagships: z.array(z.object({ kbli: z.string().regex(/^\d{2,5}$/).optional(), commodity: text(200), role: z.enum(flagshipRoles).optional() })).max(500).optional(),
  zones: z.array(z.object({ name: text(200), regionCodes: z.array(regionCode).max(1000).optional() })).max(500).optional(),
  portTonnesPerYear: z.number().positive().optional(),
  horizon: z.object({ from: year, to: year }).optional(),
});
export const planKinds = ['RIPIN', 'KIN', 'RPIP', 'RTRWP', 'RTRWK'] as const;
const plan = z.object({ kind: z.enum(planKinds), name: text(300).optional(), version: text(200), issuedOn: civilDate, regionCode: regionCode.optional(), content: content.optional() });

export class CreateCohortBody extends createZodDto(
  z.object({
    province: provinceCode,
    programmeYear: z.number().int(),
    referencePlans: z.array(plan).max(100).default([]),
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
export class FixMemberBody extends createZodDto(z.object({ regulationNumber: text(200), matrix: z.unknown().optional(), expectedSeq })) {}
export class WithdrawMemberBody extends createZodDto(z.object({ reason: anyText, expectedSeq })) {}
export class ReferencePlanBody extends createZodDto(plan.extend({ expectedSeq })) {}
/** What to suppose: `cut-off`, `waive:1706`, or several of them with commas. */
const asIf = z.string().regex(/^(cut-off|waive:\d{4})(,(cut-off|waive:\d{4})){0,49}$/).transform((text) => text.split(',') as Supposition[]).optional();
export class BoardQuery extends createZodDto(z.object({ asIf })) {}
export class MinutesQuery extends createZodDto(
  z.object({ asIf, format: z.enum(['docx', 'pdf', 'json']).optional(), round: z.coerce.number().int().min(1).max(10_000).optional(), /** An excerpt for one region, for those who see all. */ for: regionCode.optional() }),
) {}
export class CohortPageQuery extends createZodDto(z.object(page)) {}

/** `held`: the number of the meeting that came of it. */
const calledMeeting = z.object({ n: z.number(), on: z.string(), time: z.string(), place: z.string() });
const cohort = z.object({
  id: z.string(), province: z.string(), programmeYear: z.number(), referencePlans: z.array(z.unknown()), members: z.array(z.unknown()), policy: z.unknown(), cutOffOn: z.string(), seq: z.number(), at: z.string(), round: z.number(),
  /** The acts that are the caller's. */
  acts: z.array(z.enum(cohortActNames)),
  waivers: z.array(z.unknown()), releases: z.array(z.unknown()), meetings: z.array(z.unknown()),
  calls: z.array(calledMeeting.extend({ agenda: z.string().nullable(), invited: z.array(z.string()), moved: z.string().nullable(), calledOff: z.string().nullable(), isCalledOff: z.boolean(), held: z.number().nullable() })),
  gate: z.object({ open: z.boolean(), counted: z.array(z.string()), ready: z.array(z.string()), missing: z.array(z.string()), waived: z.array(z.string()), fixed: z.array(z.string()), shut: z.array(z.unknown()), sentence: label }),
  waiting: z.array(z.object({ caseId: z.string(), regionCode: z.string(), arrivalSeq: z.number(), manifestHash: z.string() })),
});
export class CohortShape extends createZodDto(cohort) {}
export class CohortListShape extends createZodDto(pageOf(cohort)) {}
export class BoardShape extends createZodDto(
  z.object({
    cohort: z.string(), round: z.number(), gate: cohort.shape.gate, atCutOff: cohort.shape.gate.nullable(), blockedBy: label, nextMeeting: calledMeeting.nullable(),
    asIf: z.object({ supposed: z.array(z.string()), before: cohort.shape.gate, effect: label }).nullable(),
    members: z.array(z.object({
      region: z.object({ code: z.string(), name: z.string() }), state: z.string(), caseId: z.string().nullable(), phase: z.string().nullable(), stage: z.object({ id: z.string(), label }).nullable(), status: z.string().nullable(), round: z.number().nullable(),
      enteredAt: z.string().nullable(), dueOn: z.string().nullable(), provisional: z.boolean(), provisionalBecause: label.nullable(),
      workingDaysLeft: z.number().nullable(), workingDaysInStage: z.number().nullable(), arrivedAt: z.string().nullable(), missingSince: z.string().nullable(), actors: z.array(z.object({ role: z.string(), scope: z.string(), label, vacant: z.boolean() })),
      lacks: z.object({ documents: z.array(z.string()), remarks: z.number(), readiness: z.array(z.string()) }).nullable(), conflicts: z.array(z.string()).nullable(),
    })),
  }),
) {}
export class WaiverRehearsalShape extends createZodDto(z.object({ dryRun: z.literal(true), before: cohort.shape.gate, after: cohort.shape.gate })) {}

const gate = { open: false, counted: ['1701', '1705'], ready: ['1705'], missing: ['1701'], waived: [], fixed: [], shut: [{ code: 'members-missing', details: ['1701'] }], sentence: { id: '1 dari 2 siap.', en: '1 of 2 ready.' } };
export const cohortExample = {
  id: 'cohort-17-2027', province: '17', programmeYear: 2027, referencePlans: [{ kind: 'RPIP', version: '2018–2038', issuedOn: '2018-12-31' }], members: [{ regionCode: '1705', state: 'active' }], policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false },
  cutOffOn: '2027-06-30', seq: 1, at: '2026-11-24T03:12:00.000Z', round: 1, acts: ['hold-meeting', 'attach-minutes', 'confirm-waiver'], waivers: [], releases: [], meetings: [],
  calls: [{ n: 1, on: '2026-12-01', time: '09:30', place: 'Ruang rapat Disperindag Provinsi', agenda: 'Pembagian peran tenun bumpak.', invited: ['1705'], moved: null, calledOff: null, isCalledOff: false, held: null }], gate, waiting: [{ caseId: 'rpik-1705-2027', regionCode: '1705', arrivalSeq: 50, manifestHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }],
};
export const boardExample = { cohort: 'cohort-17-2027', round: 1, gate, atCutOff: { ...gate, open: true, shut: [] }, blockedBy: { id: 'Gerbang tertutup: 1 dari 2 siap; menunggu Kab. Bengkulu Selatan.', en: 'Gate closed: 1 of 2 ready; waiting for Kab. Bengkulu Selatan.' }, nextMeeting: { n: 1, on: '2026-12-01', time: '09:30', place: 'Ruang rapat Disperindag Provinsi' }, asIf: null, members: [{ region: { code: '1705', name: 'Kab. Seluma' }, state: 'active', caseId: 'rpik-1705-2027', phase: 'B', stage: { id: 'synchronization', label: { id: 'Sinkronisasi provinsi', en: 'Provincial synchronization' } }, status: 'open', round: 1, enteredAt: '2026-11-20T02:00:00.000Z', dueOn: '2027-06-30', provisional: false, provisionalBecause: null, workingDaysLeft: 145, workingDaysInStage: 2, arrivedAt: '2026-11-20T02:00:00.000Z', missingSince: null, actors: [], lacks: { documents: [], remarks: 0, readiness: [] }, conflicts: ['X01.1704-1705.commodity-tenun-bumpak'] }] };
