import { Link } from 'react-router';
import type { Me } from '../../api/shapes';
import { Chip } from '../../pieces/chip';
import { dayOfInstant, inRow } from '../../pieces/dates';
import { Provisional, useDaysInWords } from '../../pieces/due';
import { useWords } from '../../words/words';
import type { BoardMember, Cohort } from '../api/shapes';
import { sees } from '../pieces/offices';
import { looks, standingOf, wordOf } from './thread';

/** The same rows in the same order as numbers and words. */
export function BoardTable({ cohort, members, self }: { cohort: Cohort; members: BoardMember[]; self: Me | undefined }) {
  const { t, say, language } = useWords();
  const days = useDaysInWords();
  const heads = { region: t('gate.region'), state: t('gate.gate'), stage: t('cases.stage'), since: t('gate.sinceHead'), here: t('gate.daysHead'), due: t('cases.due'), round: t('cases.round'), desk: t('gate.desk'), findings: t('gate.findings') };
  return (
    <section className="card board" aria-label={t('gate.threadsOf', { n: members.length })}>
      <table className="stackt">
        <caption className="sr">{t('gate.tableOf', { year: cohort.programmeYear })}</caption>
        <thead>
          <tr>
            {Object.entries(heads).map(([key, head]) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => {
            const { region, caseId, stage, round, enteredAt, workingDaysInStage, dueOn, provisional, workingDaysLeft, actors, conflicts } = member;
            const { tone } = looks[standingOf(member)];
            return (
              <tr key={region.code} id={`benang-${region.code}`}>
                <th scope="row">{caseId && sees(self, region.code) ? <Link to={`/kasus/${caseId}`}>{region.name}</Link> : region.name}</th>
                <td data-l={heads.state}>
                  <Chip tone={tone}>{t(...wordOf(standingOf(member), round))}</Chip>
                </td>
                <td data-l={heads.stage}>{stage ? say(stage.label) : '–'}</td>
                <td data-l={heads.since}>{enteredAt ? dayOfInstant(enteredAt, region.code, language) : '–'}</td>
                <td data-l={heads.here}>{workingDaysInStage ?? '–'}</td>
                <td data-l={heads.due}>
                  {dueOn ? inRow(dueOn, language) : '–'}
                  {workingDaysLeft !== null && <span className={workingDaysLeft < 0 ? 'small t-late' : 'small muted'}> {days(workingDaysLeft)}</span>} {provisional && <Provisional />}
                </td>
                <td data-l={heads.round}>{round ?? '–'}</td>
                <td data-l={heads.desk}>{actors.map(({ label, vacant }) => `${say(label)}${vacant ? ` (${t('gate.vacant')})` : ''}`).join(', ') || '–'}</td>
                <td data-l={heads.findings}>{conflicts === null ? '–' : conflicts.length}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
