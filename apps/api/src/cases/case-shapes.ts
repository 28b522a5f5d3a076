import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { actionStandings, matters, sideActNames } from '#process';
import { anyText, civilDate, expectedSeq, label, page, pageOf, queryText, word } from '../door/shapes';

/** What people send. Only shapes are judged here; meaning is for the process. */
export class FileCaseBody extends createZodDto(
  z.object({
    process: z.string().max(60),
    regionCode: z.string().max(10),
    programmeYear: z.number().int(),
    title: anyText,
    planYears: z.object({ from: z.number().int(), to: z.number().int() }),
  }),
) {}

const factValue = z.union([z.string(), z.record(word(100), z.string())]);

export class TransitionBody extends createZodDto(
  z.object({
    transition: word(100),
    note: anyText.optional(),
    reasonCode: word(100).optional(),
    /** Texts and civil dates by name; votes put `checks` here: `{C01: "conform"}`. */
    facts: z.record(word(100), factValue).optional(),
    remarks: z.array(z.object({ text: anyText, unit: anyText.optional() })).max(200).optional(),
    conditions: z.array(z.object({ text: anyText, owner: word(100), dueOn: civilDate, before: word(100).optional() })).max(200).optional(),
    documents: z.array(word(100)).max(200).optional(),
    /** Of the texts in `actions[].reads`: opened, or with the reason why not. */
    read: z.array(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), reason: anyText.optional() })).max(20).optional(),
    expectedSeq,
  }),
) {}

export class NoteBody extends createZodDto(z.object({ note: anyText.optional(), expectedSeq }).nullish().transform((body) => body ?? {})) {}
export class DisputeBody extends createZodDto(z.object({ transition: word(100), note: anyText, expectedSeq })) {}
export class RemarkBody extends createZodDto(z.object({ text: anyText, unit: anyText.optional(), visibility: z.enum(['internal', 'counterpart']), expectedSeq })) {}
export class AnswerBody extends createZodDto(z.object({ text: anyText, expectedSeq })) {}
export class HoldBody extends createZodDto(z.object({ clock: z.string().max(200), reason: word(100), first: civilDate, note: anyText.optional(), expectedSeq })) {}
export class ConfirmHoldBody extends createZodDto(z.object({ accepted: z.boolean(), note: anyText.optional(), expectedSeq })) {}
export class LiftHoldBody extends createZodDto(z.object({ last: civilDate, expectedSeq })) {}
export class ExtensionBody extends createZodDto(z.object({ clock: z.string().max(200), days: z.number().int().min(1).max(3650), reason: word(100), note: anyText.optional(), expectedSeq })) {}
export class ExternalEventBody extends createZodDto(
  z.object({
    kind: z.string().min(1).max(100),
    letterNumber: z.string().max(100).optional(),
    letterDate: civilDate.optional(),
    sentOn: civilDate.optional(),
    receivedOn: civilDate.optional(),
    facts: z.record(word(100), z.string()).optional(),
    note: anyText.optional(),
    expectedSeq,
  }),
) {}
export class FactCorrectionBody extends createZodDto(z.object({ fact: word(100), value: z.string(), note: anyText, expectedSeq })) {}
export class ConditionReportBody extends createZodDto(z.object({ note: anyText.optional(), expectedSeq })) {}
export class ConditionReviewBody extends createZodDto(z.object({ accepted: z.boolean(), note: anyText.optional(), expectedSeq })) {}

const yes = z.enum(['true', 'false', '1', '0']).transform((word) => word === 'true' || word === '1');
export class DryRunQuery extends createZodDto(z.object({ dryRun: yes.optional() })) {}
export class PageQuery extends createZodDto(z.object(page)) {}
export class CasesQuery extends createZodDto(
  z.object({
    phase: z.enum(['A', 'B', 'C', 'D']).optional(),
    stage: queryText(100).optional(),
    region: z.string().regex(/^\d{2}(\d{2})?$/).optional(),
    status: queryText(60).optional(),
    late: yes.optional(),
    q: queryText(200).optional(),
    ...page,
  }),
) {}

/** What is answered. */
const region = z.object({ code: z.string(), name: z.string(), kind: z.enum(['kabupaten', 'kota', 'provinsi']) });
const stage = z.object({ id: z.string(), label, phase: z.string().nullable(), number: z.number().int().nullable() });
const reason = z.object({ code: z.string(), details: z.array(z.string()), message: label });
const seat = z.object({ role: z.string(), scope: z.string(), label });

