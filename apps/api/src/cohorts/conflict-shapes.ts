import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { findingActNames } from '#process';
import { anyText, expectedSeq, label } from '../door/shapes';

export class ResolutionBody extends createZodDto(z.object({ kind: z.enum(['merge', 'differentiate', 'cooperate', 'accept']), note: anyText.optional(), expectedSeq })) {}
export class OverrideBody extends createZodDto(z.object({ reason: anyText.optional(), /** The same, for those who call it a note. */ note: anyText.optional(), expectedSeq })) {}
export class AcknowledgementBody extends createZodDto(z.object({ note: anyText, expectedSeq })) {}
export class ClaimsBody extends createZodDto(z.object({ matrix: z.unknown(), expectedSeq })) {}

const conflict = z.object({
  key: z.string(), check: z.string(), effect: z.enum(['blocks', 'acknowledge', 'vote']),
  /** What the caller may do about it, and for which region. */
  acts: z.array(z.object({ act: z.enum(findingActNames), regionCode: z.string().nullable() })), members: z.array(z.string()),
  claims: z.array(z.object({ regionCode: z.string(), table: z.string(), row: z.number(), summary: label, polygon: z.unknown().optional() })),
  measure: z.object({ years: z.number().optional(), hectares: z.number().optional(), tonnes: z.number().optional() }), sentence: label,
  settledBy: z.enum(['resolution', 'override', 'acknowledgement']).nullable(), stale: z.boolean(), undecided: z.array(z.string()),
  resolutions: z.array(z.object({ regionCode: z.string(), person: z.string(), kind: z.string(), note: z.string().nullable(), current: z.boolean() })),
  override: z.object({ person: z.string(), reason: z.string().nullable(), current: z.boolean() }).nullable(),
  acknowledgement: z.object({ person: z.string(), note: z.string().nullable(), current: z.boolean() }).nullable(),
});
export class ConflictListShape extends createZodDto(z.object({ items: z.array(conflict) })) {}
export class ClaimsAmendedShape extends createZodDto(z.object({ caseId: z.string(), version: z.number(), sha256: z.string(), conflict: conflict.nullable() })) {}

const summary = { id: 'tenun bumpak (KBLI 13121), utama, 2028–2047', en: 'tenun bumpak (KBLI 13121), main, 2028–2047' };
export const conflictExample = {
  key: 'X01.1704-1705.kbli-13121', check: 'X01', effect: 'blocks', acts: [{ act: 'resolve-conflict', regionCode: '1705' }], members: ['1704', '1705'],
  claims: [{ regionCode: '1704', table: 'flagships', row: 1, summary }, { regionCode: '1705', table: 'flagships', row: 1, summary }], measure: { years: 20 },
  sentence: { id: 'Kab. Kaur dan Kab. Seluma sama-sama mengunggulkan tenun bumpak selama 20 tahun.', en: 'Kab. Kaur and Kab. Seluma both name tenun bumpak as their main flagship for 20 years.' },
  settledBy: null, stale: false, undecided: ['1705'], resolutions: [{ regionCode: '1704', person: 'p_drafter-1704', kind: 'differentiate', note: null, current: true }], override: null, acknowledgement: null,
};
