import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { StoredBytes } from './document-store';
import { readZip, type ZipLimits } from './read-zip';

/** Why a document cannot be read as text. */
export type Unreadable = 'too-large' | 'damaged' | 'too-slow';

export interface TextLimits {
  /** Of the file, in bytes. */
  fileBytes: number;
  zip: ZipLimits;
  /** Of the main part of the package, unpacked, in bytes. */
  partBytes: number;
  /** Letters that are answered; the rest is cut off and said to be. */
  letters: number;
  milliseconds: number;
}

const MB = 1024 * 1024;
export const textLimits: TextLimits = { fileBytes: 25 * MB, zip: { entries: 2_000, unpackedBytes: 120 * MB, ratio: 100 }, partBytes: 24 * MB, letters: 2_000_000, milliseconds: 15_000 };

/** In a thread of its own, that is ended when it takes too long or grows too large: whoever sends a file decides what is in it. */
const reader = `
const { workerData, parentPort } = require('node:worker_threads');
const { extractRawText } = require('node:module').createRequire(workerData.from)('mammoth');
extractRawText({ buffer: Buffer.from(workerData.bytes) }).then(({ value }) => parentPort.postMessage({ text: value }), () => parentPort.postMessage({ damaged: true }));
`;

/** The text of a DOCX, a line for each paragraph; pictures, comments and numbers that Word makes by itself are not in it. */
export async function docxText(bytes: StoredBytes, limits: TextLimits = textLimits): Promise<{ text: string; cut: boolean } | { unreadable: Unreadable }> {
  if (bytes.size > limits.fileBytes) return { unreadable: 'too-large' };
  const refused = await readZip(bytes, { limits: limits.zip, keep: (name) => (name === 'word/document.xml' ? limits.partBytes : 16), entry: () => undefined });
  if (refused) return { unreadable: refused.refused === 'zip-bomb' ? 'too-large' : 'damaged' };
  const text = await inAThread(await bytes.read(0, bytes.size), limits.milliseconds);
  if (typeof text !== 'string') return text;
  return { text: text.slice(0, limits.letters).replace(/\n{2,}/g, '\n'), cut: text.length > limits.letters };
}

async function inAThread(bytes: Buffer, milliseconds: number): Promise<string | { unreadable: Unreadable }> {
  const worker = new Worker(reader, { eval: true, workerData: { from: __filename, bytes }, resourceLimits: { maxOldGenerationSizeMb: 512 }, stdout: true, stderr: true });
  const signal = AbortSignal.timeout(milliseconds);
  try {
    const [said] = (await once(worker, 'message', { signal })) as [{ text?: string }];
    return said.text ?? { unreadable: 'damaged' };
  } catch (failure) {
    return { unreadable: signal.aborted ? 'too-slow' : isOutOfMemory(failure) ? 'too-large' : 'damaged' };
  } finally {
    await worker.terminate();
  }
}

const isOutOfMemory = (failure: unknown): boolean => (failure as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