const clock = z.object({
  key: z.string(), rule: z.string(), label, class: z.string(), basis: z.object({ source: z.string(), certainty: z.string() }), startedOn: z.string(), dueOn: z.string(), provisional: z.boolean(), provisionalBecause: label.nullable(),
  status: z.string(), metOn: z.string().optional(), expired: z.boolean(), late: z.boolean(), workingDaysLeft: z.number(), pauses: z.array(z.unknown()), extensions: z.array(z.unknown()), arithmetic: label,
  movedBy: z.object({ calendar: z.number().int(), from: z.string(), on: z.string(), because: label }).optional(),
});
/** Working days throughout; `sentence` says it in words. */
const path = { least: z.number().int(), full: z.number().int(), slack: z.number().int() };
const envelope = z.object({
  used: z.number().int(), total: z.number().int(), ...path, lateByLaw: z.boolean(), withRefinement: z.object({ ...path, late: z.boolean() }).optional(), sentence: label,
  startedOn: z.string(), dueOn: z.string(), fullTermsEndOn: z.string(), refinedEndOn: z.string().optional(), provisional: z.boolean(), provisionalBecause: label.nullable(),
});
const document = z.object({ type: z.string(), label, version: z.number().int(), sha256: z.string(), size: z.number(), media: z.string(), name: z.string().nullable(), by: z.string(), role: z.string() });
const task = z.object({
  taskId: z.string(), matter: z.enum(matters), about: z.string().nullable(), role: z.string(), scope: z.string(), stage: z.string(), verb: label, transition: z.string().nullable(), dueOn: z.string().nullable(), since: z.string(), claimedBy: z.string().nullable(), carried: z.boolean(),
});
const remark = z.object({
  n: z.number().int(), by: z.object({ person: z.string(), role: z.string(), scope: z.string() }), visibility: z.enum(['internal', 'counterpart']), unit: z.string().nullable(), text: z.string().nullable(), round: z.number().int(),
  answer: z.object({ person: z.string(), text: z.string().nullable() }).nullable(),
});

const labels = z.array(z.string());
/** The counts are of all units; the lists are cut after the first 60. */
const comparedText = z.object({
  type: z.string(), label, as: z.string(), asLabel: label, before: z.string().nullable(), after: z.string().nullable(), sentence: label,
  result: z.enum(['identical', 'differs', 'not-comparable']), because: z.enum(['no-earlier-text', 'no-text', 'not-docx', 'too-large', 'damaged', 'too-slow']).optional(),
  units: z.number().int().optional(), unchanged: z.number().int().optional(), changed: z.number().int().optional(), added: z.number().int().optional(), removed: z.number().int().optional(), renumbered: z.number().int().optional(),
  chapters: z.array(z.object({ chapter: z.string().nullable(), changed: labels, added: labels, removed: labels, renumbered: labels })).optional(), unlisted: z.number().int().optional(), cut: z.boolean().optional(),
});

export class CaseShape extends createZodDto(
  z.object({
    id: z.string(), title: z.string(), region, programmeYear: z.number().int(), planYears: z.object({ from: z.number(), to: z.number() }),
    phase: z.string().nullable(), stage, status: z.string(), round: z.number().int(), seq: z.number().int(), substantiveSeq: z.number().int(), at: z.string(), now: z.string(), enteredAt: z.string(),
    process: z.object({ id: z.string(), version: z.number().int(), hash: z.string() }), calendarVersion: z.number().int(),
    reading: z.enum(['contents', 'outline']),
    facts: z.record(z.string(), z.string()), factsBy: z.record(z.string(), z.string()), documents: z.array(document), uploadable: z.array(z.string()), clocks: z.array(clock), envelope: envelope.nullable(), tasks: z.array(task), remarks: z.array(remark),
    actions: z.array(z.object({ transition: z.string(), label, kind: z.string(), stands: z.enum(actionStandings), allowed: z.boolean(), reads: z.array(z.object({ type: z.string(), version: z.number().int(), sha256: z.string() })), reasons: z.array(reason) })),
    /** Acts beside the transitions that are the caller's; `about` names the condition, hold, remark, clock, check, fact or transition. */
    sideActs: z.array(z.object({ act: z.enum(sideActNames), about: z.string().nullable(), allowed: z.boolean(), reasons: z.array(reason) })),
    waitingFor: z.object({ sentence: label, roles: z.array(seat), since: z.string() }),
    conditions: z.array(z.unknown()), votes: z.array(z.unknown()), halves: z.array(z.unknown()), holds: z.array(z.unknown()), flags: z.array(z.string()),
    /** The jointly approved texts beside the endorsed ones. */
    compared: z.object({ moved: z.number().int(), transition: z.string(), at: z.string(), matrix: z.enum(['same', 'changed', 'absent']), texts: z.array(comparedText) }).nullable(),
    matrix: z.object({ version: z.number().int(), sha256: z.string(), valid: z.boolean() }).nullable(),
    gate: z.object({ arrivedSeq: z.number(), manifestHash: z.string() }).nullable(),
    stale: z.array(z.object({ check: z.string(), role: z.string(), cause: z.array(z.string()), found: z.literal('not-conform').optional() })), staleFindings: z.array(z.string()), overrides: z.array(z.object({ key: z.string(), reason: z.string().nullable() })),
    correction: z.object({ documents: z.array(z.string()) }).nullable(), damaged: z.array(z.string()),
    transfer: z.object({ seq: z.number(), transition: z.string(), from: z.string(), to: z.string(), at: z.string(), by: z.object({ role: z.string(), scope: z.string() }), slow: z.boolean() }).nullable(),
    deliveries: z.record(z.string(), z.number()),
  }),
) {}

