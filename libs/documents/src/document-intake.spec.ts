import type { Server } from 'node:net';
import { Readable } from 'node:stream';
import { ScannerAway } from './clamd';
import { DocumentIntake } from './document-intake';
import { eicar, openClamd, portOf } from '../testing/clamd-server';
import { docxWith, png } from '../testing/hostile-files';
import { filesIn, tempStore } from '../testing/temp-store';

const limits = { maxBytes: 1024 * 1024 };
const scan = (content: Buffer) => [Readable.from([content]), { media: 'image/png', name: 'peta.png' }] as const;

let place: Awaited<ReturnType<typeof tempStore>>;
let scanner: Server | undefined;
beforeEach(async () => { place = await tempStore(); });
afterEach(async () => { await new Promise((done) => scanner ? scanner.close(done) : done(undefined)); scanner = undefined; await place.remove(); });

async function clamd(says: (content: string) => string | undefined): Promise<{ host: string; port: number; patienceMs: number }> {
  scanner = await openClamd(says);
  return { host: '127.0.0.1', port: portOf(scanner), patienceMs: 300 };
}

describe('a document handed in', () => {
  it('counts once it has been inspected', async () => {
    const received = await new DocumentIntake(place.store).receive(...scan(png), limits);
    expect(received).toMatchObject({ media: 'png', name: 'peta.png', size: png.length });
    expect(await filesIn(place.folder, 'objects')).toEqual([(received as { sha256: string }).sha256]);
    expect(await filesIn(place.folder, 'staging')).toEqual([]);
  });

  it('leaves nothing when it is refused', async () => {
    const received = await new DocumentIntake(place.store).receive(Readable.from([docxWith({ name: 'word/vbaProject.bin', content: 'x' })]), { media: 'docx', name: 'a.docx' }, limits);
    expect(received).toMatchObject({ refused: 'macro-document' });
    expect([await filesIn(place.folder, 'objects'), await filesIn(place.folder, 'staging')]).toEqual([[], []]);
  });

  it('passes a scanner that finds nothing, and sees every byte', async () => {
    let seen = 0;
    const intake = new DocumentIntake(place.store, { clamd: await clamd((content) => { seen = content.length; return 'stream: OK'; }) });
    const large = Buffer.concat([png, Buffer.alloc(700_000, 1)]);
    expect(await intake.receive(...scan(large), limits)).toMatchObject({ media: 'png' });
    expect(seen).toBe(large.length);
  });

  it('is refused when the scanner finds a virus', async () => {
    const intake = new DocumentIntake(place.store, { clamd: await clamd((content) => content.includes(eicar) ? 'stream: Eicar-Signature FOUND' : 'stream: OK') });
    expect(await intake.receive(...scan(Buffer.concat([png, Buffer.from(eicar)])), limits)).toEqual({ refused: 'virus-found', detail: 'Eicar-Signature' });
    expect(await filesIn(place.folder, 'objects')).toEqual([]);
  });

  it.each<[string, () => Promise<{ host: string; port: number }>]>([
    ['is not there', async () => { const address = await clamd(() => ''); await new Promise((done) => scanner!.close(done)); scanner = undefined; return address; }],
    ['says nothing', () => clamd(() => undefined)],
    ['complains', () => clamd(() => 'INSTREAM size limit exceeded. ERROR')],
    ['hangs up', () => clamd(() => '')],
  ])('does not count while a configured scanner %s', async (_, address) => {
    const intake = new DocumentIntake(place.store, { clamd: await address() });
    await expect(intake.receive(...scan(png), limits)).rejects.toThrow(ScannerAway);
    expect([await filesIn(place.folder, 'objects'), await filesIn(place.folder, 'staging')]).toEqual([[], []]);
  });
});
