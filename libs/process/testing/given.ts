import { type Definition, type Refusal, tasksOf } from '../src';
import { type StageName, walk } from './a-case';
import { type RoleName } from './an-actor';
import { Life, Refused, type Taking } from './life';
import { rulesFor } from './rules-for';

export interface CaseGiven {
  region?: string;
  stage?: StageName;
  /** The day on which everything up to now has happened. */
  on?: string;
}

/** What the case should look like now; only what is named is looked at. */
export interface Expected {
  stage?: string;
  status?: string;
  round?: number;
  facts?: { [fact: string]: string };
  /** Due days by rule, of the clocks that run. */
  due?: { [rule: string]: string };
  /** Roles with a task, in order. */
  tasks?: string[];
  /** Roles told by the last act. */
  told?: string[];
  /** Types of the events of the last act, in order. */
  events?: string[];
}

export type Act = (life: Life) => void;

export const takes =
  (role: RoleName, transition: string, taking: Taking = {}): Act =>
  (life) =>
    life.take(role, transition, taking);

export const aCase = (given: CaseGiven = {}): CaseGiven => given;

/** Minutes of a meeting: a case as it stands, what somebody does, what follows. */
export function given(definition: Definition, { region = '1705', stage = 'programme', on }: CaseGiven) {
  const life = walk(Life.filed({ region, rules: rulesFor(region, { definition }), ...(on && { on }) }), stage);
  return new Minutes(life);
}

export class Minutes {
  private refusal: Refusal | undefined;
  private first = 0;

  constructor(readonly life: Life) {}

  when(act: Act): this {
    if (this.refusal) throw new Refused(this.refusal);
    this.first = this.life.events.length;
    this.life.notices.length = 0;
    try {
      act(this.life);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      this.refusal = failure.refusal;
    }
    return this;
  }

  then(expected: Expected): this {
    if (this.refusal) throw new Refused(this.refusal);
    const { state, rules, events, notices } = this.life;
    const running = state.clocks.filter((clock) => clock.status === 'running');
    const seen: Required<Expected> = {
      stage: state.stage,
      status: state.status,
      round: state.round,
      facts: state.facts,
      due: Object.fromEntries(running.map(({ rule, dueOn }) => [rule, dueOn])),
      tasks: tasksOf(rules, state).map(({ role }) => role),
      told: [...new Set(notices.map(({ to }) => to.role))],
      events: events.slice(this.first).map(({ type }) => type),
    };
    expect(seen).toMatchObject(expected);
    return this;
  }

  refuses(code: Refusal['refused'], ...details: (string | number)[]): void {
    expect(this.refusal?.refused ?? 'accepted').toBe(code);
    if (details.length > 0) expect(this.refusal?.details).toEqual(details.map(String));
  }
}
