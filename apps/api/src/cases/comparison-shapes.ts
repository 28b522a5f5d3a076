import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { label, word } from '../door/shapes';

const version = z.coerce.number().int().min(1).max(10_000);
export class ComparisonQuery extends createZodDto(z.object({ from: version.optional(), to: version.optional(), against: word(40).optional() })) {}

const part = z.enum(['opening', 'body', 'closing', 'explanation', 'annex']);
const pieces = z.array(z.object({ op: z.enum(['same', 'ins', 'del']), text: z.string() })).nullable();

export class ComparisonShape extends createZodDto(
  z.object({
    type: z.string(), label,
    versions: z.array(z.object({ version: z.number().int(), sha256: z.string(), size: z.number(), media: z.string(), at: z.string(), role: z.string().nullable() })),
    from: z.number().int().nullable(), to: z.number().int().nullable(),
    /** The text of another type that it is compared with: `from` is its version. */
    against: z.object({ mark: z.string(), type: z.string(), label }).nullable(),
    comparison: z.object({
      units: z.number().int(), unchanged: z.number().int(), cut: z.boolean(),
      changes: z.array(z.object({
        key: z.string(), label: z.string(), was: z.string().nullable(), chapter: z.string().nullable(), part, change: z.enum(['changed', 'added', 'removed', 'renumbered']),
        paragraphs: z.array(z.object({ ayat: z.string().nullable(), before: pieces, after: pieces })),
        /** Numbers of the remarks that point at it. */
        remarks: z.array(z.number().int()),
      })),
    }).nullable(),
  }),
) {}

export class DocumentTextShape extends createZodDto(
  z.object({
    name: z.string().nullable(), media: z.string(), cut: z.boolean(),
    units: z.array(z.object({ key: z.string(), label: z.string(), part, chapter: z.string().optional(), paragraphs: z.array(z.object({ ayat: z.string().optional(), text: z.string() })) })),
  }),
) {}

const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const version1 = { version: 1, sha256: hash, size: 48213, media: 'docx', at: '2026-10-05T02:00:00.000Z', role: 'regency-drafter' };

export const comparisonExample = {
  type: 'draft-regulation', label: { id: 'Rancangan Perda', en: 'Draft regulation' }, versions: [version1, { ...version1, version: 2 }], from: 1, to: 2, against: null,
  comparison: {
    units: 27, unchanged: 26, cut: false,
    changes: [{ key: 'pasal-9', label: 'Pasal 9', was: null, chapter: 'BAB III INDUSTRI UNGGULAN DAERAH', part: 'body', change: 'changed', remarks: [5], paragraphs: [{ ayat: '(1)', before: [{ op: 'same', text: 'industri ' }, { op: 'del', text: 'kain tenun' }], after: [{ op: 'same', text: 'industri ' }, { op: 'ins', text: 'tenun bumpak' }] }] }],
  },
};
export const previewExample = { name: 'Raperda RPIK Seluma.docx', media: 'docx', cut: false, units: [{ key: 'pasal-1', label: 'Pasal 1', part: 'body', chapter: 'BAB I KETENTUAN UMUM', paragraphs: [{ text: 'Dalam Peraturan Daerah ini yang dimaksud dengan:' }] }] };
