import { useQuery } from '@tanstack/react-query';
import { definition } from '../../api/questions';
import { useWords } from '../../words/words';
import { regions } from '../../api/questions';
import { boardOf, rpik } from '../api/questions';

/** "Kab. Seluma" for "1705", as the board of the cohort calls it. */
export function useNames(cohortId: string): (code: string) => string {
  const { data } = useQuery(boardOf(cohortId));
  const { data: all } = useQuery(regions);
  const names = new Map(data?.members.map(({ region }) => [region.code, region.name]));
  return (code) => names.get(code) ?? all?.find((one) => one.code === code)?.name.replace(/^Kabupaten /, 'Kab. ') ?? code;
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
