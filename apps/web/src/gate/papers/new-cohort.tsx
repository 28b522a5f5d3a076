import { useState } from 'react';
import type { Me } from '../../api/shapes';
import { readDate } from '../../pieces/dates';
import { useWords } from '../../words/words';
import { Act } from '../../acts/act';
import { ChoiceField, TextField } from '../../acts/fields';

/** A cohort of the coordinator's own province, with all of its regions; plans and members are added on its pages. */
export function NewCohort({ self }: { self: Me }) {
  const { t } = useWords();
  const office = self.duties.find(({ duty }) => duty === 'create-cohort');
  const [year, setYear] = useState('');
  const [cutOff, setCutOff] = useState('');
  const [onCutOff, setOnCutOff] = useState('ask');
  if (!office) return null;
  const date = readDate(cutOff);
  const doings: [string, string][] = [['ask', t('gate.cutOffAsks')], ['open-with-present', t('gate.cutOffOpens')]];
  return (
    <Act
      label={t('gate.newCohort')}
      fields={
        <>
          <TextField label={t('gate.programmeYear')} value={year} onChange={setYear} numeric />
          <TextField label={t('gate.cutOffHead')} hint={t('acts.dateHint')} value={cutOff} onChange={setCutOff} />
          <ChoiceField label={t('gate.cutOffDoes')} value={onCutOff} onChange={setOnCutOff} choices={doings} />
        </>
      }
      faults={[...(/^\d{4}$/.test(year) ? [] : [t('gate.yearMissing')]), ...(date ? [] : [t('acts.dateMissing')])]}
      answers={[[t('gate.programmeYear'), year], [t('gate.cutOffHead'), date ?? ''], [t('gate.cutOffDoes'), doings.find(([key]) => key === onCutOff)![1]]]}
      after={t('gate.afterNew')}
      command={() => ({ path: '/v1/cohorts', body: { province: office.scope, programmeYear: Number(year), cutOffOn: date, referencePlans: [], policy: { need: 'all', mustInclude: [], onCutOff, includeReadiness: false } } })}
      done={t('gate.newDone')}
    />
  );
}
