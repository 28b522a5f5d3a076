import { seatOf } from '../actor';
import type { NoticeIntent } from '../notices';
import { pages } from '../pages';
import type { ReadinessDefinition } from './criteria';
import type { RecordedReadinessEvent } from './readiness-event';
import type { ReadinessState } from './readiness-state';
import { isReady, unwritten } from './standing';

/** Who is told of an event of a region's readiness. */
export function readinessNotices(
  definition: ReadinessDefinition,
  regionName: string,
  before: ReadinessState | undefined,
  event: RecordedReadinessEvent,
  after: ReadinessState,
): NoticeIntent[] {
  const facts = { regionName, path: pages.readiness(after.regionCode) };
  const except = 'person' in event.actor ? [event.actor.person] : [];
  const told = (template: string, role: string, data: object = {}): NoticeIntent => ({
    template,
    to: { role, scope: seatOf(definition.roles[role]?.level ?? 'any', after.regionCode) },
    except,
    data: { ...facts, ...data },
  });
  const about = (name: string) => ({ criterion: definition.criteria[name]!.label });
  switch (event.type) {
    case 'criterion-submitted':
      return [told('readiness-submitted', 'provincial-coordinator', about(event.body.criterion))];
    case 'criterion-verified': {
      // What follows from it is news to the one who verified the last of them too.
      const ready = isReady(definition, after) && !isReady(definition, before ?? unwritten(definition, after.regionCode));
      return [told('readiness-verified', 'regency-drafter', about(event.body.criterion)), ...(ready ? [{ ...told('readiness-ready', 'provincial-coordinator'), except: [] }] : [])];
    }
    case 'criterion-rejected':
      return [told('readiness-rejected', 'regency-drafter', about(event.body.criterion))];
    case 'expiry-near': {
      const { criterion } = event.body;
      return [told('readiness-expiring', 'regency-drafter', { ...about(criterion), dueOn: after.criteria[criterion]!.standing!.validUntil })];
    }
    case 'criterion-expired': {
      const { criterion } = event.body;
      return [told('readiness-expired', 'regency-drafter', { ...about(criterion), since: after.criteria[criterion]!.expired!.validUntil })];
    }
    case 'funding-proposed':
      return [told('readiness-proposed', 'ministry-reviewer')];
    case 'funding-granted':
      return ['regency-drafter', 'regency-head', 'provincial-coordinator'].map((role) => told('readiness-funded', role, { letterNumber: event.body.reference }));
    case 'funding-declined':
      return [told('readiness-declined', 'provincial-coordinator')];
    case 'evidence-attached':
    case 'criterion-withdrawn':
    case 'site-visited':
      return [];
  }
}
