import { inRow } from '../../pieces/dates';
import { useWords } from '../../words/words';
import type { Cohort, Meeting } from '../api/shapes';
import { CohortHead } from '../pieces/cohort-head';
import { FilePick } from '../pieces/file-pick';
import { useNames } from '../pieces/names';
import { CalledMeetingCard, CallMeeting, stands } from './called-meetings';
import { RecordMeeting } from './record-meeting';
import { StoredFileLink } from './stored-file';

/** Synchronization meetings, their signed minutes, and the minutes that the record writes by itself. */
export default function MeetingsPage({ cohort }: { cohort: Cohort }) {
  const { t } = useWords();
  const nameOf = useNames(cohort.id);
  const mayRecord = cohort.acts.includes('hold-meeting');
  const mayCall = cohort.acts.includes('call-meeting');
  const ahead = cohort.calls.filter(stands).sort((a, b) => (`${a.on} ${a.time}` < `${b.on} ${b.time}` ? -1 : 1));
  const off = cohort.calls.filter(({ isCalledOff }) => isCalledOff);
  return (
    <>
      <CohortHead cohort={cohort} title={t('gate.meetingsTitle', { n: cohort.meetings.length })} />
      <div className="stack">
        {(mayCall || mayRecord) && (
          <div className="acts-row">
            {mayCall && <CallMeeting cohort={cohort} nameOf={nameOf} />}
            {mayRecord && <RecordMeeting cohort={cohort} nameOf={nameOf} />}
          </div>
        )}
        {ahead.map((call) => (
          <CalledMeetingCard key={`${call.n} ${call.on} ${call.time}`} cohort={cohort} call={call} nameOf={nameOf} mayCall={mayCall} mayRecord={mayRecord} />
        ))}
        {cohort.meetings.length === 0 && <p className="empty">{t('gate.noMeetings')}</p>}
        {[...cohort.meetings].reverse().map((meeting) => (
          <MeetingCard key={meeting.n} cohort={cohort} meeting={meeting} nameOf={nameOf} mayRecord={mayRecord} />
        ))}
        {off.map((call) => (
          <CalledMeetingCard key={call.n} cohort={cohort} call={call} nameOf={nameOf} mayCall={false} mayRecord={false} />
        ))}
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
