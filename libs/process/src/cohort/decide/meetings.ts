import { dayOf, instantAt, isCivilDate, msOf, zoneOfRegion } from '../../time';
import { type CohortRefusal, refuseCohort } from '../cohort-refusal';
import type { CalledMeeting, CohortState } from '../cohort-state';
import { type CohortDecision, lengthRefusal, type Of, reasonRefusal, roleRefusal, todayIn } from './shared';

const LONGEST_PLACE = 200;

/** Those who take part in the cohort and do not have their regulation yet. */
const takingPart = ({ members }: CohortState): string[] => members.filter(({ state }) => ['active', 'late', 'waived'].includes(state)).map(({ regionCode }) => regionCode);

/** The first meeting that is still to come about; a called one stands until it was held or called off. */
export const nextMeeting = ({ calls = [] }: Pick<CohortState, 'calls'>): CalledMeeting | undefined =>
  calls.filter(stands).sort((a, b) => (`${a.on} ${a.time}` < `${b.on} ${b.time}` ? -1 : 1))[0];

const stands = ({ held, calledOff }: CalledMeeting): boolean => held === undefined && !calledOff;

export function callMeeting(state: CohortState, command: Of<'call-meeting'>): CohortDecision {
  const { actor, on, time, place, agenda, invited = takingPart(state) } = command;
  const refusal = roleRefusal(actor, 'call-meeting', state.province) ?? lengthRefusal(agenda) ?? whenRefusal(state, command) ?? placeRefusal(place);
  if (refusal) return refusal;
  if (agenda.length === 0) return refuseCohort('meeting-invalid', ['agenda']);
  const strangers = invited.filter((region) => !isMember(state, region));
  if (strangers.length > 0) return refuseCohort('member-unknown', strangers);
  if (invited.length === 0 || new Set(invited).size !== invited.length) return refuseCohort('meeting-invalid', ['invited']);
  const call = { n: (state.calls?.length ?? 0) + 1, on, time, place, agenda, invited };
  return { events: [{ type: 'meeting-called', actor, body: { call } }] };
}

export function moveMeeting(state: CohortState, command: Of<'move-meeting'>): CohortDecision {
  const { actor, n, on, time, reason } = command;
  const call = state.calls?.find((one) => one.n === n);
  const place = command.place ?? call?.place ?? '';
  const refusal = roleRefusal(actor, 'move-meeting', state.province) ?? standsRefusal(call, n) ?? reasonRefusal(reason) ?? whenRefusal(state, command) ?? placeRefusal(place);
  if (refusal) return refusal;
  if (call!.on === on && call!.time === time && call!.place === place) return { events: [] };
  return { events: [{ type: 'meeting-moved', actor, body: { n, on, time, place, reason } }] };
}

export function callOffMeeting(state: CohortState, { actor, n, reason }: Of<'call-off-meeting'>): CohortDecision {
  const call = state.calls?.find((one) => one.n === n);
  const refusal = roleRefusal(actor, 'call-off-meeting', state.province) ?? standsRefusal(call, n) ?? reasonRefusal(reason);
  return refusal ?? { events: [{ type: 'meeting-called-off', actor, body: { n, reason } }] };
}

/** Of a called meeting, those were invited whom the call names. */
export function holdMeeting(state: CohortState, command: Of<'hold-meeting'>): CohortDecision {
  const { actor, heldOn, attended, note, call: n } = command;
  const call = state.calls?.find((one) => one.n === n);
  const refusal = roleRefusal(actor, 'hold-meeting', state.province) ?? lengthRefusal(note) ?? (n === undefined ? undefined : standsRefusal(call, n));
  if (refusal) return refusal;
  const invited = call?.invited ?? command.invited;
  const known = (regions: string[]) => new Set(regions).size === regions.length && regions.every((region) => isMember(state, region));
  const wrong = [
    ...(!isCivilDate(heldOn) || heldOn > todayIn(state.province, command.at) ? ['heldOn'] : []),
    ...(known(invited) ? [] : ['invited']),
    ...(known(attended) ? [] : ['attended']),
  ];
  if (wrong.length > 0) return refuseCohort('meeting-invalid', wrong);
  const meeting = { n: state.meetings.length + 1, heldOn, invited, attended, ...(note && { note }), ...(n !== undefined && { call: n }) };
  return { events: [{ type: 'meeting-held', actor, body: { meeting } }] };
}

export function attachMinutes(state: CohortState, { actor, n, sha256, size, media, name }: Of<'attach-minutes'>): CohortDecision {
  const refusal = roleRefusal(actor, 'attach-minutes', state.province);
  if (refusal) return refusal;
  const meeting = state.meetings.find((one) => one.n === n);
  if (!meeting) return refuseCohort('meeting-unknown', [n]);
  if (meeting.minutes?.sha256 === sha256) return { events: [] };
  return { events: [{ type: 'minutes-attached', actor, body: { n, file: { sha256, size, media, name } } }] };
}

const isMember = ({ members }: CohortState, region: string): boolean => members.some(({ regionCode }) => regionCode === region);

const placeRefusal = (place: string): CohortRefusal | undefined => (place.trim() === '' || place.length > LONGEST_PLACE ? refuseCohort('meeting-invalid', ['place']) : undefined);

function standsRefusal(call: CalledMeeting | undefined, n: number): CohortRefusal | undefined {
  if (!call) return refuseCohort('meeting-unknown', [n]);
  return stands(call) ? undefined : refuseCohort('meeting-settled', [n]);
}

/** Day and time are those of the province's own clocks. */
function whenRefusal({ province }: CohortState, { on, time, at }: { on: string; time: string; at: string }): CohortRefusal | undefined {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (!isCivilDate(on)) return refuseCohort('meeting-invalid', ['on']);
  if (hour === '') return refuseCohort('meeting-invalid', ['time']);
  return instantAt(dayOf(on), Number(hour) * 60 + Number(minute), zoneOfRegion(province)) <= msOf(at) ? refuseCohort('meeting-past', [on, time]) : undefined;
}
