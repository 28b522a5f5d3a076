import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { ListQueue } from '../../testing/list-queue';
import { partsOf } from '../../testing/mail-parts';
import { aNotice } from '../../testing/sample-notices';
import { deliverDue } from '../deliver';
import type { Notice } from '../notice';
import { ChannelAway } from './channel';
import { MailChannel } from './mail';

interface Received { readonly to: string[]; readonly raw: string }

interface MailServer {
  readonly url: string;
  readonly received: Received[];
  /** Connections so far. */
  connections(): number;
  close(): Promise<void>;
}

interface Manners {
  /** An SMTP code for this address at RCPT TO, e.g. 550 or 450. */
  readonly refuses?: (address: string) => number | undefined;
  /** Reads the whole message, keeps it, and drops the line instead of answering. */
  readonly dropsAfterData?: (to: string[], raw: string) => boolean;
  /** Asks for a login and accepts none (535). */
  readonly acceptsNoLogin?: boolean;
  readonly port?: number;
}

/** A real SMTP server on this machine, on a free port unless one is named. */
async function aMailServer({ refuses, dropsAfterData, acceptsNoLogin = false, port = 0 }: Manners = {}): Promise<MailServer> {
  const received: Received[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: !acceptsNoLogin, allowInsecureAuth: true, disabledCommands: acceptsNoLogin ? ['STARTTLS'] : ['AUTH', 'STARTTLS'], closeTimeout: 100, disableReverseLookup: true, logger: false,
    onConnect(_session, done) { connections += 1; done(); },
    onAuth(_login, _session, done) { done(Object.assign(new Error('unknown user or password'), { responseCode: 535 })); },
    onRcptTo({ address }, _session, done) {
      const code = refuses?.(address);
      done(code ? Object.assign(new Error(`mailbox of ${address} unavailable`), { responseCode: code }) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const raw = Buffer.concat(chunks).toString('utf8');
        const drops = dropsAfterData?.(to, raw) ?? false;
        received.push({ to, raw });
        if (drops) server.connections.forEach((open) => open._socket.destroy());
        else done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => { server.server.once('error', reject); server.listen(port, '127.0.0.1', resolve); });
  const { port: at } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${at}`, received, connections: () => connections, close: () => new Promise((resolve) => { server.close(() => resolve()); }) };
}

const start = Date.parse('2026-11-24T03:12:00.000Z');
const to = (email: string): Partial<Pick<Notice, 'recipient'>> => ({ recipient: { personId: 'p_1', name: 'Dewi Anggraini', email, role: 'provincial-coordinator', region: '17' } });

describe('mail through a real server', () => {
  const open: MailServer[] = [];
  const serve = async (manners?: Manners): Promise<MailServer> => {
    const server = await aMailServer(manners);
    open.push(server);
    return server;
  };
  const mailTo = (url: string): MailChannel => new MailChannel({ smtpUrl: url, from: 'selaras@bengkulu.example', publicUrl: 'https://selaras.example.go.id', patience: 2_000 });
  afterEach(async () => { await Promise.all(open.splice(0).map((server) => server.close())); });

  it('arrives once, to one mailbox, with both parts and a Message-ID made from the notice', async () => {
    const server = await serve();
    const notice = aNotice('task-opened');
    expect(await mailTo(server.url).send(notice)).toEqual({ sent: true, reference: `<${notice.id}@selaras>` });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]!.to).toEqual(['dewi@bengkulu.example']);
    const { headers, parts } = partsOf(server.received[0]!.raw);
    expect(headers.get('message-id')).toBe(`<${notice.id}@selaras>`);
    expect(headers.get('subject')).toBe('Kab. Seluma: Penelaahan provinsi menunggu Anda, tenggat 25 Nov 2026');
    expect(parts.map((part) => part.headers.get('content-type'))).toEqual(['text/plain; charset=utf-8', 'text/html; charset=utf-8']);
    for (const { body } of parts) expect(body.match(/https:\/\/[^"\s]+/g)).toEqual(['https://selaras.example.go.id/kasus/rpik-1705-2027']);
  });

  it('bounces when the mailbox is refused for good, and is tried again when it is refused for now', async () => {
    const server = await serve({ refuses: (address) => ({ 'gone@bengkulu.example': 550, 'busy@bengkulu.example': 450 })[address] });
    const queue = new ListQueue([aNotice('endorsed', {}, to('gone@bengkulu.example')), aNotice('endorsed', {}, to('busy@bengkulu.example')), aNotice('endorsed')]);
    expect(await deliverDue(queue, mailTo(server.url), { now: () => new Date(start), limit: 10 })).toEqual({ sent: 1, bounced: 1, retried: 1, left: 0 });
    expect(queue.rows[0]).toMatchObject({ state: 'bounced', code: '550', why: expect.stringContaining('unavailable') });
    expect(queue.rows[1]).toMatchObject({ state: 'pending', why: expect.stringContaining('450') });
    expect(queue.rows[2]!.state).toBe('sent');
  });

  it('is repeated with the same Message-ID and bytes when the line drops after the text was handed over', async () => {
    let drops = 1;
    const server = await serve({ dropsAfterData: () => drops-- > 0 });
    const queue = new ListQueue([aNotice('endorsed'), aNotice('reminder')]);
    const channel = mailTo(server.url);
    expect(await deliverDue(queue, channel, { now: () => new Date(start), limit: 10 })).toEqual({ sent: 1, bounced: 0, retried: 1, left: 0 });
    expect(await deliverDue(queue, channel, { now: () => new Date(start + 30_000), limit: 10 })).toEqual({ sent: 1, bounced: 0, retried: 0, left: 0 });
    const inDoubt = server.received.filter(({ raw }) => raw.includes(`<${queue.rows[0]!.notice.id}@selaras>`));
    expect(inDoubt).toHaveLength(2);
    expect(inDoubt[1]!.raw).toBe(inDoubt[0]!.raw);
  });

  it('loses and doubles nothing while the server is down for the first tries', async () => {
    const gone = await aMailServer();
    const port = Number(new URL(gone.url).port);
    await gone.close();
    const queue = new ListQueue(Array.from({ length: 12 }, () => aNotice('reminder')));
    const channel = mailTo(gone.url);
    let now = start;
    for (let round = 0; round < 4; round += 1) {
      expect(await deliverDue(queue, channel, { now: () => new Date(now), limit: 100 })).toMatchObject({ sent: 0, bounced: 0, retried: 1 });
      now = Math.max(...queue.rows.map((row) => row.due.getTime()));
    }
    await expect(channel.reach()).rejects.toThrow(ChannelAway);
    expect(queue.rows[0]!.why).toMatch(/the mail server cannot be used: .*ECONNREFUSED/);
    const back = await serve({ port });
    await channel.reach();
    expect(await deliverDue(queue, channel, { now: () => new Date(now), limit: 100 })).toEqual({ sent: 12, bounced: 0, retried: 0, left: 0 });
    expect(new Set(back.received.map(({ raw }) => partsOf(raw).headers.get('message-id'))).size).toBe(12);
    expect(back.received).toHaveLength(12);
  });

  it.each([
    ['refuses our login', { acceptsNoLogin: true }, 'selaras:wrong@', ''],
    ['cannot encrypt although we insist', {}, '', '?requireTLS=true'],
  ])('counts a server that %s as away, not as a refused reader, and leaves every notice waiting', async (_, manners, login, terms) => {
    const server = await serve(manners);
    const queue = new ListQueue([aNotice('endorsed'), aNotice('endorsed')]);
    const channel = mailTo(server.url.replace('smtp://', `smtp://${login}`) + terms);
    await expect(channel.send(aNotice('endorsed'))).rejects.toThrow(ChannelAway);
    expect(await deliverDue(queue, channel, { now: () => new Date(start), limit: 10 })).toEqual({ sent: 0, bounced: 0, retried: 1, left: 1 });
    expect(queue.rows.map((row) => row.why).join()).not.toContain('selaras:wrong');
    expect(server.received).toEqual([]);
  });

  it('does not even connect for a reader without an address', async () => {
    const server = await serve();
    expect(await mailTo(server.url).send(aNotice('no-holder', {}, { recipient: { personId: 'p_9', name: 'Kantor', email: null, role: 'administrator', region: '' } })))
      .toEqual({ bounced: true, code: 'no-address', detail: 'no e-mail address is registered for administrator' });
    expect(server.connections()).toBe(0);
  });
});
