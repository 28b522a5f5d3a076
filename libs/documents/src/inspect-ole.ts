import type { StoredBytes } from './document-store';
import { refuse, type DocumentRefusal } from './refusal';

/** Streams of the old binary formats ([MS-DOC], [MS-XLS]); an encrypted package ([MS-OFFCRYPTO]) holds none of them. */
const oldFormats = ['WordDocument', 'Workbook', 'PowerPoint Document'].map((name) => Buffer.from(name, 'utf16le'));

/** A compound file under the name of docx or xlsx: nearly always a document with a password, sometimes an old .doc renamed. */
export async function inspectOle(bytes: StoredBytes): Promise<DocumentRefusal> {
  let carried = Buffer.alloc(0);
  for await (const part of bytes.stream()) {
    const text = Buffer.concat([carried, part as Buffer]);
    if (oldFormats.some((name) => text.includes(name))) return refuse('magic-mismatch', 'an old Office format (.doc, .xls) under a new name');
    carried = text.subarray(-64);
  }
  return refuse('encrypted-document', 'the document is protected by a password');
}
