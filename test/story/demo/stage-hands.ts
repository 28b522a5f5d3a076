import { setTimeout as pause } from 'node:timers/promises';
import { type SelarasClient, Unexpected } from '../selaras-client';
import { SteadyClient } from './steady-client';

/** What a story needs besides its people: one session each, the clock, and patience. */
export class StageHands {
  private readonly people = new Map<string, SteadyClient>();

  constructor(
    private readonly url: string,
    private readonly said: (line: string) => void,
  ) {}

  as = (persona: string): SelarasClient => {
    const known = this.people.get(persona) ?? new SteadyClient(this.url, persona);
    this.people.set(persona, known);
    return known;
  };

  async now(): Promise<string> {
    return (await this.as('admin').get<{ now: string }>('/v1/demo/clock')).body.now;
  }

  /** Forwards to an hour of a day in Bengkulu (WIB, UTC+7); a clock that has passed it stays where it is. */
  async reach(day: string, hour = '09:00', why = ''): Promise<void> {
    const to = new Date(`${day}T${hour}:00+07:00`).toISOString();
    const answer = await this.as('admin').send<{ code?: string }>('POST', '/v1/demo/clock', { to });
    if (answer.status >= 300 && answer.body.code !== 'clock-moves-forwards-only') throw new Unexpected(`the clock to ${to}`, answer);
    if (why !== '') this.said(`${day}  ${why}`);
  }

  /** Mail leaves by itself, a little later than the act it tells of. */
  async mailIsOut(patienceMs = 60_000): Promise<void> {
    for (const until = Date.now() + patienceMs; Date.now() < until; await pause(500)) {
      const { body } = await this.as('admin').get<{ items: { state: string }[] }>('/v1/outbox?limit=100');
      if (body.items.every(({ state }) => state !== 'pending')) return;
    }
  }

  /** The gate is opened by the cohort's workflow; a member waits a moment for its own. */
  async passed(caseId: string, patienceMs = 60_000): Promise<void> {
    for (const until = Date.now() + patienceMs; ; await pause(100)) {
      const answer = await this.as('coordinator-1700').get<{ stage: { id: string } }>(`/v1/cases/${caseId}`);
      if (answer.status === 200 && answer.body.stage.id !== 'synchronization') return;
      if (Date.now() > until) throw new Unexpected(`the gate has not opened for ${caseId}`, answer);
    }
  }
}

/** A few at a time: two cores carry no more. */
export async function together<T>(all: readonly T[], work: (one: T) => Promise<unknown>, atOnce = 4): Promise<void> {
  const waiting = [...all];
  const take = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, take));
}
