import { causeOf, faultSentence, pressActsOf } from '#process';
import type { Caller, FaultRow, StalledBrief, StalledCase, StalledPage } from '#ledger';

/** A fault with its words in both languages; the engine's id is for engineers. */
export function faultView({ attempt, activity, code, role, noticeId, ...rest }: FaultRow) {
  const fault = { ...rest, ...(attempt && { attempt }), ...(activity && { activity }), ...(code && { code }) };
  return { ...rest, attempt: attempt ?? null, activity: activity ?? null, code: code ?? null, role: role ?? null, noticeId: noticeId ?? null, cause: causeOf(fault) ?? null, sentence: faultSentence(fault) };
}

const itemView = (offices: Caller['offices']) => ({ region, regionName, stage, stageLabel, faults, ...rest }: StalledCase) => {
  return { ...rest, acts: pressActsOf({ region, ...rest }, offices), region: { code: region, name: regionName }, stage: { id: stage, label: stageLabel }, faults: faults.map(faultView) };
};

const briefView = ({ region, regionName, ...rest }: StalledBrief) => ({ ...rest, region: { code: region, name: regionName } });

export function stalledView({ items, preview, ...rest }: StalledPage, { offices }: Caller) {
  return { items: items.map(itemView(offices)), ...rest, ...(preview && { preview: { ...preview, added: preview.added.map(briefView), removed: preview.removed.map(briefView) } }) };
}
