import { matrixTables } from '#process/matrix/plan-matrix';
import { useState } from 'react';
import { formOf, matrixOf, type PlanForm } from '../../plan/form';
import { MatrixFields } from '../../plan/matrix-fields';
import { useWords } from '../../words/words';
import type { Cohort } from '../api/shapes';
import { Act } from '../../acts/act';
import { ChoiceField, TextField, TickField } from '../../acts/fields';

/** A region that has its regulation already: its number, and the claims that stand, by the form that drafters use. */
export function FixMember({ cohort, nameOf, inside }: { cohort: Cohort; nameOf: (code: string) => string; inside: [string, string][] }) {
  const { t } = useWords();
  const [region, setRegion] = useState('');
  const [number, setNumber] = useState('');
  const [entersClaims, setEntersClaims] = useState(false);
  const [form, setForm] = useState<PlanForm>(() => formOf(undefined));
  const filled = matrixTables.filter((table) => form[table].length > 0);
  return (
    <Act
      label={t('gate.fixMember')}
      fields={
        <>
          <ChoiceField label={t('gate.region')} value={region} onChange={setRegion} choices={inside} empty={t('gate.choose')} />
          <TextField label={t('gate.regulationNumber')} hint={t('gate.regulationHint')} value={number} onChange={setNumber} />
          <TickField label={t('gate.enterClaims')} value={entersClaims} onChange={setEntersClaims} />
          {entersClaims && <MatrixFields form={form} of={{ region: { code: region || cohort.province } }} onChange={setForm} />}
        </>
      }
      faults={[...(region ? [] : [t('gate.regionMissing')]), ...(number.trim() ? [] : [t('gate.numberMissing')]), ...(entersClaims && filled.length === 0 ? [t('gate.claimsMissing')] : [])]}
      answers={[[t('gate.region'), nameOf(region)], [t('gate.regulationNumber'), number], [t('gate.standingClaims'), entersClaims ? filled.map((table) => `${t(`plan.${table}`)} (${form[table].length})`).join(', ') : '']]}
      after={t('gate.afterFix')}
      command={() => ({ path: `/v1/cohorts/${cohort.id}/members/${region}/fix`, body: { regulationNumber: number, ...(entersClaims && { matrix: matrixOf(form) }) } })}
      onDone={() => {
        setRegion('');
        setNumber('');
        setEntersClaims(false);
        setForm(formOf(undefined));
      }}
      done={t('gate.fixDone')}
    />
  );
}
