/**
 * One command at a time per case, in the order they came, before a connection is taken: a hot case cannot hold the pool.
 * Commands beyond `limit` that would wait are turned away.
 */
export class CaseQueue {
  private readonly lanes = new Map<string, { tail: Promise<unknown>; waiting: number }>();

  constructor(private readonly limit = 10) {}

  /** Undefined: too many wait already, nothing was done. `unlimited` is for the engine's own commands, which nobody could repeat by hand. */
  async run<T>(caseId: string, work: () => Promise<T>, unlimited = false): Promise<T | undefined> {
    const lane = this.lanes.get(caseId) ?? { tail: Promise.resolve(), waiting: -1 };
    if (!unlimited && lane.waiting >= this.limit) return undefined;
    this.lanes.set(caseId, lane);
    lane.waiting += 1;
    const turn = lane.tail.then(work);
    lane.tail = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      lane.waiting -= 1;
      if (lane.waiting < 0) this.lanes.delete(caseId);
    }
  }
}
