import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { dayAt, dayOf, instantAt, isCivilDate, isoInstant, msOf, nthWorkingDay, workingCalendar, zoneOfRegion } from '#process';
import { type AlarmSubject, Ledger } from '#ledger';
import { CaseProcess } from '../cases/case-process';
import { CohortProcess } from '../cohorts/cohort-process';
import { inTurns } from '../in-turns';
import { problem } from '../problems/catalogue';
import { DigestProcess } from './digest-process';

export interface ClockView {
  now: string;
  /** Milliseconds from real time. */
  offset: number;
  /** Cases, cohorts and records of readiness that were asked to do what had become due. */
  ticked: number;
}

export interface Move {
  advanceDays?: number | undefined;
  advanceWorkingDays?: number | undefined;
  to?: string | undefined;
}

/** How often those that something is due for are asked, before what keeps them from it is told. */
const mostRounds = 20;
const pokedAtOnce = 16;
/** Each takes a connection of the pool, and others are at work meanwhile. */
const tickedAtOnce = 6;
const nation = zoneOfRegion('');
const dayLength = 86_400_000;

/**
 * The clock of training and demo. It moves forwards alarm by alarm, so that whatever falls due on the way happens in its order: it has the
 * ledger record what is due at each instant, as the workflows do in real time, and has them arm their timers anew when it has arrived.
 */
@Injectable()
export class DemoClock implements BeforeApplicationShutdown {
  private turn: Promise<unknown> = Promise.resolve();
  private armed: Promise<unknown> = Promise.resolve();
  private moves = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly cases: CaseProcess,
    private readonly cohorts: CohortProcess,
    private readonly digests: DigestProcess,
  ) {}

  async now(): Promise<ClockView> {
    const { at, offset } = await this.ledger.clock.now();
    return { now: isoInstant(at), offset, ticked: 0 };
  }

  /** One move at a time. */
  move(asked: Move): Promise<ClockView> {
    const moved = this.turn.then(() => this.moveTo(asked));
    this.turn = moved.catch(() => undefined);
    return moved;
  }

  private async moveTo(asked: Move): Promise<ClockView> {
    const { at } = await this.ledger.clock.now();
    const target = await this.target(asked, at);
    let ticked = 0;
    for (;;) {
      const next = (await this.ledger.reconciler.nextAlarmAt())?.getTime();
      const { at: shown } = await this.ledger.clock.now();
      if (next === undefined || next > target) break;
      if (next > shown) await this.set(next);
      ticked += await this.settle(new Date(next));
    }
    const { at: shown } = await this.ledger.clock.now();
    if (target > shown || asked.to !== undefined) await this.set(target);
    await this.ledger.vacancies.open();
    // Nobody waits for it: until a workflow has read its alarm anew, it rings too late, and the clock has rung already.
    const move = ++this.moves;
    this.armed = this.armed.then(() => this.pokeAll(move)).catch(() => undefined);
    // What waits in the morning is told by the morning the clock has come to; those it has leapt over are past.
    await this.digests.poke().catch(() => undefined);
    return { ...(await this.now()), ticked };
  }

  private async set(instant: number): Promise<void> {
    const moved = await this.ledger.clock.moveTo(instant);
    if ('refused' in moved) throw problem('clock-moves-forwards-only');
  }

  /** Has the ledger record what is due for everybody with an alarm at this instant, until nobody has one left. */
  private async settle(at: Date): Promise<number> {
    const due = await this.ledger.reconciler.dueBy(at);
    for (let left = due, round = 1; left.length > 0; round++) {
      if (round > mostRounds) throw new Error(`${left[0]!.id} does not come past ${isoInstant(at.getTime())}`);
      await inTurns(left, tickedAtOnce, (subject) => this.tick(subject).catch((failure: unknown) => {
        if (round === mostRounds) throw failure;
      }));
      left = await this.ledger.reconciler.dueBy(at);
      if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return due.length;
  }

  private async tick({ kind, id, seq }: AlarmSubject): Promise<void> {
    if (kind === 'case') return this.ledger.cases.tick(id, seq);
    if (kind === 'readiness') return this.ledger.readiness.tick(id);
    await this.ledger.cohorts.applySystem(id, { type: 'tick' });
    // Gates are opened by the cohort's workflow alone.
    if ((await this.ledger.cohorts.membersToOpen(id)).length > 0) this.cohorts.poke(id, seq);
  }

  /** Alarms are armed in real time: after a move everybody has to read theirs anew. A further move makes what is left of it idle. */
  private async pokeAll(move: number): Promise<void> {
    for (let after = ''; move === this.moves; ) {
      const cases = await this.ledger.reconciler.watchedCases(after);
      // One that is not answered is met by the reconciler, once its alarm is a minute past.
      await inTurns(cases, pokedAtOnce, async ({ id, seq }) => {
        if (move === this.moves) await this.cases.pokeNow(id, seq).catch(() => undefined);
      });
      if (cases.length === 0) break;
      after = cases.at(-1)!.id;
    }
    for (const { id, seq } of await this.ledger.reconciler.cohorts()) this.cohorts.poke(id, seq);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.moves++;
    await this.armed;
  }

  private async target({ advanceDays, advanceWorkingDays, to }: Move, at: number): Promise<number> {
    if (to !== undefined) return this.instant(to);
    if (advanceDays !== undefined) return at + advanceDays * dayLength;
    const calendar = await this.ledger.registers.rules.calendar();
    if (!calendar) throw problem('not-found');
    const day = dayAt(at, nation);
    return at + (nthWorkingDay(workingCalendar(calendar, ''), day, advanceWorkingDays ?? 0) - day) * dayLength;
  }

  /** An instant, or a civil day, which means eight in the morning in Jakarta. */
  private instant(to: string): number {
    try {
      return isCivilDate(to) ? instantAt(dayOf(to), 8 * 60, nation) : msOf(to);
    } catch {
      throw problem('validation-failed', { errors: [{ pointer: '/to', message: { id: 'Tulis waktu sebagai 2026-11-24T03:12:00Z atau tanggal 2026-11-24.', en: 'Write an instant as 2026-11-24T03:12:00Z, or a day as 2026-11-24.' } }] });
    }
  }
}
