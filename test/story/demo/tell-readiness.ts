import { samplePdf } from '#documents';
import { readinessV1 } from '#process';
import type { StageHands } from './stage-hands';

type Criterion = keyof typeof readinessV1.criteria;
type Outcome = 'submitted' | 'verified' | { rejected: string } | { until: string };

const everything = Object.keys(readinessV1.criteria) as Criterion[];
const measures: Partial<Record<Criterion, number>> = { 'land-area': 0.62, sentra: 9 };

/** What ten regions have shown of their half hectare; criteria that are not named have nothing handed in. */
const shown: Record<string, Partial<Record<Criterion, Outcome>>> = {
  // Proposed in September; since then its letter of no dispute has run out.
  '1705': { ...Object.fromEntries(everything.map((criterion) => [criterion, 'verified'])), clean: { until: '2026-11-20' } },
  '1702': Object.fromEntries(everything.map((criterion) => [criterion, 'verified'])),
  '1703': { 'land-area': 'verified', clear: 'verified', zoning: 'verified', commitment: 'verified', flagship: 'verified', sentra: 'verified' },
  '1701': { 'land-area': 'verified', commitment: 'verified', zoning: 'submitted', sentra: 'submitted', clear: { rejected: 'Kartu inventaris belum mencatat bidang yang dimaksud.' } },
  // The letter of no dispute ran out on 30 October.
  '1704': { 'land-area': 'verified', clear: 'verified', clean: { until: '2026-10-30' }, commitment: 'submitted' },
  '1709': { 'land-area': 'verified', flagship: 'submitted' },
};

/** Papers and dates of a summer, then the province's word on each. */
export async function handInReadiness({ as }: StageHands, code: string): Promise<void> {
  const drafter = as(`drafter-${code}`);
  const coordinator = as('coordinator-1700');
  for (const [criterion, outcome] of Object.entries(shown[code] ?? {}) as [Criterion, Outcome][]) {
    for (const type of readinessV1.criteria[criterion].required) await put(drafter, code, criterion, type);
    const measure = measures[criterion];
    await drafter.must('PUT', `/v1/readiness/${code}/${criterion}`, {
      issuedOn: '2026-05-18',
      ...(measure !== undefined && { measure }),
      ...(typeof outcome === 'object' && 'until' in outcome && { validUntil: outcome.until }),
    });
    if (outcome === 'submitted') continue;
    const word = typeof outcome === 'object' && 'rejected' in outcome ? { outcome: 'rejected', reason: outcome.rejected } : { outcome: 'verified' };
    await coordinator.must('POST', `/v1/readiness/${code}/${criterion}/verification`, word);
  }
}

export const regionsWithEvidence = Object.keys(shown);

/** The ministry has seen the ground; the province hands both regions on, and one of them is funded. */
export async function proposeFunding({ as }: StageHands): Promise<void> {
  const [coordinator, reviewer] = [as('coordinator-1700'), as('ministry-reviewer')];
  for (const code of ['1702', '1705']) {
    const { sha256 } = await put(reviewer, code, 'site-visits', 'field-check-minutes');
    await reviewer.must('POST', `/v1/readiness/${code}/site-visits`, { visitedOn: '2026-09-16', visitors: 'Direktorat Perwilayahan Industri dan Disperindag Provinsi Bengkulu (contoh)', minutes: sha256 });
    await coordinator.must('POST', `/v1/readiness/${code}/funding`, { outcome: 'proposed', note: 'Sembilan syarat telah diperiksa.' });
  }
  await reviewer.must('POST', '/v1/readiness/1702/funding', { outcome: 'funded', reference: 'DAK/2027/017 (contoh)' });
}

async function put(who: ReturnType<StageHands['as']>, code: string, criterion: string, type: string): Promise<{ sha256: string }> {
  const bytes = await samplePdf(`${type} ${code}`, ['Data contoh, bukan dokumen resmi.', `Bukti kesiapan ${criterion} daerah ${code}.`]);
  return who.must('PUT', `/v1/readiness/${code}/${criterion}/documents/${type}`, bytes, {
    headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${type}-${code}.pdf"` },
  });
}
