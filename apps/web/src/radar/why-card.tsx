import { noticeKinds, tellings } from '#process/notice-kinds';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { newestDefinition } from '../api/questions';
import { dayOfInstant, inFull, inRow } from '../pieces/dates';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import { type Act, actsOf } from './acts';
import { whyOf } from './questions';
import type { StalledCase, Told, Why } from './shapes';
import { useSilenceInWords } from './silence-words';

/** One case: why it does not move, what would open the way, what was tried, and what one can do now. */
export function WhyCard({ item, onAct }: { item: StalledCase; onAct: (act: Act) => void }) {
  const { t, say, language } = useWords();
  const inWords = useSilenceInWords();
  const { data: why, error, isPending, refetch } = useQuery(whyOf(item.caseId, item.seq));
  const region = item.region.code;
  const placeOf = (scope: string) => (scope === region ? item.region.name : scope);
  return (
    <section className="card key" aria-labelledby="mengapa">
      <div className="hd wrap">
        <h2 id="mengapa" tabIndex={-1}>
          {t('radar.whyOf', { name: `${item.region.name} ${item.programmeYear}` })}
        </h2>
        <Link className="end small" to={`/kasus/${item.caseId}`}>
          {t('radar.openCase')}
        </Link>
      </div>
      <div className="bd stack">
        <p className="why-said">{say(why?.nobody.length ? why.sentence : item.sentence)}</p>
        {isPending && <Loading rows={3} />}
        {error && <Trouble failure={error} again={() => void refetch()} />}
        {why && (
          <dl className="kv">
            <dt>{t('radar.opens')}</dt>
            <dd>
              <Opens why={why} placeOf={placeOf} />
            </dd>
            <dt>{t('radar.who')}</dt>
            <dd>{why.who.map(({ role, scope, label, holders }) => <p key={`${role}@${scope}`}>{say(label)} {placeOf(scope)}: {holders.length > 0 ? holders.join(', ') : <b>{t('radar.nobody')}</b>}</p>)}</dd>
            <dt>{t('radar.clock')}</dt>
            <dd>
              {inWords(item)}. {t('radar.from', { date: dayOfInstant(item.since, region, language) })} {t(`radar.limit.${item.limit.from}`, { n: item.limit.sample })}
              {item.limit.seeded && ` ${t('radar.seeded')}`}
              {item.overdue && <span className="b"> {t('radar.overdue')}</span>}
            </dd>
            {item.hold && (
              <>
                <dt>{t('radar.hold')}</dt>
                <dd>
                  {say(item.hold.label)}, {inRow(item.hold.first, language)}
                </dd>
              </>
            )}
            <dt>{t('radar.next')}</dt>
            <dd>{why.nextAlarm ? `${dayOfInstant(why.nextAlarm.at, region, language)}: ${say(why.nextAlarm.what)}` : t('radar.noAlarm')}</dd>
            <dt>{t('radar.told')}</dt>
            <dd>
              <ToldList told={item.told} region={region} />
            </dd>
          </dl>
        )}
        <div className="flex wrap">
          {why && why.nobody.length > 0 && actsOf([item]).length > 1 && (
            <Link className="btn p" to={`/pengelola/register?jabatan=${why.nobody[0]!.role}&daerah=${why.nobody[0]!.scope}`}>
              <Icon name="user" /> {t('radar.appoint')}
            </Link>
          )}
          {actsOf([item]).map(({ act, icon }, index) => (
            <button key={act} type="button" className={index === 0 && !why?.nobody.length ? 'btn p' : 'btn'} onClick={() => onAct(act)}>
              <Icon name={icon} small /> {t(`radar.act.${act}`)}
            </button>
          ))}
        </div>
        {why && <MachineForm item={item} why={why} />}
      </div>
    </section>
  );
}

function Opens({ why, placeOf }: { why: Why; placeOf: (scope: string) => string }) {
  const { t, say } = useWords();
  if (why.unblock.length === 0) return why.nobody.length > 0 ? <>{why.nobody.map(({ label }) => t('radar.opensHolder', { role: say(label) })).join(' ')}</> : <>{t('radar.opensNothing')}</>;
  return (
    <ol className="steps-list">
      {why.unblock.map(({ act, name, label, by }) => (
        <li key={`${act} ${name} ${by.role}`}>
          {say(label)} <span className="muted">— {say(by.label)} {placeOf(by.scope)}</span>
        </li>
      ))}
    </ol>
  );
}

function ToldList({ told, region }: { told: Told[]; region: string }) {
  const { t, say, language } = useWords();
  const { data: newest } = useQuery(newestDefinition);
  if (told.length === 0) return <>{t('radar.toldNobody')}</>;
  return (
    <ul>
      {told.map(({ at, code, role, channelState }) => (
        <li key={`${at} ${code} ${role}`}>
          <time dateTime={at} title={inFull(at, region, language)}>
            {dayOfInstant(at, region, language)}
          </time>
          : {say(noticeKinds[tellings[code]?.kind ?? 'dates'])}, {newest ? say(newest.definition.roles[role]?.label) || role : '…'}
          <span className="muted"> ({Object.entries(channelState).map(([channel, state]) => `${t(`channel.${channel}` as 'channel.mail')}: ${t(`delivery.${state}`)}`).join(', ')})</span>
        </li>
      ))}
    </ul>
  );
}

/** For engineers and programs: the same as codes. */
function MachineForm({ item, why }: { item: StalledCase; why: Why }) {
  const { t } = useWords();
  const form = [
    `cause=${item.cause}`, `stage=${item.stage.id}`, `since=${item.since}`,
    ...why.unmet.map(({ code, details }) => `unmet=${code}[${details.join(',')}]`),
    ...why.unblock.map(({ act, name, by }) => `unblock=${act}:${name} by=${by.role}@${by.scope}`),
    ...why.nobody.map(({ role, scope, since }) => `nobody=${role}@${scope} since=${since ?? '-'}`),
    `workflow=${item.faults[0]?.workflowId ?? item.caseId}`,
  ];
  return (
    <details>
      <summary className="small b">{t('radar.machine')}</summary>
      <pre className="hash" tabIndex={0}>{form.join('\n')}</pre>
    </details>
  );
}
