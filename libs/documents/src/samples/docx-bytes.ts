import { Packer, type Document } from 'docx';
import { fromBufferPromise } from 'yauzl';
import { writeZip, type ZipPart } from './write-zip';

const moment = '2026-01-01T00:00:00Z';

/** A document as bytes that depend on its content alone: the library's clock is taken out of the properties and of the zip. */
export async function docxBytes(document: Document): Promise<Buffer> {
  const zip = await fromBufferPromise(await Packer.toBuffer(document));
  const parts: ZipPart[] = [];
  for await (const entry of zip.eachEntry()) {
    const content: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) content.push(part as Buffer);
    const whole = Buffer.concat(content);
    parts.push({ name: entry.fileName, content: entry.fileName === 'docProps/core.xml' ? withoutClock(whole.toString()) : whole });
  }
  return writeZip(parts.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1)));
}

function withoutClock(xml: string): string {
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`);
}

/** Readers that look no further expect the content types first. */
function rank({ name }: ZipPart): number {
  return name === '[Content_Types].xml' ? 0 : 1;
}
