import type { StoredBytes } from './document-store';

export type Media = 'pdf' | 'docx' | 'xlsx' | 'png' | 'jpeg' | 'csv';

interface MediaType {
  type: string;
  extensions: readonly string[];
  /** The first bytes; csv has none and is judged as text. */
  magic: readonly number[];
}

/** Our own table of the types an office hands in; the content decides, never the name or the sender's word. */
export const mediaTypes: Record<Media, MediaType> = {
  pdf: { type: 'application/pdf', extensions: ['pdf'], magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'], magic: [0x50, 0x4b, 0x03, 0x04] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'], magic: [0x50, 0x4b, 0x03, 0x04] },
  png: { type: 'image/png', extensions: ['png'], magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  jpeg: { type: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe'], magic: [0xff, 0xd8, 0xff] },
  csv: { type: 'text/csv', extensions: ['csv'], magic: [] },
};

/** What is accepted when a document type says nothing else. */
export const usualMedia: readonly Media[] = ['pdf', 'docx', 'xlsx', 'png', 'jpeg'];

/** The media of a declared type such as `application/pdf; charset=binary` or of a short name; undefined for any other. */
export function mediaOf(declared: string): Media | undefined {
  const plain = declared.split(';')[0]!.trim().toLowerCase();
  const found = Object.entries(mediaTypes).find(([name, { type }]) => name === plain || type === plain);
  return found?.[0] as Media | undefined;
}

export function startsWith(head: Buffer, magic: readonly number[]): boolean {
  return head.length >= magic.length && magic.every((byte, at) => head[at] === byte);
}

/** The compound file of OLE: an old Office format, or the envelope of a password. */
export const oleMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What the first bytes say, in one word, for the sentence of a refusal. */
export function described(head: Buffer): string {
  if (startsWith(head, oleMagic)) return 'an OLE compound file';
  if (startsWith(head, [0x4d, 0x5a]) || startsWith(head, [0x7f, 0x45, 0x4c, 0x46])) return 'a program';
  if (startsWith(head, mediaTypes.docx.magic)) return 'a zip archive';
  const found = Object.entries(mediaTypes).find(([, { magic }]) => magic.length > 0 && startsWith(head, magic));
  return found ? `a ${found[0]}` : 'of an unknown format';
}

/** Whether all bytes are UTF-8 without control characters other than tab and line ends. */
export async function isText(bytes: StoredBytes): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const part of bytes.stream()) {
      if (/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(decoder.decode(part as Buffer, { stream: true }))) return false;
    }
    decoder.decode();
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw cause;
  }
}
