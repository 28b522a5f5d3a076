import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../words/words';
import { tried } from './questions';
import type { Rule } from './shapes';

/** The rule as a sentence, and what another one would find: trying it changes nothing. */
export function RuleCard({ rule }: { rule: Rule }) {
  const { t } = useWords();
  const [percentile, setPercentile] = useState(String(rule.percentile));
  const [vacantDays, setVacantDays] = useState(String(rule.vacantDays));
  const fits = /^([1-9]\d?|100)$/.test(percentile) && /^\d{1,3}$/.test(vacantDays);
  const differs = Number(percentile) !== rule.percentile || Number(vacantDays) !== rule.vacantDays;
  const { data } = useQuery({ ...tried(Number(percentile), Number(vacantDays)), enabled: fits && differs });
  const preview = fits && differs ? data?.preview : undefined;
  const names = (brief: { region: { name: string } }[]) => brief.slice(0, 6).map(({ region }) => region.name).join(', ') + (brief.length > 6 ? ', …' : '');
  return (
    <section className="card" aria-labelledby="aturan">
      <div className="hd">
        <h2 id="aturan">{t('radar.rule')}</h2>
      </div>
      <div className="bd stack-s">
        <p>{t('radar.ruleSaid', { percentile: rule.percentile, vacant: rule.vacantDays })}</p>
        <p className="small muted">{t('radar.ruleSample', { n: rule.minSample })}</p>
        <p className="small muted">{t('radar.ruleLate')}</p>
        <details>
          <summary className="b">{t('radar.ruleTry')}</summary>
          <div className="rule-try">
            <label className="fld">
              <span className="lb small">{t('radar.percentile')}</span>
              <input className="inp" inputMode="numeric" value={percentile} onChange={({ target }) => setPercentile(target.value)} />
            </label>
            <label className="fld">
              <span className="lb small">{t('radar.vacantDays')}</span>
              <input className="inp" inputMode="numeric" value={vacantDays} onChange={({ target }) => setVacantDays(target.value)} />
            </label>
          </div>
          <div role="status" className="small">
            {!fits && <p className="note warn">{t('radar.ruleWrong')}</p>}
            {preview && (
              <div className="note info stack-s">
                <div>
                  <p className="b">{t('radar.ruleDiffers', { total: preview.total, added: preview.added.length, removed: preview.removed.length })}</p>
                  {preview.added.length > 0 && <p>+ {names(preview.added)}</p>}
                  {preview.removed.length > 0 && <p>− {names(preview.removed)}</p>}
                </div>
              </div>
            )}
          </div>
          <p className="small muted">{t('radar.ruleWhere')}</p>
        </details>
      </div>
    </section>
  );
}
