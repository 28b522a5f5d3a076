import type { CohortActName } from '#process';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { me } from '../../api/questions';
import { dayOfInstant } from '../../pieces/dates';
import { Icon } from '../../pieces/icon';
import { Loading } from '../../pieces/loading';
import { Trouble } from '../../pieces/trouble';
import { useWords } from '../../words/words';
import { boardAddress, boardOf, conflictsOf } from '../api/questions';
import type { Cohort } from '../api/shapes';
import { CohortHead } from '../pieces/cohort-head';
import { CsvButton } from '../pieces/csv';
import { useNames } from '../pieces/names';
import { subjectOf } from '../pieces/subject-of';
import { BoardTable } from './board-table';
import { Cartogram } from './cartogram';
import { DatesCard } from './dates-card';
import { FindingsCard } from './findings-card';
import { ReleasesCard } from './releases-card';
import { ruleInWords, shutInWords } from './shut-in-words';
import { Suppose } from './suppose';
import { countsOf, wordOf, worstFirst } from './thread';
import { Threads } from './threads';

/** Ten threads and one line: who has come, who keeps the others waiting, and what would open the gate. */
export function BoardPage({ cohort }: { cohort: Cohort }) {
  const { t, say, language } = useWords();
  const [search, setSearch] = useSearchParams();
  const asIf = search.get('andai') ?? '';
  const isTable = search.get('tampilan') === 'tabel';
  const now = useQuery(boardOf(cohort.id));
  const supposed = useQuery({ ...boardOf(cohort.id, asIf), enabled: asIf !== '' });
  const { data: conflicts = [] } = useQuery(conflictsOf(cohort.id));
  const { data: self } = useQuery(me);
  const nameOf = useNames(cohort.id);
  const { data: board, isPending, error, refetch } = asIf && supposed.data ? supposed : now;
  if (isPending) return <Loading rows={10} />;
  if (!board) return <Trouble failure={error} again={() => void refetch()} />;
  const members = worstFirst(board.members);
  const findingOf = (key: string) => {
    const conflict = conflicts.find((one) => one.key === key);
    return conflict ? `${conflict.check} ${subjectOf(conflict, say)}` : key.split('.')[0]!;
  };
  const may = (act: CohortActName) => cohort.acts.includes(act);
  const reasons = shutInWords(board.gate, { t, nameOf, findingOf });
  const counts = countsOf(board.members).map(([standing, n]) => `${n} ${t(...wordOf(standing)).toLowerCase()}`);
  const last = cohort.releases.at(-1);
  const hasPassed = board.gate.counted.length === 0 && last;
  const title = hasPassed ? t('gate.released', { date: dayOfInstant(last.at, cohort.province, language), k: last.members.length, n: board.members.length }) : say(board.gate.sentence).replace(/\.$/, '');
  const choose = (name: string, value: string) =>
    setSearch((before) => {
      if (value === '') before.delete(name);
      else before.set(name, value);
      return before;
    });
  const cannot = [...(may('release') ? [] : [t('gate.onlyCoordinator')]), ...reasons];
  const mayRelease = may('release') && board.gate.open && asIf === '';
  return (
    <>
      <CohortHead cohort={cohort} title={title} sub={counts.join(', ')}>
        <div className="flex wrap">
          <div className="flex" role="group" aria-label={t('gate.view')}>
            <button type="button" className={isTable ? 'filter' : 'filter on'} aria-pressed={!isTable} onClick={() => choose('tampilan', '')}>
              <Icon name="list" small /> {t('gate.threads')}
            </button>
            <button type="button" className={isTable ? 'filter on' : 'filter'} aria-pressed={isTable} onClick={() => choose('tampilan', 'tabel')}>
              <Icon name="case" small /> {t('gate.table')}
            </button>
          </div>
          {may('request-waiver') && (
            <Link className="btn" to={`/provinsi/${cohort.id}/anggota#kecualikan`}>
              {t('gate.waive')}
            </Link>
          )}
          {may('list-decision') && board.members.some(({ stage }) => stage?.id === 'recommendation') && (
            <Link className="btn" to={`/provinsi/${cohort.id}/putuskan/rekomendasi`}>
              {t('gate.recommendAll')}
            </Link>
          )}
          {mayRelease ? (
            <Link className="btn p" data-utama to={`/provinsi/${cohort.id}/putuskan/lepas`}>
              {t('gate.release')}
            </Link>
          ) : (
            <button type="button" className="btn" aria-disabled="true" aria-describedby="kenapa">
              {t('gate.release')}
            </button>
          )}
        </div>
      </CohortHead>
      {asIf !== '' && (
        <div className="note warn supposing" role="status">
          <Icon name="pen" />
          <div className="stack-s">
            <p>
              <b>{t('gate.supposing')}</b> {say(board.asIf?.effect)}
            </p>
            <button type="button" className="btn s" onClick={() => choose('andai', '')}>
              {t('gate.supposeEnd')}
            </button>
          </div>
        </div>
      )}
      <div id="kenapa" className={`note why-shut ${board.gate.open ? 'ok' : ''}`}>
        <Icon name={board.gate.open ? 'check' : 'lock'} />
        <div className="stack-s">
          {board.gate.open ? (
            <p>
              <b>{t('gate.canOpen')}</b> {!may('release') && t('gate.onlyCoordinator')}
            </p>
          ) : (
            <>
              <p className="b">{t('gate.cannot')}</p>
              <ul className="reasons">
                {(hasPassed ? reasons : cannot).map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </>
          )}
          <p className="small muted">{ruleInWords(cohort, { t, nameOf })}</p>
        </div>
      </div>
      {supposed.error && <Trouble failure={supposed.error} />}
      {isTable ? <BoardTable cohort={cohort} members={members} self={self} /> : <Threads cohort={cohort} members={members} self={self} findingOf={findingOf} />}
      <p className="flex wrap table-acts">
        <CsvButton address={boardAddress(cohort.id, asIf)} name={`${cohort.id}.csv`} what={t('gate.board')} />
      </p>
      <div className="gate-cards">
        <Cartogram members={board.members} onTable={() => choose('tampilan', 'tabel')} />
        <FindingsCard cohort={cohort} conflicts={conflicts} nameOf={nameOf} />
        <div className="stack">
          <DatesCard cohort={cohort} board={board} />
          {cohort.round === 1 && <Suppose board={now.data ?? board} asIf={asIf} onSuppose={(next) => choose('andai', next)} />}
          <ReleasesCard cohort={cohort} nameOf={nameOf} />
        </div>
      </div>
    </>
  );
}
