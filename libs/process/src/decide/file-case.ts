import { covers } from '../actor';
import { clocksAfter } from '../clocks';
import type { FileCase } from '../command';
import { filers } from '../offices';
import { isProgrammeYear, programmeYears } from '../programme-year';
import { refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import { today } from './inputs';

const LONGEST_TITLE = 200;

/** A drafter of the region or a coordinator of its province opens a case; the ledger reserves its id for ever. */
export function decideFiling(rules: Rules, command: FileCase): Decision {
  const { actor, region, title, programmeYear, planYears, calendarVersion, processHash } = command;
  const { definition } = rules;
  if (!filers.includes(actor.role)) return refuse('not-your-role', filers);
  if (!covers(actor.scope, region) || region.length !== 4) return refuse('not-your-region');
  if (title.trim().length < 3 || title.length > LONGEST_TITLE) return refuse('title-invalid', [3, LONGEST_TITLE]);
  if (!isProgrammeYear(programmeYear)) return refuse('programme-year-invalid', [programmeYears.first, programmeYears.last]);
  if (![planYears.from, planYears.to].every(Number.isInteger) || !(planYears.from <= planYears.to && planYears.from >= 2015 && planYears.to - planYears.from <= 30)) return refuse('plan-years-invalid', [30]);
  const day = today(rules, command.at);
  const clocks = clocksAfter(rules, { clocks: [], facts: {} }, { day, enter: { stage: definition.start, round: 1, from: '' } });
  const process = { id: definition.id, version: definition.version, hash: processHash };
  return {
    events: [{ type: 'case-filed', actor, body: { process, region, title: title.trim(), programmeYear, planYears, stage: definition.start, calendarVersion, clocks } }],
  };
}
