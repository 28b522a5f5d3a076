import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { dayOfInstant } from '../../pieces/dates';
import { useWords } from '../../words/words';
import { regions } from '../../api/questions';
import { boardOf } from '../api/questions';
import type { Cohort, Waiver } from '../api/shapes';
import { Act } from '../../acts/act';
import { CohortHead } from '../pieces/cohort-head';
import { ChoiceField, LongField } from '../../acts/fields';
import { useNames } from '../pieces/names';
import { FixMember } from './fix-member';
import { Chip, type Tone } from '../../pieces/chip';

const toneOf: Record<string, Tone> = { active: 'now', late: 'now', fixed: 'done', waived: 'none', withdrawn: 'none' };

/** Who belongs to the cohort, who need not be waited for, and what the province may do about it. */
export default function MembersPage({ cohort }: { cohort: Cohort }) {
  const { t } = useWords();
  const nameOf = useNames(cohort.id);
  useGoTo();
  return (
    <>
      <CohortHead cohort={cohort} title={t('gate.membersTitle', { n: cohort.members.length })} />
      <div className="stack">
        <section className="card">
          <table className="stackt">
            <caption className="sr">{t('gate.membersTitle', { n: cohort.members.length })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('gate.region')}</th>
                <th scope="col">{t('gate.memberState')}</th>
                <th scope="col">{t('gate.memberNote')}</th>
              </tr>
            </thead>
            <tbody>
              {cohort.members.map(({ regionCode, state, regulationNumber }) => (
                <tr key={regionCode}>
                  <th scope="row">{nameOf(regionCode)}</th>
                  <td data-l={t('gate.memberState')}>
                    <Chip tone={toneOf[state] ?? 'none'}>{t(`gate.member.${state}`)}</Chip>
                  </td>
                  <td data-l={t('gate.memberNote')}>
                    {regulationNumber ?? cohort.waivers.find((waiver) => waiver.regionCode === regionCode && state === 'waived' && waiver.confirmedBy)?.reason ?? (cohort.policy.mustInclude.includes(regionCode) ? t('gate.mustCome') : '–')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section className="card" id="kecualikan" tabIndex={-1} aria-labelledby="kecualikan-h">
          <div className="hd">
            <h2 id="kecualikan-h">{t('gate.waivers')}</h2>
          </div>
          <div className="bd stack">
            <p className="muted">{t('gate.waiversHint')}</p>
            {cohort.waivers.length === 0 && <p>{t('gate.noWaivers')}</p>}
            <ul className="stack">
              {cohort.waivers.map((waiver) => (
                <WaiverLine key={waiver.n} cohort={cohort} waiver={waiver} nameOf={nameOf} />
              ))}
            </ul>
            <AskWaiver cohort={cohort} nameOf={nameOf} />
          </div>
        </section>
        {cohort.acts.includes('add-member') && <Others cohort={cohort} nameOf={nameOf} />}
      </div>
    </>
  );
}

function useGoTo(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const place = hash ? document.getElementById(hash.slice(1)) : null;
    place?.scrollIntoView();
    place?.focus({ preventScroll: true });
  }, [hash]);
}

interface Part {
  cohort: Cohort;
  nameOf: (code: string) => string;
}

function WaiverLine({ cohort, waiver, nameOf }: Part & { waiver: Waiver }) {
  const { t, language } = useWords();
  const { n, regionCode, reason, askedBy, askedAt, confirmedBy, mayConfirm } = waiver;
  const isActive = cohort.members.some((member) => member.regionCode === regionCode && member.state === 'active');
  const person = (who: string[]) => who.map((one) => one.replace(/^p_/, '')).join(', ');
  return (
    <li className="stack-s waiver">
      <p className="flex wrap">
        <b>{nameOf(regionCode)}</b>
        <Chip tone={confirmedBy ? 'done' : isActive ? 'wait' : 'none'}>{t(confirmedBy ? 'gate.waiverConfirmed' : isActive ? 'gate.waiverWaits' : 'gate.waiverOver')}</Chip>
      </p>
      <p className="said">{reason}</p>
      <p className="small muted">
        {t('gate.waiverAsked', { who: person(askedBy), date: dayOfInstant(askedAt, cohort.province, language) })}
        {confirmedBy && ` ${t('gate.waiverBy', { who: person(confirmedBy) })}`}
      </p>
      {mayConfirm && (
        <Act
          label={t('gate.confirmWaiver', { who: nameOf(regionCode) })}
          answers={[[t('gate.region'), nameOf(regionCode)], [t('gate.reason'), reason ?? '']]}
          after={t('gate.afterConfirm', { who: nameOf(regionCode) })}
          preview={<Effect cohortId={cohort.id} asIf={`waive:${regionCode}`} />}
          command={() => ({ path: `/v1/cohorts/${cohort.id}/waivers/${n}/confirm` })}
          done={t('gate.waiverDone', { who: nameOf(regionCode) })}
        />
      )}
    </li>
  );
}

/** What the gate would do, as the server supposes it. */
function Effect({ cohortId, asIf }: { cohortId: string; asIf: string }) {
  const { t, say } = useWords();
  const { data } = useQuery(boardOf(cohortId, asIf));
  return data?.asIf ? (
    <p className="note">
      <span>
        <b>{t('gate.effect')}</b> {say(data.asIf.effect)}
      </span>
    </p>
  ) : null;
}

function AskWaiver({ cohort, nameOf }: Part) {
  const { t } = useWords();
  const [region, setRegion] = useState('');
  const [reason, setReason] = useState('');
  const active = cohort.members.filter(({ state }) => state === 'active').map(({ regionCode }): [string, string] => [regionCode, nameOf(regionCode)]);
  return (
    <Act
      label={t('gate.waive')}
      reasons={cohort.acts.includes('request-waiver') ? (active.length === 0 ? [t('gate.nobodyToWaive')] : []) : [t('gate.onlyCoordinator')]}
      fields={
        <>
          <ChoiceField label={t('gate.region')} value={region} onChange={setRegion} choices={active} empty={t('gate.choose')} />
          <LongField label={t('gate.reason')} hint={t('gate.waiveReasonHint')} value={reason} onChange={setReason} />
        </>
      }
      faults={[...(region ? [] : [t('gate.regionMissing')]), ...(reason.trim() ? [] : [t('gate.reasonMissing')])]}
      answers={[[t('gate.region'), nameOf(region)], [t('gate.reason'), reason]]}
      after={t('gate.afterWaive')}
      preview={<Effect cohortId={cohort.id} asIf={`waive:${region}`} />}
      command={() => ({ path: `/v1/cohorts/${cohort.id}/waivers`, body: { regionCode: region, reason } })}
      onDone={() => {
        setRegion('');
        setReason('');
      }}
      done={t('gate.waiveDone')}
    />
  );
}

/** Adding, fixing and taking out. */
function Others({ cohort, nameOf }: Part) {
  const { t } = useWords();
  const { data: all = [] } = useQuery(regions);
  const [added, setAdded] = useState('');
  const [gone, setGone] = useState({ region: '', reason: '' });
  const root = `/v1/cohorts/${cohort.id}/members`;
  const isMember = (code: string) => cohort.members.some(({ regionCode, state }) => regionCode === code && state !== 'withdrawn');
  const outside = all.filter(({ code }) => code.startsWith(cohort.province) && code.length === 4 && !isMember(code)).map(({ code, name }): [string, string] => [code, name]);
  const names = new Map(outside);
  const inside = cohort.members.filter(({ state }) => state !== 'withdrawn').map(({ regionCode }): [string, string] => [regionCode, nameOf(regionCode)]);
  return (
    <section className="card">
      <div className="hd">
        <h2>{t('gate.changeMembers')}</h2>
      </div>
      <div className="bd acts-row">
        <Act
          label={t('gate.addMember')}
          reasons={outside.length === 0 ? [t('gate.allAreMembers')] : []}
          fields={<ChoiceField label={t('gate.region')} value={added} onChange={setAdded} choices={outside} empty={t('gate.choose')} />}
          faults={added ? [] : [t('gate.regionMissing')]}
          answers={[[t('gate.region'), names.get(added) ?? '']]}
          after={t('gate.afterAdd')}
          command={() => ({ path: root, body: { regionCode: added } })}
          onDone={() => setAdded('')}
          done={t('gate.addDone')}
        />
        <FixMember cohort={cohort} nameOf={nameOf} inside={inside} />
        <Act
          label={t('gate.withdrawMember')}
          fields={
            <>
              <ChoiceField label={t('gate.region')} value={gone.region} onChange={(region) => setGone({ ...gone, region })} choices={inside} empty={t('gate.choose')} />
              <LongField label={t('gate.reason')} value={gone.reason} onChange={(reason) => setGone({ ...gone, reason })} />
            </>
          }
          faults={[...(gone.region ? [] : [t('gate.regionMissing')]), ...(gone.reason.trim() ? [] : [t('gate.reasonMissing')])]}
          answers={[[t('gate.region'), nameOf(gone.region)], [t('gate.reason'), gone.reason]]}
          after={t('gate.afterWithdraw')}
          command={() => ({ path: `${root}/${gone.region}/withdraw`, body: { reason: gone.reason } })}
          onDone={() => setGone({ region: '', reason: '' })}
          done={t('gate.withdrawDone')}
        />
      </div>
    </section>
  );
}
