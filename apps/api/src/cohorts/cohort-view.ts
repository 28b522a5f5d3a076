import { type CalledMeeting, cohortActsOf, findingActsOf, mayConfirm, nextMeeting, rpikV1, type SealedText, type StoredFile, type Tally, type Text } from '#process';
import type { Board, Caller, CohortRecord, Conflict, Conflicts } from '#ledger';

export function gateView({ round: _, ...gate }: Tally) {
  return { open: gate.shut.length === 0, ...gate };
}

export function cohortView({ state, view, tally, texts }: CohortRecord, { offices }: Caller) {
  const { waivers, releases, conflicts: _, referencePlans, meetings, calls = [], ...rest } = state;
  const words = (seal: SealedText | undefined) => (seal && texts.get(seal.sha256)) ?? null;
  const fileView = (file: StoredFile | undefined) => (file ? { ...file, name: words(file.name) } : null);
  return {
    ...rest,
    // Which claims a release compared is for the record: a region's hashes are not its neighbours' business.
    releases: releases.map(({ claims: _, ...release }) => release),
    referencePlans: referencePlans.map((plan) => ({ ...plan, file: fileView(plan.file) })),
    meetings: meetings.map(({ note, minutes, ...meeting }) => ({ ...meeting, minutes: words(note), file: fileView(minutes) })),
    calls: calls.map(({ agenda, moved, calledOff, held, ...call }) => ({ ...call, agenda: words(agenda), moved: words(moved), calledOff: words(calledOff), isCalledOff: calledOff !== undefined, held: held ?? null })),
    acts: cohortActsOf(state, offices),
    waivers: waivers.map(({ n, regionCode, reason, askedBy, askedAt, confirmedBy }, index) => ({ n, regionCode, reason: words(reason), askedBy, askedAt, confirmedBy: confirmedBy ?? null, mayConfirm: mayConfirm(state, waivers[index]!, offices) })),
    gate: gateView(tally),
    waiting: view.arrivals,
  };
}

const meetingView = (call: CalledMeeting | undefined) => (call ? { n: call.n, on: call.on, time: call.time, place: call.place } : null);

const labels: Record<string, { label: Text }> = { ...rpikV1.stages, ...rpikV1.outcomes };

export function boardView({ state, rows, tally, atCutOff, blockedBy, supposed }: Board) {
  return {
    cohort: state.id,
    round: state.round,
    gate: gateView(tally),
    atCutOff: atCutOff ? gateView(atCutOff) : null,
    blockedBy,
    nextMeeting: meetingView(nextMeeting(state)),
    asIf: supposed ? { supposed: [...supposed.what], before: gateView(supposed.before), effect: supposed.effect } : null,
    members: rows.map(({ region, regionName, stage, ...rest }) => ({ ...rest, region: { code: region, name: regionName }, stage: stage === null ? null : { id: stage, label: labels[stage]?.label ?? { id: stage, en: stage } } })),
  };
}

export function conflictView({ finding, record, settledBy, stale, undecided }: Conflict, { state, texts }: Pick<Conflicts, 'state' | 'texts'>, { offices }: Caller) {
  const words = (seal: SealedText | undefined) => (seal && texts.get(seal.sha256)) ?? null;
  const { key, check, effect, members, claims, measure, sentence } = finding;
  return {
    key,
    check,
    effect,
    acts: findingActsOf(finding, state.province, offices),
    members,
    claims,
    measure,
    sentence,
    settledBy: settledBy ?? null,
    stale,
    undecided,
    resolutions: (record?.resolutions ?? []).map(({ regionCode, person, kind, note, subject }) => ({ regionCode, person, kind, note: words(note), current: subject === finding.subject })),
    override: record?.override ? { person: record.override.person, reason: words(record.override.reason), current: record.override.subject === finding.subject } : null,
    acknowledgement: record?.acknowledgement ? { person: record.acknowledgement.person, note: words(record.acknowledgement.note), current: record.acknowledgement.subject === finding.subject } : null,
  };
}
