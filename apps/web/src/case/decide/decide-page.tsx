import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { useAct } from '../../acts/use-act';
import { askFully, NoAnswer, Problem } from '../../api/ask';
import { useCommandKey } from '../../api/command-key';
import { definition as definitionOf, demoClock, me } from '../../api/questions';
import type { CaseView } from '../../api/shapes';
import { timeOf } from '../../pieces/dates';
import { Icon } from '../../pieces/icon';
import { Loading } from '../../pieces/loading';
import { useOpened } from '../../pieces/opened';
import { Trouble } from '../../pieces/trouble';
import { useKept } from '../../pieces/use-kept';
import { useTitle } from '../../pieces/use-title';
import { signInAddress } from '../../shell/sign-in-address';
import { acting } from '../../sign/hand-overs';
import { useWords } from '../../words/words';
import { type Answers, askedBy, commandOf, type Fault, faultsOf, nothingYet } from './answers';
import { answerRows } from './answer-rows';
import { CheckAnswers } from './check-answers';
import { Clash } from './clash';
import { Done } from './done';
import { Form } from './form';
import { readFirst, readingOf } from './read-first';
import { WayOn } from './way-on';
import { page } from '../../pieces/page';

const isStaleness = (failure: unknown): boolean => failure instanceof Problem && ['stale', 'precondition-failed'].includes(failure.body.code);

const SignEvidence = page(() => import('../../sign/evidence'), 'case', 'compare', 'sign');
const SignSide = page(() => import('../../sign/side'), 'case', 'sign');

/**
 * One act, from the form over the check to the confirmation. What is typed is kept on this device until it is recorded, and the key
 * of the command stays the same, so that pressing twice or sending again after a broken line records one decision.
 */
