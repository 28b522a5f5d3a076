import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { anyText, label, regionCode } from '../door/shapes';

/** What may be decided for several members at once. Never a sign-off: that is one signer's act on one case. */
const action = z.enum(['recommend', 'release']);
const listed = z.object({ caseId: z.string().min(1).max(60), seq: z.number().int().min(0).max(1_000_000) });

export class PreviewBody extends createZodDto(z.object({ action, /** All members when absent. */ members: z.array(regionCode).min(1).max(1000).optional(), /** Minutes are generated for cases that have none. */ attachMinutes: z.boolean().default(false) })) {}
export class DecisionBody extends createZodDto(z.object({ action, expectedList: z.array(listed).min(1).max(1000), attachMinutes: z.boolean().default(false), note: anyText.optional() })) {}

export class DecisionPreviewShape extends createZodDto(
  z.object({
    action, attachMinutes: z.boolean(), listHash: z.string(),
    items: z.array(z.object({ regionCode: z.string(), caseId: z.string(), seq: z.number(), willHappen: label })),
    leftOut: z.array(z.object({ regionCode: z.string(), caseId: z.string().nullable(), code: z.string(), reason: label })),
  }),
) {}
export class DecidedShape extends createZodDto(
  z.object({
    action, listHash: z.string(),
    results: z.array(z.object({ regionCode: z.string(), caseId: z.string(), seq: z.number(), outcome: z.enum(['done', 'under-way', 'dropped']), code: z.string().nullable(), reason: label.nullable() })),
  }),
) {}

const listHash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
export const previewExample = {
  action: 'recommend', attachMinutes: true, listHash,
  items: [{ regionCode: '1704', caseId: 'rpik-1704-2027', seq: 61, willHappen: { id: 'Berita acara dilampirkan; kasus berpindah ke Telaah kementerian (nonstatuter).', en: "The minutes are attached; the case moves to Ministry's assessment (non-statutory)." } }],
  leftOut: [{ regionCode: '1705', caseId: 'rpik-1705-2027', code: 'missing-documents', reason: { id: 'Belum diunggah: Surat rekomendasi provinsi. Unggah lalu ulangi.', en: 'Not uploaded yet: Provincial letter of recommendation. Upload them and repeat.' } }],
};
export const decidedExample = {
  action: 'recommend', listHash,
  results: [
    { regionCode: '1704', caseId: 'rpik-1704-2027', seq: 64, outcome: 'done', code: null, reason: null },
    { regionCode: '1706', caseId: 'rpik-1706-2027', seq: 58, outcome: 'dropped', code: 'stale', reason: { id: 'Kasus telah berubah.', en: 'The case has changed.' } },
  ],
};
