import './compare.css';
import type { Definition } from '#process';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { caseOf, definition as definitionOf } from '../api/questions';
import type { CaseRemark, CaseView } from '../api/shapes';
import { Chip, type Tone } from '../pieces/chip';
import { dayOfInstant } from '../pieces/dates';
import { Icon, type IconName } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { type Change, comparison, type Comparison, type Piece } from './answers';

const tones: Record<Change['change'], Tone> = { changed: 'soon', added: 'done', removed: 'late', renumbered: 'none' };
const icons: Record<Change['change'], IconName> = { changed: 'pen', added: 'plus', removed: 'x', renumbered: 'list' };

export default function ComparePage() {
  const { caseId = '' } = useParams();
  const { data: view, isPending, error, refetch } = useQuery(caseOf(caseId));
  if (isPending) return <Loading rows={8} />;
  if (!view) return <Trouble failure={error} again={() => void refetch()} />;
  return <Compared view={view} />;
}

function Compared({ view }: { view: CaseView }) {
  const { t, say } = useWords();
  const [choice, choose] = useSearchParams();
  const { data: definition } = useQuery(definitionOf(view.process));
  const type = choice.get('jenis') ?? 'draft-regulation';
  const [from, to, against] = [choice.get('dari'), choice.get('ke'), choice.get('dengan')];
  const asked = useQuery(comparison(view.id, type, { ...(from && { from }), ...(to && { to }), ...(against && { against }) }, view.substantiveSeq));
  const { data } = asked;
  const title = !data?.comparison
    ? t('compare.plain')
    : data.against
      ? t('compare.titleAgainst', { what: say(data.label), other: say(data.against.label) })
      : t('compare.title', { what: say(data.label), from: data.from!, to: data.to! });
  useTitle(`${title} — ${view.region.name}`);
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(choice);
    next.set(name, value);
    if (name === 'jenis') ['dari', 'ke', 'dengan'].forEach((one) => next.delete(one));
    choose(next, { replace: true });
  };
  const comparable = Object.entries(definition?.documents ?? {}).filter(([name, { media }]) => media.includes('docx') && view.documents.some((document) => document.type === name));
  return (
    <>
      <p className="crumb">
        <Link to={`/kasus/${view.id}`}>{view.title}</Link> › {t('compare.nav')}
      </p>
      <div className="page-head stack-s">
        <h1 tabIndex={-1}>{title}</h1>
        {data?.comparison && <Counted data={data} view={view} />}
        <div className="compare-choice">
          {comparable.length > 1 && (
            <Choice label={t('compare.document')} value={type} onChange={(value) => set('jenis', value)} options={comparable.map(([name, { label }]) => [name, say(label)])} />
          )}
          {data && !data.against && data.versions.length > 1 && <Versions data={data} view={view} definition={definition} onChange={set} />}
        </div>
      </div>
      {asked.isPending && <Loading rows={8} />}
      {asked.error && !data && <Trouble failure={asked.error} again={() => void asked.refetch()} />}
      {data && !data.comparison && <p className="note info">{t(data.versions.length === 0 ? 'compare.none' : 'compare.one')}</p>}
      {data?.comparison?.cut && <p className="note warn">{t('compare.cut')}</p>}
      {data?.comparison && data.comparison.changes.length === 0 && <p className="note ok">{t('compare.same')}</p>}
      {data?.comparison && data.comparison.changes.length > 0 && <Changes key={`${data.from}-${data.to}-${type}`} data={data} view={view} definition={definition} />}
    </>
  );
}

function Counted({ data: { comparison }, view }: { data: Comparison; view: CaseView }) {
  const { t } = useWords();
  const { changes, units } = comparison!;
  const count = (kind: Change['change']) => changes.filter(({ change }) => change === kind).length;
  const open = view.remarks.filter(({ answer }) => !answer).length;
  return (
    <p className="muted">
      {t('compare.counts', { n: changes.length, units, changed: count('changed'), added: count('added'), removed: count('removed'), renumbered: count('renumbered') })} · {t('compare.remarks', { all: view.remarks.length, open })}
    </p>
  );
}

