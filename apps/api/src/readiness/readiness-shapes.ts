import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { readinessActNames, readinessV1 } from '#process';
import { anyText, civilDate, expectedSeq, label, page, pageOf, provinceCode } from '../door/shapes';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export class ReadinessQuery extends createZodDto(z.object({ province: provinceCode.optional(), funding: z.enum(['proposed', 'funded', 'declined']).optional(), ...page })) {}
export class SubmitBody extends createZodDto(
  z.object({
    issuedOn: civilDate,
    /** The last day on which the paper counts, where it names one. */
    validUntil: civilDate.optional(),
    /** Hectares or units, where the condition asks for them. */
    measure: z.number().optional(),
    /** Exactly these papers; otherwise the newest of each type. */
    evidence: z.array(z.object({ type: z.string().max(80), sha256 })).max(40).optional(),
    expectedSeq,
  }),
) {}
export class VerificationBody extends createZodDto(z.object({ outcome: z.enum(['verified', 'rejected']), reason: anyText.optional(), expectedSeq })) {}
export class FundingBody extends createZodDto(
  z.object({ outcome: z.enum(['proposed', 'funded', 'declined']), reference: anyText.optional(), reason: anyText.optional(), note: anyText.optional(), expectedSeq }),
) {}
export class SiteVisitBody extends createZodDto(z.object({ visitedOn: civilDate, visitors: anyText, /** SHA-256 of minutes that were uploaded under `site-visits`. */ minutes: sha256, expectedSeq })) {}

const paper = z.object({ type: z.string(), label, version: z.number(), sha256, size: z.number(), media: z.string(), name: z.string().nullable() });
const criterion = z.object({
  criterion: z.string(), label, state: z.enum(['missing', 'submitted', 'verified', 'expired', 'rejected']),
  /** New evidence waits while the old one counts. */
  renewal: z.boolean(),
  issuedOn: z.string().nullable(), validUntil: z.string().nullable(), measure: z.number().nullable(), unit: label.nullable(), threshold: z.object({ from: z.string(), least: z.number() }).nullable(),
  submittedAt: z.string().nullable(), verifiedAt: z.string().nullable(), reason: z.string().nullable(), documents: z.array(paper).nullable(),
});
const row = z.object({
  region: z.object({ code: z.string(), name: z.string() }), seq: z.number(), at: z.string().nullable(), ready: z.boolean(), lacks: z.array(z.string()), sentence: label,
  /** The acts that are the caller's. */
  acts: z.array(z.enum(readinessActNames)),
  criteria: z.array(criterion),
  funding: z.object({ state: z.enum(['proposed', 'funded', 'declined']), at: z.string(), proposedAt: z.string(), reference: z.string().nullable(), note: z.string().nullable(), reason: z.string().nullable() }).nullable(),
  siteVisits: z.array(z.object({ n: z.number(), visitedOn: z.string(), visitors: z.string().nullable(), minutes: sha256.nullable(), role: z.string(), at: z.string() })),
});
export class ReadinessShape extends createZodDto(row) {}
export class ReadinessListShape extends createZodDto(pageOf(row)) {}
export class EvidenceShape extends createZodDto(z.object({ type: z.string(), version: z.number().nullable(), sha256, size: z.number(), name: z.string() })) {}
export class CriteriaShape extends createZodDto(z.object({ id: z.string(), version: z.number(), criteria: z.record(z.string(), z.unknown()), reminders: z.unknown() })) {}

const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const { label: land } = readinessV1.criteria['land-area'];
export const readinessExample = {
  region: { code: '1705', name: 'Kab. Seluma' }, seq: 4, at: '2026-11-24T03:12:00.000Z', ready: false, lacks: ['clear'], sentence: { id: 'Belum siap; belum terpenuhi: Hak.', en: 'Not ready; not met yet: Right.' }, acts: ['verify', 'reject', 'propose-funding', 'record-visit'],
  criteria: [{
    criterion: 'land-area', label: land, state: 'verified', renewal: false, issuedOn: '2026-11-02', validUntil: null, measure: 0.75, unit: { id: 'ha', en: 'ha' }, threshold: { from: '2018-03-15', least: 0.5 },
    submittedAt: '2026-11-23T02:00:00.000Z', verifiedAt: '2026-11-24T03:12:00.000Z', reason: null, documents: [{ type: 'location-decree', label: readinessV1.documents['location-decree'].label, version: 1, sha256: hash, size: 48213, media: 'pdf', name: 'SK lokasi Seluma.pdf' }],
  }],
  funding: null, siteVisits: [],
};
export const evidenceExample = { type: 'location-decree', version: 1, sha256: hash, size: 48213, name: 'SK lokasi Seluma.pdf' };
export const criteriaExample = { id: readinessV1.id, version: readinessV1.version, criteria: { 'land-area': readinessV1.criteria['land-area'] }, reminders: readinessV1.reminders };
