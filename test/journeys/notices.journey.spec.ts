import net from 'node:net';
import { Client } from 'pg';
import { SMTPServer } from 'smtp-server';
import { eventually, House } from '#test/house';
import { partsOf } from '../../libs/notifications/testing/mail-parts';
import { storyRegions } from '../story/regions';
import type { CaseBody, SelarasClient } from '../story/selaras-client';
import { castOf, RegionStory } from '../story/tell-region';
import { mailFiles, mailsOf, openMail, sentMailsOf } from './outbox';

jest.setTimeout(420_000);

const idOf = (raw: string) => /^<(.+)@selaras>$/.exec(partsOf(raw).headers.get('message-id') ?? '')?.[1] ?? 'none';

/** A real SMTP server on a port; `onMail` is told of every message before its sender gets an answer. */
async function aMailServer(port: number, onMail: (raw: string, count: number) => Promise<void> = async () => undefined) {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, closeTimeout: 100, logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        received.push(raw);
        onMail(raw, received.length).then(() => done(), done);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { received, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

function refusedPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

describe('notices', () => {
  let house: House;
  let story: RegionStory;
  let mailed: string[] = [];
  beforeAll(async () => {
    house = await House.open('notices');
    const owner = new Client({ connectionString: house.ownerUrl });
    await owner.connect();
    await owner.query(`update person set language = 'en' where id = 'p_harmonizer-1700'`);
    await owner.end();
    story = new RegionStory(castOf(house.url, '1705'), storyRegions.find(({ code }) => code === '1705')!, 2027);
  });
  afterAll(() => house?.close());

  /** A hand-over that has to arrive while its caller waits. */
  async function handsOver(who: SelarasClient, transition: string, to: string): Promise<void> {
    const headers = { prefer: 'wait=20' };
    const { status, body } = await who.command<CaseBody>('POST', `/v1/cases/${story.caseId}/transitions`, { transition }, { headers });
    expect([transition, status, body.stage?.id]).toEqual([transition, 200, to]);
  }

  it('leave the demo as files, each once, in the language of its reader', async () => {
    await story.file();
    await story.draft();
    await story.take(story.cast.harmonizer, 'return-from-harmonization', { reasonCode: 'drafting-technique', remarks: [{ text: 'Perbaiki Pasal 3.', unit: 'Pasal 3' }] });
    const mails = await sentMailsOf(house, story.caseId);
    expect(new Set(mailFiles(house))).toEqual(new Set(mails.map(({ id }) => `${id}.eml`)));

    const speak = (role: string) => {
      const { id } = mails.find(({ recipientRole }) => recipientRole === role)!;
      const { headers, parts } = openMail(house, id);
      expect(headers.get('message-id')).toBe(`<${id}@selaras>`);
      expect(parts.map((part) => part.headers.get('content-type'))).toEqual([expect.stringContaining('text/plain'), expect.stringContaining('text/html')]);
      for (const { body } of parts) expect(body).toContain('Seluma');
      return { language: headers.get('content-language'), text: `${headers.get('subject')} ${parts[0]!.body}` };
    };
    expect(speak('harmonizer')).toEqual({ language: 'en', text: expect.stringMatching(/Harmoni[sz]ation/) as string });
    expect(speak('regency-drafter')).toEqual({ language: 'id', text: expect.stringMatching(/dikembalikan/i) as string });
    mailed = mails.map(({ id }) => id);
  });

  it('delay no case while the mail server is away, wait with their trouble, and arrive once it is back, whatever is killed meanwhile', async () => {
    const port = await refusedPort();
    await house.stop('worker');
    house.start('worker', { SMTP_URL: `smtp://127.0.0.1:${port}` });
    const { drafter, coordinator } = story.cast;
    await drafter.must('POST', `/v1/cases/${story.caseId}/remarks/1/answer`, { text: 'Telah diperbaiki.' });
    await story.pdf(drafter, 'response-matrix');
    await story.take(drafter, 'resubmit'); // The new worker may still be starting.
    await story.harmonize();
    await handsOver(coordinator, 'accept-intake', 'review');
    const waiting = await eventually(async () => {
      const rows = (await mailsOf(house, story.caseId)).filter(({ id }) => !mailed.includes(id));
      expect(rows.length).toBeGreaterThanOrEqual(3);
      expect(rows.every(({ state, trouble }) => state === 'pending' && /mail server cannot be used/.test(trouble ?? ''))).toBe(true);
      expect(rows.some(({ attempt }) => attempt >= 1)).toBe(true);
      return rows;
    });
    expect((await coordinator.get<{ code: string }>('/v1/outbox')).body.code).toBe('not-your-role');

    // The server comes back, and the worker dies after the second message was taken and before it heard so.
    const killedAt: string[] = [];
    const server = await aMailServer(port, async (raw, count) => {
      if (count !== 2) return;
      killedAt.push(idOf(raw));
      await house.kill('worker');
    });
    await house.as('admin').send('POST', '/v1/demo/clock', { advanceDays: 1 });
    await eventually(async () => expect(killedAt).toHaveLength(1), 90_000);
    house.start('worker', { SMTP_URL: `smtp://127.0.0.1:${port}` });
    await sentMailsOf(house, story.caseId, 180_000);

    const arrivals = server.received.map(idOf).filter((id) => waiting.some((row) => row.id === id));
    const times = (id: string) => arrivals.filter((one) => one === id).length;
    for (const { id } of waiting) expect([id, times(id)]).toEqual([id, killedAt.includes(id) ? 2 : 1]);
    expect(killedAt.every((id) => waiting.some((row) => row.id === id))).toBe(true);
    expect(server.received.map(idOf).filter((id) => mailed.includes(id))).toEqual([]);
    const [first, again] = server.received.filter((raw) => idOf(raw) === killedAt[0]);
    expect(again).toBe(first);

    // From now on mails leave as they are written.
    await coordinator.must('POST', `/v1/cases/${story.caseId}/remarks`, { text: 'Mohon lengkapi lampiran.', visibility: 'counterpart' });
    const known = new Set([...mailed, ...waiting.map(({ id }) => id)]);
    const fresh = (await sentMailsOf(house, story.caseId)).filter(({ id }) => !known.has(id));
    expect(fresh.map(({ template }) => template)).toContain('remark-added');
    for (const { id } of fresh) expect([id, server.received.filter((raw) => idOf(raw) === id).length]).toEqual([id, 1]);
    await server.close();
  });

  it('leave a record that verifies', async () => {
    expect(await house.verified()).toMatchObject({ code: 0 });
  });
});
