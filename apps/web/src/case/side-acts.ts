import type { SideActName } from '#process';
import type { CaseView } from '../api/shapes';

/** An act beside the transitions as the reader may take it; undefined where it is not theirs. */
export const sideAct = ({ sideActs }: Pick<CaseView, 'sideActs'>, act: SideActName, about: string | number | null = null) =>
  sideActs.find((one) => one.act === act && one.about === (about === null ? null : String(about)));

/** Everything an act of a kind can be about. */
export const sideActsOf = ({ sideActs }: Pick<CaseView, 'sideActs'>, act: SideActName) => sideActs.filter((one) => one.act === act);
