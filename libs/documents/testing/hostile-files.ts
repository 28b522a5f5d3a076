import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

export interface HostileEntry {
  name: string;
  content: Buffer | string;
  /** What the headers claim instead of the truth. */
  claims?: number;
  flags?: number;
  /** Unix mode in the directory. */
  mode?: number;
}

/** A zip as an attacker writes one: deflated, with whatever names, sizes and flags are asked for. */
export function zipOf(entries: readonly HostileEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims, flags = 0x0800, mode = 0 } of entries) {
    const body = Buffer.from(content as string);
    const packed = deflateRawSync(body);
    const label = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0); shared.writeUInt16LE(flags, 2); shared.writeUInt16LE(8, 4); shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(crc32(body), 10); shared.writeUInt32LE(packed.length, 14); shared.writeUInt32LE(claims ?? body.length, 18); shared.writeUInt16LE(label.length, 22);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), shared, label, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE((mode << 16) >>> 0, 6); place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 3]), shared, place, label);
    offset += 30 + label.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506, 0); end.writeUInt16LE(entries.length, 8); end.writeUInt16LE(entries.length, 10); end.writeUInt32LE(index.length, 12); end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, index, end]);
}

export const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
export const sheetMain = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

export function contentTypes(main: string, part: string, more = ''): HostileEntry {
  return { name: '[Content_Types].xml', content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${main}"/>${more}</Types>` };
}

/** The smallest honest docx, plus whatever is added. */
export function docxWith(...more: HostileEntry[]): Buffer {
  return zipOf([contentTypes(wordMain, 'word/document.xml'), { name: 'word/document.xml', content: '<w:document/>' }, ...more]);
}

export function relations(...each: { type: string; target: string; external?: boolean }[]): string {
  return `<Relationships>${each.map(({ type, target, external }) => `<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`;
}

/** A PDF of these objects with a true cross-reference table. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = '/Root 1 0 R'): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places: number[] = [];
  let length = parts[0]!.length;
  objects.forEach((object, at) => {
    const part = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object as string), Buffer.from('\nendobj\n')]);
    places.push(length);
    parts.push(part);
    length += part.length;
  });
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}

export const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
export const pages = '<< /Type /Pages /Kids [] /Count 0 >>';

export function streamOf(dictionary: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${body.length} >>\nstream\n`), body, Buffer.from('\nendstream')]);
}

/** An object stream (ISO 32000-1, 7.5.7) whose objects nobody sees without unpacking. */
export function objectStream(text: string, dictionary = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'): Buffer {
  return streamOf(dictionary, deflateSync(Buffer.from(`3 0 ${text}`)));
}

export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
export const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]);

/** The envelope of a password-protected document ([MS-OFFCRYPTO]) or, with another stream name, an old binary format. */
export function compoundFile(stream: string): Buffer {
  return Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), Buffer.from(stream, 'utf16le'), Buffer.alloc(1024)]);
}
