import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { label } from '../door/shapes';

/** Either the hash of a file one holds, or the reference of a receipt. */
export class VerificationQuery extends createZodDto(
  z
    .object({ sha256: z.string().regex(/^[0-9a-f]{64}$/).optional(), code: z.string().regex(/^[a-z]+-\d{4}-\d{4}(\.\d{1,3})?\/\d{1,6}$/).optional() })
    .refine(({ sha256, code }) => (sha256 === undefined) !== (code === undefined), { path: ['sha256'], message: 'one of sha256 and code' }),
) {}

const region = z.object({ code: z.string(), name: z.string() });
const head = z.object({ code: z.string(), act: label, office: label, at: z.string() });
const paper = z.object({ type: z.string(), label, version: z.number().int(), sha256: z.string(), size: z.number() });
const step = z.object({ step: z.string(), label, office: label, done: z.boolean(), on: z.string().nullable() });

export class VerificationsShape extends createZodDto(
  z.object({
    items: z.array(z.object({
      caseId: z.string(), title: z.string(), region, programmeYear: z.number().int(),
      handedOver: head.extend({ manifestHash: z.string(), documents: z.array(paper) }), others: z.array(head), current: z.array(z.string()), stage: label, ladder: z.array(step),
    })),
    now: z.string(),
  }),
) {}

export class PublicCohortShape extends createZodDto(
  z.object({
    id: z.string(), province: z.string(), programmeYear: z.number().int(), cutOffOn: z.string(), round: z.number().int(), releasedAt: z.array(z.string()), sentence: label,
    referencePlans: z.array(z.object({ kind: z.string(), version: z.string(), issuedOn: z.string() })),
    members: z.array(z.object({
      region, state: z.string(), phase: z.string().nullable(), stage: label.nullable(), enteredAt: z.string().nullable(), dueOn: z.string().nullable(), provisional: z.boolean(), arrivedAt: z.string().nullable(),
      /** The case, while the public may read its draft. */
      consultation: z.string().nullable(),
    })),
  }),
) {}

export class ConsultationShape extends createZodDto(
  z.object({
    caseId: z.string(), title: z.string(), region, openedAt: z.string(), closesOn: z.string().nullable(), documents: z.array(paper.extend({ media: z.string() })),
    register: z.array(z.object({ n: z.number().int(), unit: z.string().nullable(), text: z.string(), answer: z.string().nullable(), at: z.string() })), now: z.string(),
  }),
) {}

const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const text = (id: string, en: string) => ({ id, en });
const seluma = { code: '1705', name: 'Kab. Seluma' };

export const verificationsExample = {
  items: [{
    caseId: 'rpik-1705-2027', title: 'RPIK Seluma 2028–2047', region: seluma, programmeYear: 2027,
    handedOver: { code: 'rpik-1705-2027/64', act: text('Beri dukungan', 'Endorse'), office: text('Penanda tangan kementerian', 'Ministry signer'), at: '2027-01-18T02:34:00.000Z', manifestHash: hash, documents: [{ type: 'draft-regulation', label: text('Rancangan Perda', 'Draft regulation'), version: 4, sha256: hash, size: 48213 }] },
    others: [], current: [hash], stage: text('Penyampaian ke DPRD', 'Submission to the council'), ladder: [{ step: 'jointly-approved', label: text('Disetujui bersama', 'Jointly approved'), office: text('DPRD dan kepala daerah', 'council and head of region'), done: false, on: null }],
  }],
  now: '2027-01-20T03:00:00.000Z',
};

export const publicCohortExample = {
  id: 'cohort-17-2027', province: '17', programmeYear: 2027, cutOffOn: '2027-06-30', round: 1, releasedAt: [], sentence: text('Gerbang tertutup: 4 dari 9 siap, 1 tetap.', 'Gate closed: 4 of 9 ready, 1 fixed.'), referencePlans: [{ kind: 'RPIP', version: '2018-2038', issuedOn: '2018-03-13' }],
  members: [{ region: seluma, state: 'active', phase: 'A', stage: text('Konsultasi publik', 'Public consultation'), enteredAt: '2026-11-20T02:00:00.000Z', dueOn: '2026-12-18', provisional: false, arrivedAt: null, consultation: 'rpik-1705-2027' }],
};

export const consultationExample = {
  caseId: 'rpik-1705-2027', title: 'RPIK Seluma 2028–2047', region: seluma, openedAt: '2026-11-20T02:00:00.000Z', closesOn: '2026-12-18', documents: [{ type: 'draft-regulation', label: text('Rancangan Perda', 'Draft regulation'), version: 1, sha256: hash, size: 48213, media: 'docx' }],
  register: [{ n: 1, unit: 'Pasal 9', text: 'Sebutkan pula kain besurek.', answer: 'Ditambahkan pada Pasal 9 ayat (2).', at: '2026-11-24T03:00:00.000Z' }], now: '2026-11-25T03:00:00.000Z',
};
