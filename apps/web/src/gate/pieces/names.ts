import { useQuery } from '@tanstack/react-query';
import { definition } from '../../api/questions';
import type { Text } from '../../api/shapes';
import { useWords } from '../../words/words';
import { regions } from '../../api/questions';
import { boardOf, rpik } from '../api/questions';
import type { Conflict } from '../api/shapes';

/** "Kab. Seluma" for "1705", as the board of the cohort calls it. */
export function useNames(cohortId: string): (code: string) => string {
  const { data } = useQuery(boardOf(cohortId));
  const names = new Map(data?.members.map(({ region }) => [region.code, region.name]));
  return (code) => names.get(code) ?? code;
}

export function useProvinceName(): (code: string) => string {
  const { data } = useQuery(regions);
  return (code) => data?.find((one) => one.code === code)?.name.replace(/^Provinsi /, '') ?? code;
}

/** The words of the process for papers and offices. */
export function useProcessWords(): { paper: (type: string) => string; office: (role: string) => string } {
  const { say } = useWords();
  const { data } = useQuery(definition(rpik));
  return {
    paper: (type) => type.split('|').map((one) => say(data?.documents[one]?.label) || one).join(' / '),
    office: (role) => say(data?.roles[role]?.label) || role,
  };
}

/** What a finding is about, in a word or two: the thing its claims name, or what its key ends in. */
export function subjectOf({ key, claims }: Pick<Conflict, 'key' | 'claims'>, say: (text: Text) => string): string {
  const told = key.split('.').slice(2).join(' ');
  const named = told.replace(/^commodity-/, '').replaceAll('-', ' ').trim();
  const first = claims[0] && say(claims[0].summary).split(/ \(|,|:/)[0];
  if (told === 'pulau-baai') return 'Pulau Baai';
  const words = /^(kbli|flagships|zones|materials|links|sentra)/.test(told) || named === '' ? (first ?? named) : named;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
