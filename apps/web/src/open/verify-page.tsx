import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Chip } from '../pieces/chip';
import { dayOfInstant, inFull } from '../pieces/dates';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { type Verification, verifications } from './answers';
import { FilePicker, type PickedFile } from './file-picker';
import { referenceIn } from './fingerprint';
import { Ladder } from './ladder';
import { OpenFrame } from './open-frame';

type Verdict = 'authentic' | 'different' | 'unknown-file' | 'unknown-code' | undefined;

/** Whether the file in one's hands is the one that was handed over. The answer comes first, in words. */
export default function VerifyPage() {
  const { '*': asked = '' } = useParams();
  const { t, language } = useWords();
  const code = referenceIn(asked);
  const [picked, setPicked] = useState<PickedFile>();
  const byCode = useQuery({ ...verifications({ code: code ?? '' }), enabled: code !== undefined });
  const byHash = useQuery({ ...verifications({ sha256: picked?.sha256 ?? '' }), enabled: code === undefined && picked !== undefined });
  const answer = code === undefined ? byHash : byCode;
  const found = answer.data?.items[0];
  const same = picked && found?.handedOver.documents.find(({ sha256 }) => sha256 === picked.sha256);
  const verdict: Verdict =
    code !== undefined || asked !== ''
      ? (code === undefined || answer.data) && !found ? 'unknown-code' : picked && found ? (same ? 'authentic' : 'different') : undefined
      : picked && answer.data ? (found ? 'authentic' : 'unknown-file') : undefined;
  useTitle(verdict ? `${t(`open.${verdict}`)}: ${t('open.verify')}` : t('open.verify'));
  const day = found && dayOfInstant(found.handedOver.at, found.region.code, language);
  return (
    <OpenFrame>
      <div>
        <p className="crumb">{t('open.crumb')}</p>
        <h1 tabIndex={-1}>{t('open.verify')}</h1>
        {asked && <p className="muted mono file-name">{asked}</p>}
      </div>
      <div role="status" className="stack">
        {verdict === 'authentic' && (
          <section className="panel-ok verdict">
            <p>
              <b>{t('open.authentic')}</b>
              <br />
              {t('open.authenticSays', { date: day ?? '' })}
            </p>
          </section>
        )}
        {verdict && verdict !== 'authentic' && (
          <section className="note err verdict">
            <Icon name="late" />
            <p>
              <b>{t(`open.${verdict}`)}</b>
              <br />
              {t(`open.${verdict}Says`)}
            </p>
          </section>
        )}
      </div>
      {answer.isError && <Trouble failure={answer.error} again={() => void answer.refetch()} />}
      {answer.isLoading && <Loading />}
      <div className="cols">
        {found ? <TheText found={found} /> : <HowItWorks />}
        <FilePicker picked={picked} onPick={setPicked} />
      </div>
      {!found && !answer.isLoading && <ByReference />}
      {found && (
        <>
          <Fingerprints found={found} picked={picked} />
          <Ladder steps={found.ladder} today={dayOfInstant(answer.data!.now, found.region.code, language)} />
        </>
      )}
    </OpenFrame>
  );
}

function TheText({ found: { title, handedOver, others, current, region, stage, caseId } }: { found: Verification }) {
  const { t, say, language } = useWords();
  const isNewest = handedOver.documents.every(({ sha256 }) => current.includes(sha256));
  return (
    <section className="card">
      <div className="hd">
        <h2>{t('open.text')}</h2>
      </div>
      <div className="bd stack">
        <dl className="kv">
          <dt>{t('open.titleOf')}</dt>
          <dd>
            <b>{title}</b>, {region.name}
          </dd>
          <dt>{t('open.act')}</dt>
          <dd>{say(handedOver.act)}</dd>
          <dt>{t('open.office')}</dt>
          <dd>{say(handedOver.office)}</dd>
          <dt>{t('open.time')}</dt>
          <dd>{inFull(handedOver.at, region.code, language)}</dd>
          <dt>{t('open.stage')}</dt>
          <dd>{say(stage)}</dd>
          <dt>{t('open.reference')}</dt>
          <dd className="mono">{handedOver.code}</dd>
          <dt>{t('open.newest')}</dt>
          <dd>
            <Chip tone={isNewest ? 'done' : 'soon'}>{t(isNewest ? 'open.newestYes' : 'open.newestNo')}</Chip>
          </dd>
        </dl>
        {others.length > 0 && (
          <details>
            <summary>{t('open.others', { n: others.length })}</summary>
            <ul className="small">
              {others.map(({ code, act, office, at }) => (
                <li key={code}>
                  {say(act)}, {say(office)}, {dayOfInstant(at, region.code, language)} <span className="mono">{code.replace(caseId, '')}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </section>
  );
}

function Fingerprints({ found: { handedOver }, picked }: { found: Verification; picked: PickedFile | undefined }) {
  const { t, say } = useWords();
  const same = picked && handedOver.documents.some(({ sha256 }) => sha256 === picked.sha256);
  return (
    <section className="card">
      <div className="hd">
        <h2>{t('open.fingerprints')}</h2>
      </div>
      <ul className="papers">
        {picked && (
          <li className="stack-s">
            <p className="small muted">{t('open.yourFile')}</p>
            <p className={same ? 'hash' : 'hash differs'}>{picked.sha256}</p>
          </li>
        )}
        {handedOver.documents.map(({ type, label, version, sha256 }) => (
          <li key={`${type}${version}`} className="stack-s">
            <p className="small muted flex wrap">
              {say(label)}, {t('doc.version', { n: version })} {picked?.sha256 === sha256 && <Chip tone="done">{t('open.same')}</Chip>}
            </p>
            <p className="hash">{sha256}</p>
          </li>
        ))}
        <li className="stack-s">
          <p className="small muted">{t('open.manifest')}</p>
          <p className="hash">{handedOver.manifestHash}</p>
        </li>
      </ul>
    </section>
  );
}

function HowItWorks() {
  const { t } = useWords();
  return (
    <section className="card">
      <div className="hd">
        <h2>{t('open.how')}</h2>
      </div>
      <ol className="bd stack-s">
        <li>1. {t('open.how1')}</li>
        <li>2. {t('open.how2')}</li>
        <li>3. {t('open.how3')}</li>
      </ol>
    </section>
  );
}

/** Whoever holds a receipt types its reference. */
function ByReference() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = text.trim().toLowerCase().replace(/\s+/g, '');
        if (typed) void navigate(`/verifikasi/${typed.split('/').map(encodeURIComponent).join('/')}`);
      }}
    >
      <div className="hd">
        <h2>{t('open.haveCode')}</h2>
      </div>
      <div className="bd stack">
        <label className="fld">
          <span className="lb">{t('open.reference')}</span>
          <span className="hint">{t('open.codeHint')}</span>
          <input className="inp mono" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={60} value={text} onChange={({ target }) => setText(target.value)} />
        </label>
        <p>
          <button className="btn">{t('open.look')}</button>
        </p>
      </div>
    </form>
  );
}
