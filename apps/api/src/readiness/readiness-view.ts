import { criterionState, type EvidenceDocument, lacksOf, readinessActsOf, readinessV1, type ReadinessDefinition, type SealedText } from '#process';
import type { Caller, ReadinessRecord } from '#ledger';

const definition: ReadinessDefinition = readinessV1;
const nothing: ReadonlyMap<string, string> = new Map();

/** The readiness of a region as its reader may see it: what stands always, papers and words only to whom they are open. */
export function readinessView({ region, state, contents }: ReadinessRecord, { offices }: Caller, texts: ReadonlyMap<string, string> = nothing) {
  const words = (seal: SealedText | undefined) => (contents && seal && texts.get(seal.sha256)) || null;
  const lacks = lacksOf(definition, state);
  const { funding } = state;
  return {
    region,
    seq: state.seq,
    at: state.at || null,
    ready: lacks.length === 0,
    lacks,
    sentence: sentence(lacks),
    acts: readinessActsOf(state, offices),
    criteria: Object.entries(definition.criteria).map(([name, { label, measure }]) => {
      const record = state.criteria[name];
      const shown = record?.standing ?? record?.pending ?? record?.expired;
      return {
        criterion: name,
        label,
        state: criterionState(record),
        renewal: Boolean(record?.standing && record.pending),
        issuedOn: shown?.issuedOn ?? null,
        validUntil: shown?.validUntil ?? null,
        measure: shown?.measure ?? null,
        unit: measure?.unit ?? null,
        threshold: shown?.threshold ?? null,
        submittedAt: (record?.pending ?? shown)?.at ?? null,
        verifiedAt: record?.standing?.verifiedAt ?? null,
        reason: words(record?.rejected?.reason),
        documents: contents ? (record?.documents ?? []).map((document) => paper(document, words)) : null,
      };
    }),
    funding: funding ? { state: funding.state, at: funding.at, proposedAt: funding.proposedAt, reference: funding.reference ?? null, note: words(funding.note), reason: words(funding.reason) } : null,
    siteVisits: state.visits.map(({ n, visitedOn, visitors, minutes, role, at }) => ({ n, visitedOn, visitors: words(visitors), minutes: contents ? minutes : null, role, at })),
  };
}

function paper({ type, version, sha256, size, media, name }: EvidenceDocument, words: (seal: SealedText) => string | null) {
  return { type, label: definition.documents[type]!.label, version, sha256, size, media, name: words(name) };
}

function sentence(lacks: readonly string[]) {
  if (lacks.length === 0) return { id: 'Siap untuk dukungan pusat.', en: 'Ready for central support.' };
  const short = (language: 'id' | 'en') => lacks.map((name) => definition.criteria[name]!.short[language]).join(', ');
  return { id: `Belum siap; belum terpenuhi: ${short('id')}.`, en: `Not ready; not met yet: ${short('en')}.` };
}
