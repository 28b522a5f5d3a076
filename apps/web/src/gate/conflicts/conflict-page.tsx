import type { FindingAct } from '#process';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Chip } from '../../pieces/chip';
import { Icon } from '../../pieces/icon';
import { Loading } from '../../pieces/loading';
import { useWords, type Words } from '../../words/words';
import { conflictsOf } from '../api/questions';
import type { Cohort, Conflict, ResolutionKind } from '../api/shapes';
import { Act } from '../../acts/act';
import { CohortHead } from '../pieces/cohort-head';
import { LongField } from '../../acts/fields';
import { useNames } from '../pieces/names';
import { claimInWords, subjectOf } from '../pieces/subject-of';
import { AmendClaims } from './amend-claims';
import { ConflictChip } from './conflict-chip';

const kinds: ResolutionKind[] = ['merge', 'differentiate', 'cooperate', 'accept'];

/** One finding: the claims side by side, what each region says to it, and what may be done. */
export default function ConflictPage({ cohort }: { cohort: Cohort }) {
  const { key = '' } = useParams();
  const { t, say, language } = useWords();
  const nameOf = useNames(cohort.id);
  const { data, isPending } = useQuery(conflictsOf(cohort.id));
  const conflict = data?.find((one) => one.key === key);
  const crumb: [string, string] = [`/provinsi/${cohort.id}/temuan`, t('gate.findings')];
  if (isPending) return <Loading rows={8} />;
  if (!conflict)
    return (
      <>
        <CohortHead cohort={cohort} title={t('conflict.gone')} crumb={crumb} />
        <p className="note info">{t('conflict.goneSays')}</p>
      </>
    );
  const act = (name: FindingAct['act']) => conflict.acts.find((one) => one.act === name);
  const [voice, drafts] = [act('resolve-conflict')?.regionCode, act('amend-claims')?.regionCode];
  const measure = measureInWords(conflict, t, new Intl.NumberFormat(language, { maximumFractionDigits: 2 }));
  return (
    <>
      <CohortHead cohort={cohort} title={`${conflict.check} ${subjectOf(conflict, say)}`} sub={say(conflict.sentence)} crumb={crumb}>
        <ConflictChip conflict={conflict} />
      </CohortHead>
      <div className="stack">
        {conflict.stale && (
          <p className="note warn">
            <Icon name="clock" />
            {t('conflict.staleSays')}
          </p>
        )}
        <Claims conflict={conflict} nameOf={nameOf} measure={measure} />
        {conflict.override && <Said title={t('conflict.by.override')} text={conflict.override.reason} isCurrent={conflict.override.current} />}
        {conflict.acknowledgement && <Said title={t('conflict.by.acknowledgement')} text={conflict.acknowledgement.note} isCurrent={conflict.acknowledgement.current} />}
        {!conflict.settledBy && conflict.effect !== 'vote' && (
          <p className="note">
            <Icon name="wait" />
            <span>
              {conflict.undecided.length > 0 && conflict.effect === 'blocks' ? t('conflict.undecided', { who: conflict.undecided.map(nameOf).join(', ') }) : t(conflict.effect === 'blocks' ? 'conflict.differ' : 'conflict.waitsNote')}
            </span>
          </p>
        )}
        {conflict.effect === 'vote' && <p className="note info">{t('conflict.voteSays')}</p>}
        {drafts && <AmendClaims cohort={cohort} conflict={conflict} region={drafts} />}
        {voice && <Resolve cohort={cohort} conflict={conflict} region={voice} nameOf={nameOf} />}
        {act('acknowledge-conflict') && <Acknowledge cohort={cohort} conflict={conflict} />}
        {act('override-conflict') && <Override cohort={cohort} conflict={conflict} />}
        {conflict.acts.length === 0 && conflict.effect !== 'vote' && <p className="muted">{t('conflict.who')}</p>}
      </div>
    </>
  );
}

function measureInWords({ measure }: Conflict, t: Words['t'], number: Intl.NumberFormat): string {
  const { years, hectares, tonnes } = measure;
  return [...(years === undefined ? [] : [t('conflict.years', { n: years })]), ...(hectares === undefined ? [] : [t('conflict.hectares', { n: number.format(hectares) })]), ...(tonnes === undefined ? [] : [t('conflict.tonnes', { n: number.format(tonnes) })])].join(', ');
}

