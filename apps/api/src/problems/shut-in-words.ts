import type { Shut, Text } from '#process';
import { text } from './problem';

const words: Record<Shut['code'], (n: number) => Text> = {
  'members-missing': (n) => text(`${n} anggota belum tiba`, `${n} ${n === 1 ? 'member has' : 'members have'} not arrived`),
  'too-few': () => text('anggota yang tiba belum cukup', 'too few members have arrived'),
  'must-include': (n) => text(`${n} anggota yang wajib ikut belum tiba`, `${n} ${n === 1 ? 'member' : 'members'} that must be there ${n === 1 ? 'has' : 'have'} not arrived`),
  'conflicts-open': (n) => text(`${n} benturan belum diselesaikan`, `${n} ${n === 1 ? 'conflict is' : 'conflicts are'} not resolved`),
  'conflicts-unacknowledged': (n) => text(`${n} temuan belum dicatat koordinator`, `${n} ${n === 1 ? 'finding is' : 'findings are'} not acknowledged by the coordinator`),
  'readiness-missing': (n) => text(`lahan ${n} daerah belum siap`, `the land of ${n} ${n === 1 ? 'region' : 'regions'} is not ready`),
  'nobody-at-gate': () => text('belum ada yang tiba', 'nobody has arrived'),
};

const isCode = (detail: string): detail is Shut['code'] => Object.hasOwn(words, detail);

/** What keeps a gate shut, counted: the details of the refusal `gate-shut` are each code, followed by the regions or findings it speaks of. */
export function shutInWords(details: readonly string[]): Text {
  const groups: { code: Shut['code']; n: number }[] = [];
  for (const detail of details) {
    if (isCode(detail)) groups.push({ code: detail, n: 0 });
    else if (groups.length > 0) groups.at(-1)!.n += 1;
  }
  const said = groups.map(({ code, n }) => words[code](n));
  return text(said.map(({ id }) => id).join('; '), said.map(({ en }) => en).join('; '));
}
