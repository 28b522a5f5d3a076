import { useState } from 'react';
import { Chip } from '../../pieces/chip';
import { inRow, readDate } from '../../pieces/dates';
import { useWords } from '../../words/words';
import type { Cohort, ReferencePlan } from '../api/shapes';
import { Act } from '../../acts/act';
import { CohortHead } from '../pieces/cohort-head';
import { LongField, TextField } from '../../acts/fields';
import { FilePick } from '../pieces/file-pick';
import { useNames } from '../pieces/names';
import { contentOf, linesOf } from './plan-lines';
import { StoredFileLink } from './stored-file';

/** The plans of higher rank that the checks read, with their versions; a later one takes the place of the one in force. */
export default function PlansPage({ cohort }: { cohort: Cohort }) {
  const { t } = useWords();
  const mayKeep = cohort.acts.includes('supersede-plan');
  const inForce = cohort.referencePlans.filter(({ supersededOn }) => !supersededOn);
  const former = cohort.referencePlans.filter(({ supersededOn }) => supersededOn);
  return (
    <>
      <CohortHead cohort={cohort} title={t('gate.plansTitle', { n: inForce.length })} sub={t('gate.plansHint')} />
      <div className="stack">
        {cohort.referencePlans.length === 0 && <p className="empty">{t('gate.noPlansYet')}</p>}
        {[...inForce, ...former].map((plan) => (
          <PlanCard key={`${plan.kind}${plan.regionCode ?? ''}${plan.version}`} cohort={cohort} plan={plan} mayKeep={mayKeep} />
        ))}
      </div>
    </>
  );
}

function PlanCard({ cohort, plan, mayKeep }: { cohort: Cohort; plan: ReferencePlan; mayKeep: boolean }) {
  const { t, language } = useWords();
  const nameOf = useNames(cohort.id);
  const { kind, name, version, issuedOn, regionCode, content, supersededOn, file } = plan;
  const title = `${kind} ${version}${regionCode ? ` · ${nameOf(regionCode)}` : ''}`;
  const lines = linesOf(content);
  return (
    <section className="card" aria-label={title}>
      <div className="hd wrap">
        <h2>{title}</h2>
        <Chip tone={supersededOn ? 'none' : 'done'}>{supersededOn ? t('gate.planReplaced', { date: inRow(supersededOn, language) }) : t('gate.planInForce')}</Chip>
      </div>
      <div className="bd stack-s">
        <dl className="kv">
          {name && (
            <>
              <dt>{t('gate.planName')}</dt>
              <dd>{name}</dd>
            </>
          )}
          <dt>{t('gate.issuedOn')}</dt>
          <dd>{inRow(issuedOn, language)}</dd>
          {lines.flagships && (
            <>
              <dt>{t('gate.planFlagships')}</dt>
              <dd>{lines.flagships.replaceAll('; ', ' ').replaceAll('\n', '; ')}</dd>
            </>
          )}
          {lines.zones && (
            <>
              <dt>{t('gate.planZones')}</dt>
              <dd>{(content?.zones ?? []).map((zone) => `${zone.name}${zone.regionCodes?.length ? ` (${zone.regionCodes.map(nameOf).join(', ')})` : ''}`).join('; ')}</dd>
            </>
          )}
          {lines.port && (
            <>
              <dt>{t('gate.planPort')}</dt>
              <dd>{new Intl.NumberFormat(language).format(content?.portTonnesPerYear ?? 0)}</dd>
            </>
          )}
        </dl>
        <div className="flex wrap">
          <StoredFileLink file={file} none={t('gate.noPlanFile')} />
          {mayKeep && !supersededOn && <FilePick address={`/v1/cohorts/${cohort.id}/reference-plans/${kind}/file${regionCode ? `?regionCode=${regionCode}` : ''}`} label={t(file ? 'doc.replace' : 'gate.putPlan')} />}
        </div>
        {mayKeep && !supersededOn && <Supersede cohort={cohort} plan={plan} />}
      </div>
    </section>
  );
}

function Supersede({ cohort, plan }: { cohort: Cohort; plan: ReferencePlan }) {
  const { t, language } = useWords();
  const { kind, regionCode, content } = plan;
  const [form, setForm] = useState({ name: plan.name ?? '', version: '', issuedOn: '', ...linesOf(content) });
  const set = (name: keyof typeof form) => (value: string) => setForm({ ...form, [name]: value });
  const date = readDate(form.issuedOn);
  const read = contentOf(form, content);
  return (
    <Act
      quiet
      label={t('gate.supersede', { kind })}
      fields={
        <>
          <TextField label={t('gate.planName')} hint={t('gate.planNameHint')} value={form.name} onChange={set('name')} />
          <TextField label={t('gate.planVersion')} value={form.version} onChange={set('version')} />
          <TextField label={t('gate.issuedOn')} hint={t('acts.dateHint')} value={form.issuedOn} onChange={set('issuedOn')} />
          <LongField label={t('gate.planFlagships')} hint={t('gate.planFlagshipsHint')} value={form.flagships} onChange={set('flagships')} />
          <LongField label={t('gate.planZones')} hint={t('gate.planZonesHint')} value={form.zones} onChange={set('zones')} />
          <TextField label={t('gate.planPort')} value={form.port} onChange={set('port')} numeric />
        </>
      }
      faults={[...(form.version.trim() ? [] : [t('gate.versionMissing')]), ...(date ? [] : [t('acts.dateMissing')]), ...('unread' in read ? read.unread.map((line) => t('gate.lineUnread', { line })) : [])]}
      answers={[[t('gate.planName'), form.name], [t('gate.planVersion'), form.version], [t('gate.issuedOn'), date ? inRow(date, language) : ''], [t('gate.planFlagships'), form.flagships], [t('gate.planZones'), form.zones], [t('gate.planPort'), form.port]]}
      after={t('gate.afterSupersede')}
      command={() => ({
        path: `/v1/cohorts/${cohort.id}/reference-plans`,
        body: { kind, version: form.version.trim(), issuedOn: date, ...(form.name.trim() && { name: form.name.trim() }), ...(regionCode && { regionCode }), ...('content' in read && Object.keys(read.content).length > 0 && { content: read.content }) },
      })}
      done={t('gate.supersedeDone', { kind })}
    />
  );
}
