import { type Definition, stageOrder } from './definition';
import type { CaseState } from './state';
import type { Stay } from './stay';

/** How a case came to where it stands: when it left each stage that lies behind it, and what sent it back, how often. */
export interface WaySoFar {
  left: { [stage: string]: string };
  returns: { from: string; to: string; count: number }[];
}

/** Only a return leads to an earlier stage; what its sender took back has left no stay, and counts as none. */
export function waySoFar(definition: Definition, { stage, status }: Pick<CaseState, 'stage' | 'status'>, stays: readonly Pick<Stay, 'stage' | 'leftAt'>[]): WaySoFar {
  const isBehind = (name: string) => status !== 'open' || stageOrder(definition, name) < stageOrder(definition, stage);
  const left: WaySoFar['left'] = {};
  for (const stay of stays) if (isBehind(stay.stage)) left[stay.stage] = stay.leftAt;
  const returns: WaySoFar['returns'] = [];
  const visited = [...stays.map((stay) => stay.stage), ...(status === 'open' ? [stage] : [])];
  for (const [index, to] of visited.entries()) {
    const from = visited[index - 1];
    if (from === undefined || stageOrder(definition, to) >= stageOrder(definition, from)) continue;
    const known = returns.find((one) => one.from === from && one.to === to);
    if (known) known.count += 1;
    else returns.push({ from, to, count: 1 });
  }
  return { left, returns };
}
