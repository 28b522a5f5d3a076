import type { Definition } from '#process';
import type { CaseView } from '../api/shapes';
import { Chip } from '../pieces/chip';
import { inRow } from '../pieces/dates';
import { useWords } from '../words/words';
import { ClockBars } from './clock-bars';
import { ComparedTexts } from './compared-texts';

const isDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

export function Summary({ view, definition }: { view: CaseView; definition: Definition | undefined }) {
  const { t, say, language } = useWords();
  const order = Object.keys(definition?.facts ?? {});
  const facts = Object.entries(view.facts).sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  const checks = view.votes.flatMap(({ role, checks: given = {} }) => Object.entries(given).map(([code, result]) => ({ code, result, role })));
  return (
    <div className="stack">
      {checks.length > 0 && (
        <section className="card">
          <div className="hd">
            <h2>{t('decide.checks')}</h2>
          </div>
          <table className="stackt checks">
            <tbody>
              {checks.map(({ code, result, role }) => (
                <tr key={code}>
                  <th scope="row">
                    <span className="mono">{code}</span> {say(definition?.checks[code])}
                  </th>
                  <td>
                    <Chip tone={result === 'conform' ? 'done' : 'late'}>{t(result === 'conform' ? 'decide.conform' : 'decide.notConform')}</Chip>
                  </td>
                  <td className="muted">{say(definition?.roles[role]?.label)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <ComparedTexts view={view} />
      <section className="card">
        <div className="hd">
          <h2>{t('case.facts')}</h2>
        </div>
        {facts.length === 0 && <p className="bd muted">{t('decide.empty')}</p>}
        <dl className="kv bd" hidden={facts.length === 0}>
          {facts.map(([name, value]) => (
            <div key={name} className="pair">
              <dt>{say(definition?.facts[name]?.label) || name}</dt>
              <dd>{isDate(value) ? inRow(value, language) : value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <ClockBars view={view} />
    </div>
  );
}
