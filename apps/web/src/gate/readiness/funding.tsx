import { useState } from 'react';
import { Chip } from '../../pieces/chip';
import { dayOfInstant } from '../../pieces/dates';
import { useWords } from '../../words/words';
import type { Readiness } from '../api/shapes';
import { Act } from '../../acts/act';
import { LongField, TextField } from '../../acts/fields';

const tones = { proposed: 'now', funded: 'done', declined: 'back' } as const;

/** From a ready zone to central funding: proposed by the province, granted or declined by the ministry. */
export function Funding({ readiness }: { readiness: Readiness }) {
  const { t, language } = useWords();
  const [note, setNote] = useState('');
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const { region, funding, ready, acts } = readiness;
  const path = `/v1/readiness/${region.code}/funding`;
  return (
    <section className="card" aria-labelledby="dana">
      <div className="hd wrap">
        <h2 id="dana">{t('ready.funding')}</h2>
        {funding && (
          <span className="end">
            <Chip tone={tones[funding.state]}>{t(`ready.funding.${funding.state}`)}</Chip>
          </span>
        )}
      </div>
      <div className="bd stack-s">
        {!funding && <p>{t('ready.noFunding')}</p>}
        {funding && (
          <p>
            {t('gate.since', { date: dayOfInstant(funding.at, region.code, language) })}
            {funding.reference && ` · ${funding.reference}`}
          </p>
        )}
        {funding?.note && <p className="said">{funding.note}</p>}
        {funding?.reason && <p className="said">{funding.reason}</p>}
        {acts.includes('propose-funding') && (
          <Act
            quiet
            label={t('ready.propose')}
            reasons={ready ? [] : [t('ready.notReadyYet')]}
            fields={<LongField label={t('gate.note')} value={note} onChange={setNote} />}
            answers={[[t('gate.note'), note]]}
            after={t('ready.afterPropose')}
            command={() => ({ path, body: { outcome: 'proposed', ...(note.trim() && { note }) } })}
            done={t('ready.proposeDone')}
          />
        )}
        {acts.includes('fund') && (
          <div className="flex wrap top-a">
            <Act
              quiet
              label={t('ready.grant')}
              fields={<TextField label={t('ready.reference')} value={reference} onChange={setReference} />}
              faults={reference.trim() ? [] : [t('ready.referenceMissing')]}
              answers={[[t('ready.reference'), reference]]}
              after={t('ready.afterGrant')}
              command={() => ({ path, body: { outcome: 'funded', reference } })}
              done={t('ready.grantDone')}
            />
            <Act
              quiet
              label={t('ready.decline')}
              fields={<LongField label={t('gate.reason')} value={reason} onChange={setReason} />}
              faults={reason.trim() ? [] : [t('gate.reasonMissing')]}
              answers={[[t('gate.reason'), reason]]}
              after={t('ready.afterDecline')}
              command={() => ({ path, body: { outcome: 'declined', reason } })}
              done={t('ready.declineDone')}
            />
          </div>
        )}
      </div>
    </section>
  );
}
