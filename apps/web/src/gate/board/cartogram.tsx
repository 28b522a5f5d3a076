import { Fragment, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Icon } from '../../pieces/icon';
import { useDaysInWords } from '../../pieces/due';
import { useWords } from '../../words/words';
import type { BoardMember } from '../api/shapes';
import { countsOf, looks, standingOf, wordOf } from './thread';
import { type Arrow, isDrawn, neighbour, tilesOf } from './tiles';

/** The city whose port serves the others. */
const harbour = '1771';
const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** A name breaks between its words first; a word that is wider than a narrow tile breaks between syllables. */
const syllables = /\b(\w{3,4}?[aiueo]|\w{4})(?=[b-df-hj-np-tv-z]\w{3,})/g;
const softly = (name: string): ReactNode[] =>
  name.split(' ').map((word, n) => (
    <Fragment key={n}>
      {n > 0 && ' '}
      <span className="part">
        {word.replace(syllables, '$1\n').split('\n').map((part, at) => (
          <Fragment key={at}>
            {at > 0 && <wbr />}
            {part}
          </Fragment>
        ))}
      </span>
    </Fragment>
  ));

/** One tile a region, roughly where it lies. One of them is in the order of Tab; arrows lead on to the others. */
export function Cartogram({ members, onTable }: { members: BoardMember[]; onTable: () => void }) {
  const { t, say } = useWords();
  const days = useDaysInWords();
  const tiles = tilesOf(members.map(({ region }) => region.code));
  const [chosen, setChosen] = useState(tiles[0]?.code ?? '');
  const group = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    if (!arrows.includes(event.key)) return;
    event.preventDefault();
    const next = neighbour(tiles, chosen, event.key as Arrow);
    setChosen(next);
    group.current?.querySelector<HTMLElement>(`[data-region="${next}"]`)?.focus();
  };
  const nameOf = (member: BoardMember) => {
    const { region, stage, workingDaysLeft, round } = member;
    const standing = standingOf(member);
    return [region.name.replace(/^Kab\. /, ''), t(...wordOf(standing, round)).toLowerCase(), ...(stage ? [say(stage.label)] : []), ...(workingDaysLeft !== null && !['ready', 'passed'].includes(standing) ? [days(workingDaysLeft)] : [])].join(', ');
  };
  return (
    <section className="card">
      <div className="hd">
        <h2>{t('gate.map')}</h2>
        <button type="button" className="btn q s end" onClick={onTable}>
          {t('gate.asTable')}
        </button>
      </div>
      <div className="bd">
        <div ref={group} className="carto" role="group" aria-label={t('gate.mapOf')} onKeyDown={move}>
          {tiles.map(({ code, column, row }) => {
            const member = members.find(({ region }) => region.code === code)!;
            const { tone, pattern, icon } = looks[standingOf(member)];
            return (
              <a
                key={code}
                href={`#benang-${code}`}
                className="tile"
                data-region={code}
                style={{ gridColumn: column, gridRow: row }}
                tabIndex={code === chosen ? 0 : -1}
                aria-label={nameOf(member)}
                onFocus={() => setChosen(code)}
                onClick={() => setTimeout(() => document.getElementById(`benang-${code}`)?.focus())}
              >
                <span aria-hidden="true">
                  {code === harbour && (
                    <span className="hub">
                      <Icon name="harbour" small />
                    </span>
                  )}
                  {softly(member.region.name.replace(/^Kab\. /, ''))}
                  <span className={`ps ${pattern}`}>
                    <span className={`knot f t-${tone}`}>
                      <Icon name={icon} />
                    </span>
                  </span>
                </span>
              </a>
            );
          })}
          {isDrawn(tiles) && (
            <span className="sea" aria-hidden="true">
              {t('gate.sea')}
            </span>
          )}
        </div>
        <ul className="flex wrap small legend">
          {countsOf(members).map(([standing, n]) => (
            <li key={standing} className="flex">
              <span className={`swatch ${looks[standing].pattern}`} aria-hidden="true" />
              {t(...wordOf(standing))} ({n})
            </li>
          ))}
          {tiles.some(({ code }) => code === harbour) && (
            <li className="flex">
              <Icon name="harbour" small />
              {t('gate.harbour')}
            </li>
          )}
        </ul>
      </div>
    </section>
  );
}
