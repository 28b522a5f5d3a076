import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { me } from '../../api/questions';
import { inRow, readDate } from '../../pieces/dates';
import { useWords } from '../../words/words';
import type { Cohort, Meeting } from '../api/shapes';
import { Act } from '../pieces/act';
import { CohortHead } from '../pieces/cohort-head';
import { LongField, ManyField, TextField } from '../pieces/fields';
import { FilePick } from '../pieces/file-pick';
import { useNames } from '../pieces/names';
import { holds, province } from '../pieces/offices';
import { StoredFileLink } from './stored-file';

/** Synchronization meetings, their signed minutes, and the minutes that the record writes by itself. */
export default function MeetingsPage({ cohort }: { cohort: Cohort }) {
  const { t } = useWords();
  const nameOf = useNames(cohort.id);
  const { data: self } = useQuery(me);
  const mayRecord = holds(self, province, cohort.province);
  return (
    <>
      <CohortHead cohort={cohort} title={t('gate.meetingsTitle', { n: cohort.meetings.length })} />
      <div className="stack">
        <section className="card">
          <div className="hd">
            <h2>{t('gate.minutes')}</h2>
          </div>
          <div className="bd stack-s">
            <p className="muted">{t('gate.minutesHint')}</p>
            <p className="flex wrap">
              {(['docx', 'pdf'] as const).map((format) => (
                <a key={format} className="btn" href={`/v1/cohorts/${cohort.id}/minutes?round=${cohort.round}&format=${format}`} download>
                  {t('gate.minutesDraftAs', { n: cohort.round, format: format.toUpperCase() })}
                </a>
              ))}
            </p>
            {cohort.releases.map(({ round }) => (
              <p key={round} className="flex wrap">
                {(['docx', 'pdf'] as const).map((format) => (
                  <a key={format} className="btn s" href={`/v1/cohorts/${cohort.id}/minutes?round=${round}&format=${format}`} download>
                    {t('gate.minutesAs', { n: round, format: format.toUpperCase() })}
                  </a>
                ))}
              </p>
            ))}
          </div>
        </section>
        {cohort.meetings.length === 0 && <p className="empty">{t('gate.noMeetings')}</p>}
        {[...cohort.meetings].reverse().map((meeting) => (
          <MeetingCard key={meeting.n} cohort={cohort} meeting={meeting} nameOf={nameOf} mayRecord={mayRecord} />
        ))}
        {mayRecord && <RecordMeeting cohort={cohort} nameOf={nameOf} />}
      </div>
    </>
  );
}

function MeetingCard({ cohort, meeting, nameOf, mayRecord }: { cohort: Cohort; meeting: Meeting; nameOf: (code: string) => string; mayRecord: boolean }) {
  const { t, language } = useWords();
  const { n, heldOn, invited, attended, minutes, file } = meeting;
  const absent = invited.filter((region) => !attended.includes(region));
  return (
    <section className="card">
      <div className="hd wrap">
        <h2>{t('gate.meetingOf', { n, date: inRow(heldOn, language) })}</h2>
      </div>
      <div className="bd stack-s">
        <dl className="kv">
          <dt>{t('gate.attended')}</dt>
          <dd>{attended.map(nameOf).join(', ') || '–'}</dd>
          <dt>{t('gate.absent')}</dt>
          <dd>{absent.map(nameOf).join(', ') || '–'}</dd>
        </dl>
        {minutes && <p className="said">{minutes}</p>}
        <div className="flex wrap">
          <StoredFileLink file={file} none={t('gate.noMinutesFile')} />
          {mayRecord && <FilePick address={`/v1/cohorts/${cohort.id}/meetings/${n}/minutes`} label={t(file ? 'doc.replace' : 'gate.putMinutes')} />}
        </div>
      </div>
    </section>
  );
}

function RecordMeeting({ cohort, nameOf }: { cohort: Cohort; nameOf: (code: string) => string }) {
  const { t, language } = useWords();
  const members = cohort.members.filter(({ state }) => state !== 'withdrawn').map(({ regionCode }): [string, string] => [regionCode, nameOf(regionCode)]);
  const everybody = members.map(([code]) => code);
  const [heldOn, setHeldOn] = useState('');
  const [invited, setInvited] = useState(everybody);
  const [attended, setAttended] = useState<string[]>([]);
  const [minutes, setMinutes] = useState('');
  const date = readDate(heldOn);
  return (
    <Act
      label={t('gate.recordMeeting')}
      fields={
        <>
          <TextField label={t('gate.heldOn')} hint={t('gate.dateHint')} value={heldOn} onChange={setHeldOn} />
          <ManyField label={t('gate.invited')} value={invited} onChange={setInvited} choices={members} />
          <ManyField label={t('gate.attended')} value={attended} onChange={setAttended} choices={members} />
          <LongField label={t('gate.meetingSaid')} value={minutes} onChange={setMinutes} />
        </>
      }
      faults={date ? [] : [t('gate.dateMissing')]}
      answers={[[t('gate.heldOn'), date ? inRow(date, language) : ''], [t('gate.invited'), invited.map(nameOf).join(', ')], [t('gate.attended'), attended.map(nameOf).join(', ')], [t('gate.meetingSaid'), minutes]]}
      after={t('gate.afterMeeting')}
      command={() => ({ path: `/v1/cohorts/${cohort.id}/meetings`, body: { heldOn: date, invited, attended, ...(minutes.trim() && { minutes }) } })}
      onDone={() => {
        setHeldOn('');
        setAttended([]);
        setMinutes('');
      }}
      done={t('gate.meetingDone')}
    />
  );
}