/** Regions as columns; what is claimed in the same words is marked, in words too. */
function Claims({ conflict, nameOf, measure }: { conflict: Conflict; nameOf: (code: string) => string; measure: string }) {
  const { t, say } = useWords();
  const tables = [...new Set(conflict.claims.map(({ table }) => table))];
  const claimsOf = (region: string, table: string) => conflict.claims.filter((claim) => claim.regionCode === region && claim.table === table);
  const saysOf = (region: string) => conflict.resolutions.find((one) => one.regionCode === region);
  const isHit = conflict.effect === 'blocks' && !conflict.settledBy;
  const isWide = conflict.members.length > 4;
  const rows: { head: string; cell: (region: string) => React.ReactNode; hit?: boolean }[] = [
    ...tables.map((table) => ({
      head: t(`conflict.table.${table}` as 'conflict.table.flagships'),
      hit: isHit,
      cell: (region: string) =>
        claimsOf(region, table).length === 0
          ? '–'
          : claimsOf(region, table).map(({ row, summary }) => (
              <p key={row} lang="id">
                {claimInWords(say(summary), nameOf)}
              </p>
            )),
    })),
    {
      head: t('conflict.stance'),
      cell: (region) => {
        const said = saysOf(region);
        if (!said) return <Chip tone="wait">{t(conflict.undecided.includes(region) ? 'conflict.noWord' : 'conflict.notAsked')}</Chip>;
        return (
          <>
            <Chip tone={said.current ? 'done' : 'soon'}>{t(`conflict.kind.${said.kind}`)}</Chip>
            {!said.current && <p className="small">{t('conflict.ofOldClaims')}</p>}
            {said.note && <p className="small said">{said.note}</p>}
          </>
        );
      },
    },
  ];
  return (
    <section className="card" aria-labelledby="klaim">
      <div className="hd wrap">
        <h2 id="klaim">{t('conflict.claims')}</h2>
        {measure && <span className="small muted end">{measure}</span>}
      </div>
      {isWide ? (
        <table className="stackt">
          <thead>
            <tr>
              <th scope="col">{t('gate.region')}</th>
              {rows.map(({ head }) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {conflict.members.map((region) => (
              <tr key={region}>
                <th scope="row">{nameOf(region)}</th>
                {rows.map(({ head, cell }) => (
                  <td key={head} data-l={head}>
                    {cell(region)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <table className="cmp stackt">
          <thead>
            <tr>
              <td />
              {conflict.members.map((region) => (
                <th key={region} scope="col">
                  {nameOf(region)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ head, cell, hit }) => (
              <tr key={head}>
                <th scope="row">{head}</th>
                {conflict.members.map((region) => (
                  <td key={region} data-l={nameOf(region)} className={hit && conflict.claims.some((claim) => claim.regionCode === region) ? 'hit' : ''}>
                    {hit && <span className="sr">{t('conflict.overlap')}: </span>}
                    {cell(region)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Said({ title, text, isCurrent }: { title: string; text: string | null; isCurrent: boolean }) {
  const { t } = useWords();
  return (
    <div className="note ok">
      <Icon name="chat" />
      <div className="stack-s">
        <p className="b">
          {title} {!isCurrent && `(${t('conflict.ofOldClaims')})`}
        </p>
        <p className="said">{text}</p>
      </div>
    </div>
  );
}

interface Part {
  cohort: Cohort;
  conflict: Conflict;
}
const address = ({ cohort, conflict }: Part, act: string) => `/v1/cohorts/${cohort.id}/conflicts/${encodeURIComponent(conflict.key)}/${act}`;

/** What the region's own person says; it counts once all of them have said the same. */
function Resolve({ cohort, conflict, region, nameOf }: Part & { region: string; nameOf: (code: string) => string }) {
  const { t } = useWords();
  const said = conflict.resolutions.find((one) => one.regionCode === region && one.current);
  const [kind, setKind] = useState<ResolutionKind | ''>('');
  const [note, setNote] = useState('');
  const others = conflict.resolutions.filter((one) => one.regionCode !== region && one.current);
  return (
    <Act
      label={t('conflict.resolveFor', { who: nameOf(region) })}
      fields={
        <>
          <fieldset className="fld">
            <legend className="lb">{t('conflict.howTo')}</legend>
            <div className="stack-s">
              {kinds.map((each) => (
                <label key={each} className="flex top-a tick-line">
                  <input type="radio" className="tick" name="kind" value={each} checked={kind === each} onChange={() => setKind(each)} />
                  <span>
                    <b>{t(`conflict.kind.${each}`)}</b>
                    <br />
                    <span className="small muted">{t(`conflict.says.${each}`)}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <LongField label={t('gate.note')} hint={t('conflict.noteHint')} value={note} onChange={setNote} />
          {others.length > 0 && <p className="small muted">{t('conflict.othersSaid', { what: others.map((one) => `${nameOf(one.regionCode)}: ${t(`conflict.kind.${one.kind}`)}`).join('; ') })}</p>}
        </>
      }
      faults={kind === '' ? [t('conflict.kindMissing')] : said?.kind === kind ? [t('conflict.saidAlready')] : []}
      answers={[[t('conflict.howTo'), kind && t(`conflict.kind.${kind}`)], [t('gate.note'), note]]}
      after={t('conflict.afterResolve')}
      command={() => ({ path: address({ cohort, conflict }, 'resolution'), body: { kind, ...(note.trim() && { note }) } })}
      onDone={() => setNote('')}
      done={t('conflict.resolveDone')}
    />
  );
}

function Acknowledge({ cohort, conflict }: Part) {
  const { t } = useWords();
  const [note, setNote] = useState('');
  return (
    <Act
      label={t('conflict.acknowledge')}
      reasons={conflict.settledBy ? [t('conflict.settledAlready')] : []}
      fields={<LongField label={t('conflict.sentence')} hint={t('conflict.sentenceHint')} value={note} onChange={setNote} />}
      faults={note.trim() ? [] : [t('conflict.sentenceMissing')]}
      answers={[[t('conflict.sentence'), note]]}
      after={t('conflict.afterAcknowledge')}
      command={() => ({ path: address({ cohort, conflict }, 'acknowledgement'), body: { note } })}
      onDone={() => setNote('')}
      done={t('conflict.acknowledgeDone')}
    />
  );
}

function Override({ cohort, conflict }: Part) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  return (
    <Act
      label={t('conflict.override')}
      reasons={conflict.settledBy ? [t('conflict.settledAlready')] : []}
      fields={<LongField label={t('gate.reason')} hint={t('conflict.overrideHint')} value={reason} onChange={setReason} />}
      faults={reason.trim() ? [] : [t('gate.reasonMissing')]}
      answers={[[t('gate.reason'), reason]]}
      after={t('conflict.afterOverride')}
      command={() => ({ path: address({ cohort, conflict }, 'override'), body: { reason } })}
      onDone={() => setReason('')}
      done={t('conflict.overrideDone')}
    />
  );
}
