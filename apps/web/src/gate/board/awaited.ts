import { dayOfInstant, inRow } from '../../pieces/dates';
import { useDaysInWords } from '../../pieces/due';
import { useWords } from '../../words/words';
import type { BoardMember, Cohort } from '../api/shapes';
import { useProcessWords } from '../pieces/names';
import { listed } from './shut-in-words';
import { standingOf } from './thread';

export interface Awaited {
  what: string;
  /** Who holds it, and since when. */
  meta: string;
  /** Until when, with the days that are left. */
  due?: string;
  /** Said apart when the due day has passed. */
  late?: string;
}

/** What a member still needs and whose desk it is on. All numbers are the server's. */
export function useWhatIsAwaited(cohort: Cohort, findingOf: (key: string) => string): (member: BoardMember) => Awaited {
  const { t, say, language } = useWords();
  const { paper } = useProcessWords();
  const days = useDaysInWords();
  return (member) => {
    const { region, lacks, conflicts, actors, enteredAt, dueOn, workingDaysLeft, workingDaysInStage, arrivedAt } = member;
    const standing = standingOf(member);
    const since = (instant: string) => dayOfInstant(instant, region.code, language);
    const findings = conflicts?.length ? [t('gate.finding', { what: listed(conflicts.map(findingOf), t) })] : [];
    const unready = lacks?.readiness.length ? [t('gate.unready', { n: lacks.readiness.length })] : [];
    if (standing === 'fixed') {
      const number = cohort.members.find(({ regionCode }) => regionCode === region.code)?.regulationNumber;
      return { what: [t('gate.fixedSays'), ...findings].join('; '), meta: number ?? '' };
    }
    if (standing === 'ready') return { what: [...findings, ...unready].join('; ') || t('gate.nothingOpen'), meta: arrivedAt ? t('gate.readySince', { date: since(arrivedAt) }) : '' };
    if (standing === 'passed') return { what: t('gate.passedSays'), meta: enteredAt ? t('gate.since', { date: since(enteredAt) }) : '' };
    if (standing === 'none') return { what: t('gate.noCaseSays'), meta: '' };
    if (standing === 'waived') {
      const waiver = cohort.waivers.find(({ regionCode, confirmedBy }) => regionCode === region.code && confirmedBy);
      return { what: waiver?.reason ?? t('gate.waivedSays'), meta: waiver ? t('gate.since', { date: since(waiver.askedAt) }) : '' };
    }
    if (standing === 'withdrawn' || standing === 'ended') return { what: member.stage ? say(member.stage.label) : '', meta: '' };
    const papers = lacks?.documents ?? [];
    const wants = [
      ...(papers.length > 0 ? [t('gate.lacks', { what: [...papers.slice(0, 2).map(paper), ...(papers.length > 2 ? [t('gate.andMore', { n: papers.length - 2 })] : [])].join(', ') })] : []),
      ...(lacks && lacks.remarks > 0 ? [t('gate.remarks', { n: lacks.remarks })] : []),
      ...findings,
      ...unready,
    ];
    const vacant = actors.filter(({ vacant: is }) => is).map(({ label }) => say(label));
    const who = actors.map(({ label }) => say(label)).join(', ');
    const due = dueOn === null ? [] : [t('gate.dueOn', { date: inRow(dueOn, language) }), ...(workingDaysLeft !== null && workingDaysLeft >= 0 ? [days(workingDaysLeft)] : [])];
    const stay = enteredAt ? [t('gate.since', { date: since(enteredAt) }) + (workingDaysInStage ? ` (${t('gate.daysHere', { count: workingDaysInStage })})` : '')] : [];
    return {
      what: standing === 'stuck' ? t('gate.emptySeat', { role: vacant.join(', ') }) : wants.length > 0 ? wants.join('; ') : t('gate.waitsFor', { who }),
      meta: [...(standing !== 'stuck' && wants.length > 0 && who ? [who] : []), ...stay].join(' · '),
      ...(due.length > 0 && { due: due.join(' · ') }),
      ...(workingDaysLeft !== null && workingDaysLeft < 0 && { late: days(workingDaysLeft) }),
    };
  };
}
