import { pages } from '../pages';
import type { Text } from '../text';
import type { RecordedCohortEvent } from './cohort-event';
import { zoneOfRegion } from '../time';
import type { CalledMeeting, CohortState } from './cohort-state';
import { cohortTasksOf } from './cohort-tasks';
import { regencyVoices, seconds } from './cohort-acts';

/** Who is told what about a cohort. The ledger turns an office into its holders of that moment; `except` are those whose own act it was. */
export interface CohortNotice {
  template: string;
  to: { role: string; scope: string };
  except: string[];
  data: { [fact: string]: unknown };
}

export interface CohortNames {
  /** "Kab. Seluma", by BPS code; the province's own under its code. */
  regions: ReadonlyMap<string, string>;
  /** Regions that have filed their case of this year. */
  filed: readonly string[];
}

const seeBoard: Text = { id: 'lihat papan gerbang', en: 'see the gate board' };

/** The notices an event of a cohort calls for. */
export function cohortNoticesOf(event: RecordedCohortEvent, after: CohortState, names: CohortNames): CohortNotice[] {
  const nameOf = (code: string) => names.regions.get(code) ?? code;
  const facts = { path: pages.cohort(after.province, after.id), cohort: `${nameOf(after.province)} ${after.programmeYear}` };
  const except = 'person' in event.actor ? [event.actor.person] : [];
  const tell = (template: string, roles: readonly string[], scope: string, data: object = {}): CohortNotice[] =>
    roles.map((role) => ({ template, to: { role, scope }, except, data: { ...facts, regionName: nameOf(scope), ...data } }));
  const invite = (region: string) =>
    tell('cohort-invited', regencyVoices, region, { dueOn: after.cutOffOn, programmeYear: after.programmeYear, ...(!names.filed.includes(region) && { task: fileYourCase }) });

  const tellMeeting = (template: string, { on, time, place }: CalledMeeting, region: string) =>
    tell(template, ['regency-drafter'], region, { path: pages.meetings(after.province, after.id), meetingOn: on, meetingTime: `${time.replace(':', '.')} ${zoneOfRegion(after.province)}`, place });

  switch (event.type) {
    case 'cohort-created':
      return event.body.members.filter(({ state }) => state === 'active').flatMap(({ regionCode }) => invite(regionCode));
    case 'member-added':
      return event.body.member.state === 'fixed' ? [] : invite(event.body.member.regionCode);
    case 'waiver-requested':
      return tell('waiver-requested', seconds, after.province, { member: nameOf(event.body.waiver.regionCode) });
    case 'waiver-confirmed':
      return tell('member-waived', regencyVoices, event.body.regionCode, { reason: seeBoard });
    case 'plan-superseded': {
      const plan = `${event.body.kind} ${event.body.by.version}`;
      const told = tell('plan-superseded', ['provincial-coordinator', ...seconds], after.province, { plan });
      const regions = after.members.filter(({ state, regionCode }) => ['active', 'late', 'waived'].includes(state) && regionCode.startsWith(event.body.regionCode ?? ''));
      return [...told, ...regions.flatMap(({ regionCode }) => tell('plan-superseded', ['regency-drafter'], regionCode, { plan }))];
    }
    case 'finding-stale': {
      const { key } = event.body;
      const asked = cohortTasksOf(after).filter((task) => task.key.startsWith(`recheck.${key}.`));
      return asked.flatMap(({ role, scope, verb }) => tell('finding-stale', [role], scope, { finding: key, task: verb }));
    }
    case 'meeting-called':
      return event.body.call.invited.flatMap((region) => tellMeeting('meeting-called', event.body.call, region));
    case 'meeting-moved':
    case 'meeting-called-off': {
      const call = after.calls!.find(({ n }) => n === event.body.n)!;
      return call.invited.flatMap((region) => tellMeeting(event.type, call, region));
    }
    case 'cut-off-reached':
      return tell('cut-off-reached', ['provincial-coordinator'], after.province, { since: after.cutOffOn });
    case 'member-left-after-release':
      return tell('member-left', ['provincial-coordinator'], after.province, { member: nameOf(regionOf(after, event.body.caseId)) });
    case 'member-withdrawn':
    case 'member-fixed':
    case 'conflict-resolved':
    case 'conflict-overridden':
    case 'conflict-acknowledged':
    case 'meeting-held':
    case 'minutes-attached':
    case 'plan-file-attached':
    case 'finding-gone':
    case 'decision-listed':
    case 'gate-released':
    case 'member-passed':
      return [];
  }
}

const fileYourCase: Text = { id: 'Ajukan kasus RPIK daerah Anda', en: "File your region's case" };

const regionOf = ({ releases }: CohortState, caseId: string): string => releases.flatMap(({ members }) => members).find((member) => member.caseId === caseId)?.regionCode ?? '';
