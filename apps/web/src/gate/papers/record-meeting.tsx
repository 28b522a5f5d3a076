import { useState } from 'react';
import { inRow, readDate } from '../../pieces/dates';
import { useWords } from '../../words/words';
import type { CalledMeeting, Cohort } from '../api/shapes';
import { Act } from '../../acts/act';
import { LongField, ManyField, TextField } from '../../acts/fields';

/** What came of a meeting; of a called one it is known who was invited. */
export function RecordMeeting({ cohort, nameOf, call }: { cohort: Cohort; nameOf: (code: string) => string; call?: CalledMeeting }) {
  const { t, language } = useWords();
  const members = cohort.members.filter(({ state }) => state !== 'withdrawn').map(({ regionCode }): [string, string] => [regionCode, nameOf(regionCode)]);
  const everybody = members.map(([code]) => code);
  const [heldOn, setHeldOn] = useState(call?.on ?? '');
  const [invited, setInvited] = useState(call?.invited ?? everybody);
  const [attended, setAttended] = useState<string[]>([]);
  const [minutes, setMinutes] = useState('');
  const date = readDate(heldOn);
  return (
    <Act
      label={t(call ? 'gate.recordCalled' : 'gate.recordMeeting')}
      fields={
        <>
          <TextField label={t('gate.heldOn')} hint={t('acts.dateHint')} value={heldOn} onChange={setHeldOn} />
          {!call && <ManyField label={t('gate.invited')} value={invited} onChange={setInvited} choices={members} />}
          <ManyField label={t('gate.attended')} value={attended} onChange={setAttended} choices={members} />
          <LongField label={t('gate.meetingSaid')} value={minutes} onChange={setMinutes} />
        </>
      }
      faults={date ? [] : [t('acts.dateMissing')]}
      answers={[[t('gate.heldOn'), date ? inRow(date, language) : ''], [t('gate.invited'), invited.map(nameOf).join(', ')], [t('gate.attended'), attended.map(nameOf).join(', ')], [t('gate.meetingSaid'), minutes]]}
      after={t('gate.afterMeeting')}
      command={() => ({ path: `/v1/cohorts/${cohort.id}/meetings`, body: { heldOn: date, ...(call ? { call: call.n } : { invited }), attended, ...(minutes.trim() && { minutes }) } })}
      onDone={() => {
        setHeldOn('');
        setAttended([]);
        setMinutes('');
      }}
      done={t('gate.meetingDone')}
    />
  );
}
