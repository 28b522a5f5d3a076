/** Does the work for every item, at most so many at once. A failure of one stops no other; how many failed is answered. */
export async function atMost<T>(slots: number, items: Iterable<T> | AsyncIterable<T>, work: (item: T) => Promise<unknown>, trouble: (item: T, failure: unknown) => void): Promise<{ done: number; failed: number }> {
  const tally = { done: 0, failed: 0 };
  const running = new Set<Promise<void>>();
  const one = async (item: T) => {
    try {
      await work(item);
      tally.done += 1;
    } catch (failure) {
      trouble(item, failure);
      tally.failed += 1;
    }
  };
  for await (const item of items) {
    if (running.size >= slots) await Promise.race(running);
    const doing: Promise<void> = one(item).finally(() => running.delete(doing));
    running.add(doing);
  }
  await Promise.all(running);
  return tally;
}
