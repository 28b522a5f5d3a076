import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partsOf } from '../../testing/mail-parts';
import { aNotice } from '../../testing/sample-notices';
import { ChannelAway } from './channel';
import { EmlChannel } from './eml';
import { InAppChannel } from './in-app';

const sender = { from: 'selaras@bengkulu.example', publicUrl: 'https://selaras.example.go.id' };

describe('a mail as a file', () => {
  let folder: string;
  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'selaras-mail-')); });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('opens in a mail program: both parts in UTF-8, one link, the subject as written', async () => {
    const notice = aNotice('case-returned', { regionName: 'Kab. Séluma – baru' });
    expect(await new EmlChannel(folder, sender).send(notice)).toEqual({ sent: true, reference: `${notice.id}.eml` });
    const { headers, parts } = partsOf(await readFile(join(folder, `${notice.id}.eml`), 'utf8'));
    expect(headers.get('content-type')).toMatch(/^multipart\/alternative/);
    expect(headers.get('subject')).toBe('Kab. Séluma – baru: kasus dikembalikan ke tahap Penyusunan rancangan');
    expect(headers.get('from')).toBe('Selaras <selaras@bengkulu.example>');
    expect(headers.get('to')).toBe('Dewi Anggraini <dewi@bengkulu.example>');
    expect(headers.get('message-id')).toBe(`<${notice.id}@selaras>`);
    expect(headers.get('date')).toBe('Tue, 24 Nov 2026 03:12:00 +0000');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(parts.map((part) => part.headers.get('content-type'))).toEqual(['text/plain; charset=utf-8', 'text/html; charset=utf-8']);
    for (const { body } of parts) {
      expect(body).toContain('2027–2047');
      expect(body.match(/https:\/\/\S+?(?=["\s])/g)).toEqual(['https://selaras.example.go.id/kasus/rpik-1705-2027']);
    }
  });

  it('cannot be given another recipient or header by a name', async () => {
    const notice = aNotice('endorsed', { caseTitle: 'RPIK\r\nBcc: all@evil.example' }, { recipient: { personId: 'p_1', name: 'Dewi\r\nBcc: all@evil.example, "x" <y@evil.example>', email: 'dewi@bengkulu.example', role: 'regency-drafter', region: '1705' } });
    await new EmlChannel(folder, sender).send(notice);
    const raw = await readFile(join(folder, `${notice.id}.eml`), 'utf8');
    const { headers } = partsOf(raw);
    expect(headers.has('bcc')).toBe(false);
    expect(headers.get('to')).toMatch(/ <dewi@bengkulu\.example>$/);
    expect(raw).not.toMatch(/^Bcc/mi);
  });

  it('is written once: a repeat finds it and leaves it as it is', async () => {
    const notice = aNotice('endorsed');
    await writeFile(join(folder, `${notice.id}.eml`), 'the first one');
    expect(await new EmlChannel(folder, sender).send(notice)).toEqual({ sent: true, reference: `${notice.id}.eml` });
    expect(await readFile(join(folder, `${notice.id}.eml`), 'utf8')).toBe('the first one');
  });

  it('has the same bytes whoever writes it, and leaves no half file behind', async () => {
    const notice = aNotice('reminder');
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    await Promise.all([new EmlChannel(one, sender).send(notice), new EmlChannel(one, sender).send(notice), new EmlChannel(two, sender).send(notice)]);
    expect(await readdir(one)).toEqual([`${notice.id}.eml`]);
    expect(await readFile(join(one, `${notice.id}.eml`))).toEqual(await readFile(join(two, `${notice.id}.eml`)));
  });

  it('never leaves its folder, whatever the id', async () => {
    await expect(new EmlChannel(folder, sender).send(aNotice('endorsed', {}, { id: '../escaped' }))).rejects.toThrow('UUID');
  });

  it('waits when the folder cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(new EmlChannel(join(folder, 'file'), sender).reach()).rejects.toThrow(ChannelAway);
    await new EmlChannel(join(folder, 'new'), sender).reach();
    await expect(new EmlChannel(join(folder, 'file'), sender).send(aNotice('endorsed'))).rejects.toThrow(ChannelAway);
  });

  it.each([[null, 'no-address'], ['', 'no-address'], ['a@b.example, c@d.example', 'unusable-address'], ['a@b.example\r\nBcc: c@d.example', 'unusable-address'], ['nobody', 'unusable-address']])('does not go to the address %j', async (email, code) => {
    const notice = aNotice('endorsed', {}, { recipient: { personId: 'p_1', name: 'Dewi', email, role: 'regency-drafter', region: '1705' } });
    expect(await new EmlChannel(folder, sender).send(notice)).toMatchObject({ bounced: true, code });
    expect(await readdir(folder)).toEqual([]);
  });
});

it('the bell has its notice as soon as the row is there', async () => {
  const notice = aNotice('endorsed', {}, { channel: 'in-app' });
  expect(await new InAppChannel().send(notice)).toEqual({ sent: true, reference: notice.id });
});
