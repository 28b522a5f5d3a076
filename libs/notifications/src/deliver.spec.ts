import { ListQueue } from '../testing/list-queue';
import { aNotice } from '../testing/sample-notices';
import { backoff } from './backoff';
import { ChannelAway, type Bounced, type Channel, type Sent } from './channels/channel';
import { InAppChannel } from './channels/in-app';
import { deliverDue } from './deliver';
import type { Notice } from './notice';

const start = Date.parse('2026-11-24T03:12:00.000Z');
const hour = 3_600_000;

class Road implements Pick<Channel, 'name' | 'send'> {
  readonly name = 'mail';
  readonly tried: string[] = [];
  constructor(private readonly go: (notice: Notice) => Sent | Bounced) {}
  async send(notice: Notice): Promise<Sent | Bounced> {
    this.tried.push(notice.id);
    return this.go(notice);
  }
}
const arrives = (notice: Notice): Sent => ({ sent: true, reference: `<${notice.id}@selaras>` });
const fails = (why: string) => (): never => { throw new Error(why); };
const closed = (): never => { throw new ChannelAway('nobody answers'); };
const at = (when: number) => ({ now: () => new Date(when), limit: 100 });

describe('delivery', () => {
  it('sends what is due on its own channel and marks it with its reference', async () => {
    const queue = new ListQueue([aNotice('endorsed'), aNotice('endorsed', {}, { channel: 'in-app' })]);
    expect(await deliverDue(queue, new Road(arrives), at(start))).toEqual({ sent: 1, bounced: 0, retried: 0, left: 0 });
    expect(queue.states()).toEqual(['sent', 'pending']);
    expect(await deliverDue(queue, new InAppChannel(), at(start))).toMatchObject({ sent: 1 });
    expect(queue.rows.map((row) => row.reference)).toEqual([`<${queue.rows[0]!.notice.id}@selaras>`, queue.rows[1]!.notice.id]);
  });

  it('takes no more rows at once than asked for', async () => {
    const queue = new ListQueue([aNotice('endorsed'), aNotice('endorsed'), aNotice('endorsed')]);
    expect(await deliverDue(queue, new Road(arrives), { now: () => new Date(start), limit: 2 })).toMatchObject({ sent: 2 });
    expect(queue.states()).toEqual(['sent', 'sent', 'pending']);
  });

  it('is not stopped by one row that fails, nor by one that cannot be put into words', async () => {
    const poison = aNotice('endorsed');
    const queue = new ListQueue([aNotice('endorsed'), poison, aNotice('endorsed')]);
    const road = new Road((notice) => (notice.id === poison.id ? fails('greylisted')() : arrives(notice)));
    expect(await deliverDue(queue, road, at(start))).toEqual({ sent: 2, bounced: 0, retried: 1, left: 0 });
    expect(queue.rows[1]).toMatchObject({ state: 'pending', why: 'greylisted', due: new Date(start + 30_000), notice: { attempt: 1 } });
  });

  it('stops early when the channel is away: one try, everything due again later, nothing counted against the untried', async () => {
    const queue = new ListQueue([aNotice('endorsed'), aNotice('endorsed'), aNotice('endorsed')]);
    const road = new Road(closed);
    expect(await deliverDue(queue, road, at(start))).toEqual({ sent: 0, bounced: 0, retried: 1, left: 2 });
    expect(road.tried).toHaveLength(1);
    expect(queue.rows.map((row) => row.notice.attempt)).toEqual([1, 0, 0]);
    expect(queue.rows.map((row) => row.due.getTime() - start)).toEqual([30_000, 30_000, 30_000]);
    expect(queue.rows.map((row) => row.why)).toEqual(['nobody answers', 'nobody answers', 'nobody answers']);
  });

  it('marks what will never arrive', async () => {
    const queue = new ListQueue([aNotice('endorsed')]);
    expect(await deliverDue(queue, new Road(() => ({ bounced: true, code: '550', detail: 'no such user' })), at(start))).toMatchObject({ bounced: 1 });
    expect(queue.rows[0]).toMatchObject({ state: 'bounced', code: '550', why: 'no such user' });
  });

  it('gives a notice up after three days of tries, and not an instant before', async () => {
    const queue = new ListQueue([aNotice('endorsed', {}, { at: new Date(start).toISOString() })]);
    const road = new Road(fails('mailbox full'));
    let now = start;
    while (queue.rows[0]!.state === 'pending') {
      now = Math.max(now, queue.rows[0]!.due.getTime());
      await deliverDue(queue, road, at(now));
      if (now - start < 72 * hour) expect(queue.rows[0]!.state).toBe('pending');
    }
    expect(queue.rows[0]).toMatchObject({ state: 'bounced', code: 'gave-up', why: 'mailbox full' });
    expect(now - start).toBeLessThan(73 * hour);
    expect(road.tried).toHaveLength(79);
  });

  it('does not give up at the first failure because the worker slept for a week', async () => {
    const queue = new ListQueue([aNotice('endorsed')]);
    await deliverDue(queue, new Road(fails('busy')), at(start + 168 * hour));
    expect(queue.rows[0]).toMatchObject({ state: 'pending', notice: { attempt: 1 } });
  });

  it('waits as its terms say', async () => {
    const queue = new ListQueue([aNotice('endorsed', {}, { attempt: 4 })]);
    await deliverDue(queue, new Road(fails('busy')), { ...at(start), backoff: (attempt) => backoff(attempt) * 2 });
    expect(queue.rows[0]!.due).toEqual(new Date(start + 2 * 480_000));
  });

  it('sends nothing more when a result cannot be marked', async () => {
    const queue = new ListQueue([aNotice('endorsed'), aNotice('endorsed')]);
    queue.sent = async () => { throw new Error('the database is away'); };
    const road = new Road(arrives);
    await expect(deliverDue(queue, road, at(start))).rejects.toThrow('the database is away');
    expect(road.tried).toHaveLength(1);
  });
});
