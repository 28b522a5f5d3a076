const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref());
const perMinute = 5;

/**
 * Keeps one process alive: starts it again when it ends unasked, later each time, and gives up after five ends within a minute.
 * @param {() => Promise<{ended: Promise<{code, signal}>, stop(): Promise<void>}>} begin
 * @param {{say(line: string): void, giveUp(name: string, why: string): void, steady?(): boolean}} on
 *   before the house is steady the first unexpected end is one too many: it would fail the same way again
 */
export async function keepAlive(name, begin, { say, giveUp, steady = () => true }) {
  let wanted = true;
  let wake = () => {};
  let current = await begin();
  const ends = [];

  const watch = async () => {
    while (wanted) {
      const { code, signal } = await current.ended;
      if (!wanted) return;
      if (!steady()) return giveUp(name, `${name} ended while starting`);
      const now = Date.now();
      ends.push(now);
      const recent = ends.filter((at) => now - at < 60_000).length;
      if (recent > perMinute) return giveUp(name, `${name} ended more than five times within a minute`);
      const delay = Math.min(250 * 2 ** (recent - 1), 8_000);
      say(`${name} ended unexpectedly (${signal ?? `code ${code}`}); starting it again in ${(delay / 1000).toFixed(1)} s`);
      await Promise.race([pause(delay), new Promise((resolve) => (wake = resolve))]);
      if (!wanted) return;
      try {
        const next = await begin();
        if (!wanted) return void (await next.stop());
        current = next;
        say(`${name} runs again`);
      } catch (error) {
        say(`${name} did not start: ${error.message}`);
        current = { ended: Promise.resolve({ code: 1, signal: null }), stop: async () => {} };
      }
    }
  };
  const watching = watch();

  return {
    name,
    get current() {
      return current;
    },
    async stop() {
      wanted = false;
      wake();
      await current.stop();
      await Promise.race([watching, pause(15_000)]);
    },
  };
}