export class CaseListShape extends createZodDto(
  pageOf(z.object({
    id: z.string(), title: z.string(), region: z.object({ code: z.string(), name: z.string() }), programmeYear: z.number(), phase: z.string().nullable(), stage: z.object({ id: z.string(), label }), status: z.string(),
    round: z.number(), seq: z.number(), process: z.object({ id: z.string(), version: z.number() }), dueOn: z.string().nullable(), provisional: z.boolean(), provisionalBecause: label.nullable(), late: z.boolean(), inTransfer: z.boolean(), enteredAt: z.string(), at: z.string(),
  })),
) {}

export class EventsShape extends createZodDto(
  z.object({
    items: z.array(z.object({
      caseId: z.string(), seq: z.number(), type: z.string(), at: z.string(), actor: z.unknown(), onBehalfOf: z.unknown().nullable(), body: z.unknown(), prevHash: z.string(), hash: z.string(),
    })),
    nextCursor: z.string().nullable(),
    texts: z.record(z.string(), z.object({ text: z.string(), salt: z.string(), visibility: z.string() })),
  }),
) {}

const office = z.object({ role: z.string(), scope: z.string(), label });

export class WhyShape extends createZodDto(
  z.object({
    sentence: label, moving: z.boolean(), since: z.string(), workingDays: z.number().int(),
    who: z.array(office.extend({ since: z.string(), holders: z.array(z.string()) })),
    unmet: z.array(z.object({ code: z.string(), details: z.array(z.string()), message: label, holders: z.array(z.union([office, z.enum(['gate', 'time', 'system'])])) })),
    unblock: z.array(z.object({
      act: z.enum(['attach-document', 'save-matrix', 'answer-remark', 'report-condition', 'review-condition', 'take-transition', 'create-cohort', 'release-gate']), name: z.string(), label, by: office,
      needs: z.object({ facts: z.array(z.string()), checks: z.array(z.string()), reasons: z.array(z.string()), note: z.boolean(), remarks: z.boolean(), conditions: z.boolean(), freshSignIn: z.boolean() }),
    })),
    nextAlarm: z.object({ at: z.string(), kind: z.enum(['rung', 'expiry', 'deemed', 'programme-year']), what: label }).nullable(),
    nobody: z.array(office.extend({ since: z.string().nullable() })),
    barred: z.array(office.extend({ names: z.array(z.string()) })),
  }),
) {}

export class PreviewShape extends createZodDto(
  z.object({ fact: z.string(), from: z.string().nullable(), to: z.string(), secondPersonNeeded: z.boolean(), clocks: z.array(z.object({ rule: z.string(), label, dueOn: z.string().nullable(), wouldBeDueOn: z.string().nullable(), provisional: z.boolean() })) }),
) {}

export class DocumentShape extends createZodDto(z.object({ type: z.string(), version: z.number().int(), sha256: z.string(), size: z.number().int(), name: z.string() })) {}
export class MatrixSavedShape extends createZodDto(z.object({ version: z.number().int(), sha256: z.string(), valid: z.boolean(), warnings: z.array(z.unknown()) })) {}
export class MatrixShape extends createZodDto(z.object({ version: z.number().int(), sha256: z.string(), valid: z.boolean(), matrix: z.unknown() })) {}

export class ToldQuery extends createZodDto(z.object({ since: z.coerce.number().int().min(1).default(1) })) {}
export class ToldShape extends createZodDto(pageOf(z.object({ role: z.string(), channel: z.enum(['in-app', 'mail']), state: z.enum(['pending', 'sent', 'bounced', 'vacant', 'muted']), count: z.number() }))) {}
