import type { RecordedCohortEvent } from './cohort-event';
import type { CalledMeeting, CohortState, ConflictRecord, Member } from './cohort-state';

const person = (event: RecordedCohortEvent) => ('person' in event.actor ? event.actor.person : '');

const withMember = (members: readonly Member[], regionCode: string, change: Partial<Member>): Member[] =>
  members.map((member) => (member.regionCode === regionCode ? { ...member, ...change } : member));

function withConflict(state: CohortState, key: string, members: string[], change: (record: ConflictRecord) => ConflictRecord): Partial<CohortState> {
  const record = state.conflicts[key] ?? { members, resolutions: [] };
  return { conflicts: { ...state.conflicts, [key]: change({ ...record, members }) } };
}

const withCall = (state: CohortState, n: number, change: Partial<CalledMeeting>): Partial<CohortState> => ({
  calls: (state.calls ?? []).map((call) => (call.n === n ? { ...call, ...change } : call)),
});

const withPassage = (state: CohortState, round: number, caseId: string, outcome: 'opened' | 'left'): Partial<CohortState> => ({
  releases: state.releases.map((release) => (release.round === round ? { ...release, opened: { ...release.opened, [caseId]: outcome } } : release)),
});

function changes(state: CohortState, event: RecordedCohortEvent): Partial<CohortState> {
  switch (event.type) {
    case 'cohort-created':
      throw new Error('a cohort is created once');
    case 'member-added':
      return { members: [...state.members.filter(({ regionCode }) => regionCode !== event.body.member.regionCode), event.body.member] };
    case 'member-withdrawn':
      return { members: withMember(state.members, event.body.regionCode, { state: 'withdrawn' }) };
    case 'member-fixed': {
      const { regionCode, ...fixed } = event.body;
      return { members: withMember(state.members, regionCode, { state: 'fixed', ...fixed }) };
    }
    case 'waiver-requested':
      return { waivers: [...state.waivers, { ...event.body.waiver, askedAt: event.at }] };
    case 'waiver-confirmed':
      return {
        waivers: state.waivers.map((waiver) => (waiver.n === event.body.n ? { ...waiver, confirmedBy: event.body.confirmedBy } : waiver)),
        members: withMember(state.members, event.body.regionCode, { state: 'waived' }),
      };
    case 'conflict-resolved': {
      const { key, members, regionCode, kind, subject, note } = event.body;
      const resolution = { regionCode, person: person(event), kind, subject, ...(note && { note }) };
      return withConflict(state, key, members, (record) => ({
        ...record,
        resolutions: [...record.resolutions.filter((one) => one.regionCode !== regionCode), resolution],
      }));
    }
    case 'conflict-overridden': {
      const { key, members, reason, subject } = event.body;
      return withConflict(state, key, members, (record) => ({ ...record, override: { person: person(event), reason, subject } }));
    }
    case 'conflict-acknowledged': {
      const { key, members, note, subject } = event.body;
      return withConflict(state, key, members, (record) => ({ ...record, acknowledgement: { person: person(event), note, subject } }));
    }
    case 'meeting-called':
      return { calls: [...(state.calls ?? []), event.body.call] };
    case 'meeting-moved': {
      const { n, reason, ...when } = event.body;
      return withCall(state, n, { ...when, moved: reason });
    }
    case 'meeting-called-off':
      return withCall(state, event.body.n, { calledOff: event.body.reason });
    case 'meeting-held': {
      const { meeting } = event.body;
      return { meetings: [...state.meetings, meeting], ...(meeting.call !== undefined && withCall(state, meeting.call, { held: meeting.n })) };
    }
    case 'plan-superseded':
      return {
        referencePlans: [
          ...state.referencePlans.map((plan) =>
            plan.kind === event.body.kind && plan.regionCode === event.body.regionCode && !plan.supersededOn ? { ...plan, supersededOn: event.at.slice(0, 10) } : plan,
          ),
          event.body.by,
        ],
      };
    case 'minutes-attached':
      return { meetings: state.meetings.map((meeting) => (meeting.n === event.body.n ? { ...meeting, minutes: event.body.file } : meeting)) };
    case 'plan-file-attached': {
      const { kind, regionCode, version, file } = event.body;
      return { referencePlans: state.referencePlans.map((plan) => (plan.kind === kind && plan.regionCode === regionCode && plan.version === version ? { ...plan, file } : plan)) };
    }
    case 'finding-stale': {
      const { key, subject } = event.body;
      return withConflict(state, key, state.conflicts[key]?.members ?? [], (record) => ({ ...record, stale: { subject, since: event.at } }));
    }
    case 'finding-gone': {
      const { key } = event.body;
      return withConflict(state, key, state.conflicts[key]?.members ?? [], ({ stale: _, ...record }) => record);
    }
    case 'decision-listed':
      // What becomes of each case stands on the case.
      return {};
    case 'cut-off-reached':
      return { cutOffReached: true };
    case 'gate-released':
      return { round: state.round + 1, releases: [...state.releases, { ...event.body.release, seq: event.seq, at: event.at, opened: {} }] };
    case 'member-passed':
      return withPassage(state, event.body.round, event.body.caseId, 'opened');
    case 'member-left-after-release':
      return withPassage(state, event.body.round, event.body.caseId, 'left');
  }
}

/** Folds one recorded event into the cohort's state. */
export function evolveCohort(state: CohortState | undefined, event: RecordedCohortEvent): CohortState {
  const { cohortId: id, seq, at } = event;
  if (state) return { ...state, ...changes(state, event), seq, at };
  if (event.type !== 'cohort-created') throw new Error('a cohort begins with its creation');
  return { id, ...event.body, seq, at, round: 1, releases: [], waivers: [], conflicts: {}, meetings: [] };
}

/** Members of past releases whose gate has still to be opened, with the conflicts of theirs that the coordinator opened it over. */
export const unopened = (state: CohortState) =>
  state.releases.flatMap((release) =>
    release.members
      .filter(({ caseId }) => !release.opened[caseId])
      .map(({ caseId, regionCode, arrivalSeq }) => {
        const overrides = release.conflicts.flatMap(({ key, members, reason }) => (reason && (members.length === 0 || members.includes(regionCode)) ? [{ key, reason }] : []));
        return { cohort: state.id, round: release.round, release: release.seq, caseId, arrivalSeq, ...(overrides.length > 0 && { overrides }) };
      }),
  );
