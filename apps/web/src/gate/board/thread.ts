import type { IconName } from '../../pieces/icon';
import type { Tone } from '../../pieces/chip';
import type { WordKey } from '../../words/id';
import type { BoardMember } from '../api/shapes';

/** The stages a region goes through on its way to the gate, in order. */
export const stagesToGate = ['programme', 'preparation', 'academic-paper', 'drafting', 'public-consultation', 'harmonization', 'intake', 'review'] as const;
/** Columns of the picture: the province's two stages share the last one. */
export const columns = ['programme', 'preparation', 'academic-paper', 'drafting', 'public-consultation', 'harmonization', 'review'] as const;
const provinceDesk = ['intake', 'review'];

export type Standing = 'stuck' | 'late' | 'returned' | 'none' | 'waiting' | 'soon' | 'now' | 'waived' | 'withdrawn' | 'ended' | 'ready' | 'passed' | 'fixed';

/** Days from which on a desk is urged. */
const soonDays = 3;

/** How a member stands with the gate, in one word. */
export function standingOf({ state, caseId, status, stage, round, arrivedAt, workingDaysLeft, actors }: BoardMember): Standing {
  if (state === 'fixed') return 'fixed';
  if (arrivedAt !== null) return 'ready';
  const at = stage?.id ?? '';
  const isBefore = stagesToGate.some((one) => one === at);
  if (caseId !== null && !isBefore && at !== 'synchronization' && ['open', 'published'].includes(status ?? '')) return 'passed';
  if (state === 'waived') return 'waived';
  if (state === 'withdrawn') return 'withdrawn';
  if (caseId === null) return 'none';
  if (status !== 'open') return 'ended';
  if (actors.length > 0 && actors.every(({ vacant }) => vacant)) return 'stuck';
  if (at === 'drafting' && (round ?? 1) > 1) return 'returned';
  if (workingDaysLeft !== null && workingDaysLeft < 0) return 'late';
  if (!provinceDesk.includes(at)) return 'waiting';
  return workingDaysLeft !== null && workingDaysLeft <= soonDays ? 'soon' : 'now';
}

export interface Look {
  tone: Tone;
  /** Class of the woven pattern that says the same without colour. */
  pattern: string;
  icon: IconName;
  word: WordKey;
}

export const looks: Record<Standing, Look> = {
  stuck: { tone: 'late', pattern: 'pt-late', icon: 'x', word: 'gate.is.stuck' },
  late: { tone: 'late', pattern: 'pt-late', icon: 'late', word: 'gate.is.late' },
  returned: { tone: 'back', pattern: 'pt-back', icon: 'back', word: 'gate.is.returned' },
  none: { tone: 'none', pattern: 'pt-wait', icon: 'ring', word: 'gate.is.none' },
  waiting: { tone: 'wait', pattern: 'pt-wait', icon: 'wait', word: 'gate.is.waiting' },
  soon: { tone: 'soon', pattern: 'pt-soon', icon: 'clock', word: 'gate.is.soon' },
  now: { tone: 'now', pattern: 'pt-now', icon: 'dot', word: 'gate.is.now' },
  waived: { tone: 'none', pattern: 'pt-waive', icon: 'x', word: 'gate.is.waived' },
  withdrawn: { tone: 'none', pattern: 'pt-waive', icon: 'x', word: 'gate.is.withdrawn' },
  ended: { tone: 'none', pattern: 'pt-waive', icon: 'x', word: 'gate.is.ended' },
  ready: { tone: 'done', pattern: 'pt-done', icon: 'check', word: 'gate.is.ready' },
  passed: { tone: 'done', pattern: 'pt-done', icon: 'right', word: 'gate.is.passed' },
  fixed: { tone: 'done', pattern: 'pt-fix', icon: 'lock', word: 'gate.is.fixed' },
};
/** The word of a chip; without a number where many are counted together. */
export const wordOf = (standing: Standing, round?: number | null): [WordKey, { n: number }] => (standing === 'returned' && round === undefined ? ['gate.is.returnedMany', { n: 0 }] : [looks[standing].word, { n: (round ?? 1) - 1 }]);
const order = Object.keys(looks) as Standing[];

/** How far along the thread the knot sits, from 0 to 1, the gate. */
export function distanceOf(member: BoardMember): number {
  const standing = standingOf(member);
  if (['ready', 'passed', 'fixed'].includes(standing)) return 1;
  if (member.stage?.id === 'synchronization') return 1;
  const share = 1 / columns.length;
  if (member.stage?.id === 'intake') return 1 - share * 0.7;
  if (member.stage?.id === 'review') return 1 - share * 0.4;
  const index = columns.findIndex((one) => one === member.stage?.id);
  return index < 0 ? 0 : (index + 0.5) * share;
}

/** Whoever keeps the others waiting comes first. */
export function worstFirst(members: readonly BoardMember[]): BoardMember[] {
  const rank = (member: BoardMember) => order.indexOf(standingOf(member));
  const days = ({ workingDaysLeft }: BoardMember) => workingDaysLeft ?? 9_999;
  return [...members].sort((one, other) => rank(one) - rank(other) || days(one) - days(other) || one.region.code.localeCompare(other.region.code));
}

/** "1 siap, 2 diperiksa, …", by what is said on the chips. */
export function countsOf(members: readonly BoardMember[]): [Standing, number][] {
  return order.map((standing): [Standing, number] => [standing, members.filter((member) => standingOf(member) === standing).length]).filter(([, n]) => n > 0);
}
