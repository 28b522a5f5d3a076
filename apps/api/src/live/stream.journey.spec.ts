import { openStack, type Stack } from '#test/stack';

jest.setTimeout(120_000);

/** What came down the line, as it came. */
class Line {
  private text = '';
  private readonly abort = new AbortController();
  hasEnded = false;

  static async open(stack: Stack, as: string, headers: Record<string, string> = {}): Promise<Line> {
    const line = new Line();
    const response = await fetch(`${stack.url}/v1/stream`, { headers: { accept: 'text/event-stream', authorization: `Bearer ${await stack.token(as)}`, ...headers }, signal: line.abort.signal });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    void line.read(response.body!);
    await line.said(/event: ready/);
    return line;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    try {
      for await (const part of body) this.text += Buffer.from(part).toString();
    } catch {
      // Hung up by ourselves.
    }
    this.hasEnded = true;
  }

  async said(what: RegExp, patienceMs = 20_000): Promise<string> {
    for (const until = Date.now() + patienceMs; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 50))) if (what.test(this.text)) return this.text;
    throw new Error(`Nobody said ${what}: ${this.text}`);
  }

  get heard(): string[] {
    return [...this.text.matchAll(/event: changed\ndata: (.*)/g)].map(([, data]) => (JSON.parse(data!) as { id: string }).id);
  }

  get lastId(): string {
    return [...this.text.matchAll(/^id: (.*)$/gm)].at(-1)![1]!;
  }

  hangUp(): void {
    this.abort.abort();
  }
}

describe('the stream of changes', () => {
  let stack: Stack;
  const file = (region: string) => stack.ask('POST', '/v1/cases', { as: `drafter-${region}`, body: { process: 'rpik', regionCode: region, programmeYear: 2027, title: `RPIK ${region}`, planYears: { from: 2028, to: 2047 } } });
  const remark = (region: string) => stack.ask('POST', `/v1/cases/rpik-${region}-2027/remarks`, { as: `drafter-${region}`, body: { text: 'Catatan.', visibility: 'counterpart' } });
  beforeAll(async () => {
    stack = await openStack({ worker: false });
    for (const region of ['1701', '1705']) expect((await file(region)).status).toBe(201);
  });
  afterAll(async () => stack.close());

  it('tells the own region and the province what has moved and to which seq, and the region beside it nothing', async () => {
    const [drafter, coordinator, other] = await Promise.all(['drafter-1705', 'coordinator-1700', 'drafter-1701'].map((as) => Line.open(stack, as)));
    // The first look only finds out where the record stands.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const { body } = await remark('1705');
    expect(await drafter!.said(/event: changed/)).toContain(`data: {"kind":"case","id":"rpik-1705-2027","seq":${body.seq}}`);
    await coordinator!.said(/event: changed/);
    await remark('1701');
    await other!.said(/event: changed/);
    await coordinator!.said(/rpik-1701-2027/);
    expect([drafter!.heard, coordinator!.heard, other!.heard]).toEqual([['rpik-1705-2027'], ['rpik-1705-2027', 'rpik-1701-2027'], ['rpik-1701-2027']]);
    for (const line of [drafter!, coordinator!, other!]) line.hangUp();
  });

  it('brings whoever comes back what they missed, and says so when that is no longer known', async () => {
    const before = await Line.open(stack, 'drafter-1705');
    before.hangUp();
    await remark('1705');
    const after = await Line.open(stack, 'drafter-1705', { 'last-event-id': before.lastId });
    await after.said(/event: changed/);
    expect(new Set(after.heard)).toEqual(new Set(['rpik-1705-2027']));
    after.hangUp();
    for (const lost of ['2020-01-01T00:00:00.000000Z', "'; drop table person; --"]) {
      const line = await Line.open(stack, 'drafter-1705', { 'last-event-id': lost });
      await line.said(/event: resync/);
      line.hangUp();
    }
  });

  it('is for nobody without a session, is not given as JSON, and is held eight times at most by one person', async () => {
    const ask = (headers: Record<string, string>, as?: string) => stack.ask('GET', '/v1/stream', { ...(as && { as }), headers });
    expect(await ask({ accept: 'text/event-stream' })).toMatchObject({ status: 401, body: { code: 'token-missing' } });
    expect(await ask({ accept: 'application/json' }, 'drafter-1705')).toMatchObject({ status: 406, body: { code: 'not-acceptable' } });
    const lines = [];
    for (let n = 0; n < 8; n++) lines.push(await Line.open(stack, 'planner-1700'));
    expect(await ask({ accept: 'text/event-stream' }, 'planner-1700')).toMatchObject({ status: 429 });
    lines[0]!.hangUp();
    for (const until = Date.now() + 10_000; Date.now() < until; ) {
      const again = await fetch(`${stack.url}/v1/stream`, { headers: { accept: 'text/event-stream', authorization: `Bearer ${await stack.token('planner-1700')}` } });
      await again.body?.cancel();
      if (again.status === 200) break;
      expect(Date.now()).toBeLessThan(until);
    }
    lines.forEach((line) => line.hangUp());
  });

  it('ends when the house closes, so that nothing holds the door', async () => {
    const line = await Line.open(stack, 'drafter-1705');
    const [own] = [await openStack({ worker: false })];
    const theirs = await Line.open(own, 'drafter-1705');
    await own.close();
    for (const until = Date.now() + 5_000; !theirs.hasEnded && Date.now() < until; ) await new Promise((resolve) => setTimeout(resolve, 50));
    expect([theirs.hasEnded, line.hasEnded]).toEqual([true, false]);
    line.hangUp();
  });
});
