import { Link } from 'react-router';
import type { Me } from '../../api/shapes';
import { Chip } from '../../pieces/chip';
import { Icon } from '../../pieces/icon';
import { useWords } from '../../words/words';
import type { BoardMember, Cohort } from '../api/shapes';
import { sees } from '../pieces/offices';
import { columns, distanceOf, looks, standingOf, wordOf } from './thread';
import { useWhatIsAwaited } from './awaited';

/** Every member as a thread that runs towards the gate; on a phone the same as cards. */
export function Threads({ cohort, members, self, findingOf }: { cohort: Cohort; members: BoardMember[]; self: Me | undefined; findingOf: (key: string) => string }) {
  const { t } = useWords();
  return (
    <section className="card board" aria-label={t('gate.threadsOf', { n: members.length })}>
      <div className="tr h" aria-hidden="true">
        <div>{t('gate.region')}</div>
        <div className="trk">
          {columns.map((column, n) => (
            <span key={column} className="col-name" style={{ left: `${(100 * n) / columns.length}%`, width: `${100 / columns.length}%` }}>
              {t(`gate.col.${column}`)}
            </span>
          ))}
        </div>
        <div className="gate-name">{t('gate.gate')}</div>
        <div>{t('gate.awaited')}</div>
      </div>
      <ol className="threads">
        {members.map((member) => (
          <Thread key={member.region.code} cohort={cohort} member={member} isOpen={sees(self, member.region.code)} findingOf={findingOf} />
        ))}
      </ol>
    </section>
  );
}

function Thread({ cohort, member, isOpen, findingOf }: { cohort: Cohort; member: BoardMember; isOpen: boolean; findingOf: (key: string) => string }) {
  const { t, say } = useWords();
  const awaited = useWhatIsAwaited(cohort, findingOf);
  const { region, caseId, stage, round } = member;
  const standing = standingOf(member);
  const { tone, pattern, icon } = looks[standing];
  const at = `${100 * distanceOf(member)}%`;
  const { what, meta, due, late } = awaited(member);
  return (
    <li className="tr" id={`benang-${region.code}`} tabIndex={-1}>
      <div className="nm2">
        {caseId && isOpen ? (
          <Link className="b" to={`/kasus/${caseId}`}>
            {region.name}
          </Link>
        ) : (
          <b>{region.name}</b>
        )}
        <br />
        <span className="small muted">{stage ? say(stage.label) : standing === 'fixed' ? '' : t('gate.noCase')}</span>
      </div>
      <div className="trk" aria-hidden="true">
        {columns.slice(1).map((column, n) => (
          <span key={column} className="col" style={{ left: `${(100 * (n + 1)) / columns.length}%` }} />
        ))}
        <span className="gap" style={{ left: at }} />
        <span className={`yarn ${pattern}`} style={{ width: at }} />
        <span className="knot-at" style={{ left: at }}>
          <span className={`knot f t-${tone}`}>
            <Icon name={icon} />
          </span>
        </span>
      </div>
      <div className="gate">
        <Chip tone={tone}>{t(...wordOf(standingOf(member), round))}</Chip>
      </div>
      <div className="why">
        {standing === 'stuck' ? (
          <p>
            <b>{t('gate.nobody')}</b> {what}
          </p>
        ) : (
          <p>{what}</p>
        )}
        <p className="m">{meta}</p>
        {due && (
          <p className="m">
            {due}
            {late && (
              <>
                {' · '}
                <span className="t-late b nowrap">{late}</span>
              </>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