function Choice({ label, value, options, onChange }: { label: string; value: string; options: [string, string][]; onChange: (value: string) => void }) {
  return (
    <label className="fld">
      <span className="lb small">{label}</span>
      <select className="inp" value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Versions({ data: { versions, from, to }, view, definition, onChange }: { data: Comparison; view: CaseView; definition: Definition | undefined; onChange: (name: string, value: string) => void }) {
  const { t, say, language } = useWords();
  const named = versions.map(({ version, at, role }): [string, string] => [String(version), [`v${version}`, dayOfInstant(at, view.region.code, language), say(role === null ? undefined : definition?.roles[role]?.label)].filter(Boolean).join(' · ')]);
  return (
    <>
      <Choice label={t('compare.from')} value={String(from)} options={named} onChange={(value) => onChange('dari', value)} />
      <Choice label={t('compare.to')} value={String(to)} options={named} onChange={(value) => onChange('ke', value)} />
    </>
  );
}

function Changes({ data, view, definition }: { data: Comparison; view: CaseView; definition: Definition | undefined }) {
  const { t, say, language } = useWords();
  const { changes } = data.comparison!;
  const [at, setAt] = useState(-1);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const openOf = ({ remarks }: Change) => view.remarks.filter(({ n, answer }) => remarks.includes(n) && !answer).length;
  const announced = (change: Change) => {
    const open = openOf(change);
    return [change.label, t(`compare.${change.change}`), ...(open > 0 ? [t('compare.openRemarks', { n: open })] : [])].join(', ');
  };
  const goTo = (index: number) => {
    const change = changes[index];
    if (!change) return;
    setAt(index);
    setSaid(announced(change));
    const heading = list.current?.querySelector<HTMLElement>(`[id="${change.key}"]`);
    heading?.focus({ preventScroll: true });
    heading?.closest('.change')?.scrollIntoView({ block: 'start' });
  };
  useKeys({ n: () => goTo(Math.min(at + 1, changes.length - 1)), p: () => goTo(Math.max(at - 1, 0)) });
  const dated = (version: number | null) => {
    const found = data.versions.find((one) => one.version === version);
    return found ? `v${found.version} · ${dayOfInstant(found.at, view.region.code, language)}` : '';
  };
  return (
    <div className="compare-cols">
      <p className="sr" role="status">
        {said}
      </p>
      <nav className="card pnav stick" aria-label={t('compare.list')}>
        <div className="hd">
          <h2>{t('compare.changes', { n: changes.length })}</h2>
        </div>
        <ul>
          {changes.map((change, index) => (
            <li key={change.key}>
              <button type="button" aria-current={index === at ? 'true' : undefined} onClick={() => goTo(index)}>
                <Icon name={icons[change.change]} small />
                <span>
                  {change.label} <span className="small muted">{t(`compare.${change.change}`)}</span>
                </span>
                {change.remarks.length > 0 && (
                  <span className="small">
                    <Icon name={openOf(change) > 0 ? 'chat' : 'check'} small /> {change.remarks.length}
                    <span className="sr"> {t('compare.remarksHere')}</span>
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
        <p className="small muted bd">
          {t('compare.unchanged', { n: data.comparison!.unchanged })}
          <br />
          <span className="d-only">
            <kbd>n</kbd> {t('compare.next')} <kbd>p</kbd> {t('compare.previous')}
          </span>
        </p>
      </nav>
      <div className="stack" ref={list}>
        {changes.map((change) => (
          <OneChange key={change.key} change={change} before={data.against ? `${say(data.against.label)} v${data.from}` : dated(data.from)} after={dated(data.to)} remarks={view.remarks.filter(({ n }) => change.remarks.includes(n))} />
        ))}
      </div>
      <Ledger view={view} definition={definition} />
    </div>
  );
}

function OneChange({ change, before, after, remarks }: { change: Change; before: string; after: string; remarks: CaseRemark[] }) {
  const { t } = useWords();
  const { key, label, was, chapter, paragraphs } = change;
  const sides = [['before', before], ['after', after]] as const;
  const isRenumbered = change.change === 'renumbered';
  // A Pasal is read whole; of an annex or an explanation only what changed in it.
  const differs = ({ before: one, after: other }: Change['paragraphs'][number]) => [one, other].some((pieces) => pieces === null || pieces.some(({ op }) => op !== 'same'));
  // A number alone says nothing: the line before it tells whose it is.
  const shown = change.part === 'body' ? paragraphs : paragraphs.filter((one, n) => differs(one) || (paragraphs[n + 1] !== undefined && differs(paragraphs[n + 1]!)));
  return (
    <section className="card change" aria-labelledby={key}>
      <div className="hd wrap">
        <h2 className="law" id={key} tabIndex={-1}>
          {label}
        </h2>
        <span className="muted small">
          {was && t('compare.was', { label: was })} {chapter}
        </span>
        <span className="end flex wrap">
          <Chip tone={tones[change.change]} icon={icons[change.change]}>{t(`compare.${change.change}`)}</Chip>
          {remarks.map(({ n, answer }) => (
            <Chip key={n} tone={answer ? 'done' : 'late'}>
              {t(answer ? 'compare.answered' : 'compare.open', { n })}
            </Chip>
          ))}
        </span>
      </div>
      {isRenumbered ? (
        <p className="bd">{t('compare.sameText', { was: was ?? '', label })}</p>
      ) : (
        <div className="diff" lang="id">
          {sides.map(([side, of]) => (
            <div key={side} className="law stack-s">
              <p className="of">{of}</p>
              {shown.every((one) => one[side] === null) ? (
                <p className="no-such">{t('compare.notThere')}</p>
              ) : (
                shown.map(({ ayat, [side]: pieces }, n) => pieces && <Paragraph key={n} ayat={ayat} pieces={pieces} />)
              )}
              {shown.length < paragraphs.length && <p className="no-such">{t('compare.sameLines', { n: paragraphs.length - shown.length })}</p>}
            </div>
          ))}
        </div>
      )}
      {remarks.some(({ answer }) => !answer) && (
        <ul className="pinned-here">
          {remarks.filter(({ answer }) => !answer).map(({ n, unit, text }) => (
            <li key={n}>
              <p className="small b">
                {n}. {unit}
              </p>
              <p className="said">{text}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Paragraph({ ayat, pieces }: { ayat: string | null; pieces: Piece[] }) {
  return (
    <p>
      {ayat && `${ayat} `}
      {pieces.map(({ op, text }, n) => (op === 'same' ? <span key={n}>{text}</span> : op === 'ins' ? <ins key={n}>{text}</ins> : <del key={n}>{text}</del>))}
    </p>
  );
}

/** Every remark with its answer, those still open first. */
function Ledger({ view, definition }: { view: CaseView; definition: Definition | undefined }) {
  const { t, say } = useWords();
  const remarks = [...view.remarks].sort((one, other) => Number(one.answer !== null) - Number(other.answer !== null) || other.n - one.n);
  return (
    <section className="card stick" aria-labelledby="buku-catatan">
      <div className="hd">
        <h2 id="buku-catatan">{t('compare.ledger')}</h2>
        <span className="end small muted">{t('compare.openRemarks', { n: remarks.filter(({ answer }) => !answer).length })}</span>
      </div>
      {remarks.length === 0 && <p className="bd muted">{t('remark.none')}</p>}
      <ul className="pinned-here">
        {remarks.map(({ n, unit, text, answer, by, round }) => (
          <li key={n} className="stack-s">
            <p className="flex between wrap">
              <b>
                {n}. {unit}
              </b>
              <Chip tone={answer ? 'done' : 'late'}>{t(answer ? 'remark.answered' : 'remark.open')}</Chip>
            </p>
            <p className="said small">{text}</p>
            <p className="small muted">
              {say(definition?.roles[by.role]?.label)} · {t('compare.round', { n: round })}
            </p>
            {answer && <p className="said small note ok">{answer.text}</p>}
          </li>
        ))}
      </ul>
      <p className="bd">
        <Link className="btn" to={`/kasus/${view.id}/diskusi`}>
          {t('compare.toDiscussion')}
        </Link>
      </p>
    </section>
  );
}

/** Single keys, dead while something is typed or a modifier is held. */
function useKeys(acts: Record<string, () => void>): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]');
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem('selaras.keys') === 'off') return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
