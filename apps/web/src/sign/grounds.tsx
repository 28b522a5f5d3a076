import type { Definition } from '#process';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { eventsOf, regions } from '../api/questions';
import type { CaseView } from '../api/shapes';
import { brokenAt } from '../case/chain';
import { subjectOf } from '../gate/pieces/subject-of';
import { dayOfInstant } from '../pieces/dates';
import { Icon, type IconName } from '../pieces/icon';
import { useWords } from '../words/words';
import { acting, actLabel, handOversIn } from './hand-overs';

/** The grounds in short, beside the form: what has been done, what was passed over, whether the record is whole. */
export function Grounds({ view, definition }: { view: CaseView; definition: Definition }) {
  const { t, say, language } = useWords();
  const { data: events } = useQuery(eventsOf(view.id, view.seq));
  const [broken, setBroken] = useState<number | null>();
  useEffect(() => {
    if (events) void brokenAt(view.id, events).then((seq) => setBroken(seq ?? null));
  }, [events, view.id]);
  const { data: places } = useQuery(regions);
  const placeOf = (code: string) => places?.find((one) => one.code === code)?.name.replace(/^Kabupaten /, 'Kab. ') ?? code;
  /** "X01 Kopi: Kab. Rejang Lebong, Kab. Kepahiang": the check, what it is about, and whose claims meet there. */
  const findingOf = (key: string) => {
    const [check = '', members = ''] = key.split('.');
    return [[check, subjectOf({ key: key.replace('.commodity-', '.'), claims: [] }, say)].join(' ').trim(), members.split('-').map(placeOf).join(', ')].filter(Boolean).join(': ');
  };
  const day = (at: string) => dayOfInstant(at, view.region.code, language);
  const opened = events?.filter(({ type }) => type === 'gate-opened').at(-1);
  const handOvers = events ? handOversIn(events).filter(({ from }) => ['recommendation', 'endorsement'].includes(from)) : [];
  const acts = [...new Map(handOvers.map((one) => [one.transition, one])).values()].reverse();
  const open = view.remarks.filter(({ answer }) => !answer).length;
  const rows: [IconName, string, string][] = [
    ...(opened ? [['check', t('sign.gate'), `${day(opened.at)} · ${t('sign.cohort', { year: String(opened.body['cohort']).split('-').at(-1) ?? '' })}`] as [IconName, string, string]] : []),
    ...acts.map((one): [IconName, string, string] => ['check', say(actLabel(one, definition)), `${day(one.at)} · ${acting(one.capacity)}${say(definition.roles[one.role]?.label)}`]),
    ...(view.overrides.length > 0
      ? view.overrides.map(({ key, reason }): [IconName, string, string] => ['late', t('sign.override', { what: findingOf(key) }), reason ?? key])
      : [['check', t('sign.noOverride'), t('sign.noOverrideSays')] as [IconName, string, string]]),
    [open > 0 ? 'chat' : 'check', t('sign.remarks', { n: open }), t('sign.remarksSays', { n: view.remarks.length })],
    broken === undefined ? ['clock', t('history.checking'), ''] : broken === null ? ['check', t('sign.intact'), `#1 – #${view.seq}`] : ['late', t('history.broken', { n: broken }), t('sign.brokenSays')],
  ];
  return (
    <section className="stack-s">
      <h2>{t('sign.grounds')}</h2>
      <ul className="stack-s sign-evidence">
        {rows.map(([icon, what, detail]) => (
          <li key={`${what}${detail}`}>
            <span className={icon === 'late' ? 't-late' : 't-done'}>
              <Icon name={icon} />
            </span>
            <span>
              {what}
              <br />
              <span className="small muted said">{detail}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
