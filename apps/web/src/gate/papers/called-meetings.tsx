import { useState } from 'react';
import { Chip } from '../../pieces/chip';
import { readDate, readTime } from '../../pieces/dates';
import { useWords, type Words } from '../../words/words';
import type { CalledMeeting, Cohort } from '../api/shapes';
import { Act } from '../../acts/act';
import { LongField, ManyField, TextField } from '../../acts/fields';
import { Place, useWhen } from './meeting-words';
import { RecordMeeting } from './record-meeting';

export const stands = ({ held, isCalledOff }: CalledMeeting): boolean => held === null && !isCalledOff;

interface Part {
  cohort: Cohort;
  nameOf: (code: string) => string;
}

/** One meeting that regions are invited to: moved, called off, or recorded once it was held. */
export function CalledMeetingCard({ cohort, call, nameOf, mayCall, mayRecord }: Part & { call: CalledMeeting; mayCall: boolean; mayRecord: boolean }) {
  const { t } = useWords();
  const when = useWhen(cohort.province);
  return (
    <section className="card" aria-labelledby={`undangan-${call.n}`}>
      <div className="hd wrap">
        <h2 id={`undangan-${call.n}`}>{t('gate.callOf', { when: when(call) })}</h2>
        <Chip tone={call.isCalledOff ? 'none' : 'now'}>{t(call.isCalledOff ? 'gate.calledOff' : 'gate.called')}</Chip>
      </div>
      <div className="bd stack-s">
        <dl className="kv">
          <dt>{t('gate.place')}</dt>
          <dd>
            <Place place={call.place} />
          </dd>
          <dt>{t('gate.agenda')}</dt>
          <dd className="said">{call.agenda ?? '–'}</dd>
          <dt>{t('gate.invited')}</dt>
          <dd>{call.invited.map(nameOf).join(', ')}</dd>
          {call.moved && (
            <>
              <dt>{t('gate.movedBecause')}</dt>
              <dd className="said">{call.moved}</dd>
            </>
          )}
          {call.calledOff && (
            <>
              <dt>{t('gate.calledOffBecause')}</dt>
              <dd className="said">{call.calledOff}</dd>
            </>
          )}
        </dl>
        {stands(call) && (
          <div className="acts-row">
            {mayRecord && <RecordMeeting cohort={cohort} nameOf={nameOf} call={call} />}
            {mayCall && <MoveMeeting cohort={cohort} call={call} />}
            {mayCall && <CallOffMeeting cohort={cohort} call={call} />}
          </div>
        )}
      </div>
    </section>
  );
}

interface WhenTyped {
  on: string;
  time: string;
  place: string;
}

function WhenFields({ value, onChange }: { value: WhenTyped; onChange: (value: WhenTyped) => void }) {
  const { t } = useWords();
  return (
    <>
      <TextField label={t('gate.meetingOn')} hint={t('acts.dateHint')} value={value.on} onChange={(on) => onChange({ ...value, on })} />
      <TextField label={t('gate.meetingTime')} hint={t('gate.timeHint')} value={value.time} onChange={(time) => onChange({ ...value, time })} />
      <TextField label={t('gate.place')} hint={t('gate.placeHint')} value={value.place} onChange={(place) => onChange({ ...value, place })} />
    </>
  );
}

const whenOf = ({ on, time, place }: WhenTyped) => ({ on: readDate(on), time: readTime(time), place: place.trim() });

function faultsOf(typed: WhenTyped, t: Words['t']): string[] {
  const { on, time, place } = whenOf(typed);
  return [...(on ? [] : [t('acts.dateMissing')]), ...(time ? [] : [t('gate.timeMissing')]), ...(place ? [] : [t('gate.placeMissing')])];
}

export function CallMeeting({ cohort, nameOf }: Part) {
  const { t } = useWords();
  const when = useWhen(cohort.province);
  const members = cohort.members.filter(({ state }) => state !== 'withdrawn').map(({ regionCode }): [string, string] => [regionCode, nameOf(regionCode)]);
  const takingPart = cohort.members.filter(({ state }) => ['active', 'late', 'waived'].includes(state)).map(({ regionCode }) => regionCode);
  const empty = { on: '', time: '', place: '' };
  const [typed, setTyped] = useState<WhenTyped>(empty);
  const [agenda, setAgenda] = useState('');
  const [invited, setInvited] = useState(takingPart);
  const { on, time, place } = whenOf(typed);
  return (
    <Act
      label={t('gate.callMeeting')}
      fields={
        <>
          <WhenFields value={typed} onChange={setTyped} />
          <LongField label={t('gate.agenda')} value={agenda} onChange={setAgenda} />
          <ManyField label={t('gate.invited')} value={invited} onChange={setInvited} choices={members} />
        </>
      }
      faults={[...faultsOf(typed, t), ...(agenda.trim() ? [] : [t('gate.agendaMissing')]), ...(invited.length > 0 ? [] : [t('gate.invitedMissing')])]}
      answers={[[t('gate.meetingOn'), on && time ? when({ on, time }) : ''], [t('gate.place'), place], [t('gate.agenda'), agenda], [t('gate.invited'), invited.map(nameOf).join(', ')]]}
      after={t('gate.afterCall')}
      command={() => ({ path: `/v1/cohorts/${cohort.id}/called-meetings`, body: { on, time, place, agenda, invited } })}
      onDone={() => {
        setTyped(empty);
        setAgenda('');
        setInvited(takingPart);
      }}
      done={t('gate.callDone')}
    />
  );
}

function MoveMeeting({ cohort, call }: { cohort: Cohort; call: CalledMeeting }) {
  const { t } = useWords();
  const when = useWhen(cohort.province);
  const [typed, setTyped] = useState<WhenTyped>({ on: call.on, time: call.time.replace(':', '.'), place: call.place });
  const [reason, setReason] = useState('');
  const { on, time, place } = whenOf(typed);
  const isSame = on === call.on && time === call.time && place === call.place;
  return (
    <Act
      quiet
      label={t('gate.moveMeeting')}
      fields={
        <>
          <WhenFields value={typed} onChange={setTyped} />
          <LongField label={t('gate.reason')} value={reason} onChange={setReason} />
        </>
      }
      faults={[...faultsOf(typed, t), ...(isSame ? [t('gate.notMoved')] : []), ...(reason.trim() ? [] : [t('gate.reasonMissing')])]}
      answers={[[t('gate.meetingOn'), on && time ? when({ on, time }) : ''], [t('gate.place'), place], [t('gate.reason'), reason]]}
      after={t('gate.afterMove')}
      command={() => ({ path: `/v1/cohorts/${cohort.id}/called-meetings/${call.n}/move`, body: { on, time, place, reason } })}
      onDone={() => setReason('')}
      done={t('gate.moveDone')}
    />
  );
}

function CallOffMeeting({ cohort, call }: { cohort: Cohort; call: CalledMeeting }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  return (
    <Act
      quiet
      label={t('gate.callOffMeeting')}
      fields={<LongField label={t('gate.reason')} value={reason} onChange={setReason} />}
      faults={reason.trim() ? [] : [t('gate.reasonMissing')]}
      answers={[[t('gate.reason'), reason]]}
      after={t('gate.afterCallOff')}
      command={() => ({ path: `/v1/cohorts/${cohort.id}/called-meetings/${call.n}/call-off`, body: { reason } })}
      onDone={() => setReason('')}
      done={t('gate.callOffDone')}
    />
  );
}
