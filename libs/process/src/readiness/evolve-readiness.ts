import type { ReadinessDefinition } from './criteria';
import type { RecordedReadinessEvent } from './readiness-event';
import { type CriterionRecord, type ReadinessState, siteVisits } from './readiness-state';
import { unwritten } from './standing';

const empty: CriterionRecord = { documents: [] };

function onCriterion(state: ReadinessState, name: string, change: (record: CriterionRecord) => CriterionRecord): Partial<ReadinessState> {
  return { criteria: { ...state.criteria, [name]: change(state.criteria[name] ?? empty) } };
}

function changes(state: ReadinessState, event: RecordedReadinessEvent): Partial<ReadinessState> {
  const { seq, at } = event;
  switch (event.type) {
    case 'evidence-attached': {
      const { criterion, document } = event.body;
      if (criterion === siteVisits) return { visitPapers: [...state.visitPapers, document] };
      return onCriterion(state, criterion, (record) => ({ ...record, documents: [...record.documents, document] }));
    }
    case 'criterion-submitted':
      return onCriterion(state, event.body.criterion, ({ rejected: _, ...record }) => ({ ...record, pending: { ...event.body.submission, seq, at } }));
    case 'criterion-withdrawn':
      return onCriterion(state, event.body.criterion, ({ pending, standing, ...record }) => ({ ...record, ...(pending && standing && { standing }) }));
    case 'criterion-verified':
      return onCriterion(state, event.body.criterion, ({ pending, expired: _, ...record }) => ({
        ...record,
        standing: { ...pending!, verifiedAt: at, verifiedBy: event.body.by },
      }));
    case 'criterion-rejected': {
      const { criterion, submission, reason } = event.body;
      return onCriterion(state, criterion, ({ pending: _, ...record }) => ({ ...record, rejected: { submission, at, reason } }));
    }
    case 'expiry-near': {
      const { criterion, days } = event.body;
      return onCriterion(state, criterion, (record) => ({ ...record, standing: { ...record.standing!, reminded: days } }));
    }
    case 'criterion-expired':
      return onCriterion(state, event.body.criterion, ({ standing, rejected: _, ...record }) => ({ ...record, expired: { ...standing!, expiredAt: at } }));
    case 'funding-proposed': {
      const { by, note } = event.body;
      return { funding: { state: 'proposed', at, proposedAt: at, proposedBy: by, ...(note && { note }) } };
    }
    case 'funding-granted':
      return { funding: { ...state.funding!, state: 'funded', at, reference: event.body.reference } };
    case 'funding-declined':
      return { funding: { ...state.funding!, state: 'declined', at, reason: event.body.reason } };
    case 'site-visited':
      return { visits: [...state.visits, { ...event.body.visit, at }] };
  }
}

/** Folds one recorded event into the readiness of the region; the first one begins the record. */
export function evolveReadiness(definition: Pick<ReadinessDefinition, 'version'>, state: ReadinessState | undefined, event: RecordedReadinessEvent): ReadinessState {
  const before = state ?? unwritten(definition, event.readinessId.slice('readiness-'.length));
  return { ...before, ...changes(before, event), seq: event.seq, at: event.at };
}
