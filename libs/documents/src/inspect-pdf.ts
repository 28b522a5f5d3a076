import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';
import type { StoredBytes } from './document-store';
import { refuse, type DocumentRefusal } from './refusal';

const unpack = promisify(inflate) as (packed: Buffer, options: object) => Promise<Buffer>;
const mostPacked = 16 * 1024 * 1024;
const mostUnpacked = 64 * 1024 * 1024;
const mostStreams = 500_000;
/** The longest dictionary looked back at, and the least text kept across two parts of the file. */
const lookBack = 64 * 1024;

const end = String.raw`(?=[\s\0()<>\[\]{}/%])`;
const scripts = new RegExp(String.raw`/(JavaScript|JS|Launch|XFA)${end}`);
const scriptsAnywhere = new RegExp(String.raw`/(JavaScript|Launch)${end}`);
const encryption = new RegExp(String.raw`/Encrypt${end}`);
const streamBegins = /(?<!end)stream(?:\r\n|\n|\r|[ \t])/;

/**
 * Refuses what a signed paper never needs: a password, a script, a program to launch.
 * Reads the whole file as text once: names are compared after their #-escapes (ISO 32000-1, 7.3.5), the objects inside compressed
 * object streams (7.5.7) are unpacked within a bound. What cannot be looked into counts as scripted, since nobody can exclude it.
 */
export async function inspectPdf(bytes: StoredBytes): Promise<DocumentRefusal | undefined> {
  const scan = new PdfScan();
  for await (const part of bytes.stream()) {
    await scan.push((part as Buffer).toString('latin1'));
    if (scan.bomb) break;
  }
  if (!scan.bomb) await scan.end();
  if (scan.bomb) return refuse('zip-bomb', `object streams unpack to more than ${mostUnpacked} bytes, or more than ${mostStreams} streams`);
  if (scan.encrypted) return refuse('encrypted-pdf', 'the PDF is encrypted');
  if (scan.script) return refuse('scripted-pdf', `the PDF holds /${scan.script}`);
  if (scan.opaque) return refuse('scripted-pdf', `an object stream cannot be looked into (${scan.opaque}), so a script cannot be excluded`);
  return undefined;
}

class PdfScan {
  encrypted = false;
  script?: string;
  opaque?: string;
  bomb = false;
  private streams = 0;
  private pending = '';
  private tail = '';
  private body?: { text: string; wanted: boolean; dictionary: string };
  private unpacked = 0;
  /** `/ObjStm` was seen since the last stream ended: the next body is one, however its dictionary is laid out. */
  private objectStream = false;

  async push(part: string): Promise<void> {
    this.lookAnywhere(this.tail + part);
    this.tail = part.slice(-64);
    this.pending += part;
    while (this.body ? await this.passBody() : this.passObjects()) { /* each turn passes one border of a stream */ }
  }

  async end(): Promise<void> {
    if (this.body) { if (this.body.wanted) this.body.text += this.pending; else this.lookInside(this.pending); await this.closeBody(); } else this.look(`${this.pending} `);
  }

  private passObjects(): boolean {
    const begins = streamBegins.exec(this.pending);
    if (begins) {
      if ((this.streams += 1) > mostStreams) { this.bomb = true; return false; }
      const before = this.pending.slice(0, begins.index);
      this.look(`${before} `);
      const dictionary = dictionaryBefore(before);
      this.body = { text: '', wanted: this.objectStream || (/\/First\b/.test(dictionary) && /\/N\b/.test(dictionary)), dictionary };
      if (this.objectStream && !/\/ObjStm\b/.test(dictionary)) this.opaque ??= 'dictionary not found';
      this.objectStream = false;
      this.pending = this.pending.slice(begins.index + begins[0].length);
      return true;
    }
    if (this.pending.length > 8 * lookBack) {
      this.look(this.pending.slice(0, -lookBack + 64));
      this.pending = this.pending.slice(-lookBack);
    }
    return false;
  }

  private async passBody(): Promise<boolean> {
    const ends = this.pending.indexOf('endstream');
    const passed = ends >= 0 ? ends : Math.max(0, this.pending.length - 64);
    if (this.body!.wanted) this.body!.text += this.pending.slice(0, passed);
    else this.lookInside(this.pending.slice(0, ends >= 0 ? ends : undefined));
    this.pending = this.pending.slice(ends >= 0 ? ends + 9 : passed);
    if (this.body!.text.length > mostPacked) { this.bomb = true; return false; }
    if (ends < 0) return false;
    await this.closeBody();
    return !this.bomb;
  }

  private async closeBody(): Promise<void> {
    const { text, wanted, dictionary } = this.body!;
    this.body = undefined;
    if (!wanted) return;
    const [filters, another] = [...dictionary.matchAll(/\/(?:Filter|F)\s*(\[[^\]]*\]|\/\w+|\d+\s+\d+\s+R)/g)].map(([, value]) => value!);
    if (filters === undefined) return this.look(`${text} `);
    if (another !== undefined) { this.opaque ??= 'two filters'; return; }
    if (!/^\[?\s*\/(FlateDecode|Fl)\s*\]?$/.test(filters)) { this.opaque ??= 'unusual filter'; return; }
    if (/\/Predictor\s+(?!1\b)/.test(dictionary)) { this.opaque ??= 'predictor'; return; }
    try {
      const room = mostUnpacked - this.unpacked;
      const plain = await unpack(Buffer.from(text, 'latin1'), { maxOutputLength: Math.max(1, room), finishFlush: constants.Z_SYNC_FLUSH });
      this.unpacked += plain.length;
      this.look(`${plain.toString('latin1')} `);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') this.bomb = true;
      else this.opaque ??= 'not readable';
    }
  }

  private look(objects: string): void {
    const text = plainNames(objects);
    this.objectStream ||= /\/ObjStm\b/.test(text);
    this.encrypted ||= encryption.test(text);
    this.script ??= scripts.exec(text)?.[1];
  }

  /** A body that began in a comment or a string swallows real objects; what it would hide from us is looked for here. */
  private lookInside(raw: string): void {
    const text = plainNames(raw);
    this.encrypted ||= encryption.test(text);
    if (/\/ObjStm\b/.test(text) || (/\/First\s+\d/.test(text) && /\/N\s+\d/.test(text))) this.opaque ??= 'hidden in another stream';
  }

  /** Also inside the bodies of streams: a viewer that follows an offset may find an object where we see none. */
  private lookAnywhere(raw: string): void {
    this.script ??= scriptsAnywhere.exec(plainNames(raw))?.[1];
  }
}

/** The last object's dictionary; strings and comments are left out, so that a text "1 0 obj" cannot hide the real beginning. */
function dictionaryBefore(text: string): string {
  let plain = text.slice(-lookBack);
  for (let depth = 0; depth < 3; depth += 1) plain = plain.replace(/\((?:\\[\s\S]|[^()\\])*\)/g, ' ');
  plain = plainNames(plain.replace(/%[^\r\n]*/g, ' '));
  return plain.slice(Math.max(0, plain.lastIndexOf('obj')));
}

function plainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
