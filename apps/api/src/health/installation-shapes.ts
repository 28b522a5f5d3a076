import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { driftKinds, findingKinds } from '#ledger';
import { label } from '../door/shapes';
import { driftWords } from './drift-words';
import { databaseFinding, documentsFinding, engineFinding, mailFinding, recordFinding, workerFinding } from './findings';
import { type Finding, partLabels, type PartName, parts } from './part';

const status = z.enum(['ok', 'trouble']);
const finding = z.object({ subjectId: z.string(), kind: z.enum(findingKinds), label, then: label, place: z.string(), foundAt: z.string(), refoldedAt: z.string().nullable() });

export class HealthShape extends createZodDto(z.object({
  status, at: z.string(),
  parts: z.array(z.object({ part: z.enum(parts), label, status, since: z.string(), sentence: label })),
  drift: z.object({
    ranAt: z.string().nullable(), counts: z.array(z.object({ kind: z.enum(driftKinds), label, then: label, count: z.number() })),
    totals: z.object({ refolded: z.number(), workflowsMade: z.number(), workflowsEnded: z.number() }), oldestLookSeconds: z.number().nullable(), findings: z.array(finding),
  }),
})) {}

export class RefoldShape extends createZodDto(z.object({
  caseId: z.string(), refolded: z.array(z.object({ kind: z.enum(findingKinds), label, place: z.string() })), left: z.array(z.object({ kind: z.enum(findingKinds), label, place: z.string() })),
})) {}

const at = '2026-11-24T03:12:00.000Z';
const none = Object.fromEntries(driftKinds.map((kind) => [kind, 0])) as Record<(typeof driftKinds)[number], number>;
const example: Record<PartName, Finding> = {
  database: databaseFinding('answers'), engine: engineFinding('polling'), worker: workerFinding('polling'), documents: documentsFinding(true),
  mail: mailFinding('polling', [{ workflowId: 'notices-mail', activity: 'reachMail', code: 'ECONNREFUSED', attempt: 4, since: '2026-11-24T03:10:00.000Z' }], { waiting: 2, failing: 1 }),
  record: recordFinding({ ranAt: at, counts: none, totals: { refolded: 1, workflowsMade: 0, workflowsEnded: 0 }, oldestLookSeconds: 3_600, standing: { count: 0, since: null }, findings: [] }, Date.parse(at)),
};
const differs = { kind: 'state-differs', label: driftWords['state-differs'].label, place: '$.round' } as const;

export const healthExample = {
  status: 'trouble', at,
  parts: parts.map((part) => ({ part, label: partLabels[part], since: '2026-11-23T01:00:00.000Z', ...example[part] })),
  drift: {
    ranAt: at, counts: driftKinds.map((kind) => ({ kind, ...driftWords[kind], count: kind === differs.kind ? 1 : 0 })), totals: { refolded: 1, workflowsMade: 0, workflowsEnded: 0 }, oldestLookSeconds: 3_600,
    findings: [{ subjectId: 'rpik-1705-2027', ...differs, then: driftWords[differs.kind].then, foundAt: '2026-11-24T03:11:00.000Z', refoldedAt: '2026-11-24T03:11:00.000Z' }],
  },
};
export const refoldExample = { caseId: 'rpik-1705-2027', refolded: [differs], left: [] };