export function DecidePage({ view: current }: { view: CaseView }) {
  const { transition: name = '' } = useParams();
  const words = useWords();
  const { t, say, language } = words;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: definition } = useQuery(definitionOf(current.process));
  const { data: self } = useQuery(me);
  const [answers, setAnswers, forget, keptAt] = useKept<Answers>(`decide:${current.id}:${name}:${current.round}`, nothingYet);
  // Of an earlier visit: what is typed now says by itself that it is kept.
  const [restoredAt] = useState(keptAt);
  const [search] = useSearchParams();
  const [step, setStep] = useState<'form' | 'check'>(search.get('langkah') === 'periksa' && keptAt !== undefined ? 'check' : 'form');
  const { data: clock } = useQuery(demoClock);
  const [faults, setFaults] = useState<Fault[]>([]);
  // The case as it stood when the form was opened: if it changes meanwhile, the reader compares before recording.
  const [view, setView] = useState(current);
  const key = useCommandKey();
  const heading = useRef<HTMLHeadingElement>(null);
  const locked = useRef<HTMLDivElement>(null);
  const action = view.actions.find(({ transition }) => transition === name);
  const roles = self?.offices.map(({ role }) => role) ?? [];
  const asked = definition && askedBy(definition, view.stage.id, name, roles, view.flags);
  const what = say(action?.label);
  const opened = useOpened();
  const toRead = action ? readFirst(view, action) : [];
  const send = useMutation({
    mutationFn: () => {
      const command = commandOf(asked!, name, answers, view.seq, readingOf(toRead, opened, answers));
      return askFully<CaseView>(`/v1/cases/${view.id}/transitions`, { method: 'POST', body: command, key: key.of(command), headers: { prefer: 'wait=10', 'if-match': `"v${view.seq}"` } });
    },
    onSuccess: async () => {
      forget();
      await queries.invalidateQueries();
    },
    onError: async (failure) => {
      key.failed(failure);
      if (isStaleness(failure)) await queries.invalidateQueries({ queryKey: ['case', view.id] });
    },
  });
  useTitle(`${faults.length > 0 ? t('err.prefix') : ''}${t('decide.title', { region: view.region.name })}`);
  useEffect(() => heading.current?.focus(), [step, send.isSuccess]);

  if (send.isSuccess) return <Done signed={asked?.signs ?? false} before={view} answer={send.data.body} status={send.data.status} what={what} seq={send.data.headers.get('etag')} />;
  if (!definition) return <Loading />;
  if (name === 'recall') return <Recall view={view} />;
  if (!asked || !action) return <Navigate to={`/kasus/${view.id}`} replace />;

  const check = () => {
    if (!action.allowed) return locked.current?.focus();
    const found = faultsOf(asked, answers, definition);
    setFaults(found);
    if (found.length === 0) setStep('check');
  };
  const failure = send.error;
  const isStale = isStaleness(failure);
  const needsFresh = failure instanceof Problem && failure.body.code === 'fresh-sign-in-required';
  const time = keptAt && timeOf(keptAt, language);
  const office = self?.offices.find(({ role }) => asked.transition.by.includes(role));
  const capacity = acting(office?.capacity);
  const persona = clock && self ? self.person.replace(/^p_/, '') : undefined;
  return (
    <div className={asked.signs ? 'stack' : 'decide stack'}>
      <p className="crumb">
        <Link to={`/kasus/${view.id}`}>{view.title}</Link>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {step === 'check' ? t('decide.check') : `${what} — ${view.region.name}`}
      </h1>
      {asked.signs && (
        <p className="note info">
          <Icon name="doc" />
          <span>
            <b>{t('sign.law')}</b> {t('sign.lawSays')}
          </span>
        </p>
      )}
      {!action.allowed && (
        <div className="note warn" role="status" ref={locked} tabIndex={-1}>
          <Icon name="lock" />
          <div className="stack-s">
            <p className="b">{t('decide.unavailable', { reasons: '' })}</p>
            <ul>
              {action.reasons.map(({ code, message }) => (
                <li key={code}>{say(message)}</li>
              ))}
            </ul>
            <WayOn view={view} definition={definition} reasons={action.reasons} />
          </div>
        </div>
      )}
      <Beside
        isShown={asked.signs}
        evidence={<SignEvidence view={view} definition={definition} />}
        side={<SignSide view={view} definition={definition} office={office} step={needsFresh ? 'sign-in' : step} />}
      >
        {step === 'form' ? (
          <Form view={view} definition={definition} asked={asked} answers={answers} onChange={setAnswers} faults={faults} onNext={check} isLocked={!action.allowed} reading={{ documents: toRead, opened }} />
        ) : (
          <CheckAnswers view={view} definition={definition} asked={asked} answers={answers} reading={{ documents: toRead, opened }} onChange={setAnswers} onBack={() => setStep('form')} />
        )}
        {failure && !isStale && !needsFresh && (failure instanceof NoAnswer ? <p className="note warn" role="alert">{t('err.indoubt')}</p> : <Trouble failure={failure} />)}
        {isStale && current.seq > view.seq && (
          <Clash
            before={view}
            now={current}
            definition={definition}
            rows={answerRows(asked, answers, definition, words, { documents: toRead, opened })}
            isOffered={current.stage.id === view.stage.id && current.actions.some(({ transition }) => transition === name)}
            onGoOn={() => {
              setView(current);
              send.reset();
            }}
            onDrop={() => {
              forget();
              setView(current);
              send.reset();
              void navigate(`/kasus/${view.id}`);
            }}
            onClose={() => send.reset()}
          />
        )}
        {needsFresh && (
          <div className="note info" role="alert">
            <Icon name="lock" />
            <div className="stack-s">
              <p className="b">{t('sign.freshTitle')}</p>
              <p>{t('sign.freshSays')}</p>
              <a className="btn p" href={signInAddress({ fresh: true, returnTo: `${location.pathname}?langkah=periksa`, ...(persona && { persona }) })}>
                {t('decide.freshGo')}
              </a>
            </div>
          </div>
        )}
        {step === 'check' && (
          <p className="flex wrap">
            <button type="button" className="btn p" disabled={send.isPending || (asked.signs && !answers.foureyes)} onClick={() => send.mutate()}>
              {send.isPending ? t('acts.recording') : `${t('decide.record', { what, region: view.region.name })}${capacity && t('sign.as', { office: `${capacity}${say(office?.label)}` })}`}
            </button>
            <button type="button" className="btn" onClick={() => setStep('form')}>
              {t('acts.change')}
            </button>
          </p>
        )}
        <p className="small muted" role="status">
          {keptAt !== undefined && keptAt === restoredAt ? t('decide.restored', { time: timeOf(keptAt, language) }) : time && t('decide.saved', { time })}
        </p>
      </Beside>
    </div>
  );
}

/** A signature is put with its evidence in sight; every other act has the page to itself. */
function Beside({ isShown, evidence, side, children }: { isShown: boolean; evidence: ReactNode; side: ReactNode; children: ReactNode }) {
  if (!isShown) return children;
  return (
    <div className="sign-cols">
      <Suspense fallback={<Loading rows={10} />}>{evidence}</Suspense>
      <div className="stack sign-side">
        <Suspense fallback={<Loading rows={4} />}>{side}</Suspense>
        {children}
      </div>
    </div>
  );
}

/** Taking a submission back needs no form. */
function Recall({ view }: { view: CaseView }) {
  const { t, say } = useWords();
  const action = view.actions.find(({ transition }) => transition === 'recall');
  const send = useAct();
  if (send.isSuccess) return <Navigate to={`/kasus/${view.id}`} replace />;
  return (
    <div className="decide stack">
      <h1 tabIndex={-1}>{say(action?.label)}</h1>
      {action?.reasons.map(({ code, message }) => (
        <p key={code} className="note warn">
          {say(message)}
        </p>
      ))}
      {send.error && <Trouble failure={send.error} />}
      <p className="flex">
        <button type="button" className="btn p" disabled={send.isPending || !action?.allowed} onClick={() => send.mutate({ path: `/v1/cases/${view.id}/transitions`, body: { transition: 'recall', expectedSeq: view.seq } })}>
          {say(action?.label)}
        </button>
        <Link className="btn" to={`/kasus/${view.id}`}>
          {t('common.cancel')}
        </Link>
      </p>
    </div>
  );
}
